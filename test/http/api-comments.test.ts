import assert from 'node:assert/strict';

import { ada, bento, chiara, type CastMember } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { startStage, textOf, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost } from './garden-post.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Comments in the HTTP API on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
      await api.publish('garden', gardenPost());
    });
    after(() => stage.stop());

    const say = async (member: CastMember, text: string): Promise<string> => {
      const [card] = await stage.say(member, personalChat(member), text);
      assert.ok(card, text);
      return textOf(card);
    };
    const read = async () => {
      const reply = await api.get('/api/charters/garden/comments');
      assert.equal(reply.status, 200);
      return reply;
    };

    it('are those that everybody can read, and how many are hidden', async () => {
      await say(bento, 'comment 1 wording: Say what a harvest is.');
      const mark = /moderation publish ([0-9a-f]{6,})/.exec(await say(ada, 'moderation'))?.[1] ?? '';
      await say(chiara, 'comment 1 meaning: Nobody has seen this one.');

      assert.deepEqual((await read()).json, { charter: 'garden', comments: [], hidden: {} });
      await say(ada, `moderation publish ${mark}`);
      const published = await read();

      const { comments = [] } = JSON.parse(published.text) as { comments?: Record<string, unknown>[] };
      const [{ id, value, ...rest } = {}, ...others] = comments;
      assert.deepEqual(
        [rest, others],
        [{ draft: 1, sort: 'wording', text: 'Say what a harvest is.', people: 1 }, []],
      );
      assert.match(String(id), /^[0-9a-f-]{36}$/);
      assert.equal(typeof value, 'string');

      await say(ada, `moderation hide ${mark} attack`);
      assert.deepEqual((await read()).json, { charter: 'garden', comments: [], hidden: { attack: 1 } });
    });

    it('are not found where there is no charter', async () => {
      assertProblem(await api.get('/api/charters/nowhere/comments'), 'not-found');
    });
  });
}
