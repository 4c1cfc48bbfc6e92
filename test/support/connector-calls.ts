import type { IncomingHttpHeaders } from 'node:http';

export type Operation = 'send' | 'reply' | 'update' | 'delete' | 'create' | 'members' | 'member' | 'unknown';

/** One request the connector got, whatever became of it. */
export interface ConnectorCall {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** For `create`, the conversation that was made. */
  readonly conversation: string | undefined;
  /** The message replied to, edited or deleted; the one made, for `send` and `create`. */
  readonly activityId: string | undefined;
  /** It put a message there, whatever its sender was told. */
  readonly posted: boolean;
  /** The body as it came: an activity, or the parameters of a new conversation. */
  readonly body: Body;
  /** The activity sent, also the first one of a new conversation. */
  readonly activity: Body | undefined;
  /** Milliseconds, by the connector's clock. */
  readonly at: number;
  readonly outcome: number | 'hung' | 'reset';
}

export type Body = Readonly<Record<string, unknown>>;
type CallPredicate = (call: ConnectorCall) => boolean;

export interface Calls {
  readonly all: readonly ConnectorCall[];
  add(call: ConnectorCall): void;
  /** The first matching call, past or future; rejects when none came in time. */
  readonly waitFor: (predicate: CallPredicate, options?: WaitOptions) => Promise<ConnectorCall>;
  /** The first `count` matching calls, past or future; rejects when they did not come in time. */
  readonly waitForAll: (
    count: number,
    predicate: CallPredicate,
    options?: WaitOptions,
  ) => Promise<readonly ConnectorCall[]>;
}

interface WaitOptions {
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Keeps calls in the order in which they were settled. */
export function createCalls(): Calls {
  const all: ConnectorCall[] = [];
  const waiting = new Set<(call: ConnectorCall) => void>();

  function waitForAll(count: number, predicate: CallPredicate, { timeout = 2000 }: WaitOptions = {}) {
    const matching = all.filter(predicate).slice(0, count);
    if (matching.length === count) return Promise.resolve(matching);
    return new Promise<readonly ConnectorCall[]>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(complaint(count, matching.length, all, timeout)));
      }, timeout);
      function look(call: ConnectorCall): void {
        if (!predicate(call)) return;
        matching.push(call);
        if (matching.length < count) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(matching);
      }
      waiting.add(look);
    });
  }

  return {
    all,
    add: (call) => {
      all.push(call);
      for (const look of [...waiting]) look(call);
    },
    waitFor: async (predicate, options) => {
      const [call] = await waitForAll(1, predicate, options);
      if (call === undefined) throw new Error('Waited for one call and got none');
      return call;
    },
    waitForAll,
  };
}

function complaint(wanted: number, found: number, all: readonly ConnectorCall[], timeout: number): string {
  const latest = all.slice(-20).map((call) => `  ${call.method} ${call.path} → ${String(call.outcome)}`);
  const seen =
    all.length === 0 ? 'no call at all' : `${String(all.length)} calls, the latest:\n${latest.join('\n')}`;
  const matched = `${String(found)} of ${String(wanted)} matching calls`;
  return `Within ${String(timeout)} ms the connector got ${matched}; it saw ${seen}`;
}
