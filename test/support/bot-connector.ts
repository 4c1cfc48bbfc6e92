import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { createCalls, type Body, type Calls, type ConnectorCall } from './connector-calls.js';
import { createFaults, type Fault, type FaultScope, type FaultSource } from './connector-faults.js';
import { createMeter, type ConnectorLimits, type Counter } from './connector-limits.js';
import { asBody, carryOut, readRequest, refused, type Asked, type Done } from './connector-operations.js';
import { channelOf, createMessageStore, type StoredMessage } from './connector-store.js';
import { answerJson, readBody, startLoopbackServer } from './loopback-server.js';
import type { TokenIssuer } from './token-issuer.js';

export interface BotConnector extends Pick<Calls, 'waitFor' | 'waitForAll'> {
  /** What activities name as their `serviceUrl`. */
  readonly serviceUrl: string;
  /** Every request that came, in the order in which it was settled. */
  readonly calls: readonly ConnectorCall[];
  /** What the members of a conversation see there now. */
  messages(conversation: string): readonly StoredMessage[];
  /** Makes calls fail until the returned function is called. */
  inject(fault: Fault | FaultSource, scope?: FaultScope): () => void;
  /** From now on there is no such conversation. */
  forget(conversation: string): void;
  setMembers(conversation: string, members: readonly Body[]): void;
  stop(): Promise<void>;
}

export interface ConnectorOptions {
  /** Only this issuer's tokens are let in; without it, everybody is. */
  readonly issuer?: TokenIssuer;
  readonly limits?: ConnectorLimits;
  /** To which tenant's allowance a call belongs; without it there is one tenant. */
  readonly tenantOf?: (conversation: string) => string;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
  /** Milliseconds that every call takes. */
  readonly latency?: number;
  /** A call that comes while another is at work in the same conversation is answered with 412. */
  readonly oneAtATime?: boolean;
  /** Keeps no texts, and of the headers only whose call it was, so that a hundred thousand calls fit into memory. */
  readonly compact?: boolean;
  /** Told of each call when it is settled, before it is answered. */
  readonly settled?: (call: ConnectorCall) => void;
}

/** More than this many characters of JSON are more than 100 KB in UTF-16, the most that Teams takes. */
const largestActivity = 51_200;

