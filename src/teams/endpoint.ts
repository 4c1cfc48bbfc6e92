import type { Activity } from 'botbuilder';
import { AuthenticationError, type AuthenticateRequestResult } from 'botframework-connector';
import { log } from '../log.js';
import { IncomingActivity } from './activity.js';
import type { Adapter } from './adapter.js';
import type { RememberingAuthentication } from './authentication.js';
import type { Turn } from './bot.js';
import { tenantOf } from './incoming.js';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface EndpointSettings {
  /** Empty: any tenant, in development only. */
  readonly allowedTenants: ReadonlySet<string>;
  readonly mayReach: (serviceUrl: string) => boolean;
}

/** `POST /api/messages` behind its HTTP: who may speak, and then one turn. Never throws. */
export function createEndpoint(
  adapter: Adapter,
  authentication: RememberingAuthentication,
  settings: EndpointSettings,
  turn: Turn,
): (authorization: string, body: unknown) => Promise<Reply> {
  return async (authorization, body) => {
    const parsed = IncomingActivity.safeParse(body);
    if (!parsed.success) return refuse(400, 'not an activity of Microsoft Teams');
    const activity = body as Activity;
    const verified = await verify(authentication, activity, authorization);
    if ('status' in verified) return verified;
    if (!isAllowedTenant(settings, parsed.data)) return refuse(403, 'this tenant is not served here');
    if (!settings.mayReach(parsed.data.serviceUrl)) return refuse(403, 'this service URL is not allowed');
    return run(adapter, verified, activity, (context) => turn(context, parsed.data));
  };
}

async function verify(
  authentication: RememberingAuthentication,
  activity: Activity,
  authorization: string,
): Promise<AuthenticateRequestResult | Reply> {
  try {
    return await authentication.authenticateRequest(activity, authorization);
  } catch (error) {
    if (!isOutage(error)) return refuse(401, 'a valid token of the channel is needed');
    log.error({ err: error }, 'the keys for token checks cannot be had');
    return refuse(503, 'tokens cannot be checked now');
  }
}

/** Whether the keys could not be fetched; whatever else went wrong in a token check is the token's fault. */
function isOutage(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}

function isAllowedTenant({ allowedTenants }: EndpointSettings, activity: IncomingActivity): boolean {
  return allowedTenants.size === 0 || allowedTenants.has(tenantOf(activity).toLowerCase());
}

async function run(
  adapter: Adapter,
  verified: AuthenticateRequestResult,
  activity: Activity,
  logic: Parameters<Adapter['receive']>[2],
): Promise<Reply> {
  try {
    const response = await adapter.receive(verified, activity, logic);
    if (activity.type !== 'invoke') return { status: 200 };
    return response?.status === 200 ? response : { status: 200 };
  } catch (error) {
    log.error({ err: error, type: activity.type }, 'an activity could not be handled');
    return { status: 200 };
  }
}

function refuse(status: number, message: string): Reply {
  log.info({ status, reason: message }, 'an activity was refused');
  return { status, body: { error: message } };
}
