import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Correctable } from '../app/ports.js';
import type { CorrectedWords, Correction } from '../domain/correction.js';
import type { Tables } from './schema.js';

const changes = z.array(z.object({ before: z.string(), after: z.string() }));

export function changesFromJson(json: string): readonly CorrectedWords[] {
  return changes.parse(JSON.parse(json));
}

export function changesToJson(words: readonly CorrectedWords[]): string {
  return JSON.stringify(changes.parse(words));
}

/** Those that were made, in the order in which they were. */
export async function readCorrections(
  query: Kysely<Tables>,
  { draft, announcement }: Correctable,
): Promise<readonly Correction[]> {
  const rows = await query
    .selectFrom('corrections')
    .select((eb) => ['changes', eb.ref('applied_at').$notNull().as('at')])
    .where((eb) => (draft === undefined ? eb('announcement', '=', announcement) : eb('draft', '=', draft)))
    .where('applied_at', 'is not', null)
    .orderBy('revision_before')
    .execute();
  return rows.map((row) => ({ at: row.at, changes: changesFromJson(row.changes) }));
}
