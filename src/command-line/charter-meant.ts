import type { Call } from './call.js';
import { ask, CommandError, type Bot } from './client.js';

export interface CharterLine {
  readonly charter: string;
  readonly title: string;
  readonly draft: number | null;
  readonly state: string | null;
  /** ISO-8601 UTC. */
  readonly closesAt?: string;
  /** IANA name. */
  readonly timeZone: string;
}

export async function allCharters(bot: Bot): Promise<readonly CharterLine[]> {
  return (await ask<{ charters: readonly CharterLine[] }>(bot, '/api/charters')).charters;
}

/** The one that is named, else the only one there is, if there is one. */
export async function charterMeant({ bot, charter }: Call): Promise<string | undefined> {
  if (charter !== undefined) return charter;
  const all = await allCharters(bot);
  if (all.length > 1) {
    throw new CommandError(
      `Which charter? Add --charter with one of: ${all.map((each) => each.charter).join(', ')}`,
    );
  }
  return all[0]?.charter;
}

export async function neededCharter(call: Call): Promise<string> {
  const name = await charterMeant(call);
  if (name === undefined) throw new CommandError(noCharter);
  return name;
}

export const noCharter = 'There is no charter yet. Begin one: npx touchstone publish FILE';

/** The draft whose number was given, else the newest. */
export async function draftMeant(call: Call): Promise<{ charter: string; number: number; path: string }> {
  const charter = await neededCharter(call);
  const number = call.operand === undefined ? await newestDraft(call.bot, charter) : numberIn(call.operand);
  return { charter, number, path: `/api/charters/${charter}/drafts/${number}` };
}

function numberIn(operand: string): number {
  if (!/^\d{1,6}$/.test(operand)) throw new CommandError(`Which draft? "${operand}" is no number.`);
  return Number(operand);
}

async function newestDraft(bot: Bot, name: string): Promise<number> {
  const charter = (await allCharters(bot)).find((each) => each.charter === name);
  if (charter?.draft == null) throw new CommandError(`${name} has no draft yet.`);
  return charter.draft;
}
