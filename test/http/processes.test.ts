import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';

import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { activitiesOf } from '../support/activities.js';
import { startBotConnector, type BotConnector } from '../support/bot-connector.js';
import { ada } from '../support/cast.js';
import type { ConnectorCall } from '../support/connector-calls.js';
import { slow } from '../support/connector-faults.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost } from './garden-post.js';
import { startIdentityEndpoint, startProgram, type IdentityEndpoint, type Program } from './program.js';
import { allSent, settledReport } from './settled-report.js';
import { subscribePlaces } from './subscribed-places.js';

const count = 300;

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`The program as a process, on ${databaseNames[dialect]}`, function () {
    this.timeout(40_000);
    const url = scratchDatabase(dialect);
    let issuer: TokenIssuer;
    let identity: IdentityEndpoint;
    let connector: BotConnector;
    const programs: Program[] = [];
    before(async () => {
      issuer = await startTokenIssuer();
      identity = await startIdentityEndpoint(issuer);
      connector = await startBotConnector({ issuer });
      await inDatabase((database) => subscribePlaces(createStores(database), count, connector.serviceUrl));
    });
    after(async () => {
      for (const program of programs) program.kill('SIGKILL');
      await Promise.all([connector.stop(), identity.stop(), issuer.stop()]);
    });

    async function start(name: string, perSecond = '300'): Promise<Program> {
      const environment = { ...identity.environmentOf(name), ...apiEnvironment };
      const program = await startProgram({
        ...environment,
        DATABASE_URL: url(),
        SENDS_PER_SECOND: perSecond,
      });
      programs.push(program);
      return program;
    }

    async function inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
      const database = await openDatabase(url());
      return work(database).finally(() => database.close());
    }

    it('killed in the middle of sending, leaves the rest to the next, which sends it', async () => {
      const first = await start('first');
      const wellAgain = connector.inject(slow(50));
      const announcement = await publish(first, 'killed');
      await connector.waitForAll(60, isSend, { timeout: 10_000 });
      first.kill('SIGKILL');
      assert.equal(await first.ended(), 'SIGKILL');
      wellAgain();
      const { sent, begun } = await inDatabase(async (database) => {
        // Its leases are over, as they are after a while.
        const over = { lease_until: new Date().toISOString() };
        const held = await database.query
          .updateTable('deliveries')
          .set(over)
          .where('worker', 'is not', null)
          .returning('begun')
          .execute();
        await database.query.updateTable('conversations').set({ busy_until: 0 }).execute();
        const report = await createStores(database).announcements.report(announcement as never);
        return { sent: report.sent, begun: held.filter((delivery) => delivery.begun === 1).length };
      });

      const second = await start('second');
      const report = await settledReport(
        createApiClient(() => second.origin),
        announcement,
      );
      second.kill('SIGTERM');
      assert.equal(await second.ended(), 0);

      const sentBy = (name: string): readonly (string | undefined)[] =>
        connector.calls
          .filter((call) => isSend(call) && identity.holderOf(call.headers.authorization) === name)
          .map(({ conversation }) => conversation);
      const byFirst = sentBy('first');
      const bySecond = sentBy('second');
      assert.ok(sent > 0 && sent < count, 'the kill came in the middle');
      assert.equal(new Set([...byFirst, ...bySecond]).size, count, 'every place got the card');
      assert.equal(new Set(byFirst).size, byFirst.length);
      assert.equal(new Set(bySecond).size, bySecond.length);
      const doubled = bySecond.filter((place) => byFirst.includes(place)).length;
      assert.ok(doubled <= byFirst.length - sent, 'only what was on its way came twice');
      assert.deepEqual(report, { ...allSent(count), possiblyTwice: begun });
    });

    it('told to stop, finishes what runs and what is on its way, and gives back the rest', async () => {
      const before = connector.calls.length;
      const first = await start('first');
      const wellAgain = connector.inject(slow(200));
      const announcement = await publish(first, 'stopped');
      await connector.waitForAll(before + 40, isSend, { timeout: 10_000 });
      const finish = await beginMessage(first);
      first.kill('SIGTERM');
      await first.says(/is stopping/);
      const answer = await finish();
      assert.equal(await first.ended(), 0);
      wellAgain();

      assert.equal(answer, 200);
      assert.ok(connector.calls.some(({ operation }) => operation === 'reply'));
      assert.ok(first.lines.some((line) => line.includes('has stopped')));
      const { edits, ...left } = await inDatabase(async ({ query, ...database }) => {
        const held = await query
          .selectFrom('deliveries')
          .select('place')
          .where('worker', 'is not', null)
          .execute();
        assert.deepEqual(held, [], 'nothing waits for a lease to end');
        return createStores({ query, ...database }).announcements.report(announcement as never);
      });
      const sent = connector.calls.slice(before).filter(isSend).length;
      assert.ok(sent < count, 'the signal came in the middle');
      assert.deepEqual(left, { ...allSent(count), sent, waiting: count - sent });
      assert.equal(edits.intended, 0);

      const second = await start('second');
      assert.deepEqual(
        await settledReport(
          createApiClient(() => second.origin),
          announcement,
        ),
        allSent(count),
      );
      second.kill('SIGTERM');
      assert.equal(await second.ended(), 0);
      assert.equal(connector.calls.slice(before).filter(isSend).length, count, 'none came twice');
    });

    if (dialect === 'postgres') {
      it('shares the work with another, and no place hears twice', async () => {
        const before = connector.calls.length;
        const programs = [await start('first', '150'), await start('second', '150')] as const;
        const wellAgain = connector.inject(slow(20));
        const announcement = await publish(programs[0], 'shared');

        const report = await settledReport(
          createApiClient(() => programs[1].origin),
          announcement,
        );
        for (const program of programs) program.kill('SIGTERM');
        assert.deepEqual(await Promise.all(programs.map((program) => program.ended())), [0, 0]);
        wellAgain();

        const calls = connector.calls.slice(before).filter(isSend);
        const by = new Set(calls.map(({ headers }) => identity.holderOf(headers.authorization)));
        assert.deepEqual(report, allSent(count));
        assert.equal(calls.length, count);
        assert.deepEqual([...by].sort(), ['first', 'second']);
      });
    }

    /** Sends half of a message that asks for help; the answer says when to send the other half, and its status. */
    async function beginMessage({ origin }: Program): Promise<() => Promise<number | undefined>> {
      const { serviceUrl } = connector;
      const activities = activitiesOf({ serviceUrl, appId: issuer.appId });
      const body = Buffer.from(JSON.stringify(activities.message(ada, personalChat(ada), 'help')));
      const request = httpRequest(`${origin}/api/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await issuer.channelToken({ serviceUrl })}`,
          'content-type': 'application/json',
          'content-length': body.length,
        },
      });
      const answered = new Promise<number | undefined>((resolve, reject) => {
        request.on('error', reject);
        request.on(
          'response',
          (response) => void text(response).then(() => resolve(response.statusCode), reject),
        );
      });
      request.write(body.subarray(0, 100));
      // Answered after the half above has come in.
      await fetch(`${origin}/healthz`);
      return () => {
        request.end(body.subarray(100));
        return answered;
      };
    }
  });
}

