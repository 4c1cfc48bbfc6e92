import type { ValueResult } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { percentText } from './figures.js';
import { html, type Html } from './html.js';
import { anchorOf, badgeText, type PlacedResult } from './value.js';

/** All values in one table, each leading to its own part of the page. */
export function glanceOf(placed: readonly PlacedResult[], words: Words): Html {
  const text = words.all.pages.results;
  const row = ({ result, position }: PlacedResult): Html =>
    html`<tr>
      <th scope="row">
        <a href="#${anchorOf(position)}"
          >${words.say('pages.results.position', { position, title: result.title })}</a
        >
      </th>
      ${figureCells(result, words)}
    </tr>`;
  return html`<section aria-labelledby="glance">
    <h2 id="glance">${text.glance}</h2>
    <div class="wide" role="region" aria-label="${text.glanceCaption}" tabindex="0">
      <table>
        <caption>
          ${text.glanceCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${text.value}</th>
            <th scope="col">${text.badge}</th>
            <th scope="col" class="number">${text.strongShare}</th>
            <th scope="col" class="number">${text.answers}</th>
          </tr>
        </thead>
        <tbody>
          ${placed.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function figureCells(result: ValueResult, words: Words): Html {
  const { notShown } = words.all.pages.results;
  if (result.kind === 'hidden') {
    return html`<td colspan="3">${notShown}</td>`;
  }
  return html`<td>${badgeText(result, words)}</td>
    <td class="number">${percentText(result.topTwoShare, words)}</td>
    <td class="number">${result.n}</td>`;
}
