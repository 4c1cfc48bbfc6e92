import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { databaseNames, scratchDatabase } from '../support/database.js';

/**
 * The same tests for two programs that share a database of each kind. On SQLite they share its connection as well:
 * a second one in this process would wait for the first without letting it go on.
 */
export function onTwoPrograms(
  what: string,
  tests: (programs: () => readonly [Stores, Stores]) => void,
): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`${what}, two programs on ${databaseNames[dialect]}`, () => {
      const open: Database[] = [];
      after(() => Promise.all(open.map((database) => database.close())));
      const url = scratchDatabase(dialect);
      let programs: readonly [Stores, Stores] | undefined;
      before(async () => {
        const one = await openDatabase(url());
        open.push(one);
        const other = dialect === 'sqlite' ? one : await openDatabase(url());
        if (other !== one) open.push(other);
        programs = [createStores(one), createStores(other)];
      });
      tests(() => {
        if (!programs) throw new Error('The programs are there from the first hook on.');
        return programs;
      });
    });
  }
}
