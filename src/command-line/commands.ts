import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isTaken, reportWordsFor } from '../cards/report-words.js';
import { proposeCharterName } from '../domain/charter.js';
import type { DeliveryReport } from '../domain/delivery.js';
import type { ImportedPost } from '../domain/imported-post.js';
import { steps } from '../domain/rating.js';
import type { ValueResult } from '../domain/results.js';
import { readPost } from '../posts/read-post.js';
import { wordsFor } from '../words/catalogue.js';
import { ask, CommandError, type Bot } from './client.js';

export interface Call {
  readonly bot: Bot;
  /** From `--charter`. */
  readonly charter: string | undefined;
  readonly operand: string | undefined;
}

interface CharterLine {
  readonly charter: string;
  readonly title: string;
  readonly draft: number | null;
  readonly state: string | null;
}

/** Each command answers what it prints. */
export const commands: Readonly<Record<string, (call: Call) => Promise<string>>> = {
  publish,
  import: readOnly,
  status,
  results,
  deliveries,
  close,
  doctor,
};

async function publish({ bot, charter, operand }: Call): Promise<string> {
  const source = await sourceOf(operand);
  const post = postOf(source);
  const name = charter ?? post.charter ?? (await onlyCharter(bot)) ?? proposeCharterName(post.title);
  const done = await ask<{ draft: number | null; values: readonly unknown[]; announcement: string }>(
    bot,
    `/api/charters/${encodeURIComponent(name)}/drafts?publish=true`,
    {
      method: 'POST',
      body: source,
      headers: { 'content-type': 'text/markdown', 'idempotency-key': randomUUID() },
    },
  );
  const report = await ask<DeliveryReport>(bot, `/api/announcements/${done.announcement}`);
  const what =
    done.draft === null
      ? `The process of ${name} is announced`
      : `Draft ${done.draft} of ${name} is published`;
  return [
    `${what}: ${count(done.values.length, 'value')}, going to ${count(report.intended, 'place')}.`,
    `See where it arrived: npx touchstone deliveries --charter ${name}`,
  ].join('\n');
}

async function readOnly({ operand }: Call): Promise<string> {
  const post = postOf(await sourceOf(operand));
  const words = reportWordsFor('en');
  const width = String(post.report.at(-1)?.line ?? 0).length;
  return [
    ...post.report.map((line) => {
      const mark = isTaken(line.kind) ? ' ' : '!';
      return `${mark} ${String(line.line).padStart(width)}  ${words.line(line)}`;
    }),
    '',
    `${count(post.values.length, 'value')}, ${count(post.considerations.length, 'consideration')}, ` +
      `${count(post.background.length, 'background section')}. Nothing was sent.`,
  ].join('\n');
}

async function status({ bot }: Call): Promise<string> {
  const { charters } = await ask<{ charters: readonly CharterLine[] }>(bot, '/api/charters');
  if (charters.length === 0) return 'There is no charter yet. Begin one: npx touchstone publish FILE';
  return charters
    .map(({ charter, title, draft, state }) => {
      const standing = draft === null ? 'announced, no draft yet' : `draft ${draft}, ${state ?? ''}`;
      return `${charter}: ${standing}  (${title})`;
    })
    .join('\n');
}

async function results(call: Call): Promise<string> {
  const { charter, number } = await draftMeant(call);
  const { values } = await ask<{ values: readonly ValueResult[] }>(
    call.bot,
    `/api/charters/${charter}/drafts/${number}/results`,
  );
  return [`${charter}, draft ${number}`, ...values.map(describeResult)].join('\n\n');
}

async function deliveries({ bot, charter }: Call): Promise<string> {
  const name = charter ?? (await neededCharter(bot));
  const { announcements } = await ask<{
    announcements: readonly ({ kind: string; at: string } & DeliveryReport)[];
  }>(bot, `/api/charters/${name}/announcements`);
  if (announcements.length === 0) return `Nothing was announced for ${name} yet.`;
  return announcements.map(describeDeliveries).join('\n');
}

async function close(call: Call): Promise<string> {
  const { charter, number } = await draftMeant(call);
  await ask(call.bot, `/api/charters/${charter}/drafts/${number}/close`, { method: 'POST' });
  return `Draft ${number} of ${charter} is closed. Everybody can read its results now.`;
}

async function doctor({ bot }: Call): Promise<string> {
  const statusOf = async (path: string, init: { method?: string; body?: string; headers?: object } = {}) => {
    const { headers = {}, ...rest } = init;
    const signal = AbortSignal.timeout(10_000);
    const asked = fetch(`${bot.url}${path}`, { ...rest, headers: { ...headers }, signal });
    return (await asked.catch(() => undefined))?.status ?? 0;
  };
  if ((await statusOf('/healthz')) !== 200)
    throw new CommandError(`No bot answers at ${bot.url}. Start it, or name it in TOUCHSTONE_URL.`);
  const json = { 'content-type': 'application/json' };
  const findings = [
    { well: true, says: `The bot at ${bot.url} is alive.` },
    databaseFinding(await statusOf('/readyz')),
    teamsFinding(await statusOf('/api/messages', { method: 'POST', headers: json, body: '{}' })),
    apiFinding(await statusOf('/api/charters', { headers: { authorization: `Bearer ${bot.token}` } })),
  ];
  const report = findings.map(({ says }) => says).join('\n');
  if (findings.every(({ well }) => well)) return report;
  throw new CommandError(report);
}