/** Teams' side of the conversation: takes what the bot sends, keeps it, and can be told to be difficult. */
export async function startBotConnector(options: ConnectorOptions = {}): Promise<BotConnector> {
  const now = options.now ?? (() => performance.now());
  const calls = createCalls();
  const faults = createFaults();
  const meter = createMeter(now);
  const store = createMessageStore();
  const forgotten = new Set<string>();
  const rosters = new Map<string, readonly Body[]>();
  const atWork = new Set<string | symbol>();
  const server = await startLoopbackServer(serve);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request);
    const url = new URL(request.url ?? '/', server.origin);
    const path = url.pathname.replace(/^\/teams\//, '');
    const asked = readRequest(request.method ?? '', path, url.searchParams, parseBody(text));
    const place = options.oneAtATime === true ? channelOf(asked.conversation ?? '') : Symbol();
    if (atWork.has(place)) {
      finish({ request, response, asked }, refused(412, 'PreconditionFailed'));
      return;
    }
    atWork.add(place);
    await attend({ request, response, asked }, text).finally(() => atWork.delete(place));
  }

  async function attend(exchange: Exchange, text: string): Promise<void> {
    const { request, asked } = exchange;
    const fault = isLetIn(request) ? faults.take(asked) : undefined;
    const wait = (options.latency ?? 0) + (fault?.kind === 'delay' ? fault.milliseconds : 0);
    if (wait > 0) await delay(wait, undefined, { ref: false });
    if (fault?.kind === 'hang') {
      settle(exchange, 'hung');
    } else if (fault?.kind === 'reset') {
      settle(exchange, 'reset', fault.accepted ? decide(asked, text) : undefined);
      request.socket.resetAndDestroy();
    } else {
      finish(exchange, isLetIn(request) ? answerOf(fault, asked, text) : refused(401, 'Unauthorized'));
    }
  }

  function finish(exchange: Exchange, done: Answer): void {
    settle(exchange, done.status, done);
    answerJson(exchange.response, done.status, done.body, retryAfter(done.retryAfter));
  }

  function settle({ request, asked }: Exchange, outcome: ConnectorCall['outcome'], done?: Done): void {
    const call = { ...describe(request, asked, done), at: now(), outcome };
    const kept = options.compact === true ? compacted(call) : call;
    calls.add(kept);
    options.settled?.(kept);
  }

  function answerOf(fault: Fault | undefined, asked: Asked, text: string): Answer {
    if (fault?.kind !== 'answer') return decide(asked, text);
    if (fault.accepted !== true) return { body: {}, ...fault };
    const done = decide(asked, text);
    return done.status < 300 ? { ...done, body: {}, ...fault } : done;
  }

  function decide(asked: Asked, text: string): Answer {
    const conversation = asked.conversation ?? '';
    if (forgotten.has(channelOf(conversation))) return refused(404, 'ConversationNotFound');
    const wait = meter.admit(countersOf(asked));
    if (wait > 0) return { ...refused(429, 'Throttled'), retryAfter: Math.ceil(wait / 1000) };
    if (text.length > largestActivity) return refused(413, 'MessageSizeTooBig');
    const carried = options.compact === true ? withoutContent(asked) : asked;
    return carryOut(carried, store, { membersOf: (name) => rosters.get(name) ?? [] });
  }

  function countersOf({ conversation = '', operation }: Asked): Counter[] {
    if (options.limits === undefined) return [];
    const { tenant, conversation: own, members } = options.limits;
    const reads = operation === 'members' || operation === 'member';
    return [
      { key: `tenant ${options.tenantOf?.(conversation) ?? ''}`, windows: tenant },
      { key: `${reads ? 'members' : 'messages'} ${channelOf(conversation)}`, windows: reads ? members : own },
    ];
  }

  function isLetIn(request: IncomingMessage): boolean {
    return options.issuer?.knows(request.headers.authorization) ?? true;
  }

  return {
    serviceUrl: `${server.origin}/teams/`,
    calls: calls.all,
    waitFor: calls.waitFor,
    waitForAll: calls.waitForAll,
    messages: (conversation) => store.in(conversation),
    inject: (fault, scope) => faults.add(fault, scope),
    forget: (conversation) => void forgotten.add(channelOf(conversation)),
    setMembers: (conversation, members) => void rosters.set(channelOf(conversation), members),
    stop: () => server.stop(),
  };
}

/** One call, from its arrival to its end. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: Asked;
}

interface Answer extends Done {
  /** Seconds. */
  readonly retryAfter?: number;
}

function describe(request: IncomingMessage, asked: Asked, done: Done | undefined) {
  const { operation, body, target } = asked;
  return {
    operation,
    method: request.method ?? '',
    path: decodeURIComponent(request.url ?? ''),
    headers: request.headers,
    conversation: done?.conversation ?? asked.conversation,
    activityId: done?.activityId ?? target,
    posted: done?.activityId !== undefined,
    body,
    activity: activityOf(asked),
  };
}

function activityOf({ operation, body }: Asked): Body | undefined {
  if (operation === 'create') return asBody(body['activity']);
  return operation === 'send' || operation === 'reply' || operation === 'update' ? body : undefined;
}

function compacted(call: ConnectorCall): ConnectorCall {
  const { authorization } = call.headers;
  return {
    ...call,
    path: '',
    headers: authorization === undefined ? {} : { authorization },
    body: {},
    activity: {},
  };
}

/** The same call about a message that says nothing; where it goes is known by now. */
function withoutContent(asked: Asked): Asked {
  const { channelData, members } = asked.body;
  return { ...asked, body: asked.operation === 'create' ? { channelData, members, activity: {} } : {} };
}

function parseBody(text: string): Body {
  return text === '' ? {} : (asBody(JSON.parse(text)) ?? {});
}

function retryAfter(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}
