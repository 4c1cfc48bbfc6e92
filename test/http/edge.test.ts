import assert from 'node:assert/strict';

import { badTokens, emulatorToken } from '../support/bad-tokens.js';
import { ada, bento, foreignTenant } from '../support/cast.js';
import { channel, personalChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';

describe('The edge', () => {
  let stage: Stage;
  before(async () => {
    stage = await startStage();
  });
  after(() => stage.stop());

  const help = () => stage.activities.message(ada, personalChat(ada), 'help');

  it('answers 401 to every kind of bad token and sends nothing', async () => {
    const before = stage.connector.calls.length;
    const tokens = await badTokens(stage.issuer, stage.connector.serviceUrl);
    const emulator = {
      name: "the Emulator's token for this bot",
      authorization: `Bearer ${await emulatorToken(stage.issuer)}`,
    };

    const statuses = [];
    for (const { name, authorization } of [...tokens, emulator]) {
      const { status } = await stage.teams.deliverAs(authorization, help());
      statuses.push(`${String(status)} ${name}`);
    }

    assert.ok(statuses.length > 20);
    assert.deepEqual(
      statuses.filter((line) => !line.startsWith('401 ')),
      [],
    );
    assert.equal(stage.connector.calls.length, before);
  });

  it('takes a remembered token only for the service URL it was verified for', async () => {
    const token = `Bearer ${await stage.issuer.channelToken({ serviceUrl: stage.connector.serviceUrl })}`;
    assert.equal((await stage.teams.deliverAs(token, help())).status, 200);

    const elsewhere = { ...help(), serviceUrl: 'http://127.0.0.1:9/elsewhere/' };

    assert.equal((await stage.teams.deliverAs(token, elsewhere)).status, 401);
  });

  it('refuses an activity without a service URL', async () => {
    const token = `Bearer ${await stage.issuer.channelToken({ serviceUrl: stage.connector.serviceUrl })}`;
    const { status } = await stage.teams.deliverAs(token, { ...help(), serviceUrl: undefined });
    assert.equal(status, 400);
  });

  it('refuses a tenant that is not allowed', async () => {
    const place = channel('General', 'Elsewhere', foreignTenant);
    const { status } = await stage.teams.deliver(stage.activities.message(ada, place, 'help'));
    assert.equal(status, 403);
  });

  it('refuses a service URL on a host that is not allowed, though the token is good', async () => {
    for (const serviceUrl of [
      'https://example.org/',
      'http://localhost:1/',
      'https://127.0.0.1.example.org/',
    ]) {
      const { status } = await stage.teams.deliver({ ...help(), serviceUrl });
      assert.equal(status, 403, serviceUrl);
    }
  });

  it('answers 413 to a body over the limit, 400 to broken JSON, 415 to another media type, and lives on', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${stage.origin}/api/messages`, { method: 'POST', headers: { 'content-type': type }, body });

    assert.equal((await post(`{"text":"${'x'.repeat(1_100_000)}"}`)).status, 413);
    assert.equal((await post('{"type":')).status, 400);
    assert.equal((await post('[]')).status, 400);
    assert.equal((await post('{}', 'text/plain')).status, 415);
    assert.equal((await stage.teams.deliver(help())).status, 200);
  });

  it('does nothing on events it does not know', async () => {
    const before = stage.connector.calls.length;
    const place = channel('General');
    const events = [
      stage.activities.conversationEvent(ada, place, 'channelShared'),
      stage.activities.reaction(ada, place, '1'),
      stage.activities.invoke(ada, place, 'task/fetch'),
      stage.activities.activity('event', ada, place, { name: 'unheard/of' }),
      stage.activities.activity('typing', ada, place),
      stage.activities.installation(ada, place, 'update'),
    ];
    for (const event of events) assert.equal((await stage.teams.deliver(event)).status, 200);
    assert.equal(stage.connector.calls.length, before);
  });

  it('takes who rates from the verified activity, whatever the card data says', async () => {
    const data = { v: 1, do: 'rate', draft: 'none', value: 'x', from: { aadObjectId: bento.aadObjectId } };
    const { status, body } = await stage.teams.deliver(
      stage.activities.press(ada, personalChat(ada), { verb: 'rate', data }),
    );
    assert.equal(status, 200);
    assert.equal((body as { statusCode: number }).statusCode, 200);
  });

  it('leads from a card of an unknown version to what is current', async () => {
    for (const data of [undefined, null, 'text', { v: 99, do: 'rate' }, { v: 1, do: 'dance' }, { v: 1 }]) {
      const { status, body } = await stage.teams.deliver(
        stage.activities.press(ada, personalChat(ada), { verb: 'rate' }, { value: { action: { data } } }),
      );
      assert.equal(status, 200);
      assert.equal((body as { type: string }).type, 'application/vnd.microsoft.card.adaptive');
    }
  });

  it('counts the time that each press takes', async () => {
    const pressed = async (): Promise<number> => {
      const metrics = await (await fetch(`${stage.origin}/metrics`)).text();
      return Number(/^touchstone_card_action_seconds_count (\d+)$/m.exec(metrics)?.[1]);
    };
    const before = await pressed();

    for (const data of [{ v: 1, do: 'help' }, undefined]) {
      await stage.teams.deliver(
        stage.activities.press(ada, personalChat(ada), { verb: 'x', ...(data && { data }) }),
      );
    }
    await stage.teams.deliver(help());

    assert.equal(await pressed(), before + 2);
  });

  it('leaves the console to others when it has stopped', async () => {
    const { error, warn } = console;
    const other = await startStage();
    assert.notEqual(console.error, error);
    await other.stop();

    assert.deepEqual([console.error, console.warn], [error, warn]);
  });

  it('says whether it is alive, ready, and how it does', async () => {
    assert.equal((await fetch(`${stage.origin}/healthz`)).status, 200);
    assert.equal((await fetch(`${stage.origin}/readyz`)).status, 200);
    assert.match(await (await fetch(`${stage.origin}/metrics`)).text(), /touchstone_sends_total/);
  });
});
