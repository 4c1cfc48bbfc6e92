import { steps } from '../domain/rating.js';
import type { Finding } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { percentText } from './figures.js';
import { html, nothing, type Html } from './html.js';

/** As one reads it out. */
const highestFirst = steps.toReversed();

/** In the reader's letters (`em`), so that a chart grows with them: a line of words, a bar, a little air. */
const rowHeight = 2.9;
const barTop = 1.35;
const barHeight = 0.95;

/** Low steps are striped, the middle one dotted, high ones full: a bar is told apart without its colour. */
const striped = { fill: 'url(#stripes)', look: 'striped' };
const dotted = { fill: 'url(#dots)', look: 'dotted' };
const full = { fill: 'currentColor', look: 'full' };
const looks = { 1: striped, 2: striped, 3: dotted, 4: full, 5: full } as const;

/** What the bars of all charts are filled with; stands once in a page. */
export const patterns: Html = html`<svg width="0" height="0" aria-hidden="true" focusable="false">
  <defs>
    <pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse">
      <path class="stripe" stroke-width="2.5" d="M-2 2 2-2M0 8 8 0M6 10 10 6" />
    </pattern>
    <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">
      <circle class="dot" cx="3.5" cy="3.5" r="2" />
    </pattern>
  </defs>
</svg>`;

/** The five steps as bars with their words and figures, and how far the share of the two highest reaches. */
export function chartOf(finding: Finding, position: number, words: Words): Html {
  const id = `chart-${String(position)}`;
  const rows = highestFirst.map((step) => ({ step, text: barText(finding, step, words) }));
  return html`<figure>
    <svg width="100%" height="${em(rows.length * rowHeight)}" role="img" aria-labelledby="${id} ${id}-told">
      <title id="${id}">${words.say('pages.results.chart', { position })}</title>
      <desc id="${id}-told">${rows.map(({ text }) => text).join('. ')}.</desc>
      ${rows.map(({ step, text }, row) => bar(text, row, shareOf(finding, step), looks[step]))}
    </svg>
    ${finding.interval === undefined ? nothing : range(finding, finding.interval, id, words)}
  </figure>`;
}

function barText(finding: Finding, step: (typeof steps)[number], words: Words): string {
  const params = {
    answer: words.all.scale[step],
    count: finding.counts[step],
    share: shareOf(finding, step),
  };
  return words.say('pages.results.bar', params);
}

function shareOf({ counts, n }: Finding, step: (typeof steps)[number]): number {
  return counts[step] / Math.max(n, 1);
}

function bar(text: string, row: number, share: number, { fill, look }: typeof full): Html {
  const top = row * rowHeight;
  const y = em(top + barTop);
  return html`<g class="bar">
    <text x="0" y="${em(top + 1)}">${text}</text>
    <rect class="track" x="0" y="${y}" width="100%" height="${em(barHeight)}" />
    <rect class="${look}" fill="${fill}" x="0" y="${y}" width="${percent(share)}" height="${em(barHeight)}" />
  </g>`;
}

function range(
  { topTwoShare: share }: Finding,
  { low, high }: { readonly low: number; readonly high: number },
  id: string,
  words: Words,
): Html {
  const text = words.say('pages.results.range', { share, low, high });
  return html`<svg width="100%" height="2.6em" role="img" aria-labelledby="${id}-range">
    <title id="${id}-range">${text}</title>
    <line class="axis" x1="0" x2="100%" y1="1em" y2="1em" stroke-width="2" />
    <line class="axis" x1="50%" x2="50%" y1=".4em" y2="1.6em" stroke-width="2" />
    <rect class="range" x="${percent(low)}" y=".45em" width="${percent(high - low)}" height="1.1em" />
    <circle class="dot" cx="${percent(share)}" cy="1em" r=".4em" />
    <g class="gap">
      <text x="0" y="2.7em">${percentText(0, words)}</text>
      <text x="50%" y="2.7em" text-anchor="middle">${percentText(0.5, words)}</text>
      <text x="100%" y="2.7em" text-anchor="end">${percentText(1, words)}</text>
    </g>
  </svg>`;
}

function em(length: number): string {
  return `${length.toFixed(2)}em`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
