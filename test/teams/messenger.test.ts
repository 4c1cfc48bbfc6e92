import assert from 'node:assert/strict';

import type { AnnouncementView } from '../../src/app/views.js';
import type { Address } from '../../src/domain/place.js';
import { isOnHosts } from '../../src/domain/host-list.js';
import { logTo } from '../../src/log.js';
import { startTeams, type Teams } from '../../src/teams/teams.js';
import { aCharter } from '../contract/made-up.js';
import { startBotConnector, type BotConnector } from '../support/bot-connector.js';
import { homeTenant } from '../support/cast.js';
import { hanging } from '../support/connector-faults.js';
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
  };
  const announce = (address: Partial<Address> = {}, locale = 'en-GB') => {
    const { serviceUrl } = connector;
    const usual = {
      tenant: homeTenant,
      conversation: '19:circle@thread.v2',
      scope: 'group',
      serviceUrl,
    } as const;
    return teams.messenger.announce({ address: { ...usual, ...address }, locale, view });
  };

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

    assert.equal(outcome.kind, 'unclear');
  });

  it('goes nowhere that is not allowed', async () => {
    const serviceUrl = connector.serviceUrl.replace('127.0.0.1', 'localhost');

    assert.deepEqual(await announce({ serviceUrl }), { kind: 'refused', reason: 'host-not-allowed' });
    assert.deepEqual(connector.calls, []);
  });

  it('says that it may go better next time when the login is refused, and then it does', async () => {
    issuer.refuseLogins(401);
    assert.deepEqual(await announce(), { kind: 'unclear', reason: 'login-failed' });
    issuer.refuseLogins(undefined);

    assert.equal((await announce()).kind, 'sent');
  });
});
