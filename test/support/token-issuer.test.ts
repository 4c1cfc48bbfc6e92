import assert from 'node:assert/strict';

import { activitiesOf, type TeamsActivity } from './activities.js';
import { badTokens, emulatorToken } from './bad-tokens.js';
import { ada } from './cast.js';
import type { LoopbackServer } from './loopback-server.js';
import { personalChat } from './places.js';
import { startSdkBot } from './sdk-bot.js';
import { createTeamsClient, type BotAnswer } from './teams-client.js';
import { startTokenIssuer, type TokenIssuer } from './token-issuer.js';

const serviceUrl = 'http://127.0.0.1:9/teams/';

describe('the loopback token issuer, in front of the real token check of the SDK', () => {
  let issuer: TokenIssuer;
  let bot: LoopbackServer;
  let turns = 0;
  let activity: TeamsActivity;

  before(async () => {
    issuer = await startTokenIssuer({ serviceUrl });
    bot = await startSdkBot(issuer, () => {
      turns += 1;
      return Promise.resolve();
    });
    activity = activitiesOf({ serviceUrl, appId: issuer.appId }).message(ada, personalChat(ada), 'help');
  });

  beforeEach(() => {
    turns = 0;
  });

  after(async () => {
    await bot.stop();
    await issuer.stop();
  });

  it('a channel token is accepted', async () => {
    const answer = await deliver(await issuer.channelToken());

    assert.deepEqual([answer.status, turns], [200, 1]);
  });

  it('a channel token that expired four minutes ago is accepted, since clocks differ', async () => {
    const answer = await deliver(await issuer.channelToken({ expiresIn: -240 }));

    assert.deepEqual([answer.status, turns], [200, 1]);
  });

  it('the SDK takes an Emulator token for the own app id, so a bot that does not want it has to refuse it', async () => {
    const answer = await deliver(await emulatorToken(issuer));

    assert.deepEqual([answer.status, turns], [200, 1]);
  });

  it('every bad token is refused before the bot sees the activity', async () => {
    const quiet = silenceConsole();
    const client = createTeamsClient({ origin: bot.origin, issuer });

    const statuses = await Promise.all(
      (await badTokens(issuer, serviceUrl)).map(async ({ name, authorization }) => {
        const { status } = await client.deliverAs(authorization, activity);
        return [name, status] as const;
      }),
    ).finally(quiet);

    assert.equal(turns, 0);
    // The SDK's adapter answers 500 where its token library throws an error of its own.
    assert.deepEqual(
      statuses.filter(([, status]) => status !== 401 && status !== 500),
      [],
    );
    assert.deepEqual(namesWith(statuses, 500), [
      'a token cut short',
      'a claim changed after signing',
      'a token that is valid in six minutes',
      "a stranger's signature under a published key's name",
      'no signature',
      'the public key used as a shared secret',
    ]);
  });

  it('two issuers never share an address, even on the same port', async () => {
    const other = await startTokenIssuer();
    await other.stop();

    assert.notEqual(new URL(other.url).pathname, new URL(issuer.url).pathname);
  });

  function deliver(token: string): Promise<BotAnswer> {
    return createTeamsClient({ origin: bot.origin, issuer }).deliverAs(`Bearer ${token}`, activity);
  }
});

function namesWith(statuses: readonly (readonly [name: string, status: number])[], wanted: number): string[] {
  return statuses.filter(([, status]) => status === wanted).map(([name]) => name);
}

/** The SDK prints each refused token. */
function silenceConsole(): () => void {
  const { error } = console;
  console.error = () => undefined;
  return () => {
    console.error = error;
  };
}
