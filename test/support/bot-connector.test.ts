import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';

import { TurnContext, type CloudAdapter } from 'botbuilder';

import { activitiesOf, type Activities } from './activities.js';
import { startBotConnector, type BotConnector } from './bot-connector.js';
import { ada, bento, crowd, homeTenant } from './cast.js';
import { drawnFaults } from './connector-chance.js';
import {
  failing,
  failingAfterwards,
  hanging,
  resetting,
  slow,
  throttled,
  writesBlocked,
} from './connector-faults.js';
import { teamsLimits } from './connector-limits.js';
import { personalConversation } from './connector-operations.js';
import { channel, groupChat, personalChat } from './places.js';
import { createSdkAdapter, startSdkBot } from './sdk-bot.js';
import { createTeamsClient } from './teams-client.js';
import { startTokenIssuer, type TokenIssuer } from './token-issuer.js';

const news = channel('News');

describe('the loopback Bot Connector', () => {
  let issuer: TokenIssuer;
  let connector: BotConnector;
  let activities: Activities;

  beforeEach(async () => {
    issuer = await startTokenIssuer();
    connector = await startBotConnector({ issuer });
    activities = activitiesOf({ serviceUrl: connector.serviceUrl, appId: issuer.appId });
  });

  afterEach(async () => {
    await connector.stop();
    await issuer.stop();
  });

  describe('with the SDK as its client', () => {
    it('keeps what a bot replies, edits and deletes in its turn', async () => {
      const bot = await startSdkBot(issuer, async (context) => {
        const first = await context.sendActivity('one');
        await context.sendActivity('two');
        await context.updateActivity({
          ...context.activity,
          id: first?.id ?? '',
          type: 'message',
          text: 'three',
        });
        const gone = await context.sendActivity('four');
        await context.deleteActivity(gone?.id ?? '');
      });
      const place = personalChat(ada);

      const answer = await createTeamsClient({ origin: bot.origin, issuer }).deliver(
        activities.message(ada, place, 'help'),
      );
      await bot.stop();

      assert.equal(answer.status, 200);
      const texts = connector.messages(place.id).map((message) => message.activity['text']);
      assert.deepEqual(texts, ['three', 'two']);
      assert.equal(connector.messages(place.id)[0]?.earlier[0]?.['text'], 'one');
      const operations = connector.calls.map((call) => call.operation);
      assert.deepEqual(operations, ['reply', 'reply', 'update', 'reply', 'delete']);
    });

    it('takes a message that begins a conversation the bot only remembers', async () => {
      const place = groupChat('Lunch');
      const reference = TurnContext.getConversationReference(activities.message(ada, place, 'subscribe'));

      await createSdkAdapter(issuer).continueConversationAsync(issuer.appId, reference, async (context) => {
        await context.sendActivity('A new draft');
      });

      assert.deepEqual(
        connector.messages(place.id).map((message) => message.activity['text']),
        ['A new draft'],
      );
    });

    it('makes a channel post, which carries its own thread and can be edited', async () => {
      const adapter = createSdkAdapter(issuer);
      const call = connector.waitFor(({ operation }) => operation === 'create');

      await createChannelPost(adapter, async (context) => {
        const conversation = context.activity.conversation.id;
        await context.updateActivity({
          type: 'message',
          text: 'Corrected',
          id: conversation.split(';messageid=')[1] ?? '',
          conversation: context.activity.conversation,
        });
      });

      const { activityId, conversation } = await call;
      assert.equal(conversation, `${news.id};messageid=${activityId ?? ''}`);
      const [message] = connector.messages(news.id);
      assert.equal(message?.activity['text'], 'Corrected');
      assert.equal(message.earlier[0]?.['text'], 'A new draft');
    });

    it('makes the same personal chat with a member however often it is asked', async () => {
      const adapter = createSdkAdapter(issuer);
      const parameters = { isGroup: false, members: [{ id: ada.id }], tenantId: homeTenant };
      const made: string[] = [];

      for (let time = 0; time < 2; time += 1) {
        await adapter.createConversationAsync(
          issuer.appId,
          'msteams',
          connector.serviceUrl,
          'https://api.botframework.com',
          parameters as never,
          (context) => {
            made.push(context.activity.conversation.id);
            return Promise.resolve();
          },
        );
      }

      assert.deepEqual(made, [personalConversation(ada.id), personalConversation(ada.id)]);
    });

    it('turns its refusals into the errors that the SDK reads', async () => {
      connector.inject(failing(403, 'BotNotInConversationRoster'));

      const thrown = await createChannelPost(createSdkAdapter(issuer)).catch((error: unknown) => error);

      const { statusCode, code } = thrown as { statusCode: number; code: string };
      assert.deepEqual([statusCode, code], [403, 'BotNotInConversationRoster']);
    });

    it('hands out no message when the login is refused', async () => {
      issuer.refuseLogins(401);

      await assert.rejects(createChannelPost(createSdkAdapter(issuer)), /login endpoint answered 401/);

      assert.deepEqual([connector.calls.length, issuer.logins.length], [0, 1]);
    });

    function createChannelPost(
      adapter: CloudAdapter,
      then: (context: TurnContext) => Promise<void> = () => Promise.resolve(),
    ): Promise<void> {
      const parameters = {
        isGroup: true,
        channelData: { channel: { id: news.id } },
        activity: { type: 'message', text: 'A new draft' },
      };
      return adapter.createConversationAsync(
        issuer.appId,
        'msteams',
        connector.serviceUrl,
        'https://api.botframework.com',
        parameters as never,
        then,
      );
    }
  });

  describe('with a client that sends what it likes', () => {
    let authorization: string;

    beforeEach(async () => {
      const body = new URLSearchParams({ grant_type: 'client_credentials' });
      const login = await fetch(`${issuer.url}/login/token`, { method: 'POST', body });
      const { access_token: token } = (await login.json()) as { access_token: string };
      authorization = `Bearer ${token}`;
    });

    it('lets in nobody without a token of its issuer', async () => {
      const place = personalChat(ada);

      const none = await send(place.id, {});
      const wrong = await send(place.id, { authorization: 'Bearer something-else' });

      assert.deepEqual([none.status, wrong.status], [401, 401]);
      assert.deepEqual(connector.messages(place.id), []);
      assert.deepEqual(
        connector.calls.map((call) => call.outcome),
        [401, 401],
      );
    });

    it('throttles as told, and only where and as often as told', async () => {
      connector.inject(throttled(7), { conversation: 'a:busy', times: 1 });

      const first = await send('a:busy');
      const second = await send('a:busy');
      const elsewhere = await send('a:quiet');

      assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '7']);
      assert.deepEqual([second.status, elsewhere.status], [201, 201]);
    });

    it('throttles without saying how long, too', async () => {
      connector.inject(throttled());

      const answer = await send('a:busy');

      assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, null]);
    });

    it('answers a blocked bot in the odd shape that Teams has for it', async () => {
      connector.inject(writesBlocked());

      const answer = await send('a:blocked');
      const body = (await answer.json()) as { errorCode: number; message: string };

      assert.deepEqual([answer.status, body.errorCode], [403, 209]);
      assert.equal((JSON.parse(body.message) as { subCode: string }).subCode, 'MessageWritesBlocked');
    });

    it('fails until the fault is taken back', async () => {
      const end = connector.inject(failing(502));

      const before = await send('a:chat');
      end();
      const after = await send('a:chat');

      assert.deepEqual([before.status, after.status], [502, 201]);
    });

    it('cuts the connection before it has taken a message, or after', async () => {
      connector.inject(resetting('after'), { conversation: 'a:after' });
      connector.inject(resetting('before'), { conversation: 'a:before' });

      await assert.rejects(send('a:before'));
      await assert.rejects(send('a:after'));

      assert.deepEqual([connector.messages('a:before').length, connector.messages('a:after').length], [0, 1]);
      assert.deepEqual(
        connector.calls.map((call) => call.outcome),
        ['reset', 'reset'],
      );
    });

    it('answers as if it had failed, though it has taken the message', async () => {
      connector.inject(failingAfterwards(504));

      const answer = await send('a:chat');

      assert.equal(answer.status, 504);
      assert.equal(connector.messages('a:chat').length, 1);
      assert.equal(connector.calls[0]?.posted, true);
    });

    it('draws faults by chance, the same for each conversation with the same seed', async () => {
      const mix = { throttles: 0.1, conflicts: 0.1, outages: 0.2, resets: 0, delays: 0, most: 2 };
      const chats = Array.from({ length: 20 }, (_, index) => `a:chat-${String(index)}`);
      const drawn = async (order: readonly string[]): Promise<ReadonlyMap<string, number[]>> => {
        const end = connector.inject(drawnFaults('a seed', mix));
        const statuses = new Map<string, number[]>();
        for (const chat of [...order, ...order, ...order])
          statuses.set(chat, [...(statuses.get(chat) ?? []), (await send(chat)).status]);
        end();
        return statuses;
      };

      const first = await drawn(chats);
      const second = await drawn(chats.toReversed());

      for (const chat of chats) assert.deepEqual(first.get(chat), second.get(chat));
      const all = [...first.values()];
      assert.ok(all.some((statuses) => statuses.some((status) => status !== 201)));
      assert.ok(all.every((statuses) => statuses.filter((status) => status !== 201).length <= 2));
    });

    it('can leave a call without an answer', async () => {
      connector.inject(hanging());
      const abort = new AbortController();

      const sending = send('a:chat', { authorization }, abort.signal);
      const call = await connector.waitFor((each) => each.conversation === 'a:chat');
      abort.abort();

      await assert.rejects(sending, { name: 'AbortError' });
      assert.equal(call.outcome, 'hung');
    });

    it('can be slow', async () => {
      connector.inject(slow(30));
      const asked = performance.now();

      await send('a:slow');

      // Timers may fire up to a millisecond early.
      assert.ok((connector.calls[0]?.at ?? 0) - asked >= 29);
    });

    it('forgets a conversation, with all its threads', async () => {
      connector.forget(news.id);

      const answer = await send(`${news.id};messageid=1`);

      const body = (await answer.json()) as { error: { code: string } };
      assert.deepEqual([answer.status, body.error.code], [404, 'ConversationNotFound']);
    });

    it('knows no message that it was not sent', async () => {
      const answer = await request('PUT', 'a:chat/activities/1', { text: 'edited' });

      const body = (await answer.json()) as { error: { code: string } };
      assert.deepEqual([answer.status, body.error.code], [404, 'ActivityNotFoundInConversation']);
    });

    it('refuses a message over 100 KB in UTF-16', async () => {
      const answer = await request('POST', 'a:chat/activities', { text: 'x'.repeat(51_200) });

      assert.equal(answer.status, 413);
    });

    it('lists members page by page, and one by either of their ids', async () => {
      connector.setMembers(
        news.id,
        crowd(5).map(({ id, name, aadObjectId }) => ({ id, name, aadObjectId })),
      );

      const first = (await (await request('GET', `${news.id}/pagedmembers?pageSize=3`)).json()) as Page;
      const token = first.continuationToken ?? '';
      const rest = (await (
        await request('GET', `${news.id}/pagedmembers?pageSize=3&continuationToken=${token}`)
      ).json()) as Page;
      const one = await request('GET', `${news.id}/members/${crowd(5)[4]?.aadObjectId ?? ''}`);
      const nobody = await request('GET', `${news.id}/members/${bento.id}`);

      const names = [...first.members, ...rest.members].map((member) => member.name);
      assert.deepEqual(names, ['Member 1', 'Member 2', 'Member 3', 'Member 4', 'Member 5']);
      assert.equal(rest.continuationToken, undefined);
      assert.deepEqual([one.status, nobody.status], [200, 404]);
    });

    it('tells what it saw when a call one waits for does not come', async () => {
      await send('a:chat');

      await assert.rejects(
        connector.waitForAll(2, ({ operation }) => operation === 'send', { timeout: 20 }),
        /Within 20 ms the connector got 1 of 2 matching calls; it saw 1 calls[^]*POST .*a:chat\/activities → 201/,
      );
    });

    function send(
      conversation: string,
      headers: Record<string, string> = { authorization },
      signal?: AbortSignal,
    ) {
      return request(
        'POST',
        `${conversation}/activities`,
        { type: 'message', text: 'hello' },
        headers,
        signal,
      );
    }

    function request(
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = { authorization },
      signal: AbortSignal | null = null,
    ): Promise<Response> {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      return fetch(`${connector.serviceUrl}v3/conversations/${path}`, {
        method,
        headers,
        signal,
        ...content,
      });
    }
  });
});

