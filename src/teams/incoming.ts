import type { Intent } from '../app/intent.js';
import { isTimeZone } from '../app/zoned-time.js';
import { given } from '../domain/given.js';
import { placeIdOf, type Address, type MemberId, type Place, type Scope } from '../domain/place.js';
import { FileAttachment, type IncomingActivity } from './activity.js';
import { parseCardAction } from './card-action.js';
import { parseWords } from './parse-words.js';

/** What an activity means to Touchstone. */
export type Incoming =
  | { readonly kind: 'said'; readonly intent: Intent }
  /** A file, which may be a post; the words beside it may name its charter, or say that it is a correction. */
  | { readonly kind: 'sent-file'; readonly file: FileAttachment; readonly intent: Intent }
  /** A button whose answer goes to the presser alone. */
  | { readonly kind: 'pressed'; readonly intent: Intent }
  /** The same in a window, or the button that opens one: the answer is shown in the window. */
  | { readonly kind: 'in-dialog'; readonly intent: Intent }
  | { readonly kind: 'added' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'team-removed'; readonly team: string }
  | { readonly kind: 'nothing' };

const nothing: Incoming = { kind: 'nothing' };

export function readIncoming(activity: IncomingActivity): Incoming {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'installationUpdate':
      return readInstallation(activity);
    case 'conversationUpdate':
      return readConversationUpdate(activity);
    default:
      return nothing;
  }
}

/** Where it happened. */
export function placeOf(activity: IncomingActivity): Place {
  const { conversation, channelData, serviceUrl } = activity;
  const scope = scopeOf(activity);
  // Events about a channel come in the team's name; only `channelData` names the channel.
  const about = channelData?.eventType === undefined ? undefined : channelData.channel?.id;
  const address: Address = {
    tenant: tenantOf(activity),
    conversation: about ?? conversation.id.replace(/;messageid=.*$/, ''),
    scope,
    serviceUrl,
    ...given({
      team: scope === 'channel' ? channelData?.team?.id : undefined,
      member: scope === 'personal' ? memberOf(activity) : undefined,
    }),
  };
  const locale = activity.locale ?? 'en';
  const told = { name: nameOf(activity, scope), timeZone: timeZoneOf(activity, scope) };
  return { id: placeIdOf(address), address, locale, ...given(told) };
}

/** Who did it; Teams tells an Entra object id for members and guests alike. */
export function memberOf({ from }: IncomingActivity): MemberId | undefined {
  return (from?.aadObjectId ?? from?.id) as MemberId | undefined;
}

/** As Teams shows it to others; events carry none. */
export function memberNameOf({ from }: IncomingActivity): string | undefined {
  const name = from?.name?.trim() ?? '';
  return name === '' ? undefined : name;
}

export function tenantOf({ conversation, channelData }: IncomingActivity): string {
  return conversation.tenantId ?? channelData?.tenant?.id ?? '';
}

function scopeOf({ conversation, channelData }: IncomingActivity): Scope {
  if (conversation.conversationType === 'channel' || channelData?.team?.id !== undefined) return 'channel';
  return conversation.conversationType === 'groupChat' ? 'group' : 'personal';
}

function nameOf({ conversation, channelData }: IncomingActivity, scope: Scope): string | undefined {
  if (scope === 'personal') return undefined;
  if (scope === 'group') return conversation.name;
  const names = [channelData?.team?.name, channelData?.channel?.name].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(' / ');
}

/** Of the person in a personal chat. Elsewhere it is one of many, and says nothing about the place. */
function timeZoneOf({ entities }: IncomingActivity, scope: Scope): string | undefined {
  if (scope !== 'personal') return undefined;
  const told = entities?.find(({ type }) => type === 'clientInfo')?.timezone;
  return told !== undefined && isTimeZone(told) ? told : undefined;
}

function readMessage(activity: IncomingActivity): Incoming {
  if (typeof activity.value === 'object' && activity.value !== null) {
    return { kind: 'said', intent: parseCardAction(activity.value) };
  }
  const intent = marked(parseWords(withoutMention(activity.text ?? '')), activity.id);
  const file = activity.attachments
    ?.map((each) => FileAttachment.safeParse(each))
    .find(({ success }) => success);
  return file?.data === undefined ? { kind: 'said', intent } : { kind: 'sent-file', file: file.data, intent };
}

/** What is typed is told from its copies by the message's id: Teams delivers a slow message again under the same one. */
function marked(intent: Intent, press: string | undefined): Intent {
  const counts =
    intent.kind === 'rate' ||
    intent.kind === 'send-comment' ||
    intent.kind === 'save-theme' ||
    intent.kind === 'save-outside';
  return counts ? { ...intent, ...given({ press }) } : intent;
}

/** In channels and group chats the words follow a mention of the bot. */
function withoutMention(text: string): string {
  return text.replace(/^(?:\s|&nbsp;)*<at[^>]*>[^<]{0,200}<\/at>/, '').replace(/&nbsp;/g, ' ');
}

function readInvoke({ name, value }: IncomingActivity): Incoming {
  switch (name) {
    case 'adaptiveCard/action':
      return { kind: 'pressed', intent: parseCardAction(fieldOf(fieldOf(value, 'action'), 'data')) };
    case 'task/fetch':
    case 'task/submit':
      return { kind: 'in-dialog', intent: parseCardAction(fieldOf(value, 'data')) };
    default:
      return nothing;
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[field];
}

function readInstallation(activity: IncomingActivity): Incoming {
  if (activity.action === 'add' || activity.action === 'add-upgrade') return { kind: 'added' };
  if (activity.action === 'remove' || activity.action === 'remove-upgrade') return removalOf(activity);
  return nothing;
}

function readConversationUpdate(activity: IncomingActivity): Incoming {
  const { membersAdded, membersRemoved, recipient, channelData } = activity;
  const isBot = ({ id }: { id: string }): boolean => id === recipient.id;
  // In a team `installationUpdate` alone names the channel the bot was added to.
  if (membersAdded?.some(isBot) === true)
    return scopeOf(activity) === 'channel' ? nothing : { kind: 'added' };
  if (membersRemoved?.some(isBot) === true) return removalOf(activity);
  switch (channelData?.eventType) {
    case 'channelDeleted':
      return channelData.channel?.id === undefined ? nothing : { kind: 'removed' };
    case 'teamDeleted':
    case 'teamHardDeleted':
      return removalOf(activity);
    default:
      return nothing;
  }
}

/** From a team the bot goes as a whole, with all its channels. */
function removalOf({ channelData }: IncomingActivity): Incoming {
  const team = channelData?.team?.id;
  return team === undefined ? { kind: 'removed' } : { kind: 'team-removed', team };
}
