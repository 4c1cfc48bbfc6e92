import assert from 'node:assert/strict';

import { crowd } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { groupChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost } from './garden-post.js';
import { settledReport } from './settled-report.js';

const right = gardenPost();
const slipped = right.replace('Newcomers', 'Newcommers');

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Correcting over the HTTP API on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
      await stage.teams.deliver(
        stage.activities.installation(crowd(1)[0]!, groupChat('Compost heap'), 'add'),
      );
    });
    after(() => stage.stop());

    const corrections = (charter: string, number = 1) =>
      `/api/charters/${charter}/drafts/${String(number)}/corrections`;

    it('puts a slip right at once, says what changed, and edits what was posted', async () => {
      const { json } = await api.publish('slips', slipped);
      await settledReport(api, json.announcement);

      const reply = await api.post(corrections('slips'), right);
      const edit = await stage.connector.waitFor(({ operation }) => operation === 'update');
      const draft = await api.get('/api/charters/slips/drafts/1');

      assert.deepEqual(
        [reply.status, reply.json],
        [200, { charter: 'slips', draft: 1, changes: [{ before: 'Newcommers', after: 'Newcomers' }] }],
      );
      assert.equal(edit.conversation, groupChat('Compost heap').id);
      assert.match(String(draft.json.values?.[2]?.['text']), /^Newcomers get/);
      assert.equal(draft.json.corrections?.length, 1);
      assert.equal((await api.get('/api/charters/slips/drafts/2')).status, 404, 'it is no new draft');
    });

    it('changes nothing when it reads like that already', async () => {
      await api.publish('same', right);

      const reply = await api.post(corrections('same'), right);

      assert.deepEqual([reply.status, reply.json.changes], [200, []]);
    });

    it('answers 409 with the changes to what is more than slips, and changes nothing', async () => {
      await api.publish('more', right);
      const other = right.replace('Newcomers get a spade first', 'Newcomers read the whole manual first');

      const reply = await api.post(corrections('more'), other);

      assert.equal(reply.status, 409);
      assertProblem(reply, 'more-than-slips');
      assert.ok((reply.json.changes?.length ?? 0) > 0);
      const { json } = await api.get('/api/charters/more/drafts/1');
      assert.match(String(json.values?.[2]?.['text']), /^Newcomers get a spade first/);
      assert.deepEqual(json.corrections, []);
    });

    it('answers 422, 415 and 413 as for every post', async () => {
      await api.publish('refused', right);

      const refused = await api.post(corrections('refused'), `${right}\n\n### ${'x'.repeat(201)}\n\nText.\n`);
      const type = { headers: { 'content-type': 'application/json' } };

      assert.equal(refused.status, 422);
      assertProblem(refused, 'post-refused');
      assert.ok((refused.json.errors?.length ?? 0) > 0);
      assertProblem(await api.post(corrections('refused'), right, type), 'media-type');
      assertProblem(await api.post(corrections('refused'), 'x'.repeat(1_100_000)), 'too-large');
    });

    it('answers 409 for a draft that is over, and 404 for one that is not there', async () => {
      await api.publish('over', slipped);
      await api.publish('over', slipped);

      assertProblem(await api.post(corrections('over', 1), right), 'not-current');
      assert.equal((await api.post(corrections('over', 3), right)).status, 404);
      await api.post('/api/charters/over/drafts/2/withdraw');
      const withdrawn = await api.post(corrections('over', 2), right);

      assert.equal(withdrawn.status, 409);
      assertProblem(withdrawn, 'not-current');
    });
  });
}
