import assert from 'node:assert/strict';

import { crowd } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { groupChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient, tokens } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost, gardenTitles } from './garden-post.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Publishing over the HTTP API on ${databaseNames[dialect]}`, () => {
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

    it('keeps a posted draft as a working copy: nothing is published and nobody is told', async () => {
      const reply = await api.post('/api/charters/quiet/drafts', gardenPost());

      assert.equal(reply.status, 201);
      assert.equal(reply.type, 'application/json');
      assert.deepEqual(
        { ...reply.json, values: reply.json.values?.map(({ title, change }) => [title, change]), report: [] },
        {
          charter: 'quiet',
          draft: null,
          state: 'working-copy',
          title: 'Values of the garden',
          values: gardenTitles.map((title) => [title, 'added']),
          considerations: [],
          removed: [],
          report: [],
          announcement: null,
        },
      );
      assert.ok(reply.json.report?.some(({ message }) => message.includes('Share the harvest')));
      assert.deepEqual((await api.get('/api/charters')).json, { charters: [], deleted: [] });
      assert.equal((await api.get('/api/charters/quiet/drafts/1')).status, 404);
    });

    it('announces a post without values as the beginning of a charter', async () => {
      const reply = await api.publish(
        'opening',
        gardenPost({ values: [], considerations: ['Not a contest'] }),
      );

      assert.equal(reply.status, 201);
      assert.deepEqual([reply.json.draft, reply.json.state, reply.json.values], [null, 'announced', []]);
      assert.deepEqual(
        reply.json.considerations?.map(({ name }) => name),
        ['Not a contest'],
      );
      assert.equal((await api.get(`/api/announcements/${reply.json.announcement ?? ''}`)).json.intended, 1);
    });

    it('publishes a draft, which can be read back word for word', async () => {
      await api.publish('whole', gardenPost({ values: [], considerations: ['Not a contest'] }));

      const published = await api.publish('whole', gardenPost({ title: 'The garden, draft 1' }));
      const draft = await api.get('/api/charters/whole/drafts/1');

      assert.deepEqual([published.status, published.json.draft, published.json.state], [201, 1, 'open']);
      assert.equal(draft.status, 200);
      assert.deepEqual([draft.json.charter, draft.json.draft, draft.json.state], ['whole', 1, 'open']);
      assert.equal(draft.json.title, 'The garden, draft 1');
      assert.deepEqual(
        draft.json.values?.map(({ title }) => title),
        gardenTitles,
      );
      assert.equal(
        draft.json.values[2]?.['text'],
        'Newcomers get a spade first and a lecture later.',
        'spelling and words are as they came',
      );
      assert.deepEqual(
        draft.json.considerations?.map(({ name }) => name),
        ['Not a contest'],
        'the draft keeps what its charter had',
      );
    });

    it('tells what changed since the draft before, and that one is replaced', async () => {
      await api.publish('second', gardenPost());
      const reply = await api.publish(
        'second',
        gardenPost({ values: [...gardenTitles.slice(1), 'Mend tools'] }),
      );

      assert.deepEqual(
        reply.json.values?.map(({ title, change }) => `${String(title)}: ${String(change)}`),
        [...gardenTitles.slice(1).map((title) => `${title}: unchanged`), 'Mend tools: added'],
      );
      assert.equal((await api.get('/api/charters/second/drafts/1')).json.state, 'replaced');
    });

    it('tells changes apart, and the same again when the same request comes again', async () => {
      const [harvest, , dig, gate, rest] = gardenTitles;
      await api.publish('apart', gardenPost());
      const changes = '---\nchanges:\n  - value: Keep the gates open\n    size: spelling\n---\n\n';
      const about = 'Whoever passes by may come in and look around.';
      const source = (changes + gardenPost({ values: [dig, harvest, 'Keep the gates open', rest] })).replace(
        'About: Keep the gates open.',
        about,
      );
      const headers = { 'idempotency-key': 'apart-2' };

      const replies = [
        await api.publish('apart', source, { headers }),
        await api.publish('apart', source, { headers }),
      ];

      for (const { json } of replies) {
        assert.deepEqual(
          json.values?.map(({ id, change, changes: kinds, from, size }) => ({
            id,
            change,
            kinds,
            from,
            size,
          })),
          [
            ...[
              {
                id: 'teach-by-digging',
                change: 'unchanged',
                kinds: [],
                from: ['teach-by-digging'],
                size: null,
              },
              {
                id: 'share-the-harvest',
                change: 'unchanged',
                kinds: ['moved'],
                from: ['share-the-harvest'],
                size: null,
              },
            ],
            { id: slugOf(gate), change: 'title', kinds: ['title'], from: [slugOf(gate)], size: 'spelling' },
            { id: slugOf(rest), change: 'unchanged', kinds: [], from: [slugOf(rest)], size: null },
          ],
        );
        assert.deepEqual(json.removed, [{ id: 'leave-the-soil-better', title: 'Leave the soil better' }]);
      }
      assert.equal(replies[0]?.text, replies[1]?.text);
    });

    it('warns of a change that is declared and is not there', async () => {
      const source = `---\nchanges:\n  - value: Bees\n    size: clearer\n---\n\n${gardenPost()}`;

      const reply = await api.post('/api/charters/warned/drafts', source);

      assert.ok(reply.json.report?.some(({ message }) => message.includes('“Bees”')));
    });

    it('answers 422 with the lines to change, and stores nothing', async () => {
      const source = `${gardenPost()}\n\n### ${'x'.repeat(201)}\n\nToo long a title.\n`;
      const line = source.split('\n').findIndex((text) => text.includes('xxx')) + 1;

      for (const query of ['', '?publish=true']) {
        const reply = await api.post(`/api/charters/refused/drafts${query}`, source);

        assert.equal(reply.status, 422);
        assertProblem(reply, 'post-refused');
        assert.deepEqual(
          reply.json.errors?.map((error) => error.line),
          [line],
        );
        assert.match(reply.json.errors[0]?.message ?? '', /200/);
      }
      assert.ok(!(await api.get('/api/charters')).text.includes('refused'));
      assert.equal(await workingCopy('refused'), undefined);
    });

    it('answers 422 to a text that is none, and to a name that no charter can have', async () => {
      assertProblem(await api.publish('empty', ''), 'post-refused');
      assertProblem(await api.publish('empty', '---\ntitle: [\n---\n# Hello\n'), 'post-refused');
      assertProblem(await api.publish('2nd', gardenPost()), 'charter-name');
      assertProblem(await api.publish('a%20b', gardenPost()), 'charter-name');
      assertProblem(await api.publish('x'.repeat(31), gardenPost()), 'charter-name');
    });

    it('answers 415 to anything but Markdown, and 413 to what is larger than any post', async () => {
      for (const type of ['application/json', 'text/html', 'application/octet-stream']) {
        const reply = await api.publish('types', gardenPost(), { headers: { 'content-type': type } });
        assert.equal(reply.status, 415);
        assertProblem(reply, 'media-type');
      }
      const large = await api.publish('types', 'x'.repeat(1_100_000));
      assert.equal(large.status, 413);
      assertProblem(large, 'too-large');
      assertProblem(await api.publish('types', `# Title\n\n${'x'.repeat(257 * 1024)}`), 'post-refused');
      assert.ok(!(await api.get('/api/charters')).text.includes('types'));
    });

    it('answers the same request under the same Idempotency-Key the same, and tells it once', async () => {
      const headers = { 'idempotency-key': 'monday' };
      await api.publish('again', gardenPost({ values: [], considerations: ['Not a contest'] }));
      const first = await api.publish('again', gardenPost(), { headers });
      const second = await api.publish('again', gardenPost(), { headers });
      await api.publish('again', gardenPost({ considerations: ['Something else'] }));
      const later = await api.publish('again', gardenPost(), { headers });

      assert.equal(first.status, 201);
      assert.deepEqual(second, first);
      assert.deepEqual(later, first, 'also when the charter has gone on since');
      assert.equal((await api.get('/api/charters/again/drafts/3')).status, 404);
    });

    it('answers 409 to another request under the same Idempotency-Key', async () => {
      const headers = { 'idempotency-key': 'tuesday' };
      await api.publish('reused', gardenPost(), { headers });

      const otherText = await api.publish('reused', gardenPost({ title: 'Another text' }), { headers });
      const otherCharter = await api.publish('reused-too', gardenPost(), { headers });

      for (const reply of [otherText, otherCharter]) {
        assert.equal(reply.status, 409);
        assertProblem(reply, 'idempotency-key-reused');
      }
    });

    it("does not mix up the keys of two tokens' holders", async () => {
      const headers = { 'idempotency-key': 'wednesday' };
      const ours = await api.publish('holders', gardenPost(), { headers });
      const theirs = await api.publish('holders', gardenPost(), {
        headers,
        authorization: `Bearer ${tokens.press}`,
      });

      assert.deepEqual([ours.json.draft, theirs.json.draft], [1, 2]);
    });

    it('publishes once when one request comes several times at once', async () => {
      const headers = { 'idempotency-key': 'thursday' };
      const replies = await Promise.all(
        [1, 2, 3, 4].map(() => api.publish('at-once', gardenPost(), { headers })),
      );

      assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([201]));
      assert.equal(new Set(replies.map(({ text }) => text)).size, 1);
      assert.equal((await api.get('/api/charters/at-once/drafts/2')).status, 404);
    });

    it('numbers drafts that are published at once one after another, or asks to try again', async () => {
      const replies = await Promise.all(
        [1, 2, 3, 4].map((each) => api.publish('crowded', gardenPost({ title: `Text ${String(each)}` }))),
      );

      const published = replies.filter(({ status }) => status === 201).map(({ json }) => json.draft);
      assert.ok(published.length >= 1);
      assert.equal(new Set(published).size, published.length, 'no number is given twice');
      for (const reply of replies.filter(({ status }) => status !== 201)) {
        assert.equal(reply.status, 409);
        assertProblem(reply, 'overtaken');
      }
      const states = await Promise.all(
        published.map(
          async (each) => (await api.get(`/api/charters/crowded/drafts/${String(each)}`)).json.state,
        ),
      );
      assert.equal(states.filter((state) => state === 'open').length, 1, 'one draft is open');
    });

    const workingCopy = (charter: string) =>
      stage.bot.ports.workingCopies.find({ charter: charter as never, editor: 'api:scripts' });
  });
}

function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
