import type { Operation } from './connector-calls.js';
import { channelOf } from './connector-store.js';

/** What a connector does instead of, or before, doing what it was asked. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly retryAfter?: number;
      /** The message was taken all the same. */
      readonly accepted?: boolean;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset'; readonly accepted: boolean }
  | { readonly kind: 'delay'; readonly milliseconds: number };

/** Draws a fault for a call, or none. */
export type FaultSource = (call: FaultedCall) => Fault | undefined;

interface FaultedCall {
  readonly conversation: string | undefined;
  readonly operation: Operation;
}

/** Which calls a fault befalls; all, if nothing is said. */
export interface FaultScope {
  /** Of a channel, all its threads. */
  readonly conversation?: string;
  readonly operation?: Operation;
  /** Only so many calls, then all is well again. */
  readonly times?: number;
}

/** 429, with the seconds to wait or without. */
export function throttled(retryAfter?: number): Fault {
  const body = errorBody('Throttled', 'Too many requests');
  return { kind: 'answer', status: 429, body, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

export function failing(status: number, code?: string, message = 'The connector was told to fail'): Fault {
  return { kind: 'answer', status, ...(code === undefined ? {} : { body: errorBody(code, message) }) };
}

/** Takes the message and answers as if something behind it had failed. */
export function failingAfterwards(status: number): Fault {
  return { kind: 'answer', status, accepted: true };
}

/** What Teams answers when a member has blocked or removed the personal bot: not the shape of all other errors. */
export function writesBlocked(): Fault {
  const message = JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Thread is not writable' });
  return { kind: 'answer', status: 403, body: { errorCode: 209, message } };
}

/** Takes the call and never answers. */
export function hanging(): Fault {
  return { kind: 'hang' };
}

/** Cuts the connection: before the message was accepted, or after, when only the answer is lost. */
export function resetting(when: 'before' | 'after'): Fault {
  return { kind: 'reset', accepted: when === 'after' };
}

export function slow(milliseconds: number): Fault {
  return { kind: 'delay', milliseconds };
}

export function errorBody(code: string, message: string): unknown {
  return { error: { code, message } };
}

export interface Faults {
  /** From now on, until the returned function is called. The fault added last is looked at first. */
  add(fault: Fault | FaultSource, scope?: FaultScope): () => void;
  /** The fault that befalls this call; counts it. */
  take(call: FaultedCall): Fault | undefined;
}

export function createFaults(): Faults {
  let known: { readonly fault: Fault | FaultSource; readonly scope: FaultScope; left: number }[] = [];
  return {
    add: (fault, scope = {}) => {
      const added = { fault, scope, left: scope.times ?? Infinity };
      known = [added, ...known];
      return () => {
        known = known.filter((one) => one !== added);
      };
    },
    take: (call) => {
      const found = known.find(
        ({ scope, left }) =>
          left > 0 &&
          (scope.operation ?? call.operation) === call.operation &&
          isIn(scope.conversation, call.conversation),
      );
      if (found === undefined) return undefined;
      found.left -= 1;
      return typeof found.fault === 'function' ? found.fault(call) : found.fault;
    },
  };
}

function isIn(scope: string | undefined, conversation = ''): boolean {
  return scope === undefined || scope === conversation || scope === channelOf(conversation);
}
