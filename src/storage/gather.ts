import type { Transaction } from 'kysely';

import { pseudonymUnder } from '../app/pseudonym.js';
import type { Gathered } from '../app/results/release-store.js';
import type { AnnouncementKind } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId, DraftState } from '../domain/draft.js';
import type { MemberId, PlaceId, Scope } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';
import { changesFromJson } from './changes-json.js';
import type { Database } from './database.js';
import type { Tables } from './schema.js';
import { readGroupTally } from './tally.js';
import { readCarriedTally, readPairs } from './tally-pairs.js';

type Tx = Transaction<Tables>;

/** Kinds of announcements that ask for answers. */
const asking: ReadonlySet<AnnouncementKind> = new Set(['published', 'reopened', 'reminder']);

interface Standing {
  readonly charter: CharterName;
  readonly state: DraftState;
  readonly round: number;
  /** Present where the draft was set beside another. */
  readonly changes: string | null;
}

/** All at one moment, also where others write meanwhile: an answer is in all of it or in none. */
export function gather({ query }: Database, draft: DraftId): Promise<Gathered> {
  return query
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute((tx) => gatherIn(tx, draft));
}

async function gatherIn(tx: Tx, draft: DraftId): Promise<Gathered> {
  const { charter, state, round, changes }: Standing = await tx
    .selectFrom('drafts')
    .select(['charter', 'state', 'round', 'changes'])
    .where('id', '=', draft)
    .executeTakeFirstOrThrow();
  const tallies = await readGroupTally(tx, { draft, charter });
  const answering = await readAnswering(tx, draft);
  const told = await readTold(tx, draft);
  const reached = await pseudonymsOf(tx, charter, told);
  return {
    ...{ state, round, tallies },
    ...(await readKinship(tx, { draft, charter, state, changes })),
    ...(await countAnswering(tx, draft, answering)),
    reached: reached.length,
    reachedAndStarted: reached.filter((pseudonym) => answering.has(pseudonym)).length,
    places: new Set(told.filter(({ scope }) => scope !== 'personal').map(({ id }) => id)).size,
  };
}

/** Who moved is told when a draft is closed, so it is counted then alone: that takes as long as all the rest. */
async function readKinship(
  tx: Tx,
  { draft, charter, state, changes }: Omit<Standing, 'round'> & { readonly draft: DraftId },
): Promise<Pick<Gathered, 'paired' | 'carried'>> {
  if (changes === null) return { paired: [], carried: [] };
  const { base } = changesFromJson(changes);
  return {
    paired: state === 'open' ? [] : await readPairs(tx, { draft, charter, base }),
    carried: await readCarriedTally(tx, draft),
  };
}

/** How many values each of those who answer has answered. */
async function readAnswering(tx: Tx, draft: DraftId): Promise<ReadonlyMap<Pseudonym, number>> {
  const rows = await tx
    .selectFrom('ratings')
    .select((eb) => ['pseudonym', eb.fn.countAll().as('answered')])
    .where('draft', '=', draft)
    .where('answer', 'is not', null)
    .groupBy('pseudonym')
    .execute();
  return new Map(rows.map(({ pseudonym, answered }) => [pseudonym, Number(answered)]));
}

async function countAnswering(
  tx: Tx,
  draft: DraftId,
  answering: ReadonlyMap<Pseudonym, number>,
): Promise<Pick<Gathered, 'started' | 'finished' | 'declined'>> {
  const { values } = await tx
    .selectFrom('draft_values')
    .select((eb) => eb.fn.countAll().as('values'))
    .where('draft', '=', draft)
    .executeTakeFirstOrThrow();
  const declined = await tx.selectFrom('declines').select('pseudonym').where('draft', '=', draft).execute();
  return {
    started: answering.size,
    finished: [...answering.values()].filter((answered) => answered === Number(values)).length,
    declined: declined.filter(({ pseudonym }) => !answering.has(pseudonym)).length,
  };
}

/** Where messages of the draft arrived. */
interface Told {
  readonly id: PlaceId;
  readonly scope: Scope;
  readonly member: MemberId | null;
  readonly kind: AnnouncementKind;
}

function readTold(tx: Tx, draft: DraftId): Promise<readonly Told[]> {
  return tx
    .selectFrom('announcements')
    .innerJoin('deliveries', 'deliveries.announcement', 'announcements.id')
    .innerJoin('places', 'places.id', 'deliveries.place')
    .where('announcements.draft', '=', draft)
    .where('deliveries.state', '=', 'sent')
    .select(['places.id', 'places.scope', 'places.member', 'announcements.kind'])
    .execute();
}

/** Those who were asked to answer in their personal chat, each once, under the pseudonyms that their answers have. */
async function pseudonymsOf(
  tx: Tx,
  charter: CharterName,
  told: readonly Told[],
): Promise<readonly Pseudonym[]> {
  const { pseudonym_key } = await tx
    .selectFrom('charter_keys')
    .select('pseudonym_key')
    .where('charter', '=', charter)
    .executeTakeFirstOrThrow();
  const key = Buffer.from(pseudonym_key, 'hex');
  const members = told
    .filter(({ kind, scope }) => asking.has(kind) && scope === 'personal')
    .flatMap(({ member }) => member ?? []);
  return [...new Set(members)].map((member) => pseudonymUnder(key, member));
}