interface Finding {
  readonly well: boolean;
  readonly says: string;
}

function databaseFinding(status: number): Finding {
  if (status === 200) return { well: true, says: 'Its database is reachable and up to date.' };
  const says = 'Its database cannot be reached: look at DATABASE_URL and the log of the bot.';
  return { well: false, says };
}

/** An empty object is no activity: a bot that listens says so. */
function teamsFinding(status: number): Finding {
  if (status === 400) return { well: true, says: 'It listens for Teams at /api/messages.' };
  const says = `Something else answers at /api/messages (${status}): look at the proxy before the bot.`;
  return { well: false, says };
}

function apiFinding(status: number): Finding {
  if (status === 200) return { well: true, says: 'The API token is known.' };
  if (status === 404) return { well: false, says: 'The bot has no API_TOKENS, so its HTTP API is off.' };
  return { well: false, says: 'The bot does not know this API token: look at TOUCHSTONE_TOKEN.' };
}

async function sourceOf(file: string | undefined): Promise<string> {
  if (file === undefined) throw new CommandError('Which file? Name a Markdown post.');
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

function postOf(source: string): ImportedPost {
  const reading = readPost(source);
  if (reading.kind === 'read') return reading.post;
  const words = reportWordsFor('en');
  const lines = reading.errors.map((error) => `\n  line ${error.line}: ${words.refusal(error)}`);
  throw new CommandError(`The post was not taken; nothing was stored.${lines.join('')}`);
}

async function onlyCharter(bot: Bot): Promise<string | undefined> {
  const { charters } = await ask<{ charters: readonly CharterLine[] }>(bot, '/api/charters');
  if (charters.length > 1) {
    throw new CommandError(
      `Which charter? Add --charter with one of: ${charters.map((each) => each.charter).join(', ')}`,
    );
  }
  return charters[0]?.charter;
}

async function neededCharter(bot: Bot): Promise<string> {
  const name = await onlyCharter(bot);
  if (name === undefined)
    throw new CommandError('There is no charter yet. Begin one: npx touchstone publish FILE');
  return name;
}

/** The draft whose number was given, else the newest. */
async function draftMeant({ bot, charter, operand }: Call): Promise<{ charter: string; number: number }> {
  const name = charter ?? (await neededCharter(bot));
  if (operand !== undefined) {
    if (!/^\d{1,6}$/.test(operand)) throw new CommandError(`Which draft? "${operand}" is no number.`);
    return { charter: name, number: Number(operand) };
  }
  const { charters } = await ask<{ charters: readonly CharterLine[] }>(bot, '/api/charters');
  const number = charters.find((each) => each.charter === name)?.draft;
  if (number === null || number === undefined) throw new CommandError(`${name} has no draft yet.`);
  return { charter: name, number };
}

function describeResult(result: ValueResult): string {
  if (result.kind === 'hidden') return `${result.title}\n  fewer than five answers, so nothing is shown`;
  const { scale } = wordsFor('en').all;
  const rows = steps.map((step) => `  ${String(result.counts[step]).padStart(5)}  ${scale[step]}`).reverse();
  const share = Math.round(result.topTwoShare * 100);
  return [
    result.title,
    ...rows,
    `  ${String(result.unclear).padStart(5)}  ${scale.unclear}`,
    `  ${String(result.noOpinion).padStart(5)}  ${scale['no-opinion']}`,
    `  ${count(result.n, 'answer')} on the five steps, ${share} % of them on the two highest`,
  ].join('\n');
}

function describeDeliveries({
  kind,
  at,
  intended,
  sent,
  waiting,
  sending,
  failed,
  skipped,
}: {
  kind: string;
  at: string;
} & DeliveryReport): string {
  const reasons = (counts: Readonly<Record<string, number>>): string => {
    const entries = Object.entries(counts);
    const total = entries.reduce((sum, [, number]) => sum + number, 0);
    return entries.length === 0
      ? '0'
      : `${total} (${entries.map(([reason, n]) => `${reason}: ${n}`).join(', ')})`;
  };
  return (
    `${at.slice(0, 16).replace('T', ' ')} UTC  ${kind}: intended ${intended} = sent ${sent} + waiting ${waiting} + ` +
    `sending ${sending} + failed ${reasons(failed)} + skipped ${reasons(skipped)}`
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
