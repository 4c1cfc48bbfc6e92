import { steps } from '../domain/rating.js';
import type { Finding, ShownResult } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { html, type Html } from './html.js';

const highestFirst = steps.toReversed();

/** The table behind a chart, and what is worked out from it; a mean never stands without its counts. */
export function figuresOf(result: ShownResult, position: number, words: Words): Html {
  const text = words.all.pages.results;
  const { counts, n, unclear, noOpinion, title } = result;
  const share = (count: number): string => percentText(count / Math.max(n, 1), words);
  return html`<details>
    <summary>${text.table}</summary>
    <table>
      <caption>
        ${words.say('pages.results.tableCaption', { position, title })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.answer}</th>
          <th scope="col" class="number">${text.count}</th>
          <th scope="col" class="number">${text.ofThoseOnScale}</th>
        </tr>
      </thead>
      <tbody>
        ${highestFirst.map((step) => row(words.all.scale[step], counts[step], share(counts[step])))}
        ${row(text.onScale, n, share(n))} ${row(words.all.scale.unclear, unclear, '')}
        ${row(words.all.scale['no-opinion'], noOpinion, '')}
      </tbody>
    </table>
    <dl>
      <dt>${text.middle}</dt>
      <dd>${medianText(result, words)}</dd>
      <dt>${text.mean}</dt>
      <dd>${meanText(result, words)}</dd>
      <dt>${text.agreement}</dt>
      <dd>${words.say('pages.results.agreementFigure', { agreement: result.agreement })}</dd>
    </dl>
  </details>`;
}

function row(name: string, count: number, share: string): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${count}</td>
    <td class="number">${share}</td>
  </tr>`;
}

/** With an even number of answers the middle may lie between two steps. */
function medianText({ median, interpolatedMedian: interpolated }: Finding, words: Words): string {
  const { scale } = words.all;
  const lower = steps.find((step) => step === Math.floor(median)) ?? 1;
  const upper = steps.find((step) => step === Math.ceil(median)) ?? lower;
  return lower === upper
    ? words.say('pages.results.median', { step: scale[lower], interpolated })
    : words.say('pages.results.between', { lower: scale[lower], upper: scale[upper], interpolated });
}

function meanText({ mean, meanInterval }: Finding, words: Words): string {
  return meanInterval === undefined
    ? words.say('pages.results.meanAlone', { mean })
    : words.say('pages.results.meanBetween', { mean, ...meanInterval });
}

export function percentText(share: number, { language }: Words): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
