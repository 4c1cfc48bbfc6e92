import { hash } from 'node:crypto';

import { sql } from 'kysely';

import type { RatingStore } from '../app/ports.js';
import type { DraftId, ValueId } from '../domain/draft.js';
import type { Answer, Pseudonym } from '../domain/rating.js';
import type { Database } from './database.js';
import { holding } from './dialect.js';
import { disputeSpelling } from './dispute-spelling.js';
import { createGroupCommit } from './group-commit.js';
import { keep, type Naming } from './kept-query.js';
import { readCarried, readLastAnswers } from './own-ratings.js';
import { answerOf } from './tally.js';

/** For so long a press that was replaced is known again, in milliseconds. */
const redelivered = 2 * 60 * 1000;
const mostPressesBefore = 8;
const digestLength = 22;

interface StandingAnswer {
  readonly value: ValueId;
  readonly answer: string;
}

interface Press {
  readonly draft: DraftId;
  readonly value: ValueId;
  readonly pseudonym: Pseudonym;
  readonly answer: string | null;
  readonly pressed: string;
  readonly at: string;
  readonly since: string;
}

export function createRatingStore(database: Database): RatingStore {
  const { query } = database;
  const record = recordingQuery(database);
  const together = createGroupCommit(database);
  const mine = keep((parameter: Naming<{ draft: DraftId; pseudonym: Pseudonym }>) =>
    query
      .selectFrom('ratings')
      .select('value')
      .select((eb) => eb.ref('answer').$notNull().as('answer'))
      .where('draft', '=', parameter('draft'))
      .where('pseudonym', '=', parameter('pseudonym'))
      .where('answer', 'is not', null),
  );

  return {
    async record({ draft, value, pseudonym, answer, press, at }) {
      const rating = record({
        draft,
        value,
        pseudonym,
        answer: answer === null ? null : String(answer),
        pressed: digestOf(press),
        at,
        since: new Date(Date.parse(at) - redelivered).toISOString(),
      });
      const [written, standing] = await together([rating, mine({ draft, pseudonym })]);
      const own = answersIn(standing?.rows as readonly StandingAnswer[]);
      if (written?.numAffectedRows) return { outcome: 'recorded', mine: own };
      const open = await openValue(database, draft, value).select('drafts.id').executeTakeFirst();
      return { outcome: open ? 'repeated' : 'not-open', mine: own };
    },

    carried: (which) => readCarried(query, which),
    before: (which) => readLastAnswers(query, which),
    dispute: (which) => disputeSpelling(database, which),

    async mine(which) {
      const { rows } = await query.executeQuery(mine(which));
      return answersIn(rows);
    },
  };
}

/**
 * Writes the answer if the draft is open and the press is a new one; otherwise no row changes. On PostgreSQL the
 * draft's row is held, so that no answer arrives after the transaction that closes the draft.
 *
 * Digests have one length, so a digest is found among those before by taking it away: then the text gets shorter.
 */
function recordingQuery(database: Database) {
  return keep((parameter: Naming<Press>) =>
    database.query
      .insertInto('ratings')
      .columns(['draft', 'value', 'pseudonym', 'answer', 'pressed', 'pressed_before', 'rated_at'])
      .expression(
        holding(
          database.dialect,
          openValue(database, parameter('draft'), parameter('value')),
          'drafts',
        ).select((eb) => [
          'drafts.id as draft',
          'draft_values.value',
          eb.val(parameter('pseudonym')).as('pseudonym'),
          eb.val(parameter('answer')).as('answer'),
          eb.val(parameter('pressed')).as('pressed'),
          eb.val('').as('pressed_before'),
          eb.val(parameter('at')).as('rated_at'),
        ]),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['draft', 'pseudonym', 'value'])
          .doUpdateSet((eb) => ({
            answer: eb.ref('excluded.answer'),
            pressed: eb.ref('excluded.pressed'),
            pressed_before: sql<string>`case when ratings.rated_at < ${parameter('since')} then ratings.pressed
              else substr(ratings.pressed || ratings.pressed_before, 1, ${sql.lit(mostPressesBefore * digestLength)}) end`,
            rated_at: eb.ref('excluded.rated_at'),
            carried_from: null,
          }))
          .whereRef('ratings.pressed', '<>', 'excluded.pressed')
          .where(
            sql<boolean>`(ratings.rated_at < ${parameter('since')}
              or replace(ratings.pressed_before, excluded.pressed, '') = ratings.pressed_before)`,
          ),
      ),
  );
}

function openValue({ query }: Database, draft: DraftId, value: ValueId) {
  return query
    .selectFrom('drafts')
    .innerJoin('draft_values', 'draft_values.draft', 'drafts.id')
    .where('drafts.id', '=', draft)
    .where('draft_values.value', '=', value)
    .where('drafts.state', '=', 'open');
}

/** Short and of one length, whatever a client sends; and an activity's id does not stand beside an answer. */
function digestOf(press: string): string {
  return hash('sha256', press, 'base64url').slice(0, digestLength);
}

function answersIn(rows: readonly StandingAnswer[]): ReadonlyMap<ValueId, Answer> {
  return new Map(rows.map(({ value, answer }) => [value, answerOf(answer)]));
}
