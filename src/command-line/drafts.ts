import { steps } from '../domain/rating.js';
import type { ValueResult } from '../domain/results.js';
import { wordsFor } from '../words/catalogue.js';
import { queryOf, type Call } from './call.js';
import { allCharters, draftMeant, noCharter } from './charter-meant.js';
import { ask } from './client.js';
import { count, moment } from './say.js';

/** Where the charters stand. */
export async function status({ bot }: Call): Promise<string> {
  const charters = await allCharters(bot);
  if (charters.length === 0) return noCharter;
  return charters
    .map(({ charter, title, draft, state, closesAt, timeZone }) => {
      const until =
        state === 'open' && closesAt !== undefined ? ` until ${moment({ at: closesAt, timeZone })}` : '';
      const standing = draft === null ? 'announced, no draft yet' : `draft ${draft}, ${state ?? ''}${until}`;
      return `${charter}: ${standing}  (${title})`;
    })
    .join('\n');
}

export async function results(call: Call): Promise<string> {
  const { charter, number, path } = await draftMeant(call);
  const { values } = await ask<{ values: readonly ValueResult[] }>(call.bot, `${path}/results`);
  return [`${charter}, draft ${number}`, ...values.map(describeResult)].join('\n\n');
}

/** Now, or at a time. */
export async function close(call: Call): Promise<string> {
  const { charter, number, path } = await draftMeant(call);
  const planned = await ask<{ at?: string; timeZone: string }>(
    call.bot,
    `${path}/close${queryOf({ at: call.options.at })}`,
    { method: 'POST' },
  );
  if (planned.at === undefined)
    return `Draft ${number} of ${charter} is closed. Everybody can read its results now.`;
  const { at, timeZone } = planned;
  return `Draft ${number} of ${charter} will be closed at ${moment({ at, timeZone })}.`;
}

export async function withdraw(call: Call): Promise<string> {
  const { charter, number, path } = await draftMeant(call);
  await ask(call.bot, `${path}/withdraw`, { method: 'POST' });
  return `Draft ${number} of ${charter} is withdrawn. The cards already posted are being edited to say so.`;
}

export async function reopen(call: Call): Promise<string> {
  const { charter, number, path } = await draftMeant(call);
  await ask(call.bot, `${path}/reopen${queryOf({ tell: call.options.tell })}`, { method: 'POST' });
  return `Draft ${number} of ${charter} is open again. Its results are hidden until it is closed.`;
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
    ...(result.earlier === true
      ? ['  as at the earlier closing: too few answers changed since to be shown']
      : []),
  ].join('\n');
}
