import type { DeliveryReport } from '../domain/delivery.js';
import type { Call } from './call.js';
import { neededCharter } from './charter-meant.js';
import { ask, askText, CommandError, type Bot } from './client.js';
import { count } from './say.js';

interface AnnouncementLine extends DeliveryReport {
  readonly id: string;
  readonly kind: string;
  /** ISO-8601 UTC. */
  readonly at: string;
}

/** Whom the newest announcements reached; as CSV place by place, of the one that is named or the newest. */
export async function deliveries(call: Call): Promise<string> {
  const { bot, operand, options } = call;
  if (options.csv === true) {
    const id = operand ?? (await newest(bot, await neededCharter(call)));
    return askText(bot, `/api/announcements/${encodeURIComponent(id)}/deliveries.csv`);
  }
  if (operand !== undefined) {
    return describe(await ask<AnnouncementLine>(bot, `/api/announcements/${encodeURIComponent(operand)}`));
  }
  const name = await neededCharter(call);
  const announcements = await announcementsOf(bot, name);
  if (announcements.length === 0) return nothingAnnounced(name);
  return announcements.map(describe).join('\n');
}

/** Sends again what failed, of the announcement that is named or the newest. */
export async function retry(call: Call): Promise<string> {
  const { bot, operand } = call;
  const id = operand ?? (await newest(bot, await neededCharter(call)));
  const { retried } = await ask<{ retried: number }>(
    bot,
    `/api/announcements/${encodeURIComponent(id)}/retry`,
    { method: 'POST' },
  );
  if (retried === 0) return 'Nothing of it failed.';
  return `It is tried again at ${count(retried, 'place')}. Nobody who got it gets it again.`;
}

/** The id of what was announced last. */
export async function newest(bot: Bot, charter: string): Promise<string> {
  const [first] = await announcementsOf(bot, charter);
  if (first === undefined) throw new CommandError(nothingAnnounced(charter));
  return first.id;
}

async function announcementsOf(bot: Bot, charter: string): Promise<readonly AnnouncementLine[]> {
  const path = `/api/charters/${charter}/announcements`;
  return (await ask<{ announcements: readonly AnnouncementLine[] }>(bot, path)).announcements;
}

function nothingAnnounced(charter: string): string {
  return `Nothing was announced for ${charter} yet.`;
}

function describe({ id, kind, at, edits, possiblyTwice, ...report }: AnnouncementLine): string {
  const { intended, sent, waiting, sending, failed, skipped, cancelled } = report;
  return [
    `${at.slice(0, 16).replace('T', ' ')} UTC  ${kind}: intended ${intended} = sent ${sent} + waiting ${waiting} + ` +
      `sending ${sending} + failed ${byReason(failed)} + skipped ${byReason(skipped)} + cancelled ${cancelled}`,
    ...(possiblyTwice === 0 ? [] : [`  possibly posted twice: ${possiblyTwice} of those sent`]),
    ...(edits.intended === 0
      ? []
      : [
          `  cards to edit since: ${edits.intended} = edited ${edits.edited} + waiting ${edits.waiting} + ` +
            `failed ${byReason(edits.failed)}`,
        ]),
    `  announcement ${id}`,
  ].join('\n');
}

function byReason(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  return entries.length === 0
    ? '0'
    : `${total} (${entries.map(([reason, n]) => `${reason}: ${n}`).join(', ')})`;
}
