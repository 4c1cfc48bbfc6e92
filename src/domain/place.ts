/** A member of the community: the Entra object id that came with a verified activity. */
export type MemberId = string & { readonly brand: 'MemberId' };
/** A conversation the bot can post to; stable for as long as the conversation lives. */
export type PlaceId = string & { readonly brand: 'PlaceId' };

export type Scope = 'personal' | 'group' | 'channel';

/** How a place is reached. */
export interface Address {
  readonly tenant: string;
  /** Without the `;messageid=` that names a thread in a channel. */
  readonly conversation: string;
  readonly scope: Scope;
  readonly serviceUrl: string;
  /** Of a channel: the team it belongs to. */
  readonly team?: string;
  /** Of a personal chat: who sits in it. */
  readonly member?: MemberId;
}

export interface Place {
  readonly id: PlaceId;
  readonly address: Address;
  /** What the place is called in reports; never a person's name. */
  readonly name?: string;
  /** BCP 47, as Teams told it: `es-MX`. */
  readonly locale: string;
  /** IANA name, as Teams told it of the person in a personal chat. */
  readonly timeZone?: string;
}

/** A time of day, `20:00`; in whose zone is said where it is used. */
export type TimeOfDay = string & { readonly brand: 'TimeOfDay' };

/** When a person does not want to be written to. Begins and ends every day, and may lie across midnight. */
export interface QuietHours {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

/** What a place asked for, beyond what it subscribes to. */
export interface Wishes {
  /** ISO-8601 UTC. */
  readonly pausedUntil?: string;
  /** In personal chats only. `off`: none, whatever the operator's default is. */
  readonly quietHours?: QuietHours | 'off';
}

export function placeIdOf({ tenant, conversation }: Pick<Address, 'tenant' | 'conversation'>): PlaceId {
  return `${tenant}/${conversation}` as PlaceId;
}

/** Stands for every charter, those to come included, where a subscription names one. */
export const everyCharter = '*';

export type SubscriptionState = 'active' | 'stopped';

const timePattern = /^(?:[01]?\d|2[0-3])(?::[0-5]\d)?$/;

/** `20:00`, `8:00` or `8`, in 24 hours. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  if (!timePattern.test(text)) return undefined;
  const [hour = '', minute = '00'] = text.split(':');
  return `${hour.padStart(2, '0')}:${minute}` as TimeOfDay;
}

/** Hours that end when they begin are none, and not all of the day. */
export function parseQuietHours(from: string, until: string): QuietHours | undefined {
  const [begin, end] = [parseTimeOfDay(from), parseTimeOfDay(until)];
  if (begin === undefined || end === undefined || begin === end) return undefined;
  return { from: begin, until: end };
}