describe('The program that cannot start', () => {
  let issuer: TokenIssuer;
  let identity: IdentityEndpoint;
  before(async () => {
    issuer = await startTokenIssuer();
    identity = await startIdentityEndpoint(issuer);
  });
  after(() => Promise.all([identity.stop(), issuer.stop()]));

  it('says which variable to set, and ends with 1', async () => {
    await assert.rejects(startProgram({}), /ended with 1:\nTouchstone cannot start:\nMicrosoftAppId: .*\n/);
  });

  it('ends with 1 when its port is taken, its database cannot be used or is none', async () => {
    const port = new URL(issuer.url).port;
    const taken = startProgram({
      ...identity.environmentOf('none'),
      DATABASE_URL: 'sqlite::memory:',
      PORT: port,
    });
    await assert.rejects(taken, /ended with 1:\nTouchstone cannot start: .*EADDRINUSE/);
    const secret = 'postgres://someone:a-secret@127.0.0.1:9/none';
    await assert.rejects(
      startProgram({ ...identity.environmentOf('none'), DATABASE_URL: secret }),
      (error: Error) => {
        assert.match(error.message, /ended with 1:\nTouchstone cannot start: DATABASE_URL: .*127\.0\.0\.1:9/);
        assert.doesNotMatch(error.message, /a-secret/);
        return true;
      },
    );
    await assert.rejects(
      startProgram({ ...identity.environmentOf('none'), DATABASE_URL: 'mysql://x' }),
      /ended with 1.*\n.*DATABASE_URL/,
    );
  });
});

async function publish(program: Program, charter: string): Promise<string> {
  const { status, json } = await createApiClient(() => program.origin).publish(charter, gardenPost());
  assert.equal(status, 201);
  return json.announcement ?? '';
}

function isSend({ operation }: ConnectorCall): boolean {
  return operation === 'send';
}
