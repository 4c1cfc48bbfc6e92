import assert from 'node:assert/strict';

import { everyCharter, placeIdOf, type Address } from '../../src/domain/place.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { bento, foreignTenant, homeTenant } from '../support/cast.js';
import type { ConnectorCall } from '../support/connector-calls.js';
import { failing, slow, throttled } from '../support/connector-faults.js';
import { teamsLimits } from '../support/connector-limits.js';
import { databaseNames, makeScratch, type Scratch } from '../support/database.js';
import { groupChat } from '../support/places.js';
import { startStage, type Stage, type StageOptions } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';
import { allSent, settledReport } from './settled-report.js';
import { subscribePlaces } from './subscribed-places.js';

for (const dialect of ['sqlite', 'postgres'] satisfies Dialect[]) {
  describe(`The pace on ${databaseNames[dialect]}`, () => {
    let scratch: Scratch;
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    beforeEach(async () => {
      scratch = await makeScratch(dialect);
    });
    afterEach(async () => {
      await stage.stop();
      await scratch.remove();
    });

    async function start(perSecond: number, options: Omit<StageOptions, 'databaseUrl'> = {}): Promise<void> {
      const environment = { SENDS_PER_SECOND: String(perSecond), ...options.environment };
      stage = await startStage({
        databaseUrl: scratch.url,
        ...options,
        environment: { ...apiEnvironment, ...environment },
      });
    }

    async function publish(): Promise<string> {
      return (await api.publish('garden', gardenPost())).json.announcement ?? '';
    }

    const sends = (): readonly ConnectorCall[] =>
      stage.connector.calls.filter(({ operation }) => operation === 'send');

    it('stops for everybody in the tenant while Teams asks to wait', async () => {
      await start(50);
      const count = 40;
      await subscribePlaces(stage.bot.ports, count, stage.connector.serviceUrl);
      stage.connector.inject(throttled(1), { conversation: '19:circle-7@thread.v2', times: 1 });

      const report = await settledReport(api, await publish());

      const calls = sends();
      const refused = calls.findIndex(({ outcome }) => outcome === 429);
      const gaps = calls.slice(1).map(({ at }, index) => at - calls[index]!.at);
      const longest = gaps.indexOf(Math.max(...gaps));
      assert.deepEqual(report, allSent(count));
      assert.equal(calls.length, count + 1);
      assert.ok(gaps[longest]! > 900, `the pause was ${String(Math.round(gaps[longest]!))} ms`);
      assert.ok(longest - refused <= 3, 'nobody but those on their way was sent to after the refusal');
    });

    it('waits for a while of its own when Teams does not say how long, and longer the next time', async () => {
      await start(50);
      await subscribePlaces(stage.bot.ports, 1, stage.connector.serviceUrl);
      stage.connector.inject(throttled(), { times: 2 });

      const report = await settledReport(api, await publish());

      const [first, second, third] = sends();
      assert.deepEqual(report, allSent(1));
      assert.ok(second!.at - first!.at > 900);
      assert.ok(third!.at - second!.at > 1_900);
    });

    it('stays within what Teams allows for a tenant, at the usual rate', async () => {
      await start(50, { environment: { SENDS_PER_SECOND: '' } });
      await subscribePlaces(stage.bot.ports, 80, stage.connector.serviceUrl);

      await settledReport(api, await publish());

      const times = sends().map(({ at }) => at);
      const most = Math.max(
        ...times.map((from) => times.filter((at) => at >= from && at < from + 900).length),
      );
      assert.ok(most <= 50, `${String(most)} posts came within 0.9 seconds`);
      assert.ok(times.at(-1)! - times[0]! < 3_000, 'and it is not much slower than it may be');
    });

    it('is each tenant’s own: what holds up one does not slow another', async () => {
      await start(50, {
        environment: { ALLOWED_TENANTS: `${homeTenant},${foreignTenant}` },
      });
      const count = 50;
      for (const tenant of [homeTenant, foreignTenant]) await subscribeCircles(tenant, count);
      const isOurs = ({ conversation = '' }: ConnectorCall): boolean => conversation.includes(homeTenant);
      stage.connector.inject(slow(300), { conversation: circleIn(homeTenant, 3).address.conversation });
      stage.connector.inject(throttled(2), {
        conversation: circleIn(homeTenant, 5).address.conversation,
        times: 1,
      });

      const report = await settledReport(api, await publish());

      const ours = sends().filter(isOurs);
      const theirs = sends().filter((call) => !isOurs(call));
      assert.deepEqual(report, allSent(2 * count));
      assert.ok(ours.at(-1)!.at - ours[0]!.at > 2_500, 'the one waited');
      assert.ok(theirs.at(-1)!.at - theirs[0]!.at < 1_900, 'and not the other');
    });

    it('keeps answers, announcements and edits in one chat within its windows, one at a time', async () => {
      await start(50, { connector: { limits: teamsLimits(), oneAtATime: true } });
      const place = groupChat('Lively circle');
      await stage.say(bento, place, 'subscribe');
      const announcement = await publish();
      await stage.connector.waitFor((call) => isOf(call) && call.operation === 'send');

      await Promise.all([
        ...Array.from({ length: 6 }, () => stage.say(bento, place, 'status')),
        api.post('/api/charters/garden/drafts/1/close'),
        api.publish('garden', gardenPost({ values: [...gardenTitles, 'Share the shed'] })),
      ]);
      const second = stage.connector.waitForAll(2, (call) => isOf(call) && call.operation === 'send', {
        timeout: 10_000,
      });
      await second;
      const edited = await stage.connector.waitForAll(
        1,
        (call) => isOf(call) && call.operation === 'update',
        {
          timeout: 10_000,
        },
      );

      const calls = stage.connector.calls.filter(isOf);
      assert.ok(edited.length > 0 && calls.length >= 10, `${String(calls.length)} calls`);
      assert.deepEqual(
        calls.filter(({ outcome }) => outcome === 429 || outcome === 412),
        [],
      );
      assert.deepEqual((await settledReport(api, announcement)).sent, 1);

      function isOf({ conversation }: ConnectorCall): boolean {
        return conversation === place.id;
      }
    });

    it('lets an answer try again that Teams put off, and repeats none that may have arrived', async () => {
      await start(50);
      const place = groupChat('Patient circle');
      stage.connector.inject(failing(412, 'PreconditionFailed'), { conversation: place.id, times: 1 });
      stage.connector.inject(throttled(1), { conversation: place.id, times: 1 });

      const before = performance.now();
      await stage.say(bento, place, 'help').catch(() => undefined);

      const outcomes = stage.connector.calls.map(({ outcome }) => outcome);
      assert.deepEqual(outcomes, [429, 412, 201]);
      assert.ok(performance.now() - before > 1_500);
    });

    function circleIn(tenant: string, index: number) {
      const conversation = `19:circle-${String(index)}-of-${tenant}@thread.v2`;
      const serviceUrl = stage.connector.serviceUrl;
      const address: Address = { tenant, conversation, scope: 'group', serviceUrl };
      return { id: placeIdOf(address), address, locale: 'en-GB' };
    }

    async function subscribeCircles(tenant: string, count: number): Promise<void> {
      const at = new Date().toISOString();
      const { places } = stage.bot.ports;
      for (let index = 1; index <= count; index += 1) {
        const place = circleIn(tenant, index);
        await places.note({ ...place, at });
        await places.subscribe({ place: place.id, charter: everyCharter, state: 'active', at });
      }
    }
  });
}
