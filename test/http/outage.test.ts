import assert from 'node:assert/strict';

import { ada, bento } from '../support/cast.js';
import { failing, hanging, slow } from '../support/connector-faults.js';
import { scratchDatabase } from '../support/database.js';
import { groupChat, personalChat } from '../support/places.js';
import { sharedPostgres } from '../support/postgres.js';
import { actionOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';
import { allSent, settledReport } from './settled-report.js';
import { subscribePlaces } from './subscribed-places.js';

const wentWrong = /did not work, and it is our fault/;

describe('While its database is away, the bot', () => {
  const url = scratchDatabase('postgres');
  let stage: Stage;
  let ballot: Card;
  const api = createApiClient(() => stage.origin);
  before(async () => {
    stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    await api.publish('garden', gardenPost());
    [ballot = {}] = await stage.say(bento, personalChat(bento), 'rate 1');
    await (await sharedPostgres()).stop();
  });
  after(() => stage.stop());

  /** What was logged about turns while this was done. */
  const loggedWhile = async (work: () => Promise<unknown>): Promise<readonly Record<string, unknown>[]> => {
    const before = stage.logged.length;
    await work();
    return stage.logged
      .slice(before)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg !== 'deliveries cannot go on now');
  };

  it('answers a press with a friendly card, and logs one line about it', async () => {
    let card: Card = {};

    const lines = await loggedWhile(async () => {
      card = await stage.press(bento, personalChat(bento), ballot, 'Save', { answer: '4' });
    });

    assert.match(textOf(card), wentWrong);
    assert.doesNotMatch(JSON.stringify(card), /ECONNREFUSED|connect|database|Error/);
    assert.deepEqual(
      lines.map(({ level, msg, incoming, intent }) => ({ level, msg, incoming, intent })),
      [{ level: 'error', msg: 'a turn went wrong', incoming: 'pressed', intent: 'rate' }],
    );
  });

  it('answers words with a friendly card, and logs one line about it', async () => {
    let cards: readonly Card[] = [];

    const lines = await loggedWhile(async () => {
      cards = await stage.say(bento, personalChat(bento), 'new draft garden\n# Secret plans of Bento Ruiz');
    });

    assert.equal(cards.length, 1);
    assert.match(textOf(cards[0]!), wentWrong);
    assert.equal(lines.length, 1);
    const line = JSON.stringify(lines);
    for (const secret of ['Secret', 'Bento', bento.aadObjectId, bento.id, personalChat(bento).id, 'garden']) {
      assert.ok(!line.includes(secret), `the log tells ${secret}`);
    }
  });

  it('answers in the language of whoever asks', async () => {
    const press = { verb: 'rate', data: actionOf(ballot, 'Save').data!, inputs: { answer: '4' } };
    const pressed = stage.activities.press(bento, personalChat(bento), press, { locale: 'es-MX' });

    const { body } = await stage.teams.deliver(pressed);

    assert.match(JSON.stringify(body), /el fallo es nuestro/);
  });

  it('takes an installation without an answer, and logs one line about it', async () => {
    const before = stage.connector.calls.length;

    const lines = await loggedWhile(async () => {
      const place = groupChat('Reading circle');
      const { status } = await stage.teams.deliver(stage.activities.installation(ada, place, 'add'));
      assert.equal(status, 200);
    });

    assert.equal(stage.connector.calls.length, before);
    assert.equal(lines.length, 1);
  });

  it('is alive and not ready, and says no more than that', async () => {
    const ready = await fetch(`${stage.origin}/readyz`);

    assert.equal((await fetch(`${stage.origin}/healthz`)).status, 200);
    assert.equal(ready.status, 503);
    assert.deepEqual(await ready.json(), { ready: false });
    assert.equal((await fetch(`${stage.origin}/metrics`)).status, 200);
  });

  it('answers scripts with a problem that tells nothing of what is inside', async () => {
    const reply = await api.publish('garden', gardenPost());

    assert.equal(reply.status, 500);
    assert.equal(reply.type, 'application/problem+json');
    assert.deepEqual(Object.keys(reply.json).sort(), ['status', 'title', 'type']);
    assert.equal(reply.json.type, 'urn:touchstone:went-wrong');
  });

  it('goes on when the database is back, without a restart', async () => {
    await (await sharedPostgres()).start();

    assert.equal((await fetch(`${stage.origin}/readyz`)).status, 200);
    const next = await stage.press(bento, personalChat(bento), ballot, 'Save', { answer: '4' });
    assert.match(textOf(next), /Saved\. Value 1/);
    await stage.teams.deliver(stage.activities.installation(ada, groupChat('Reading circle'), 'add'));
    const { json } = await api.publish('garden', gardenPost({ values: [...gardenTitles, 'Share the shed'] }));
    assert.deepEqual(await settledReport(api, json.announcement), allSent(1));
  });
});

