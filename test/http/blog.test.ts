import assert from 'node:assert/strict';

import { blog } from '../../src/command-line/blog.js';
import { CommandError } from '../../src/command-line/client.js';
import { databaseNames } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { ada } from '../support/cast.js';
import { textOf } from '../support/touchstone.js';
import { tokens } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { openDraftOn } from './open-draft.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`What goes to a blog on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);
    const path = (part = '') => `/api/charters/${on.charter}/blog${part}`;
    const run = (operand?: string, options = {}) =>
      blog({
        ...{ bot: { url: on.stage.origin, token: tokens.scripts }, databaseUrl: undefined },
        ...{ charter: on.charter, operand, options },
      });

    it('is listed, and each part is Markdown', async () => {
      assert.deepEqual((await on.api.get(path())).json, { charter: on.charter, parts: ['banner', 'post'] });

      const banner = await on.api.get(path('/banner'));
      assert.deepEqual([banner.status, banner.type], [200, 'text/markdown']);
      assert.match(banner.text, /^> Our draft of Values of the garden is now available \[here\]\(http/);
      assert.match((await on.api.get(path('/banner?language=es'))).text, /^> Nuestro borrador/);
    });

    it('has no part before there is something to say, and none that nobody knows', async () => {
      assertProblem(await on.api.get(path('/adopted')), 'no-such-part');
      assertProblem(await on.api.get(path('/poem')), 'not-found');
      assertProblem(await on.api.get('/api/charters/nowhere/blog'), 'not-found');
    });

    it('can be imported again, and reads as the same draft', async () => {
      const { text } = await on.api.get(path('/post'));
      const before = (await on.api.get(`/api/charters/${on.charter}/drafts/1`)).json as { values: unknown };
      await on.api.publish(on.charter, text);
      const after = (await on.api.get(`/api/charters/${on.charter}/drafts/2`)).json as { values: unknown };

      assert.deepEqual(after.values, before.values);
      assert.equal((await on.api.get(path('/post'))).text, text);
    });

    it('is printed by the command line', async () => {
      assert.match(await run('post'), /^---\ntitle: Values of the garden\n/);
      assert.match(await run('banner', { language: 'es' }), /^> Nuestro/);
      assert.match(await run(), /^npx touchstone blog banner --charter garden-\d+\nnpx touchstone blog post/);
      await assert.rejects(run('poem'), CommandError);
      await assert.rejects(run('adopted'), /nothing yet to say/);
    });

    it('stands on a card for whoever facilitates', async () => {
      const [card] = await on.stage.say(ada, personalChat(ada), `blog ${on.charter}`);

      assert.match(textOf(card!), /For our blog/);
      assert.match(JSON.stringify(card), /Our draft of Values of the garden is now available/);
    });
  });
}
