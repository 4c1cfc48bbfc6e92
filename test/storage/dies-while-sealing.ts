import type { KyselyPlugin } from 'kysely';

import { openDatabase } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { anAnnouncement, noon } from '../contract/made-up.js';

const [url = '', charter = '', most = '0', announcement = ''] = process.argv.slice(2);

let count = 0;

/** Ends the process before its statement of this number, as a machine without power does. */
function dyingAt(statement: number): KyselyPlugin {
  return {
    transformQuery({ node }) {
      count += 1;
      if (count === statement) process.kill(process.pid, 'SIGKILL');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

const database = await openDatabase(url);
const { process: processes } = createStores({
  ...database,
  query: database.query.withPlugin(dyingAt(Number(most))),
});
// Stores prepare statements that they do not run yet.
count = 0;
await processes.seal({
  charter: charter as never,
  announcement: anAnnouncement(charter as never, {
    id: announcement as never,
    kind: 'sealed',
    at: noon(9 * 86_400),
  }),
});
await database.close();