describe('the loopback Bot Connector, told to be strict and sparing', () => {
  let connector: BotConnector;
  const settled: string[] = [];

  beforeEach(async () => {
    connector = await startBotConnector({
      latency: 30,
      oneAtATime: true,
      compact: true,
      settled: ({ conversation = '', outcome }) => void settled.push(`${conversation} ${String(outcome)}`),
    });
  });

  afterEach(() => connector.stop());

  it('takes one call at a time in a conversation, keeps no texts, and tells of each call', async () => {
    const statuses = await Promise.all(['a:one', 'a:one', 'a:two'].map(post));
    const after = await post('a:one');

    assert.deepEqual(statuses.map(({ status }) => status).sort(), [201, 201, 412]);
    assert.equal(after.status, 201);
    assert.deepEqual(connector.messages('a:one')[0]?.activity, {});
    assert.deepEqual(settled.toSorted(), ['a:one 201', 'a:one 201', 'a:one 412', 'a:two 201']);
  });

  it('still knows where the post of a channel went', async () => {
    const body = { channelData: { channel: { id: news.id } }, activity: { type: 'message', text: 'hello' } };
    const made = await fetch(`${connector.serviceUrl}v3/conversations`, {
      method: 'POST',
      body: JSON.stringify(body),
    });

    assert.equal(made.status, 201);
    assert.equal(connector.messages(news.id).length, 1);
  });

  function post(conversation: string): Promise<Response> {
    const body = JSON.stringify({ type: 'message', text: 'hello' });
    return fetch(`${connector.serviceUrl}v3/conversations/${conversation}/activities`, {
      method: 'POST',
      body,
    });
  }
});

