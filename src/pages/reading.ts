import { fewestForBadge } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { emphasised } from './emphasis.js';
import { html, type Html } from './html.js';

/** The rules behind words and figures. */
export function readingOf(least: number, words: Words): Html {
  const text = words.all.pages.results;
  const mixed = words.say('pages.results.readMixed', { fewest: fewestForBadge });
  return html`<section aria-labelledby="reading">
    <h2 id="reading" tabindex="-1">${text.reading}</h2>
    <ul>
      ${[text.readShared, text.readSplit, mixed].map((rule) => html`<li>${emphasised(rule)}</li>`)}
      ${[text.readOrder, text.readInterval, text.readAgreement].map((rule) => html`<li>${rule}</li>`)}
      <li>${words.say('pages.results.readLeast', { least })}</li>
    </ul>
  </section>`;
}
