import assert from 'node:assert/strict';

import type { Participation } from '../../src/domain/release.js';
import { crowd } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { groupChat, personalChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient, tokens } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost, gardenTitles } from './garden-post.js';
import { allSent, settledReport } from './settled-report.js';

const addresses = [
  ['GET', '/api/charters'],
  ['POST', '/api/charters/garden/drafts'],
  ['GET', '/api/charters/garden/drafts/1'],
  ['GET', '/api/charters/garden/drafts/1/results'],
  ['POST', '/api/charters/garden/drafts/1/close'],
  ['POST', '/api/charters/garden/drafts/1/withdraw'],
  ['POST', '/api/charters/garden/drafts/1/reopen'],
  ['POST', '/api/charters/garden/drafts/1/corrections'],
  ['GET', '/api/charters/garden/announcements'],
  ['GET', '/api/charters/garden/appointments'],
  ['DELETE', '/api/charters/garden/appointments/publish'],
  ['GET', '/api/announcements/some-id'],
  ['GET', '/api/announcements/some-id/deliveries'],
  ['GET', '/api/announcements/some-id/deliveries.csv'],
  ['POST', '/api/announcements/some-id/retry'],
  ['POST', '/api/announcements/some-id/corrections'],
] as const;

describe('The HTTP API without tokens in its configuration', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.stop());

  it('answers 404 at every address, whatever token comes', async () => {
    const api = createApiClient(() => stage.origin);
    for (const [method, path] of addresses) {
      const reply = await api.ask(method, path);
      assert.equal(reply.status, 404, `${method} ${path}`);
      assertProblem(reply, 'not-found');
    }
  });
});

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`The HTTP API on ${databaseNames[dialect]}`, () => {
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

    const rate = async (charter: string, members: number, answer: number): Promise<void> => {
      for (const member of crowd(members)) {
        await stage.say(member, personalChat(member), `rate ${charter} 1 ${String(answer)}`);
      }
    };

    it('answers 401 to a token that is wrong, missing or under another scheme', async () => {
      const wrong = [undefined, '', 'Bearer', 'Bearer nonsense', `Basic ${tokens.scripts}`, tokens.scripts];
      for (const authorization of wrong) {
        for (const [method, path] of addresses) {
          const reply = await api.ask(method, path, undefined, { authorization });
          assert.equal(reply.status, 401, `${method} ${path} ${String(authorization)}`);
          assertProblem(reply, 'unauthorized');
        }
      }
    });

    it('takes the scheme in any spelling, as HTTP does', async () => {
      const reply = await api.get('/api/charters', { authorization: `bearer ${tokens.press}` });
      assert.equal(reply.status, 200);
    });

    it('gives no figures while a draft is open: a problem, and no number of answers', async () => {
      await api.publish('figures', gardenPost());
      await rate('figures', 6, 4);

      const reply = await api.get('/api/charters/figures/drafts/1/results');

      assert.equal(reply.status, 409);
      assertProblem(reply, 'draft-open');
      assert.deepEqual(Object.keys(reply.json).sort(), ['status', 'title', 'type']);
    });

    it('gives the whole distribution once the draft is closed, and closes it once', async () => {
      const closed = await api.post('/api/charters/figures/drafts/1/close');
      const again = await api.post('/api/charters/figures/drafts/1/close');
      const results = await api.get('/api/charters/figures/drafts/1/results');

      assert.deepEqual(
        [closed.status, closed.json],
        [200, { charter: 'figures', draft: 1, state: 'closed' }],
      );
      assert.equal(again.status, 409);
      assertProblem(again, 'draft-not-open');
      const [value] = results.json.values ?? [];
      const { kind, title, counts, n, unclear, noOpinion, topTwoShare } = value ?? {};
      assert.deepEqual(
        { kind, title, counts, n, unclear, noOpinion, topTwoShare },
        {
          kind: 'shown',
          title: 'Share the harvest',
          counts: { 1: 0, 2: 0, 3: 0, 4: 6, 5: 0 },
          n: 6,
          unclear: 0,
          noOpinion: 0,
          topTwoShare: 1,
        },
      );
      const { median, mean, agreement, interval, badge } = value ?? {};
      assert.deepEqual([median, mean, agreement, interval, badge], [4, 4, 1, undefined, undefined]);
      const { participation } = results.json as unknown as { participation: Participation };
      const { started, finished, declined, asked } = participation;
      assert.deepEqual(
        { started, finished, declined, asked },
        {
          started: { kind: 'exactly', count: 6 },
          finished: { kind: 'fewer-than', count: 5 },
          declined: { kind: 'fewer-than', count: 5 },
          asked: { people: { kind: 'exactly', count: 6 }, by: 'reached-or-answered' },
        },
      );
    });

    it('shows nothing of a value with fewer than five answers, whatever else was answered', async () => {
      await api.publish('few', gardenPost());
      await rate('few', 4, 5);
      for (const member of crowd(20).slice(4)) {
        await stage.say(member, personalChat(member), 'rate few 1 unclear');
      }
      await api.post('/api/charters/few/drafts/1/close');

      const { json } = await api.get('/api/charters/few/drafts/1/results');

      for (const [index, value] of (json.values ?? []).entries()) {
        assert.deepEqual(Object.keys(value).sort(), ['kind', 'title', 'value']);
        assert.deepEqual([value['kind'], value['title']], ['hidden', gardenTitles[index]]);
      }
    });

    it('withdraws an open draft, whose results nobody gets then', async () => {
      await api.publish('taken-back', gardenPost());

      const withdrawn = await api.post('/api/charters/taken-back/drafts/1/withdraw');
      const closed = await api.post('/api/charters/taken-back/drafts/1/close');
      const results = await api.get('/api/charters/taken-back/drafts/1/results');

      assert.deepEqual([withdrawn.status, withdrawn.json.state], [200, 'withdrawn']);
      assertProblem(closed, 'draft-not-open');
      assert.equal(results.status, 409);
      assertProblem(results, 'draft-withdrawn');
    });

    it('opens a closed draft again, which hides its results, and tells nobody without need', async () => {
      await api.publish('again', gardenPost());
      assertProblem(await api.post('/api/charters/again/drafts/1/reopen'), 'draft-not-closed');
      await api.post('/api/charters/again/drafts/1/close');

      assertProblem(await api.post('/api/charters/again/drafts/1/reopen?tell=nobody'), 'audience');
      const reopened = await api.post('/api/charters/again/drafts/1/reopen');
      const results = await api.get('/api/charters/again/drafts/1/results');
      const { audience } = (await api.get(`/api/announcements/${reopened.json.announcement ?? ''}`)).json as {
        audience?: string;
      };

      assert.deepEqual([reopened.status, reopened.json.state], [200, 'open']);
      assert.equal(audience, 'affected');
      assertProblem(results, 'draft-open');
      assertProblem(await api.post('/api/charters/again/drafts/1/reopen'), 'draft-not-closed');
    });

    it('tells everybody that a draft is open again, when asked to', async () => {
      await api.publish('loud', gardenPost());
      await api.post('/api/charters/loud/drafts/1/close');

      const { json } = await api.post('/api/charters/loud/drafts/1/reopen?tell=everybody');

      assert.deepEqual(await settledReport(api, json.announcement), allSent(1));
    });

    it('reports the deliveries of an announcement so that they add up, at any moment', async () => {
      const { json } = await api.publish('told', gardenPost());
      const { json: early } = await api.get(`/api/announcements/${json.announcement ?? ''}`);
      const others = [...Object.values(early.failed ?? {}), ...Object.values(early.skipped ?? {})];
      const { sent = 0, waiting = 0, sending = 0, cancelled = 0 } = early;

      assert.equal(early.intended, 1);
      assert.equal(
        [...others, sent, waiting, sending, cancelled].reduce((sum, count) => sum + count),
        1,
      );
      assert.deepEqual(await settledReport(api, json.announcement), allSent(1));
      const listed = await api.get('/api/charters/told/announcements');
      assert.ok(listed.text.includes(json.announcement ?? 'none'));
    });

    it('answers problem+json of a stable type to everything it does not have', async () => {
      const unknown = [
        ['GET', '/api/charters/nobody/drafts/1'],
        ['GET', '/api/charters/whole/drafts/99'],
        ['GET', '/api/charters/whole/drafts/0'],
        ['GET', '/api/charters/whole/drafts/1e3'],
        ['GET', '/api/charters/whole/drafts/999999999999'],
        ['GET', '/api/charters/%2e%2e/drafts/1'],
        ['GET', '/api/charters/..%2f..%2fhealthz/drafts/1'],
        ['POST', '/api/charters/nobody/drafts/1/close'],
        ['POST', '/api/charters/nobody/drafts/1/withdraw'],
        ['POST', '/api/charters/nobody/drafts/1/reopen'],
        ['GET', '/api/charters/nobody/announcements'],
        ['GET', '/api/charters/nobody/appointments'],
        ['GET', '/api/charters/%2e%2e/appointments'],
        ['DELETE', '/api/charters/whole/appointments/holiday'],
        ['GET', '/api/announcements/nothing'],
        ['GET', '/api/announcements/nothing/deliveries'],
        ['GET', '/api/announcements/nothing/deliveries.csv'],
        ['POST', '/api/announcements/nothing/retry'],
        ['GET', '/api'],
        ['GET', '/api/charters/whole/drafts/1/nothing'],
        ['GET', '/api/charters/%zz/drafts/1'],
        ['GET', '/'],
      ] as const;
      for (const [method, path] of unknown) {
        const reply = await api.ask(method, path);
        assert.equal(reply.status, 404, `${method} ${path}`);
        assertProblem(reply, 'not-found');
      }
      for (const [method, path] of [
        ['DELETE', '/api/charters/whole/drafts/1'],
        ['PUT', '/api/charters/whole/drafts'],
        ['GET', '/api/announcements/nothing/retry'],
        ['POST', '/api/announcements/nothing/deliveries'],
        ['GET', '/api/messages'],
      ] as const) {
        const reply = await api.ask(method, path);
        assert.equal(reply.status, 405, `${method} ${path}`);
        assertProblem(reply, 'method-not-allowed');
      }
    });
  });
}