interface Page {
  readonly members: readonly { readonly name: string }[];
  readonly continuationToken?: string;
}

describe("the loopback Bot Connector under Teams' limits", () => {
  let connector: BotConnector;
  let clock = 0;

  beforeEach(async () => {
    clock = 0;
    connector = await startBotConnector({ limits: teamsLimits(), now: () => clock });
  });

  afterEach(() => connector.stop());

  it('takes seven messages a second in one conversation, and eight in two', async () => {
    const first = await sendMany(8, () => 'a:chat');
    clock = 1000;
    const second = await sendMany(2, () => 'a:chat');
    clock = 2000;
    const third = await sendMany(1, () => 'a:chat');

    assert.deepEqual(first, [201, 201, 201, 201, 201, 201, 201, 429]);
    assert.deepEqual(second, [201, 429]);
    assert.deepEqual(third, [201]);
  });

  it('takes fifty requests a second of one tenant, and says how long to wait', async () => {
    const statuses = await sendMany(51, (index) => `a:chat-${String(index)}`);
    const late = await post('a:late');

    assert.deepEqual(statuses.filter((status) => status === 201).length, 50);
    assert.deepEqual([late.status, late.headers.get('retry-after')], [429, '1']);
  });

  async function sendMany(count: number, conversationOf: (index: number) => string): Promise<number[]> {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) statuses.push((await post(conversationOf(index))).status);
    return statuses;
  }

  function post(conversation: string): Promise<Response> {
    const body = JSON.stringify({ type: 'message', text: 'hello' });
    return fetch(`${connector.serviceUrl}v3/conversations/${conversation}/activities`, {
      method: 'POST',
      body,
    });
  }
});
