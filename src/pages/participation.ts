import type { Headcount, Participation } from '../domain/release.js';
import type { ShownResult } from '../domain/results.js';
import { worstCase } from '../domain/statistics/worst-case.js';
import type { Words } from '../words/catalogue.js';
import { html, nothing, type Html } from './html.js';

/** Who took part, of how many, and what those may change who did not. */
export function participationOf(
  participation: Participation,
  first: ShownResult | undefined,
  words: Words,
): Html {
  const { reached, places, started, finished, declined } = participation;
  const text = words.all.pages.results;
  const rows: readonly (readonly [string, string])[] = [
    [text.reached, words.say('pages.results.exactly', { count: reached })],
    [text.posted, words.say('pages.results.places', { count: places })],
    [text.started, headcountText(started, words)],
    [text.finished, headcountText(finished, words)],
    [text.declined, headcountText(declined, words)],
  ];
  return html`<section aria-labelledby="part">
    <h2 id="part">${text.takingPart}</h2>
    <dl>
      ${rows.map(
        ([name, figure]) =>
          html`<dt>${name}</dt>
            <dd>${figure}</dd>`,
      )}
    </dl>
    <p>${askedText(participation, words)}</p>
    ${first === undefined ? nothing : boundOf(participation, first, words)}
  </section>`;
}

function askedText({ asked, started }: Participation, words: Words): string {
  const params = { started: headcountText(started, words), people: headcountText(asked.people, words) };
  return asked.by === 'charter'
    ? words.say('pages.results.askedByCharter', params)
    : words.say('pages.results.askedByReach', params);
}

/** In one sentence, for the value that stands first; nothing where it is not told exactly how many were asked. */
function boundOf({ asked }: Participation, { n, topTwoShare, title }: ShownResult, words: Words): Html {
  if (asked.people.kind !== 'exactly' || asked.people.count <= n) return nothing;
  const { low, high } = worstCase({ share: topTwoShare, answered: n, asked: asked.people.count });
  return html`<p>${words.say('pages.results.bound', { share: topTwoShare, title, low, high })}</p>`;
}

const headcounts = {
  exactly: 'pages.results.exactly',
  'at-least': 'pages.results.atLeast',
  'fewer-than': 'pages.results.fewerThan',
} as const;

function headcountText({ kind, count }: Headcount, words: Words): string {
  return words.say(headcounts[kind], { count });
}
