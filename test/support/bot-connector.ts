import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { createCalls, type Body, type Calls, type ConnectorCall } from './connector-calls.js';
import { createFaults, type Fault, type FaultScope } from './connector-faults.js';
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
  inject(fault: Fault, scope?: FaultScope): () => void;
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
  const server = await startLoopbackServer(serve);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request);
    const url = new URL(request.url ?? '/', server.origin);
    const path = url.pathname.replace(/^\/teams\//, '');
    const asked = readRequest(request.method ?? '', path, url.searchParams, parseBody(text));
    const fault = isLetIn(request) ? faults.take(asked) : undefined;
    if (fault?.kind === 'delay') await delay(fault.milliseconds, undefined, { ref: false });

    const settle = (outcome: ConnectorCall['outcome'], done?: Done): void => {
      calls.add({ ...describe(request, asked, done), at: now(), outcome });
    };
    if (fault?.kind === 'hang') {
      settle('hung');
      return;
    }
    if (fault?.kind === 'reset') {
      settle('reset', fault.accepted ? decide(asked, text) : undefined);
      request.socket.resetAndDestroy();
      return;
    }
    const done: Answer = isLetIn(request) ? answerOf(fault, asked, text) : refused(401, 'Unauthorized');
    settle(done.status, done);
    answerJson(response, done.status, done.body, retryAfter(done.retryAfter));
  }

  function answerOf(fault: Fault | undefined, asked: Asked, text: string): Answer {
    return fault?.kind === 'answer' ? { body: {}, ...fault } : decide(asked, text);
  }

  function decide(asked: Asked, text: string): Answer {
    const conversation = asked.conversation ?? '';
    if (forgotten.has(channelOf(conversation))) return refused(404, 'ConversationNotFound');
    const wait = meter.admit(countersOf(asked));
    if (wait > 0) return { ...refused(429, 'Throttled'), retryAfter: Math.ceil(wait / 1000) };
    if (text.length > largestActivity) return refused(413, 'MessageSizeTooBig');
    return carryOut(asked, store, { membersOf: (name) => rosters.get(name) ?? [] });
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
    body,
    activity: activityOf(asked),
  };
}

function activityOf({ operation, body }: Asked): Body | undefined {
  if (operation === 'create') return asBody(body['activity']);
  return operation === 'send' || operation === 'reply' || operation === 'update' ? body : undefined;
}

function parseBody(text: string): Body {
  return text === '' ? {} : (asBody(JSON.parse(text)) ?? {});
}

function retryAfter(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}
