import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { databaseNames, scratchDatabase } from '../support/database.js';
import { difficultTimes } from './difficult-times.js';
import { promisesOf } from './promises.js';
import { runChaos, type ChaosPlan } from './run-chaos.js';

/** The short form; `npm run chaos` is the long one. */
for (const [dialect, processes] of [
  ['sqlite', 1],
  ['postgres', 3],
] as const) {
  describe(`Processes killed at random while Teams is difficult, on ${databaseNames[dialect]}`, function () {
    this.timeout(60_000);
    const url = scratchDatabase(dialect);

    it('lose nobody, tell truly how many, and send twice only what was on its way', async () => {
      const plan: ChaosPlan = {
        databaseUrl: url(),
        seed: process.env['CHAOS_SEED'] ?? randomUUID(),
        ...{ recipients: 300, kills: 5, processes, perSecond: 200 },
        faults: { ...difficultTimes, most: 1 },
        leasesEnd: true,
      };

      const record = await runChaos(plan);

      for (const { promise, broken } of promisesOf(plan, record))
        assert.deepEqual(broken, [], `with the seed ${plan.seed}: ${promise}`);
    });
  });
}
