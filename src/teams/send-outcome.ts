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

/** Nothing was there to take the request, so it surely did not arrive. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Where Teams serves the government's community cloud. */
const governmentUrl = 'https://smba.infra.gcc.teams.microsoft.com/gcc';

/**
 * What a failed send or edit means, by the status table of Teams: 500 and whatever is not in it is not tried again.
 * `serviceUrl`: where it went.
 */
export function outcomeOf(error: unknown, serviceUrl?: string): SendOutcome {
  if (error instanceof HostNotAllowedError) return { kind: 'refused', reason: 'host-not-allowed' };
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const { statusCode } = failure;
  if (statusCode === undefined) return withoutAnswer(error, failure);
  if (statusCode === 429) return { kind: 'throttled', ...given({ wait: waitOf(failure) }) };
  const code = codeOf(failure);
  if (code === 'InvalidBotApiHost' && !isGovernments(serviceUrl))
    return { kind: 'moved', serviceUrl: governmentUrl };
  return answered(statusCode, code);
}

function answered(statusCode: number, code: string | undefined): SendOutcome {
  const reason = code ?? `http-${statusCode}`;
  const goneFor = code === undefined ? undefined : gone[code];
  if (goneFor !== undefined) return { kind: 'gone', reason: goneFor };
  if (code === 'ActivityNotFoundInConversation') return { kind: 'refused', reason: 'message-gone' };
  switch (statusCode) {
    case 412:
    case 503:
      return { kind: 'busy', reason };
    case 502:
    case 504:
      return { kind: 'unclear', reason };
    case 404:
      return { kind: 'gone', reason: 'not-found' };
    case 413:
      return { kind: 'refused', reason: 'too-large' };
    default:
      return { kind: 'refused', reason };
  }
}

/** Whoever is at the address they are sent to, and is sent there again, is nowhere. */
function isGovernments(serviceUrl: string | undefined): boolean {
  return serviceUrl !== undefined && new URL(serviceUrl).host === new URL(governmentUrl).host;
}

/**
 * The request got no answer: no token to send with, no connection, or one that ended after the request may have left.
 * Anything else is a mistake of ours.
 */
function withoutAnswer(error: unknown, { code, errorCode }: Failure): SendOutcome {
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'unclear', reason: 'timed-out' };
  if (errorCode !== undefined || isOfManagedIdentity(error))
    return { kind: 'unable', reason: 'login-failed' };
  if (code !== undefined && unconnected.has(code)) return { kind: 'busy', reason: code };
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
