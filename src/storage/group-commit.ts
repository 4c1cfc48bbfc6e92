import type { Database } from './database.js';

type Query = Database['query'];

interface Waiting {
  /** Does the work in a transaction; answers what to do once it is committed. */
  readonly run: (transaction: Query) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/** Runs a small write; resolves when it is on the disk. */
export type GroupCommit = <T>(write: (query: Query) => Promise<T>) => Promise<T>;

/**
 * Small writes that arrive in the same turn of the event loop are committed together: SQLite then waits for the disk
 * once for all of them, which takes longer than the writing. A write that fails leaves the others as they are.
 * PostgreSQL has a connection for each and does the same by itself.
 */
export function createGroupCommit({ query, dialect }: Database): GroupCommit {
  if (dialect === 'postgres') return (write) => write(query);
  let waiting: Waiting[] = [];

  async function commit(): Promise<void> {
    const group = waiting;
    waiting = [];
    try {
      const done = await query.transaction().execute((transaction) => runAll(group, transaction));
      done.forEach((tell) => tell());
    } catch (error) {
      group.forEach(({ fail }) => fail(error));
    }
  }

  return (write) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void commit());
      const run = async (transaction: Query): Promise<() => void> => {
        const value = await write(transaction);
        return () => resolve(value);
      };
      waiting.push({ run, fail: reject });
    });
}

async function runAll(group: readonly Waiting[], transaction: Query): Promise<readonly (() => void)[]> {
  const done: (() => void)[] = [];
  for (const { run, fail } of group) {
    done.push(await run(transaction).catch((error: unknown) => () => fail(error)));
  }
  return done;
}
