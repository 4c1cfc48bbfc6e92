import { randomUUID } from 'node:crypto';

import { Temporal } from 'temporal-polyfill';

import type { CastMember } from './cast.js';
import type { CastPlace } from './places.js';

/** As it goes over the wire. */
export type TeamsActivity = Readonly<Record<string, unknown>>;

/** Replaces or adds fields of an activity, also nested ones; `undefined` removes one. */
export type Overrides = Readonly<Record<string, unknown>>;

/** Where activities say they come from, and whom they are for. */
export interface Scene {
  readonly serviceUrl: string;
  readonly appId: string;
  /** How members have named the bot. */
  readonly botName?: string;
  readonly locale?: string;
}

export interface CardPress {
  readonly verb?: string;
  /** Of the button; the inputs are merged in by the client. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly trigger?: 'manual' | 'automatic';
  /** The message that shows the card. */
  readonly replyToId?: string;
  readonly title?: string;
}

export type Activities = ReturnType<typeof activitiesOf>;

/** Builders of activities as Teams sends them. Each has an id and a time of its own. */
export function activitiesOf(scene: Scene) {
  const bot = { id: `28:${scene.appId}`, name: scene.botName ?? 'Touchstone' };

  function activity(
    type: string,
    member: CastMember,
    place: CastPlace,
    ...changes: Overrides[]
  ): TeamsActivity {
    return changes.reduce(override, envelope(scene, bot, type, member, place));
  }

  return {
    bot,

    /** Anything, in an envelope that is right. */
    activity,

    /** What a member writes; in a group or channel the bot is mentioned first, or it would not hear of it. */
    message(member: CastMember, place: CastPlace, text: string, overrides: Overrides = {}): TeamsActivity {
      return activity('message', member, place, messageOf(scene, bot, { member, place }, text), overrides);
    },

    /** An `Action.Execute` button. */
    press(member: CastMember, place: CastPlace, press: CardPress, overrides: Overrides = {}): TeamsActivity {
      const { verb = '', title, trigger = 'manual' } = press;
      const action = { type: 'Action.Execute', title, verb, data: { ...press.data, ...press.inputs } };
      const invoke = invokeOf('adaptiveCard/action', { action, trigger }, press);
      return activity('invoke', member, shownAt(place, press), invoke, overrides);
    },

    /** An `Action.Submit` button, as clients that do not know `Action.Execute` show it. */
    submit(member: CastMember, place: CastPlace, press: CardPress, overrides: Overrides = {}): TeamsActivity {
      const said = { value: { ...press.data, ...press.inputs }, replyToId: press.replyToId ?? shownCard };
      return activity('message', member, shownAt(place, press), said, overrides);
    },

    /** Any other invoke: `task/fetch`, `message/submitAction`, something nobody has heard of. */
    invoke(
      member: CastMember,
      place: CastPlace,
      name: string,
      value: unknown = {},
      overrides: Overrides = {},
    ) {
      return activity('invoke', member, place, invokeOf(name, value, {}), overrides);
    },

    /** A file of the member's OneDrive, sent in a personal chat. */
    file(member: CastMember, place: CastPlace, name: string, downloadUrl: string, overrides: Overrides = {}) {
      return activity('message', member, place, { attachments: attachmentsOf(name, downloadUrl) }, overrides);
    },

    /** `add`, `remove`, or their `-upgrade` twins, which come when a new manifest adds or removes the bot. */
    installation(
      member: CastMember,
      place: CastPlace,
      action: string,
      overrides: Overrides = {},
    ): TeamsActivity {
      return activity('installationUpdate', member, place, installationOf(place, action), overrides);
    },

    membersAdded(member: CastMember, place: CastPlace, added: readonly Account[], overrides: Overrides = {}) {
      const event = { membersAdded: added.map(accountOf), ...eventOf(place, 'teamMemberAdded') };
      return activity('conversationUpdate', member, place, event, overrides);
    },

    membersRemoved(
      member: CastMember,
      place: CastPlace,
      removed: readonly Account[],
      overrides: Overrides = {},
    ) {
      const event = { membersRemoved: removed.map(accountOf), ...eventOf(place, 'teamMemberRemoved') };
      return activity('conversationUpdate', member, place, event, overrides);
    },

    /** `channelRenamed`, `channelDeleted`, `teamRenamed`, `teamArchived` … */
    conversationEvent(member: CastMember, place: CastPlace, eventType: string, overrides: Overrides = {}) {
      return activity('conversationUpdate', member, place, eventOf(place, eventType), overrides);
    },

    reaction(
      member: CastMember,
      place: CastPlace,
      replyToId: string,
      overrides: Overrides = {},
    ): TeamsActivity {
      const reaction = { reactionsAdded: [{ type: 'like' }], replyToId };
      return activity('messageReaction', member, place, reaction, overrides);
    },
  };
}

