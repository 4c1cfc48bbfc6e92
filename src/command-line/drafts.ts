import { queryOf, type Call } from './call.js';
import { allCharters, draftMeant, noCharter } from './charter-meant.js';
import { ask } from './client.js';
import { describeResults, type ResultsAnswer } from './describe-results.js';
import { moment } from './say.js';

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
  const answer = await ask<ResultsAnswer>(call.bot, `${path}/results`);
  return `${charter}, draft ${number}, ${describeResults(answer)}`;
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