describe('While its database is away in the middle of sending, the bot', function () {
  this.timeout(60_000);
  const url = scratchDatabase('postgres');
  const count = 200;
  let stage: Stage;
  let announcement: string;
  const api = createApiClient(() => stage.origin);
  const isSend = ({ operation }: { readonly operation: string }): boolean => operation === 'send';
  before(async () => {
    const environment = { ...apiEnvironment, SENDS_PER_SECOND: '100' };
    stage = await startStage({ databaseUrl: url(), environment });
    await subscribePlaces(stage.bot.ports, count, stage.connector.serviceUrl);
  });
  after(() => stage.stop());

  it('says that it is not ready, and sends no more than it has begun', async () => {
    const slowness = stage.connector.inject(slow(100));
    announcement = (await api.publish('garden', gardenPost())).json.announcement ?? '';
    await stage.connector.waitForAll(40, isSend, { timeout: 10_000 });
    await (await sharedPostgres()).stop();
    slowness();

    assert.equal((await fetch(`${stage.origin}/readyz`)).status, 503);
    const metrics = await (await fetch(`${stage.origin}/metrics`)).text();
    assert.match(metrics, /^touchstone_queue_length Nan$/m);
    assert.match(metrics, /^touchstone_database_errors_total [1-9]/m);
    assert.ok(stage.connector.calls.filter(isSend).length < count);
  });

  it('goes on by itself when it is back: nobody is left out, and what arrived is not sent again', async () => {
    await (await sharedPostgres()).start();

    const report = await settledReport(api, announcement);

    const reached = stage.connector.calls.filter(isSend).map(({ conversation }) => conversation);
    assert.deepEqual(report, allSent(count));
    assert.equal(new Set(reached).size, count);
    assert.equal(reached.length, count);
    assert.equal((await fetch(`${stage.origin}/readyz`)).status, 200);
  });
});

describe('While Teams does not take its messages, the bot', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.stop());

  it('posts each answer once, logs one line, and does not try to apologize where nobody can be reached', async () => {
    const wellAgain = stage.connector.inject(failing(502, 'ServiceError'));
    const before = stage.logged.length;

    const { status } = await stage.teams.deliver(stage.activities.message(ada, personalChat(ada), 'help'));
    wellAgain();

    assert.equal(status, 200);
    assert.equal(stage.connector.calls.length, 1);
    assert.equal(stage.logged.length, before + 1);
  });

  it('answers presses as always: they need no call to Teams', async () => {
    const endSilence = stage.connector.inject(hanging());
    const data = { v: 1, do: 'help' };

    const answer = await stage.teams.deliver(
      stage.activities.press(ada, personalChat(ada), { verb: 'help', data }),
    );
    endSilence();

    assert.equal(answer.status, 200);
    assert.match(JSON.stringify(answer.body), /What I understand/);
  });
});

describe('While the keys of the tokens cannot be had, the bot', () => {
  it('answers 503, so that Teams comes again, and does nothing', async () => {
    const stage = await startStage();
    const { serviceUrl } = stage.connector;
    const help = stage.activities.message(ada, personalChat(ada), 'help');
    const token = await stage.issuer.channelToken({ serviceUrl });
    await stage.issuer.stop();

    const { status, body } = await stage.teams.deliverAs(`Bearer ${token}`, help);
    await stage.stop();

    assert.equal(status, 503);
    assert.deepEqual(body, { error: 'tokens cannot be checked now' });
    assert.deepEqual(stage.connector.calls, []);
  });
});