interface Account {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

const shownCard = '1700000000000';
let count = 0;

/** A card pressed in a channel is a post of its own, unless it stands in the thread under another. */
function shownAt(place: CastPlace, { replyToId = shownCard }: CardPress): CastPlace {
  return place.kind === 'channel' ? { thread: replyToId, ...place } : place;
}

/** Ids of messages are milliseconds, as Teams' are. */
function nextId(): string {
  count += 1;
  return String(1_750_000_000_000 + count);
}

function envelope(
  scene: Scene,
  bot: Account,
  type: string,
  member: CastMember,
  place: CastPlace,
): TeamsActivity {
  const id = nextId();
  const now = new Date().toISOString();
  return {
    type,
    id,
    timestamp: now,
    localTimestamp: onTheWall(now, member),
    localTimezone: member.timeZone,
    locale: localeOf(scene),
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    from: { id: member.id, name: member.name, aadObjectId: member.aadObjectId },
    recipient: bot,
    conversation: conversationOf(place, id),
    entities: [clientInfoOf(scene, member)],
    channelData: channelDataOf(place),
  };
}

/** With the member's offset: `2026-11-22T14:00:00.000+01:00`. */
function onTheWall(instant: string, { timeZone }: CastMember): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return there.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}

function clientInfoOf(scene: Scene, { timeZone: timezone }: CastMember): TeamsActivity {
  const locale = localeOf(scene);
  return { type: 'clientInfo', locale, country: locale.split('-')[1], platform: 'Web', timezone };
}

function localeOf(scene: Scene): string {
  return scene.locale ?? 'en-GB';
}

/** Something said in a channel outside a thread opens one. */
function conversationOf(place: CastPlace, id: string): TeamsActivity {
  const { kind: conversationType, tenantId } = place;
  switch (place.kind) {
    case 'personal':
      return { conversationType, tenantId, id: place.id };
    case 'groupChat':
      return { conversationType, tenantId, id: place.id, isGroup: true, name: place.name };
    case 'channel':
      return { conversationType, tenantId, id: `${place.id};messageid=${place.thread ?? id}`, isGroup: true };
  }
}

function channelDataOf(place: CastPlace): TeamsActivity {
  const tenant = { id: place.tenantId };
  if (place.kind !== 'channel') return { tenant };
  return {
    teamsChannelId: place.id,
    teamsTeamId: place.teamId,
    channel: { id: place.id },
    team: { id: place.teamId, name: place.teamName },
    tenant,
  };
}

function messageOf(
  scene: Scene,
  bot: Account,
  { member, place }: { member: CastMember; place: CastPlace },
  text: string,
): Overrides {
  if (place.kind === 'personal') return { text, textFormat: 'plain' };
  const mention = { type: 'mention', mentioned: bot, text: `<at>${bot.name ?? ''}</at>` };
  return {
    text: `${mention.text} ${text}`,
    textFormat: 'plain',
    entities: [mention, clientInfoOf(scene, member)],
    attachments: [
      { contentType: 'text/html', content: `<div><span itemid="0">${bot.name ?? ''}</span> ${text}</div>` },
    ],
  };
}

function invokeOf(name: string, value: unknown, press: CardPress): Overrides {
  const source = { source: { name: 'message' } };
  return {
    name,
    value,
    id: `f:${randomUUID()}`,
    replyToId: press.replyToId ?? shownCard,
    channelData: source,
  };
}

/** Beside the file there is always the (empty) text as HTML. */
function attachmentsOf(name: string, downloadUrl: string): TeamsActivity[] {
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    contentUrl: `https://home.example.org/personal/Documents/${encodeURIComponent(name)}`,
    content: { downloadUrl, uniqueId: randomUUID(), fileType: name.split('.').at(-1) },
  };
  return [file, { contentType: 'text/html', content: '<div></div>' }];
}

/** Events carry no names of people; those of a team come in the team's name, whichever channel they are about. */
function eventOf(place: CastPlace, eventType: string): Overrides {
  const from = { name: undefined };
  if (place.kind !== 'channel') return { from };
  return {
    from,
    conversation: { id: place.teamId },
    channelData: { eventType, channel: { name: place.name } },
  };
}

/** Installed in a team, the bot is told the channel that was chosen for it. */
function installationOf(place: CastPlace, action: string): Overrides {
  const from = { name: undefined };
  if (place.kind !== 'channel') return { action, from };
  const settings = { selectedChannel: { id: place.id } };
  return { action, from, conversation: { id: place.id }, channelData: { settings } };
}

function accountOf({ id, aadObjectId }: Account): TeamsActivity {
  return { id, aadObjectId };
}

function override(activity: TeamsActivity, changes: Overrides): TeamsActivity {
  const merged = Object.entries(changes).map(([key, value]) => {
    const old = activity[key];
    return [key, isPlain(old) && isPlain(value) ? override(old, value) : value];
  });
  return { ...activity, ...(Object.fromEntries(merged) as TeamsActivity) };
}

function isPlain(value: unknown): value is TeamsActivity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
