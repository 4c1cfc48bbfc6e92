import type { ConsentFigures } from '../domain/consent.js';
import type { FollowUp, ThemeAnswer } from '../domain/theme.js';
import type { Call } from './call.js';
import { neededCharter } from './charter-meant.js';
import { ask } from './client.js';
import { moment } from './say.js';

interface Outcome {
  readonly draft: number;
  readonly adoptedOn: string;
  readonly recordedAt: string;
  readonly timeZone: string;
  readonly reviewOn: string;
  readonly figures: ConsentFigures;
  readonly values: readonly { readonly title: string }[];
  readonly dissent: readonly {
    readonly text: string;
    readonly answer: Pick<ThemeAnswer, 'status' | 'reason'> | null;
  }[];
  readonly followUps: readonly FollowUp[];
  readonly head: string;
}

/** What a charter adopted, and how that was decided. */
export async function outcome(call: Call): Promise<string> {
  const charter = await neededCharter(call);
  const read = await ask<Outcome>(call.bot, `/api/charters/${charter}/outcome`);
  const { draft, adoptedOn, recordedAt, timeZone, reviewOn, values, dissent, followUps, head } = read;
  return [
    `${charter}: draft ${draft} adopted as of ${adoptedOn}, recorded ${moment({ at: recordedAt, timeZone })}`,
    ...values.map(({ title }, index) => `  ${index + 1}. ${title}`),
    `  ${figuresText(read.figures)}`,
    ...dissent.flatMap(({ text, answer }) => [
      `  objection: ${text.replace(/\s+/g, ' ')}`,
      `    ${answer === null ? 'not answered' : `${answer.status}: ${answer.reason.replace(/\s+/g, ' ')}`}`,
    ]),
    ...followUps.map(
      ({ what, owner, due }) => `  to do: ${what} (${owner}${due === undefined ? '' : `, by ${due}`})`,
    ),
    `  review: ${reviewOn}`,
    `  ledger: ${head}`,
  ].join('\n');
}

function figuresText(figures: ConsentFigures): string {
  if (figures.kind === 'hidden') return `fewer than ${figures.people.count} answered`;
  const { support, 'live-with': liveWith, object } = figures.counts;
  return `${support} support, ${liveWith} can live with it, ${object} object`;
}
