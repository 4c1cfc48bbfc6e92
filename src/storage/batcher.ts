import { setImmediate as turn } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

const mostTogether = 500;

/**
 * Writes one batch at a time: what arrives while one is being written goes together in the next. So nothing waits for
 * longer than the write before it, and under load many share one transaction. When a batch fails, all in it fail.
 *
 * Begins in a turn of its own: SQLite stops everything while it waits for the disk, and a request whose time has come
 * would stand still between its decision to go and the network.
 */
export function createBatcher<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      await turn();
      const batch = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      await writeBatch(batch);
    }
    writing = false;
  }

  async function writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await write(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void writeAll();
    });
}
