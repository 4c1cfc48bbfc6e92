import { steps } from '../domain/rating.js';
import type { Finding, ShownResult } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { percentText } from './figures.js';
import { html, nothing, type Html } from './html.js';

const highestFirst = steps.toReversed();

/** The groups that may be shown, side by side; the others by name alone. */
export function groupsOf({ groups, title }: ShownResult, position: number, words: Words): Html {
  if (groups === undefined) return nothing;
  const text = words.all.pages.results;
  const caption = words.say('pages.results.groupsCaption', { position, title });
  const answers = highestFirst.map((step) => words.all.scale[step]);
  const heads = [...answers, words.all.scale.unclear, words.all.scale['no-opinion'], text.answers];
  return html`<h4>${text.byGroup}</h4>
    <div class="wide" role="region" aria-label="${caption}" tabindex="0">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${text.group}</th>
            <th scope="col" class="number">${text.strongShare}</th>
            ${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${groups.shown.map((one) => row(one.group, one, words))}
        </tbody>
      </table>
    </div>
    ${groups.hidden.length === 0 ? nothing : html`<p class="quiet">${hiddenText(groups.hidden, words)}</p>`}`;
}

function row(group: string, finding: Finding, words: Words): Html {
  const { counts, unclear, noOpinion, n, topTwoShare } = finding;
  const figures = [...highestFirst.map((step) => counts[step]), unclear, noOpinion, n];
  return html`<tr>
    <th scope="row">${group}</th>
    <td class="number">${percentText(topTwoShare, words)}</td>
    ${figures.map((figure) => html`<td class="number">${figure}</td>`)}
  </tr>`;
}

function hiddenText(hidden: readonly string[], words: Words): string {
  const groups = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(hidden);
  return words.say('pages.results.groupsHidden', { groups, count: hidden.length });
}
