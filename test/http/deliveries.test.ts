import assert from 'node:assert/strict';

import type { Fault } from '../support/connector-faults.js';
import { failing, resetting, throttled, writesBlocked } from '../support/connector-faults.js';
import { ada, bento } from '../support/cast.js';
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
}

const difficulties: readonly Difficulty[] = [
  { name: 'a moment of 412', fault: failing(412, 'PreconditionFailed'), posts: 2 },
  { name: 'a moment of 502', fault: failing(502, 'ServiceError'), posts: 2 },
  { name: 'a moment of 503', fault: failing(503), posts: 2 },
  { name: 'a moment of 504', fault: failing(504), posts: 2 },
  { name: 'a connection cut before', fault: resetting('before'), posts: 2 },
  { name: 'a connection cut after', fault: resetting('after'), posts: 2 },
  { name: '500', fault: failing(500, 'ServiceError'), posts: 1, reason: 'ServiceError' },
  { name: '500 without a code', fault: failing(500), posts: 1, reason: 'http-500' },
  { name: '400', fault: failing(400, 'BadArgument'), posts: 1, reason: 'BadArgument' },
  { name: '413', fault: failing(413, 'MessageSizeTooBig'), posts: 1, reason: 'too-large' },
  { name: 'a blocked bot', fault: writesBlocked(), posts: 1, reason: 'blocked' },
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
    name: 'another 403',
    fault: failing(403, 'NotEnoughPermissions'),
    posts: 1,
    reason: 'NotEnoughPermissions',
  },
  { name: '404', fault: failing(404, 'ConversationNotFound'), posts: 1, reason: 'not-found' },
  { name: '404 without a code', fault: failing(404), posts: 1, reason: 'not-found' },
  { name: '418', fault: failing(418), posts: 1, reason: 'http-418' },
];

describe('Deliveries', () => {
  let stage: Stage;
  const api = createApiClient(() => stage.origin);
  beforeEach(async () => {
    stage = await startStage({ environment: { ...apiEnvironment, SENDS_PER_SECOND: '200' } });
  });
  afterEach(() => stage.stop());

  const install = (place: CastPlace) => stage.teams.deliver(stage.activities.installation(ada, place, 'add'));
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
    const { json } = await api.publish('garden', gardenPost());

    const report = await settledReport(api, json.announcement);

    const posts = places.map((place, index) => postsTo(place).length - welcomes[index]!);
    assert.deepEqual(
      difficulties.map(({ name }, index) => `${name}: ${String(posts[index])}`),
      difficulties.map(({ name, posts: expected }) => `${name}: ${String(expected)}`),
    );
    const reasons = difficulties.flatMap(({ reason }) => reason ?? []);
    const failed = Object.fromEntries(
      [...new Set(reasons)].map((reason) => [reason, reasons.filter((each) => each === reason).length]),
    );
    const intended = difficulties.length;
    assert.deepEqual(report, { ...allSent(intended), sent: intended - reasons.length, failed });
  }).timeout(30_000);

  it('leave one line in the log for each post that did not arrive, which names nobody', async () => {
    await install(groupChat('Secret circle'));
    stage.connector.inject(failing(400, 'BadArgument', 'Secret circle said Share the harvest to Ada Osei'));
    const { json } = await api.publish('garden', gardenPost());
    await settledReport(api, json.announcement);

    const lines = stage.logged.map((line) => JSON.parse(line) as Record<string, unknown>);

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
    const place = groupChat('Reading circle');
    await api.publish('garden', gardenPost({ values: [] }));
    await install(place);
    await stage.say(bento, place, 'subscribe');
    await stage.say(bento, place, 'subscribe garden');
    const before = postsTo(place).length;

    const { json } = await api.publish('garden', gardenPost());

    assert.deepEqual(await settledReport(api, json.announcement), allSent(1));
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
    await subscribePlaces(stage.bot.ports, 2, serviceUrl);
    await install(groupChat('Reading circle'));

    const { json } = await api.publish('garden', gardenPost());
    const report = await settledReport(api, json.announcement);
    await elsewhere.stop();

    assert.equal(asked, 0);
    assert.deepEqual(report, { ...allSent(3), sent: 1, failed: { 'host-not-allowed': 2 } });
  });

  it('stop for everybody in the tenant while Teams asks to wait', async () => {
    const count = 40;
    await subscribePlaces(stage.bot.ports, count, stage.connector.serviceUrl);
    stage.connector.inject(throttled(1), { conversation: '19:circle-7@thread.v2', times: 1 });

    const { json } = await api.publish('garden', gardenPost());
    const report = await settledReport(api, json.announcement);

    const calls = stage.connector.calls.filter(({ operation }) => operation === 'send');
    const refused = calls.findIndex(({ outcome }) => outcome === 429);
    const gaps = calls.slice(1).map(({ at }, index) => at - calls[index]!.at);
    assert.deepEqual(report, allSent(count));
    assert.equal(calls.length, count + 1);
    const longest = gaps.indexOf(Math.max(...gaps));
    assert.ok(gaps[longest]! > 900, `the pause was ${String(Math.round(gaps[longest]!))} ms`);
    assert.ok(longest - refused <= 3, 'nobody but those on their way was sent to after the refusal');
  });

  it('wait for a while of their own when Teams does not say how long', async () => {
    await subscribePlaces(stage.bot.ports, 1, stage.connector.serviceUrl);
    stage.connector.inject(throttled(), { times: 1 });

    const { json } = await api.publish('garden', gardenPost());
    const report = await settledReport(api, json.announcement);

    const [first, second] = stage.connector.calls.filter(({ operation }) => operation === 'send');
    assert.deepEqual(report, allSent(1));
    assert.ok(second!.at - first!.at > 900);
  });

  it('stay within what Teams allows for a tenant, at the usual pace', async () => {
    await stage.stop();
    stage = await startStage({ environment: { ...apiEnvironment, SENDS_PER_SECOND: '' } });
    await subscribePlaces(stage.bot.ports, 80, stage.connector.serviceUrl);

    const { json } = await api.publish('garden', gardenPost());
    await settledReport(api, json.announcement);

    const times = stage.connector.calls.filter(({ operation }) => operation === 'send').map(({ at }) => at);
    const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 900).length));
    assert.ok(most <= 50, `${String(most)} posts came within 0.9 seconds`);
    assert.ok(times.at(-1)! - times[0]! < 3_000, 'and it is not much slower than it may be');
  });

  it('are told to a facilitator as they stand, down to the last place', async () => {
    await install(groupChat('Reading circle'));
    await install(channel('General'));
    stage.connector.inject(writesBlocked(), { conversation: groupChat('Reading circle').id });
    const { json } = await api.publish('garden', gardenPost());
    await settledReport(api, json.announcement);

    const [card] = await stage.say(ada, personalChat(ada), 'deliveries');

    const text = JSON.stringify(card);
    assert.match(text, /1 of 2 places reached/);
    assert.match(text, /Reading circle.*the bot is blocked there/);
  });
});
