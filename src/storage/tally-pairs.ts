import { sql, type Kysely } from 'kysely';

import type { CarriedTally, PairTally } from '../app/results/release-store.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId, ValueId } from '../domain/draft.js';
import type { Tables } from './schema.js';
import { answerOf } from './tally.js';

/** How many gave these two answers. */
interface Pair {
  readonly value: ValueId;
  /** Null: none. */
  readonly now: string | null;
  readonly former: string | null;
  readonly count: number | string;
}

/** What `from` names is a value with the same identity: ratings are carried along with it alone. */
export async function readCarriedTally(
  query: Kysely<Tables>,
  draft: DraftId,
): Promise<readonly CarriedTally[]> {
  const rows = await query
    .selectFrom('ratings')
    .select((eb) => ['value', eb.ref('carried_from').$notNull().as('from'), eb.fn.countAll().as('count')])
    .where('draft', '=', draft)
    .where('answer', 'is not', null)
    .where('carried_from', 'is not', null)
    .groupBy(['value', 'carried_from'])
    .orderBy('value')
    .orderBy('carried_from')
    .execute();
  return rows.map(({ value, from, count }) => ({ value, from: `${from} ${value}`, count: Number(count) }));
}

/**
 * Each value of a draft beside the same value of the draft with the number `base`, member by member. An answer that was
 * carried to this draft is no new one; one that was carried to the draft before stood there.
 */
export async function readPairs(
  query: Kysely<Tables>,
  { draft, charter, base }: { draft: DraftId; charter: CharterName; base: number },
): Promise<readonly PairTally[]> {
  const { id: former } = await query
    .selectFrom('drafts')
    .select('id')
    .where('charter', '=', charter)
    .where('number', '=', base)
    .executeTakeFirstOrThrow();
  // Grouped, not joined: PostgreSQL takes rows that were written a moment ago for few, and would join them one by one.
  const { rows } = await sql<Pair>`
    select value, now, former, count(*) as count
    from (
      select value,
        max(case when draft = ${draft} then answer end) as now,
        max(case when draft = ${draft} then carried_from end) as carried_from,
        max(case when draft = ${former} then answer end) as former
      from ratings
      where draft in (${draft}, ${former}) and answer is not null
      group by pseudonym, value
    ) as both_sides
    where carried_from is null
    group by value, now, former
    having value in (select value from draft_values where draft = ${draft})`.execute(query);
  return summed(rows);
}

function summed(rows: readonly Pair[]): readonly PairTally[] {
  const tallies = new Map<string, PairTally>();
  for (const row of rows) {
    const difference = differenceIn(row);
    if (difference === undefined) continue;
    const key = `${String(difference)} ${row.value}`;
    const count = (tallies.get(key)?.count ?? 0) + Number(row.count);
    tallies.set(key, { value: row.value, difference, count });
  }
  return [...tallies].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, tally]) => tally);
}

/** On the five steps alone; whoever says that a value is not clear has answered it, and has no step. */
function differenceIn({ now, former }: Pair): PairTally['difference'] | undefined {
  const [after, before] = [stepOf(now), stepOf(former)];
  if (after !== undefined && before !== undefined) return after - before;
  if (after !== undefined && former === null) return 'new';
  return before !== undefined && now === null ? 'left' : undefined;
}

function stepOf(answer: string | null): number | undefined {
  const step = answer === null ? undefined : answerOf(answer);
  return typeof step === 'number' ? step : undefined;
}
