import { ActivityTypes, CardFactory, type Activity, type ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Messenger, Post } from '../app/ports.js';
import type { AnnouncementView } from '../app/views.js';
import { renderCard } from '../cards/render.js';
import type { SendOutcome } from '../domain/delivery.js';
import type { Address } from '../domain/place.js';
import { given } from '../domain/given.js';
import { log } from '../log.js';
import { wordsFor } from '../words/catalogue.js';
import { outcomeOf } from './send-outcome.js';

/** The connector client for an address, with the bot's credentials. */
export type Connect = (serviceUrl: string) => Promise<ConnectorClient>;

export function createMessenger(connect: Connect): Messenger {
  const rendered = new WeakMap<AnnouncementView, Map<string, Partial<Activity>>>();

  const login = createLogin();
  const messageFor = ({ address, locale, view }: Post): Partial<Activity> =>
    rememberedMessage(rendered, view, { locale, shared: address.scope !== 'personal' });

  async function trying(
    post: Post,
    what: (connector: ConnectorClient, message: Partial<Activity>) => Promise<string | undefined>,
  ): Promise<SendOutcome> {
    const { serviceUrl } = post.address;
    const message = messageFor(post);
    try {
      const id = await what(await connect(serviceUrl), message);
      return { kind: 'sent', ...given({ message: id }) };
    } catch (error) {
      const outcome = outcomeOf(error, serviceUrl);
      if ('reason' in outcome)
        log.warn({ outcome: outcome.kind, reason: outcome.reason }, 'an announcement did not arrive');
      return outcome;
    }
  }

  return {
    async prepare(post) {
      messageFor(post);
      // Where it fails, so does what follows, and then it is told.
      await connect(post.address.serviceUrl)
        .then(login)
        .catch(() => undefined);
    },
    announce: (post) => trying(post, (connector, message) => send(connector, post.address, message)),
    edit: (post) =>
      trying(post, async (connector, message) => {
        await connector.conversations.updateActivity(threadOf(post), post.message, message);
        return post.message;
      }),
  };
}

/** Milliseconds for which it is not looked again whether there is a token. */
const looksApart = 60_000;

/** Sees to it that a connector has a token, for which everything sent meanwhile would wait, and then leave at once. */
function createLogin(): (connector: ConnectorClient) => Promise<void> {
  const looked = new WeakMap<ConnectorClient, number>();
  return async (connector) => {
    if (performance.now() < (looked.get(connector) ?? -Infinity) + looksApart) return;
    const request = { headers: new Headers() } as unknown as Parameters<
      ConnectorClient['credentials']['signRequest']
    >[0];
    await connector.credentials.signRequest(request);
    looked.set(connector, performance.now());
  };
}

/** A channel gets a new conversation; a chat gets the message. Answers the id by which it can be edited later. */
async function send(
  connector: ConnectorClient,
  address: Address,
  message: Partial<Activity>,
): Promise<string | undefined> {
  const { conversation, scope, tenant } = address;
  if (scope !== 'channel') {
    return (await connector.conversations.sendToConversation(conversation, message)).id;
  }
  const parameters: Partial<ConversationParameters> = {
    isGroup: true,
    tenantId: tenant,
    channelData: { channel: { id: conversation }, tenant: { id: tenant } },
    activity: message as Activity,
  };
  const created = await connector.conversations.createConversation(parameters as ConversationParameters);
  return created.activityId;
}

/** A post in a channel is the first message of a conversation of its own. */
function threadOf({ address: { conversation, scope }, message }: Post & { message: string }): string {
  return scope === 'channel' ? `${conversation};messageid=${message}` : conversation;
}

/** Rendered once for each language, and apart for those who read it alone. */
function rememberedMessage(
  rendered: WeakMap<AnnouncementView, Map<string, Partial<Activity>>>,
  view: AnnouncementView,
  { locale, shared }: { locale: string; shared: boolean },
): Partial<Activity> {
  const known = rendered.get(view) ?? new Map<string, Partial<Activity>>();
  rendered.set(view, known);
  const { language } = wordsFor(locale);
  const key = `${language} ${String(shared)}`;
  const message = known.get(key) ?? render(view, { locale: language, shared });
  known.set(key, message);
  return message;
}

function render(view: AnnouncementView, reader: { locale: string; shared: boolean }): Partial<Activity> {
  const { card, summary } = renderCard(view, reader);
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}
