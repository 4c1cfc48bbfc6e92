import type { CompiledQuery, QueryResult } from 'kysely';

import type { Database } from './database.js';

/** What belongs together, and who waits for it. */
interface Unit {
  readonly queries: readonly CompiledQuery[];
  readonly resolve: (results: readonly QueryResult<unknown>[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Runs a few short queries one after the other; resolves when what they wrote is on the disk. */
export type GroupCommit = (queries: readonly CompiledQuery[]) => Promise<readonly QueryResult<unknown>[]>;

/**
 * Writes that arrive in the same turn of the event loop share one transaction, all or none: SQLite then waits for the
 * disk once for all of them, which takes longer than the writing. PostgreSQL does the same by itself, across its
 * connections.
 */
export function createGroupCommit({ query, runTogether }: Database): GroupCommit {
  if (runTogether === undefined) return (queries) => oneAfterTheOther(query, queries);
  let waiting: Unit[] = [];

  async function commit(): Promise<void> {
    const group = waiting;
    waiting = [];
    try {
      const results = await query.connection().execute(() => Promise.resolve(runTogether?.(group) ?? []));
      group.forEach(({ resolve }, index) => resolve(results[index] ?? []));
    } catch (error) {
      group.forEach(({ reject }) => reject(error));
    }
  }

  return (queries) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void commit());
      waiting.push({ queries, resolve, reject });
    });
}

async function oneAfterTheOther(
  query: Database['query'],
  queries: readonly CompiledQuery[],
): Promise<readonly QueryResult<unknown>[]> {
  const results: QueryResult<unknown>[] = [];
  for (const each of queries) results.push(await query.executeQuery(each));
  return results;
}
