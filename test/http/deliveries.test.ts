import assert from 'node:assert/strict';

import type { Dialect } from '../../src/storage/dialect.js';
import type { Fault } from '../support/connector-faults.js';
import { failing, resetting, throttled, writesBlocked } from '../support/connector-faults.js';
import { ada, bento } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { startLoopbackServer, answerJson } from '../support/loopback-server.js';
import { channel, groupChat, personalChat, type CastPlace } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost } from './garden-post.js';
import { allSent, settledReport } from './settled-report.js';
import { subscribePlaces } from './subscribed-places.js';

interface Difficulty {
  readonly name: string;
  readonly fault: Fault;
  /** What became of it: how many posts it took, and the reason why there was no use in more. */
  readonly posts: number;
  readonly reason?: string;
  /** No answer told whether the first one arrived. */
  readonly possiblyTwice?: true;
}

const difficulties: readonly Difficulty[] = [
  { name: 'a moment of 412', fault: failing(412, 'PreconditionFailed'), posts: 2 },
  { name: 'a moment of 429', fault: throttled(1), posts: 2 },
  { name: 'a moment of 502', fault: failing(502, 'ServiceError'), posts: 2, possiblyTwice: true },
  { name: 'a moment of 503', fault: failing(503), posts: 2 },
  { name: 'a moment of 504', fault: failing(504), posts: 2, possiblyTwice: true },
  { name: 'a connection cut before', fault: resetting('before'), posts: 2, possiblyTwice: true },
  { name: 'a connection cut after', fault: resetting('after'), posts: 2, possiblyTwice: true },
  { name: '500', fault: failing(500, 'ServiceError'), posts: 1, reason: 'ServiceError' },
  { name: '500 without a code', fault: failing(500), posts: 1, reason: 'http-500' },
  { name: '400', fault: failing(400, 'BadArgument'), posts: 1, reason: 'BadArgument' },
  { name: '401', fault: failing(401, 'BotNotRegistered'), posts: 1, reason: 'BotNotRegistered' },
  { name: '413', fault: failing(413, 'MessageSizeTooBig'), posts: 1, reason: 'too-large' },
  { name: 'a blocked bot', fault: writesBlocked(), posts: 1, reason: 'blocked' },
  {
    name: 'a bot blocked by a member',
    fault: failing(403, 'ConversationBlockedByUser'),
    posts: 1,
    reason: 'blocked',
  },
  {
    name: 'a removed bot',
    fault: failing(403, 'BotNotInConversationRoster'),
    posts: 1,
    reason: 'uninstalled',
  },
  {
    name: 'a bot switched off',
    fault: failing(403, 'BotDisabledByAdmin'),
    posts: 1,
    reason: 'disabled-by-admin',
  },
  {
    name: 'a bot not installed there',
    fault: failing(403, 'ForbiddenOperationException'),
    posts: 1,
    reason: 'uninstalled',
  },
  {
    name: 'another 403',
    fault: failing(403, 'NotEnoughPermissions'),
    posts: 1,
    reason: 'NotEnoughPermissions',
  },
  {
    name: 'a host that is not allowed',
    fault: failing(403, 'InvalidBotApiHost'),
    posts: 1,
    reason: 'host-not-allowed',
  },
  { name: '404', fault: failing(404, 'ConversationNotFound'), posts: 1, reason: 'not-found' },
  { name: '404 without a code', fault: failing(404), posts: 1, reason: 'not-found' },
  { name: '418', fault: failing(418), posts: 1, reason: 'http-418' },
];

