import assert from 'node:assert/strict';

import type { AnnouncementView } from '../../src/app/views.js';
import type { Address } from '../../src/domain/place.js';
import { isOnHosts } from '../../src/domain/host-list.js';
import { logTo } from '../../src/log.js';
import { startTeams, type Teams } from '../../src/teams/teams.js';
import { aCharter } from '../contract/made-up.js';
import { startBotConnector, type BotConnector } from '../support/bot-connector.js';
import { homeTenant } from '../support/cast.js';
import { failing, hanging } from '../support/connector-faults.js';
import { LoopbackCredentials } from '../support/loopback-credentials.js';
import { environmentOf, startTokenIssuer, type TokenIssuer } from '../support/token-issuer.js';

describe('the messenger', () => {
  let issuer: TokenIssuer;
  let connector: BotConnector;
  let teams: Teams;
  let logged: string[];
  beforeEach(async () => {
    logged = [];
    logTo((line) => void logged.push(line));
    issuer = await startTokenIssuer();
    connector = await startBotConnector({ issuer });
    const botFramework: Record<string, string> = { ...environmentOf(issuer), MicrosoftAppId: issuer.appId };
    teams = startTeams({
      botFramework,
      issuer: botFramework['ToBotFromChannelTokenIssuer'] ?? '',
      credentials: new LoopbackCredentials(issuer),
      allowedTenants: new Set([homeTenant]),
      mayReach: (url) => isOnHosts(url, ['127.0.0.1']),
      mayFetch: () => false,
      patience: 100,
    });
  });
  afterEach(() => Promise.all([connector.stop(), issuer.stop()]));

  const charter = aCharter();
  const view: AnnouncementView = {
    kind: 'announcement',
    what: 'announced',
    subject: { charter: charter.name, title: charter.title, preview: false },
    framing: charter,
    values: [],
    corrections: [],
  };
  const addressOf = (address: Partial<Address>): Address => ({
    tenant: homeTenant,
    conversation: '19:circle@thread.v2',
    scope: 'group',
    serviceUrl: connector.serviceUrl,
    ...address,
  });
  const announce = (address: Partial<Address> = {}, locale = 'en-GB', shown = view) =>
    teams.messenger.announce({ address: addressOf(address), locale, view: shown });
  const edit = (message: string, address: Partial<Address> = {}, locale = 'en-GB') =>
    teams.messenger.edit({ address: addressOf(address), locale, view, message });

  it('sends a message to a chat, and tells by which id it can be found again', async () => {
    const outcome = await announce();

    const [message] = connector.messages('19:circle@thread.v2');
    assert.deepEqual(outcome, { kind: 'sent', message: message?.id });
    assert.match(String(message?.activity['summary']), /beginning to write down our values/);
  });

  it('opens a post of its own in a channel', async () => {
    const conversation = '19:plans@thread.tacv2';

    const outcome = await announce({ conversation, scope: 'channel', team: '19:team@thread.tacv2' });

    const [post] = connector.messages(conversation);
    assert.deepEqual(outcome, { kind: 'sent', message: post?.id });
    assert.equal(connector.calls[0]?.operation, 'create');
  });

  it('speaks the language of the place', async () => {
    await announce({}, 'es-MX');

    const [message] = connector.messages('19:circle@thread.v2');
    assert.match(String(message?.activity['summary']), /empezamos a poner por escrito nuestros valores/);
  });

  it('gives up on a connector that takes the message and does not answer', async () => {
    connector.inject(hanging());

    assert.deepEqual(await announce(), { kind: 'unclear', reason: 'timed-out' });
    assert.equal(logged.length, 1);
    assert.equal(connector.calls.length, 1);
  });

  it('says that it may go better next time where nobody listens', async () => {
    const nobody = 'http://127.0.0.1:9/';

    const outcome = await announce({ serviceUrl: nobody });

    assert.equal(outcome.kind, 'busy');
  });

  it('edits the message in a chat, card for card', async () => {
    const first = await announce();
    assert.ok(first.kind === 'sent' && first.message !== undefined);

    const outcome = await edit(first.message, {}, 'es');

    const [message, ...others] = connector.messages('19:circle@thread.v2');
    assert.deepEqual(outcome, first);
    assert.deepEqual(others, []);
    assert.match(String(message?.activity['summary']), /empezamos/);
    assert.deepEqual(attachmentTypes(message?.activity), ['application/vnd.microsoft.card.adaptive']);
    assert.deepEqual(attachmentTypes(message?.earlier[0]), ['application/vnd.microsoft.card.adaptive']);
  });

  it('edits the post in a channel, in the thread that began with it', async () => {
    const where = { conversation: '19:plans@thread.tacv2', scope: 'channel' } as const;
    const first = await announce(where);
    assert.ok(first.kind === 'sent' && first.message !== undefined);

    const outcome = await edit(first.message, where);

    const [post, ...others] = connector.messages(where.conversation);
    assert.deepEqual(outcome, first);
    assert.deepEqual(others, []);
    assert.equal(post?.earlier.length, 1);
    assert.equal(connector.calls.at(-1)?.conversation, `${where.conversation};messageid=${first.message}`);
  });

  it('says when the message is not there any more', async () => {
    assert.deepEqual(await edit('1'), { kind: 'refused', reason: 'message-gone' });
  });

  it('tells where a place is reached instead', async () => {
    connector.inject(failing(403, 'InvalidBotApiHost'));

    const moved = await announce();

    assert.ok(moved.kind === 'moved');
    assert.match(moved.serviceUrl, /^https:\/\/smba\.infra\.gcc\./);
  });

  it('makes the card once for each language, and anew for whoever reads it alone', async () => {
    let made = 0;
    const counted = new Proxy(view, {
      get: (target, key: keyof AnnouncementView) => {
        if (key === 'framing') made += 1;
        return target[key];
      },
    });
    const shown = (address: Partial<Address>, locale: string) => announce(address, locale, counted);
    await shown({}, 'en-GB');
    const once = made;
    await shown({ conversation: '19:other@thread.v2' }, 'en-US');
    assert.equal(made, once);

    await shown({ scope: 'personal' }, 'en-GB');
    await shown({}, 'es');

    assert.equal(made, 3 * once);
  });

  it('goes nowhere that is not allowed', async () => {
    const serviceUrl = connector.serviceUrl.replace('127.0.0.1', 'localhost');

    assert.deepEqual(await announce({ serviceUrl }), { kind: 'refused', reason: 'host-not-allowed' });
    assert.deepEqual(connector.calls, []);
  });

  it('says that it can send to nobody when the login is refused, until it is not', async () => {
    issuer.refuseLogins(401);
    assert.deepEqual(await announce(), { kind: 'unable', reason: 'login-failed' });
    issuer.refuseLogins(undefined);

    assert.equal((await announce()).kind, 'sent');
  });
});

function attachmentTypes(activity: Readonly<Record<string, unknown>> | undefined): readonly unknown[] {
  const attachments = (activity?.['attachments'] ?? []) as readonly { readonly contentType?: string }[];
  return attachments.map(({ contentType }) => contentType);
}
