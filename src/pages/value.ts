import { fewestAnswers, type ShownResult, type ValueResult } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { chartOf } from './chart.js';
import { comparedOf } from './compared.js';
import { emphasised } from './emphasis.js';
import { figuresOf } from './figures.js';
import { groupsOf } from './groups.js';
import { html, type Html } from './html.js';
import { markdown } from './markdown.js';

export interface PlacedResult {
  readonly result: ValueResult;
  /** In the draft, from 1. */
  readonly position: number;
  /** Markdown. */
  readonly text: string;
}

/** All that is told of one value. */
export function valueOf({ result, position, text }: PlacedResult, least: number, words: Words): Html {
  const { title } = result;
  const id = anchorOf(position);
  return html`<article class="value" id="${id}" aria-labelledby="${id}-title">
    <h3 id="${id}-title">${words.say('pages.results.position', { position, title })}</h3>
    <div class="words" role="group" aria-label="${words.all.pages.results.words}">${markdown(text)}</div>
    ${
      result.kind === 'hidden'
        ? html`<p>${words.say('pages.results.hidden', { least })}</p>`
        : shown(result, position, words)
    }
  </article>`;
}

export function anchorOf(position: number): string {
  return `value-${String(position)}`;
}

export function badgeText({ badge }: ShownResult, words: Words): string {
  const { badges, noBadge } = words.all.pages.results;
  return badge === undefined ? noBadge : badges[badge];
}

function shown(result: ShownResult, position: number, words: Words): Html {
  const text = words.all.pages.results;
  const { counts, n, topTwoShare, interval, unclear, noOpinion } = result;
  const share = { count: counts[4] + counts[5], n, share: topTwoShare };
  return html`<p><span class="badge">${badgeText(result, words)}</span> <a href="#reading">${text.why}</a></p>
    <p><strong>${words.say('pages.results.share', share)}</strong> ${chanceText(interval, words)}</p>
    ${chartOf(result, position, words)}
    <p>${emphasised(words.say('pages.results.aside', { unclear, noOpinion }))}</p>
    ${notesOf(result, words).map((note) => html`<p class="note">${note}</p>`)} ${comparedOf(result, words)}
    ${groupsOf(result, position, words)} ${figuresOf(result, position, words)}`;
}

function chanceText(interval: ShownResult['interval'], words: Words): string {
  const { noInterval, everybody } = words.all.pages.results;
  if (interval === undefined) return noInterval;
  return interval.low === interval.high ? everybody : words.say('pages.results.interval', { ...interval });
}

function notesOf({ badge, isUnclear, earlier }: ShownResult, words: Words): readonly string[] {
  const text = words.all.pages.results;
  return [
    ...(earlier === true ? [words.say('pages.results.earlier', { most: fewestAnswers - 1 })] : []),
    ...(badge === 'split' ? [text.split] : []),
    ...(isUnclear ? [text.unclear] : []),
  ];
}
