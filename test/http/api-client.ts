import { createHash } from 'node:crypto';

import { assertNamesNobody } from '../support/whole-run.js';

/** Each under the name of its holder. */
export const tokens = { scripts: 'a-token-for-scripts', press: 'a-token-for-the-press-office' } as const;

/** For the environment of the program, which knows the digests alone. */
export const apiEnvironment = {
  API_TOKENS: Object.entries(tokens)
    .map(([holder, token]) => `${holder}:${createHash('sha256').update(token).digest('hex')}`)
    .join(','),
};

export interface ApiReply {
  readonly status: number;
  /** Media type, without its parameters. */
  readonly type: string;
  /** As it came. */
  readonly text: string;
  readonly json: ApiJson;
}

/** What the answers have, all of them together. */
export interface ApiJson {
  readonly type?: string;
  readonly title?: string;
  readonly errors?: readonly { readonly line: number; readonly message: string }[];
  readonly charter?: string;
  readonly draft?: number | null;
  readonly state?: string;
  readonly values?: readonly Readonly<Record<string, unknown>>[];
  readonly removed?: readonly Readonly<Record<string, unknown>>[];
  readonly considerations?: readonly { readonly name: string }[];
  readonly report?: readonly { readonly line: number; readonly message: string }[];
  readonly announcement?: string | null;
  readonly intended?: number;
  readonly sent?: number;
  readonly waiting?: number;
  readonly sending?: number;
  readonly failed?: Readonly<Record<string, number>>;
  readonly skipped?: Readonly<Record<string, number>>;
  readonly cancelled?: number;
  readonly possiblyTwice?: number;
  readonly edits?: Readonly<Record<string, unknown>>;
  readonly deliveries?: readonly ReportedDelivery[];
  readonly retried?: number;
  readonly changes?: readonly { readonly before: string; readonly after: string }[];
  readonly corrections?: readonly unknown[];
  readonly appointments?: readonly Readonly<Record<string, unknown>>[];
  readonly at?: string;
  readonly timeZone?: string;
}

/** A row of a delivery report. */
export interface ReportedDelivery {
  readonly place: string | null;
  readonly scope: string;
  readonly state: string;
  readonly reason: string | null;
  readonly possiblyTwice: boolean;
  readonly edit: string | null;
  readonly editReason: string | null;
  readonly count: number;
}

export interface Asking {
  /** `undefined`: no `Authorization` header. */
  readonly authorization?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP API as a script uses it, with the token of `scripts` unless another header is given. */
export function createApiClient(originOf: () => string) {
  async function ask(method: string, path: string, body?: string, asking: Asking = {}): Promise<ApiReply> {
    const authorization = 'authorization' in asking ? asking.authorization : `Bearer ${tokens.scripts}`;
    const response = await fetch(`${originOf()}${path}`, {
      method,
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'text/markdown' }),
        ...asking.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    assertNamesNobody(text, path);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    return { status: response.status, type, text, json: type === 'application/jsonl' ? {} : parse(text) };
  }

  return {
    ask,
    get: (path: string, asking?: Asking) => ask('GET', path, undefined, asking),
    post: (path: string, body?: string, asking?: Asking) => ask('POST', path, body, asking),
    remove: (path: string) => ask('DELETE', path),
    /** A draft (or, without values, the announcement of the process) that is open from now on. */
    publish: (charter: string, source: string, asking?: Asking) =>
      ask('POST', `/api/charters/${charter}/drafts?publish=true`, source, asking),
  };
}

function parse(text: string): ApiJson {
  return text.startsWith('{') ? (JSON.parse(text) as ApiJson) : {};
}
