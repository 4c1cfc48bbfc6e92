import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import type { DraftId, ValueId } from '../domain/draft.js';
import { answers } from '../domain/rating.js';
import {
  fewestChanged,
  isShown,
  mayBeShownAfter,
  type EarlierFigures,
  type Tally,
} from '../domain/results.js';
import type { Tables } from './schema.js';
import { readTally } from './tally.js';

/** Every tally of a value that was ever shown, the last one last. */
type Shown = readonly (readonly Tally[])[];

const shown = z.array(
  z.array(
    z.object({
      value: z.string().transform((value) => value as ValueId),
      answer: z.literal(answers),
      count: z.int(),
    }),
  ),
);

/** Keeps what was to be read of a closed draft. Nobody may rate it meanwhile: the transaction holds its row. */
export async function keepTallies(tx: Transaction<Tables>, draft: DraftId, at: string): Promise<void> {
  const before = await readShown(tx, draft);
  const rows = [...byValue(await readTally(tx, draft))].flatMap(([value, tally]) => {
    const earlier = before.get(value) ?? [];
    const isNew = isShown(tally) && mayBeShownAfter({ changed: changedSince(earlier, tally) });
    return isNew ? [{ draft, value, tally: JSON.stringify([...earlier, tally]), at }] : [];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('tallies_before')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['draft', 'value'])
        .doUpdateSet((eb) => ({ tally: eb.ref('excluded.tally'), at: eb.ref('excluded.at') })),
    )
    .execute();
}

export async function readTalliesBefore(
  query: Kysely<Tables>,
  draft: DraftId,
): Promise<ReadonlyMap<ValueId, EarlierFigures>> {
  const before = await readShown(query, draft);
  if (before.size === 0) return new Map();
  const now = byValue(await readTally(query, draft));
  return new Map(
    [...before].map(([value, earlier]) => [
      value,
      { tally: earlier.at(-1) ?? [], changed: changedSince(earlier, now.get(value) ?? []) },
    ]),
  );
}

async function readShown(query: Kysely<Tables>, draft: DraftId): Promise<ReadonlyMap<ValueId, Shown>> {
  const rows = await query
    .selectFrom('tallies_before')
    .select(['value', 'tally'])
    .where('draft', '=', draft)
    .execute();
  return new Map(rows.map(({ value, tally }) => [value, shown.parse(JSON.parse(tally))]));
}

/** All that was ever shown can be subtracted, not only what was shown last. Without any: infinitely many. */
function changedSince(earlier: Shown, tally: readonly Tally[]): number {
  return Math.min(...earlier.map((each) => fewestChanged(each, tally)));
}

function byValue(tallies: readonly Tally[]): ReadonlyMap<ValueId, readonly Tally[]> {
  const values = new Set(tallies.map(({ value }) => value));
  return new Map([...values].map((id) => [id, tallies.filter(({ value }) => value === id)]));
}
