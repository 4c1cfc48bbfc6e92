import assert from 'node:assert/strict';

import { slow } from '../support/connector-faults.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost } from './garden-post.js';
import { allSent, settledReport } from './settled-report.js';
import { subscribePlaces } from './subscribed-places.js';

const count = 300;

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`A restart in the middle of sending on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    before(async () => {
      const environment = { ...apiEnvironment, SENDS_PER_SECOND: '300' };
      stage = await startStage({ databaseUrl: url(), environment });
    });
    after(() => stage.stop());

    it('loses no delivery and doubles none', async () => {
      const api = createApiClient(() => stage.origin);
      const places = await subscribePlaces(stage.bot.ports, count, stage.connector.serviceUrl);
      const stopSlowness = stage.connector.inject(slow(40));
      const { json } = await api.publish('garden', gardenPost());

      await stage.connector.waitForAll(40, isSend);
      await stage.restart();
      const between = (await api.get(`/api/announcements/${json.announcement ?? ''}`)).json;
      const sentBefore = stage.connector.calls.filter(isSend).length;
      stopSlowness();
      await stage.connector.waitForAll(count, isSend, { timeout: 10_000 });
      await stage.restart();

      assert.ok(sentBefore < count, 'the restart came in the middle');
      assert.equal(between.intended, count);
      const calls = stage.connector.calls.filter(isSend).map(({ conversation }) => conversation);
      assert.equal(new Set(calls).size, places.length);
      assert.equal(calls.length, count);
      assert.deepEqual(await settledReport(api, json.announcement), allSent(count));
    });
  });
}

function isSend({ operation }: { readonly operation: string }): boolean {
  return operation === 'send';
}
