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
}

export function placeIdOf({ tenant, conversation }: Pick<Address, 'tenant' | 'conversation'>): PlaceId {
  return `${tenant}/${conversation}` as PlaceId;
}

/** Stands for every charter, those to come included, where a subscription names one. */
export const everyCharter = '*';

export type SubscriptionState = 'active' | 'stopped';
