import assert from 'node:assert/strict';

import { keepAppointments } from '../../src/app/keep-appointments.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost } from './garden-post.js';

const year = new Date().getUTCFullYear() + 1;
/** Nine in the morning, and what that is in UTC where the clock is two hours ahead of it. */
const summer = { local: `${String(year)}-07-01T09:00`, at: `${String(year)}-07-01T07:00:00.000Z` };
const winter = { local: `${String(year)}-01-15 9:00`, at: `${String(year)}-01-15T08:00:00.000Z` };
const zone = 'Europe/Madrid';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Planning over the HTTP API on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({
        databaseUrl: url(),
        environment: { ...apiEnvironment, TIME_ZONE: zone },
      });
    });
    after(() => stage.stop());

    const plan = (charter: string, at: string, post = gardenPost(), more = '') =>
      api.post(`/api/charters/${charter}/drafts?publish=true&at=${encodeURIComponent(at)}${more}`, post);
    const planned = async (charter: string) =>
      (await api.get(`/api/charters/${charter}/appointments`)).json.appointments;
    /** Does what is due at an instant, as the program does by itself. */
    const timeComes = (at: string) =>
      keepAppointments({ ...stage.bot.ports, clock: { now: () => new Date(at) } });

    it('publishes at a time in the time zone of the installation, right in summer and in winter', async () => {
      const first = await plan('garden', summer.local);
      const second = await plan('garden', winter.local);

      assert.deepEqual(
        [first.status, first.json],
        [202, { charter: 'garden', kind: 'publish', at: summer.at, timeZone: zone }],
      );
      assert.equal(second.json.at, winter.at);
      assert.deepEqual(
        await planned('garden'),
        [{ charter: 'garden', kind: 'publish', draft: 1, at: winter.at, timeZone: zone }],
        'the later word counts',
      );
      assert.equal((await api.get('/api/charters/garden/drafts/1')).status, 404, 'and nothing is published');
    });

    it('publishes it when the time has come, once', async () => {
      await plan('kept', winter.local, gardenPost({ title: 'The garden in winter' }), '&tell=everybody');
      await timeComes(winter.at);
      await timeComes(winter.at);

      const draft = await api.get('/api/charters/kept/drafts/1');
      const { announcements } = (await api.get('/api/charters/kept/announcements')).json as {
        announcements?: readonly { audience: string }[];
      };

      assert.deepEqual([draft.json.title, draft.json.state], ['The garden in winter', 'open']);
      assert.deepEqual(
        announcements?.map(({ audience }) => audience),
        ['all'],
      );
      assert.deepEqual(await planned('kept'), []);
    });

    it('takes the zone that the charter has', async () => {
      const post = gardenPost().replace(/^/, '---\ntime-zone: America/Bogota\n---\n\n');
      const reply = await plan('bogota', `${String(year)}-07-01T09:00`, post);

      assert.deepEqual(
        [reply.json.at, reply.json.timeZone],
        [`${String(year)}-07-01T14:00:00.000Z`, 'America/Bogota'],
      );
    });

    it('plans the same once when the same request comes twice', async () => {
      const headers = { 'idempotency-key': 'monday' };
      const path = `/api/charters/twice/drafts?publish=true&at=${summer.local}`;
      const replies = [
        await api.post(path, gardenPost(), { headers }),
        await api.post(path, gardenPost(), { headers }),
      ];

      assert.deepEqual(replies[1], replies[0]);
      assert.equal((await planned('twice'))?.length, 1);
    });

    it('takes back what was planned', async () => {
      await plan('cancelled', summer.local);

      const cancelled = await api.remove('/api/charters/cancelled/appointments/publish');
      const again = await api.remove('/api/charters/cancelled/appointments/publish');

      assert.deepEqual(
        [cancelled.status, cancelled.json],
        [200, { charter: 'cancelled', kind: 'publish', cancelled: true }],
      );
      assert.equal(again.status, 404);
      assertProblem(again, 'no-appointment');
      assert.equal((await api.get('/api/charters/cancelled/appointments')).status, 404, 'nothing is left');
    });

    it('answers 422 to what is no time, and to one that is over', async () => {
      const none = ['tomorrow', '2026-02-30T09:00', `${String(year)}-07-01`, `${summer.local}Z`, '', '9:00'];
      for (const at of [...none, `${String(year)}-07-01T25:00`, `${String(year + 9)}-07-01T09:00`]) {
        const reply = await plan('times', at);
        assert.equal(reply.status, 422, at);
        assertProblem(reply, 'time-unreadable');
      }
      assertProblem(await plan('times', '2020-07-01T09:00'), 'time-past');
      assertProblem(
        await api.post(`/api/charters/times/drafts?at=${summer.local}`, gardenPost()),
        'at-without-publish',
      );
      assertProblem(await plan('times', summer.local, gardenPost(), '&tell=some'), 'audience');
      assertProblem(await plan('times', summer.local, ''), 'post-refused');
      assert.equal((await api.get('/api/charters/times/appointments')).status, 404);
    });

    it('closes a draft at a time, with a reminder before it, and shows what is planned in the order of time', async () => {
      await api.publish('closing', gardenPost());
      await plan('closing', `${String(year)}-08-01T09:00`);

      const closing = await api.post(`/api/charters/closing/drafts/1/close?at=${summer.local}`);

      const reminder = `${String(year)}-06-29T07:00:00.000Z`;
      assert.deepEqual(
        [closing.status, closing.json],
        [202, { charter: 'closing', kind: 'close', at: summer.at, timeZone: zone, reminder }],
      );
      assert.deepEqual(
        (await planned('closing'))?.map(({ kind, draft, at }) => [kind, draft, at]),
        [
          ['remind', 1, reminder],
          ['close', 1, summer.at],
          ['publish', 2, `${String(year)}-08-01T07:00:00.000Z`],
        ],
      );
      assert.equal((await api.get('/api/charters/closing/drafts/1')).json.state, 'open');
      await api.remove('/api/charters/closing/appointments/publish');
      await timeComes(summer.at);
      assert.equal((await api.get('/api/charters/closing/drafts/1')).json.state, 'closed');
    });

    it('tells everybody, or only whom a draft affects, as it is asked', async () => {
      const told = async (query: string): Promise<unknown> => {
        const { json } = await api.post(`/api/charters/told/drafts?publish=true${query}`, gardenPost());
        const report = await api.get(`/api/announcements/${json.announcement ?? ''}`);
        return (report.json as { audience?: string }).audience;
      };

      assert.equal(await told(''), 'affected');
      assert.equal(await told('&tell=affected'), 'affected');
      assert.equal(await told('&tell=everybody'), 'all');
    });

    it('takes another audience under the same Idempotency-Key for another request', async () => {
      const headers = { 'idempotency-key': 'tuesday' };
      await api.publish('audience', gardenPost(), { headers });

      const reply = await api.post(
        '/api/charters/audience/drafts?publish=true&tell=everybody',
        gardenPost(),
        {
          headers,
        },
      );

      assertProblem(reply, 'idempotency-key-reused');
    });
  });
}
