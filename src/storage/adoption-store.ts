import type { Transaction } from 'kysely';

import type { AdoptionStore } from '../app/adoption/adoption-store.js';
import type { ConsentCounts } from '../domain/consent.js';
import type { Outcome } from '../domain/outcome.js';
import { bySupport } from '../domain/support.js';
import { amendOutcome } from './amend-outcome.js';
import { writeAnnouncement } from './announce.js';
import { commentOf, selectComments } from './comment-row.js';
import { closeConsent, openConsent } from './consent-round.js';
import type { Database } from './database.js';
import { filled } from './filled.js';
import { giveConsent } from './give-consent.js';
import { speaking } from './read-themes.js';
import type { Tables } from './schema.js';
import { repeatingDeadlocks } from './settle.js';

export function createAdoptionStore(database: Database): AdoptionStore {
  const { query } = database;
  const inOne = <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
    repeatingDeadlocks(() => query.transaction().execute(work));

  return {
    open: (round) => inOne((tx) => openConsent(tx, round)),
    close: (which) => inOne((tx) => closeConsent(tx, which)),
    give: (consent) => giveConsent(database, consent),

    async round(draft) {
      const row = await query
        .selectFrom('consent_rounds')
        .select(['draft', 'opened_at as openedAt', 'closes_at as closesAt', 'closed_at as closedAt'])
        .where('draft', '=', draft)
        .executeTakeFirst();
      return row && filled(row);
    },

    async mine({ draft, pseudonym }) {
      const row = await query
        .selectFrom('consents')
        .select(['answer', 'objection'])
        .where('draft', '=', draft)
        .where('pseudonym', '=', pseudonym)
        .executeTakeFirst();
      if (row === undefined || row.answer === null) return undefined;
      const { answer, objection } = row;
      if (objection === null) return { answer };
      const comment = await selectComments(query).where('id', '=', objection).executeTakeFirst();
      return { answer, ...(comment === undefined ? {} : { objection: commentOf(comment) }) };
    },

    async counts(draft) {
      const rows = await query
        .selectFrom('consents')
        .select((eb) => [eb.ref('answer').$notNull().as('answer'), eb.fn.countAll().as('count')])
        .where('draft', '=', draft)
        .where('answer', 'is not', null)
        .groupBy('answer')
        .execute();
      const none: ConsentCounts = { support: 0, 'live-with': 0, object: 0 };
      return { ...none, ...Object.fromEntries(rows.map(({ answer, count }) => [answer, Number(count)])) };
    },

    async objections(draft) {
      const rows = await selectComments(query)
        .where('state', '=', 'published')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('consents')
            .innerJoin('comments as said', 'said.id', 'consents.objection')
            .where('consents.draft', '=', draft)
            .where('consents.answer', '=', 'object')
            .select(speaking.as('speaking')),
        )
        .execute();
      return bySupport(rows.map(commentOf));
    },

    async outcome(charter) {
      const row = await query
        .selectFrom('outcomes')
        .select('outcome')
        .where('charter', '=', charter)
        .executeTakeFirst();
      return row && (JSON.parse(row.outcome) as Outcome);
    },

    amend: (change) => inOne((tx) => amendOutcome(tx, change)),
    announceReview: (announcement) => inOne((tx) => writeAnnouncement(tx, announcement)),
  };
}
