import { homeTenant, type CastMember } from './cast.js';
import { personalConversation } from './connector-operations.js';

/** A conversation that activities come from. */
export type CastPlace =
  | { readonly kind: 'personal'; readonly id: string; readonly tenantId: string }
  | { readonly kind: 'groupChat'; readonly id: string; readonly tenantId: string; readonly name?: string }
  | CastChannel;

export interface CastChannel {
  readonly kind: 'channel';
  /** The channel itself, without a thread. */
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  /** Also the id of the team's General channel. */
  readonly teamId: string;
  readonly teamName: string;
  /** The post under which something is said or pressed; without it, a new post. */
  readonly thread?: string;
}

export function personalChat(member: CastMember): CastPlace {
  return { kind: 'personal', id: personalConversation(member.id), tenantId: member.tenantId };
}

export function groupChat(name: string, tenantId: string = homeTenant): CastPlace {
  return { kind: 'groupChat', id: `19:${slug(name)}@thread.v2`, tenantId, name };
}

export function channel(name: string, teamName = 'Workshop', tenantId: string = homeTenant): CastChannel {
  const teamId = `19:${slug(teamName)}-general@thread.tacv2`;
  const id = name === 'General' ? teamId : `19:${slug(teamName)}-${slug(name)}@thread.tacv2`;
  return { kind: 'channel', id, tenantId, name, teamId, teamName };
}

/** The same channel, in the thread under one post. */
export function under(place: CastChannel, thread: string): CastChannel {
  return { ...place, thread };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
