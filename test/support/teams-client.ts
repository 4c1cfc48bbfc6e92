import type { TeamsActivity } from './activities.js';
import type { TokenIssuer } from './token-issuer.js';
import { overhear } from './whole-run.js';

export interface BotAnswer {
  readonly status: number;
  /** Parsed where it is JSON, else the text; `undefined` when empty. */
  readonly body: unknown;
}

export interface TeamsClient {
  /** Delivers an activity with a token as Teams sends it, for the service address that the activity names. */
  deliver(activity: TeamsActivity): Promise<BotAnswer>;
  /** Delivers it with this `Authorization` header, or none. */
  deliverAs(authorization: string | undefined, activity: unknown): Promise<BotAnswer>;
}

/** Teams as the bot's endpoint knows it. */
export function createTeamsClient(bot: {
  readonly origin: string;
  readonly issuer: TokenIssuer;
}): TeamsClient {
  async function deliverAs(authorization: string | undefined, activity: unknown): Promise<BotAnswer> {
    overhear(activity);
    const response = await fetch(`${bot.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headersOf(authorization) },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    return { status: response.status, body: parse(await response.text()) };
  }

  return {
    deliverAs,
    deliver: async (activity) => {
      const serviceUrl = String(activity['serviceUrl']);
      return deliverAs(`Bearer ${await bot.issuer.channelToken({ serviceUrl })}`, activity);
    },
  };
}

function headersOf(authorization: string | undefined): Record<string, string> {
  return authorization === undefined ? {} : { authorization };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  return /^[[{"]/.test(text) ? (JSON.parse(text) as unknown) : text;
}
