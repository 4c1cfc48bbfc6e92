import { ActivityTypes, CardFactory, type Activity, type ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Messenger } from '../app/ports.js';
import type { AnnouncementView } from '../app/views.js';
import { renderCard } from '../cards/render.js';
import type { Address } from '../domain/place.js';
import { given } from '../domain/given.js';
import { log } from '../log.js';
import { wordsFor } from '../words/catalogue.js';
import { outcomeOf } from './send-outcome.js';

/** The connector client for an address, with the bot's credentials. */
export type Connect = (serviceUrl: string) => Promise<ConnectorClient>;

export function createMessenger(connect: Connect): Messenger {
  const rendered = new WeakMap<AnnouncementView, Map<string, Partial<Activity>>>();
  return {
    async announce({ address, locale, view }) {
      const message = rememberedMessage(rendered, view, locale);
      try {
        return {
          kind: 'sent',
          ...given({ message: await send(await connect(address.serviceUrl), address, message) }),
        };
      } catch (error) {
        const outcome = outcomeOf(error);
        if ('reason' in outcome)
          log.warn({ outcome: outcome.kind, reason: outcome.reason }, 'an announcement did not arrive');
        return outcome;
      }
    },
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

function rememberedMessage(
  rendered: WeakMap<AnnouncementView, Map<string, Partial<Activity>>>,
  view: AnnouncementView,
  locale: string,
): Partial<Activity> {
  const byLanguage = rendered.get(view) ?? new Map<string, Partial<Activity>>();
  rendered.set(view, byLanguage);
  const { language } = wordsFor(locale);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const { card, summary } = renderCard(view, { locale: language, shared: true });
  const message = {
    type: ActivityTypes.Message,
    summary,
    attachments: [CardFactory.adaptiveCard(card)],
  };
  byLanguage.set(language, message);
  return message;
}