for (const dialect of ['sqlite', 'postgres'] satisfies Dialect[]) {
  describe(`Deliveries on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    let charter: string;
    let made = 0;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      const environment = { ...apiEnvironment, SENDS_PER_SECOND: '200' };
      stage = await startStage({ databaseUrl: url(), environment });
    });
    after(() => stage.stop());
    beforeEach(() => {
      made += 1;
      charter = `garden-${String(made)}`;
    });

    const install = (place: CastPlace) =>
      stage.teams.deliver(stage.activities.installation(ada, place, 'add'));
    const remove = (place: CastPlace) =>
      stage.teams.deliver(stage.activities.installation(ada, place, 'remove'));
    /** A group chat that hears this test's charter and no other. */
    async function hearing(name: string): Promise<CastPlace> {
      const place = groupChat(`${name} ${charter}`);
      await stage.say(bento, place, `subscribe ${charter}`);
      return place;
    }
    async function charterIsThere(): Promise<void> {
      await api.publish(charter, gardenPost({ values: [] }));
    }
    const publish = async (): Promise<string> =>
      (await api.publish(charter, gardenPost())).json.announcement ?? '';
    const postsTo = (place: CastPlace) =>
      stage.connector.calls.filter(
        ({ operation, conversation }) =>
          (operation === 'send' || operation === 'create') && conversation?.split(';')[0] === place.id,
      );

    it('try again what may pass, give up on what will not, with one post for each try', async () => {
      const places = difficulties.map(({ name }, index) =>
        index % 2 === 0 ? groupChat(name) : channel(name, `Team ${String(index)}`),
      );
      for (const place of places) await install(place);
      for (const [index, { fault, reason }] of difficulties.entries()) {
        stage.connector.inject(fault, {
          conversation: places[index]!.id,
          ...(reason === undefined ? { times: 1 } : {}),
        });
      }
      const welcomes = places.map((place) => postsTo(place).length);

      const report = await settledReport(api, await publish());
      for (const place of places) await remove(place);

      const posts = places.map((place, index) => postsTo(place).length - welcomes[index]!);
      assert.deepEqual(
        difficulties.map(({ name }, index) => `${name}: ${String(posts[index])}`),
        difficulties.map(({ name, posts: expected }) => `${name}: ${String(expected)}`),
      );
      const reasons = difficulties.flatMap(({ reason }) => reason ?? []);
      const failed = Object.fromEntries(
        [...new Set(reasons)]
          .sort((a, b) => a.localeCompare(b))
          .map((reason) => [reason, reasons.filter((each) => each === reason).length]),
      );
      const intended = difficulties.length;
      const possiblyTwice = difficulties.filter((each) => each.possiblyTwice).length;
      assert.deepEqual(report, {
        ...allSent(intended),
        sent: intended - reasons.length,
        failed,
        possiblyTwice,
      });
    }).timeout(30_000);

    it('leave one line in the log for each post that did not arrive, which names nobody', async () => {
      await charterIsThere();
      const place = await hearing('Secret circle');
      const fault = failing(400, 'BadArgument', 'Secret circle said Share the harvest to Ada Osei');
      stage.connector.inject(fault, { conversation: place.id });
      const before = stage.logged.length;
      await settledReport(api, await publish());

      const lines = stage.logged.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);

      const [warning, ...others] = lines.filter(({ level }) => level === 'warn');
      assert.deepEqual(others, []);
      assert.deepEqual(
        { ...warning, time: '' },
        {
          level: 'warn',
          time: '',
          outcome: 'refused',
          reason: 'BadArgument',
          msg: 'an announcement did not arrive',
        },
      );
    });

    it('reach a place once, though it subscribed to all and to this charter too', async () => {
      await charterIsThere();
      const place = await hearing('Reading circle');
      await stage.say(bento, place, 'subscribe');
      await stage.say(bento, place, `subscribe ${charter}`);
      const before = postsTo(place).length;

      const report = await settledReport(api, await publish());
      await remove(place);

      assert.deepEqual(report, allSent(1));
      assert.equal(postsTo(place).length, before + 1);
    });

    it('never go to a host that is not allowed, though its address is stored', async () => {
      let asked = 0;
      const elsewhere = await startLoopbackServer((_request, response) => {
        asked += 1;
        answerJson(response, 201, { id: '1' });
        return Promise.resolve();
      });
      const serviceUrl = elsewhere.origin.replace('127.0.0.1', 'localhost');
      const places = await subscribePlaces(stage.bot.ports, 2, serviceUrl);

      const report = await settledReport(api, await publish());
      await elsewhere.stop();
      const at = new Date().toISOString();
      for (const place of places) await stage.bot.ports.places.park({ place, at, reason: 'uninstalled' });

      assert.equal(asked, 0);
      assert.deepEqual(report, { ...allSent(2), sent: 0, failed: { 'host-not-allowed': 2 } });
    });

    for (const [how, comeBack] of [
      ['somebody writes there', (place: CastPlace) => stage.say(bento, place, 'help')],
      ['the bot is added again', (place: CastPlace) => install(place)],
    ] as const) {
      it(`leave a place alone that cannot be reached, until ${how}`, async () => {
        await charterIsThere();
        const place = await hearing('Quiet circle');
        const wellAgain = stage.connector.inject(writesBlocked(), { conversation: place.id });
        const first = await settledReport(api, await publish());
        wellAgain();
        const tries = postsTo(place).length;

        const meanwhile = await settledReport(api, await publishAgain());
        assert.equal(postsTo(place).length, tries, 'nothing is tried');
        await comeBack(place);
        const back = await settledReport(api, await publishAgain());
        await remove(place);

        assert.deepEqual(first, { ...allSent(1), sent: 0, failed: { blocked: 1 } });
        assert.deepEqual(meanwhile, allSent(0));
        assert.deepEqual(back, allSent(1));
      });
    }

    /** The frame of the process, once more: everybody is told. */
    async function publishAgain(): Promise<string> {
      return (await api.publish(charter, gardenPost({ values: [] }))).json.announcement ?? '';
    }

    it('edit every copy when the draft is withdrawn, and count those that cannot be', async () => {
      await charterIsThere();
      const circle = await hearing('Reading circle');
      const gone = await hearing('Tidy circle');
      const busy = await hearing('Busy circle');
      const announcement = await publish();
      await settledReport(api, announcement);
      stage.connector.inject(failing(404, 'ActivityNotFoundInConversation'), { conversation: gone.id });
      stage.connector.inject(failing(503), { conversation: busy.id, operation: 'update', times: 1 });

      await api.post(`/api/charters/${charter}/drafts/1/withdraw`);
      await stage.connector.waitForAll(
        2,
        (call) => call.operation === 'update' && call.outcome === 200 && isOneOf([circle, busy], call),
        { timeout: 10_000 },
      );

      const [copy] = stage.connector.messages(circle.id).slice(-1);
      assert.equal(copy?.earlier.length, 1);
      assert.match(JSON.stringify(copy.activity), /withdrawn/);
      const report = await editsSettled(announcement);
      assert.deepEqual(report, {
        intended: 3,
        edited: 2,
        waiting: 0,
        failed: { 'message-gone': 1 },
      });
    });

    async function editsSettled(announcement: string): Promise<unknown> {
      for (;;) {
        const { edits } = (await api.get(`/api/announcements/${announcement}`)).json;
        if (edits?.['waiting'] === 0) return edits;
      }
    }

    it('edit posts of channels in the thread that they began', async () => {
      await charterIsThere();
      const place = channel('Plans', `Team of ${charter}`);
      await install(place);
      const announcement = await publish();
      await settledReport(api, announcement);

      await api.post(`/api/charters/${charter}/drafts/1/close`);
      await editsSettled(announcement);
      await remove(place);

      const [copy] = stage.connector.messages(place.id).slice(-1);
      assert.equal(copy?.earlier.length, 1);
    });

    it('are told to a facilitator as they stand, down to the last place', async () => {
      await charterIsThere();
      const blocked = await hearing('Reading circle');
      await hearing('Writing circle');
      stage.connector.inject(writesBlocked(), { conversation: blocked.id });
      await settledReport(api, await publish());

      const [card] = await stage.say(ada, personalChat(ada), `deliveries ${charter}`);

      const text = JSON.stringify(card);
      assert.match(text, /1 of 2 places reached/);
      assert.match(text, /Reading circle.*the bot is blocked there/);
    });

    it('are counted for operators', async () => {
      const text = await (await fetch(`${stage.origin}/metrics`)).text();

      for (const outcome of ['sent', 'throttled', 'busy', 'unclear', 'gone', 'refused', 'moved'])
        assert.match(text, new RegExp(`^touchstone_sends_total\\{outcome="${outcome}"\\} [1-9]`, 'm'));
      for (const outcome of ['sent', 'busy', 'refused'])
        assert.match(text, new RegExp(`^touchstone_edits_total\\{outcome="${outcome}"\\} [1-9]`, 'm'));
      assert.match(text, /^touchstone_queue_length 0$/m);
      assert.match(text, /^touchstone_queue_age_seconds 0$/m);
      assert.match(text, /^touchstone_turn_wait_seconds_count [1-9]/m);
      assert.match(text, /^touchstone_database_errors_total \d+$/m);
    });
  });
}

function isOneOf(
  places: readonly CastPlace[],
  { conversation }: { conversation: string | undefined },
): boolean {
  return places.some(({ id }) => id === conversation);
}
