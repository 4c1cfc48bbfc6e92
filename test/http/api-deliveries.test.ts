import assert from 'node:assert/strict';

import { ada, crowd } from '../support/cast.js';
import { failing, resetting } from '../support/connector-faults.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, groupChat, personalChat, type CastPlace } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient, type ReportedDelivery } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost } from './garden-post.js';
import { settledReport } from './settled-report.js';

const named = [
  'Reading circle',
  'Compost, heap & "friends"',
  '=HYPERLINK("https://example.org")',
  '@mentioned',
];

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`The delivery report over the HTTP API on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    let announcement: string;
    const api = createApiClient(() => stage.origin);
    const broken = groupChat('Reading circle');
    const install = (place: CastPlace) =>
      stage.teams.deliver(stage.activities.installation(ada, place, 'add'));
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
      for (const name of named) await install(groupChat(name));
      await install(channel('General'));
      for (const member of crowd(3)) await stage.say(member, personalChat(member), 'subscribe');
      stage.connector.inject(failing(400, 'BadArgument'), { conversation: broken.id, times: 1 });
      const { json } = await api.publish('garden', gardenPost());
      announcement = json.announcement ?? 'none';
      await settledReport(api, announcement);
    });
    after(() => stage.stop());

    const deliveries = async (): Promise<readonly ReportedDelivery[]> =>
      (await api.get(`/api/announcements/${announcement}/deliveries`)).json.deliveries ?? [];

    it('is whole: every count it has, what was edited since included', async () => {
      const { status, json } = await api.get(`/api/announcements/${announcement}`);

      assert.equal(status, 200);
      assert.deepEqual(
        { ...json, id: '', draft: '', at: '' },
        {
          id: '',
          charter: 'garden',
          kind: 'published',
          draft: '',
          audience: 'affected',
          at: '',
          intended: 8,
          sent: 7,
          waiting: 0,
          sending: 0,
          failed: { BadArgument: 1 },
          skipped: {},
          cancelled: 0,
          possiblyTwice: 0,
          edits: { intended: 0, edited: 0, waiting: 0, failed: {} },
        },
      );
    });

    it('goes down to the last place by name, and names no person', async () => {
      const { status, json, text } = await api.get(`/api/announcements/${announcement}/deliveries`);

      assert.equal(status, 200);
      assert.equal(json.intended, 8);
      const rows = await deliveries();
      assert.equal(
        rows.reduce((sum, { count }) => sum + count, 0),
        8,
      );
      const told = { possiblyTwice: false, edit: null, editReason: null };
      assert.deepEqual(
        rows.find(({ place }) => place === 'Reading circle'),
        {
          place: 'Reading circle',
          scope: 'group',
          state: 'failed',
          reason: 'BadArgument',
          ...told,
          count: 1,
        },
      );
      assert.deepEqual(
        rows.find(({ scope }) => scope === 'personal'),
        { place: null, scope: 'personal', state: 'sent', reason: null, ...told, count: 3 },
      );
      for (const { name, id, aadObjectId } of crowd(3)) {
        for (const trace of [name, id, aadObjectId, personalChat({ ...ada, id }).id]) {
          assert.ok(!text.includes(trace), `no trace of ${name}`);
        }
      }
    });

    it('is CSV for whoever asks for it by type or by name', async () => {
      const byName = await api.get(`/api/announcements/${announcement}/deliveries.csv`);
      const accept = (value: string) =>
        api.get(`/api/announcements/${announcement}/deliveries`, { headers: { accept: value } });

      assert.deepEqual([byName.status, byName.type], [200, 'text/csv']);
      for (const value of [
        'text/csv',
        'TEXT/CSV; charset=utf-8',
        'text/csv, application/json;q=0.5, */*;q=0.1',
      ])
        assert.equal((await accept(value)).text, byName.text, value);
      for (const value of [
        '*/*',
        'application/json',
        'application/json, text/csv',
        'text/csv;q=0',
        'text/html',
      ])
        assert.equal((await accept(value)).type, 'application/json', value);
    });

    it('is CSV as RFC 4180 has it, with the same rows, and no name that a spreadsheet would compute', async () => {
      const { text } = await api.get(`/api/announcements/${announcement}/deliveries.csv`);

      const lines = text.split('\r\n');
      assert.equal(lines[0], 'place,scope,state,reason,possiblyTwice,edit,editReason,count');
      assert.equal(lines.at(-1), '', 'the last line ends too');
      assert.deepEqual(
        lines.slice(1, -1).sort(),
        [
          `"'=HYPERLINK(""https://example.org"")",group,sent,,false,,,1`,
          `"Compost, heap & ""friends""",group,sent,,false,,,1`,
          `'@mentioned,group,sent,,false,,,1`,
          ',personal,sent,,false,,,3',
          'Workshop,channel,sent,,false,,,1',
          'Reading circle,group,failed,BadArgument,false,,,1',
        ].sort(),
      );
    });

    it('is sent again where it failed, and nowhere else', async () => {
      const posts = (): number =>
        stage.connector.calls.filter(({ operation }) => operation === 'send').length;
      const before = posts();

      const retried = await api.post(`/api/announcements/${announcement}/retry`);
      const report = await settledReport(api, announcement);
      const again = await api.post(`/api/announcements/${announcement}/retry`);

      assert.deepEqual([retried.status, retried.json], [200, { announcement, retried: 1 }]);
      assert.deepEqual([report.sent, report.failed], [8, {}]);
      assert.equal(posts(), before + 1);
      assert.deepEqual(again.json, { announcement, retried: 0 });
    });

    it('is not sent to anybody any more once the draft is over, but where it failed before', async () => {
      stage.connector.inject(failing(400, 'BadArgument'), { conversation: broken.id, times: 1 });
      const { json } = await api.publish('over', gardenPost());
      await settledReport(api, json.announcement);
      await api.post('/api/charters/over/drafts/1/withdraw');

      const retried = await api.post(`/api/announcements/${json.announcement ?? ''}/retry`);
      const report = await settledReport(api, json.announcement);

      assert.equal(retried.json.retried, 0);
      assert.deepEqual([report.sent, report.failed], [7, { BadArgument: 1 }]);
    });

    it('says what may have been posted twice', async () => {
      stage.connector.inject(resetting('after'), { conversation: broken.id, times: 1 });
      const { json } = await api.publish('twice', gardenPost());
      await settledReport(api, json.announcement);

      const report = await api.get(`/api/announcements/${json.announcement ?? ''}`);
      const { text } = await api.get(`/api/announcements/${json.announcement ?? ''}/deliveries.csv`);

      assert.deepEqual([report.json.sent, report.json.possiblyTwice], [8, 1]);
      assert.match(text, /^Reading circle,group,sent,,true,,,1\r$/m);
    });

    it('is kept for an announcement of a process, which can be corrected there', async () => {
      await install(channel('General', 'Beehives'));
      const process = gardenPost({
        values: [],
        considerations: ['Not a contest'],
        title: 'A gardn of values',
      });
      const { json } = await api.publish('process', process);
      await settledReport(api, json.announcement);
      const address = `/api/announcements/${json.announcement ?? ''}`;

      const reply = await api.post(`${address}/corrections`, process.replace('gardn', 'garden'));
      const elsewhere = await api.post(`/api/announcements/${announcement}x/corrections`, process);

      assert.deepEqual(
        [reply.status, reply.json],
        [200, { charter: 'process', draft: null, changes: [{ before: 'gardn', after: 'garden' }] }],
      );
      assert.equal(elsewhere.status, 404);
      assertProblem(elsewhere, 'not-found');
    });
  });
}
