import type { SendOutcome } from '../domain/delivery.js';
import { given } from '../domain/given.js';
import { HostNotAllowedError } from './authentication.js';

/** Of the SDK's `RestError` only what tells the outcome. */
interface Failure {
  readonly statusCode?: number;
  readonly code?: string;
  /** Of MSAL. */
  readonly errorCode?: string;
  readonly message?: string;
  readonly details?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** Codes after which the place cannot be reached until somebody there acts; Teams documents them as terminal. */
const gone: Readonly<Record<string, string>> = {
  BotDisabledByAdmin: 'disabled-by-admin',
  BotNotInConversationRoster: 'uninstalled',
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  ForbiddenOperationException: 'uninstalled',
  ConversationNotFound: 'not-found',
};

/**
 * What a failed send means, by the status table of Teams: 412, 429, 502, 503, 504 and a lost connection are worth
 * another try; 500 and everything not in the table are not.
 */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof HostNotAllowedError) return { kind: 'refused', reason: 'host-not-allowed' };
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const { statusCode } = failure;
  if (statusCode === undefined) return withoutAnswer(error, failure);
  if (statusCode === 429) return { kind: 'throttled', ...given({ wait: waitOf(failure) }) };
  const code = codeOf(failure);
  const reason = code === undefined ? undefined : gone[code];
  if (reason !== undefined) return { kind: 'gone', reason };
  if ([412, 502, 503, 504].includes(statusCode))
    return { kind: 'unclear', reason: code ?? `http-${statusCode}` };
  if (statusCode === 404) return { kind: 'gone', reason: 'not-found' };
  if (statusCode === 413) return { kind: 'refused', reason: 'too-large' };
  return { kind: 'refused', reason: code ?? `http-${statusCode}` };
}

/** The request got no answer: no connection, or no token to send with. Anything else is a mistake of ours. */
function withoutAnswer(error: unknown, { code, errorCode }: Failure): SendOutcome {
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'unclear', reason: 'timed-out' };
  if (errorCode !== undefined || isOfManagedIdentity(error))
    return { kind: 'unclear', reason: 'login-failed' };
  if (code !== undefined && /^(?:E[A-Z_]+|REQUEST_SEND_ERROR)$/.test(code))
    return { kind: 'unclear', reason: code };
  throw error;
}

function isOfManagedIdentity(error: unknown): boolean {
  return error instanceof Error && /^(?:Aggregate)?Authentication|^CredentialUnavailable/.test(error.name);
}

function waitOf({ response }: Failure): number | undefined {
  const seconds = Number(response?.headers?.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** The error code, or (for a blocked bot) the sub-code that Teams hides in a JSON string. */
function codeOf({ code, message, details }: Failure): string | undefined {
  const hidden = /"?subCode"?\s*:\s*"?(\w{1,60})/.exec(
    `${message ?? ''} ${JSON.stringify(details ?? '')}`.replaceAll('\\', ''),
  );
  const found = hidden?.[1] ?? code;
  return found !== undefined && /^[\w.-]{1,60}$/.test(found) ? found : undefined;
}
