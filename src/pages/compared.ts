import type { Headcount } from '../domain/release.js';
import type { ShownResult } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { emphasised } from './emphasis.js';
import { html, nothing, type Html } from './html.js';

/** What those did who rated a value in two drafts, and how many answers were carried; nothing of a first draft. */
export function comparedOf({ carried, compared }: ShownResult, words: Words): Html {
  return html`${
    carried === undefined
      ? nothing
      : html`<p class="note">${words.say('results.carried', { answers: people(carried, words) })}</p>`
  }${compared === undefined ? nothing : comparison(compared, words)}`;
}

function comparison(
  { with: before, up, same, down, ...more }: NonNullable<ShownResult['compared']>,
  words: Words,
): Html {
  const all = up + same + down;
  const { newcomers, leavers, signTest: p, signedRank, stands } = more;
  const apart = { before, newcomers: people(newcomers, words), leavers: people(leavers, words) };
  return html`<p>${emphasised(words.say('results.compared.moved', { all, before, up, same, down }))}</p>
    <p class="note">
      ${words.say('results.compared.apart', apart)}
      ${words.say(stands ? 'results.compared.stands' : 'results.compared.chance', { p })}
      ${signedRank === undefined ? nothing : words.say('results.compared.ranks', signedRank)}
    </p>`;
}

function people({ kind, count }: Headcount, words: Words): string {
  const key = { exactly: 'exactly', 'at-least': 'atLeast', 'fewer-than': 'fewerThan' } as const;
  return words.say(`results.took.${key[kind]}`, { count });
}
