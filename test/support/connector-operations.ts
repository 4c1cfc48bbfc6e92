import type { Body, Operation } from './connector-calls.js';
import { errorBody } from './connector-faults.js';
import { channelOf, type MessageStore } from './connector-store.js';

/** A request, read but not yet carried out. */
export interface Asked {
  readonly operation: Operation;
  /** For `create`, the channel posted to, or the personal chat that comes of it. */
  readonly conversation: string | undefined;
  readonly target: string | undefined;
  readonly query: URLSearchParams;
  readonly body: Body;
}

export interface Done {
  readonly status: number;
  readonly body: unknown;
  readonly conversation?: string;
  readonly activityId?: string;
}

export interface Roster {
  /** The members of a conversation, in the order in which they are listed. */
  membersOf(conversation: string): readonly Body[];
}

const operations: Readonly<Record<string, Operation>> = {
  'POST activities': 'send',
  'POST activities/': 'reply',
  'PUT activities/': 'update',
  'DELETE activities/': 'delete',
  'GET pagedmembers': 'members',
  'GET members': 'members',
  'GET members/': 'member',
};

/** What a request asks for, by its method and its path below the service address. */
export function readRequest(method: string, path: string, query: URLSearchParams, body: Body): Asked {
  const [, , conversation, what, target] = path.split('/').map((part) => decodeURIComponent(part));
  if (!/^v3\/conversations(\/|$)/.test(path)) return asked('unknown');
  if (conversation === undefined)
    return method === 'POST' ? asked('create', newConversation(body)) : asked('unknown');
  const known = operations[`${method} ${what ?? ''}${target === undefined ? '' : '/'}`];
  return asked(known ?? 'unknown', conversation, target);

  function asked(operation: Operation, name?: string, goal?: string): Asked {
    return { operation, conversation: name, target: goal, query, body };
  }
}

/** The personal chat with a member: the same however often it is created. */
export function personalConversation(memberId: string): string {
  return `a:1${memberId.replace(/^29:/, '')}`;
}

export function carryOut(asked: Asked, store: MessageStore, roster: Roster): Done {
  const { operation, conversation = '', target = '', body } = asked;
  switch (operation) {
    case 'send':
    case 'reply': {
      const { id } = store.post(conversation, body);
      return { status: 201, body: { id }, activityId: id };
    }
    case 'update':
      return store.edit(conversation, target, body) ? { status: 200, body: { id: target } } : noMessage();
    case 'delete':
      return store.remove(conversation, target) ? { status: 200, body: {} } : noMessage();
    case 'create':
      return create(asked, store);
    case 'members':
      return page(roster.membersOf(channelOf(conversation)), asked.query);
    case 'member': {
      const found = roster.membersOf(channelOf(conversation)).find((member) => isNamed(member, target));
      return found === undefined
        ? refused(404, 'MemberNotFoundInConversation')
        : { status: 200, body: found };
    }
    case 'unknown':
      return refused(404, 'NotFound');
  }
}

export function refused(status: number, code: string): Done {
  return { status, body: errorBody(code, `The connector refused: ${code}`) };
}

function noMessage(): Done {
  return refused(404, 'ActivityNotFoundInConversation');
}

function create({ body, conversation }: Asked, store: MessageStore): Done {
  const activity = asBody(body['activity']);
  if (conversation === undefined) return refused(400, 'BadArgument');
  if (asBody(asBody(body['channelData'])?.['channel']) === undefined) {
    const activityId = activity === undefined ? undefined : store.post(conversation, activity).id;
    return created(conversation, activityId);
  }
  if (activity === undefined) return refused(400, 'BadArgument');
  const post = store.postToChannel(conversation, activity);
  return created(post.conversation, post.id);
}

function created(conversation: string, activityId: string | undefined): Done {
  const made = activityId === undefined ? { conversation } : { conversation, activityId };
  return { status: 201, body: { id: conversation, activityId }, ...made };
}

function newConversation(body: Body): string | undefined {
  const channel = asBody(asBody(body['channelData'])?.['channel'])?.['id'];
  if (typeof channel === 'string') return channel;
  const members: unknown = body['members'];
  const first: unknown = Array.isArray(members) ? asBody(members[0])?.['id'] : undefined;
  return typeof first === 'string' && body['isGroup'] !== true ? personalConversation(first) : undefined;
}

/** The continuation token is the position to go on from. */
function page(members: readonly Body[], query: URLSearchParams): Done {
  const from = Number(query.get('continuationToken') ?? 0);
  const size = Math.min(Number(query.get('pageSize') ?? 200), 500);
  const to = from + size;
  const more = to < members.length ? { continuationToken: String(to) } : {};
  return { status: 200, body: { members: members.slice(from, to), ...more } };
}

function isNamed(member: Body, name: string): boolean {
  return member['id'] === name || member['aadObjectId'] === name || member['objectId'] === name;
}

export function asBody(value: unknown): Body | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
}
