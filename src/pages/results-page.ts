import type { Charter } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import type { Release } from '../domain/release.js';
import { resultsOf } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { patterns } from './chart.js';
import { glanceOf } from './glance.js';
import { html, nothing, type Filling, type Html } from './html.js';
import { layout } from './layout.js';
import { ledgerOf } from './ledger-section.js';
import type { Links } from './links.js';
import { momentText } from './moments.js';
import { participationOf } from './participation.js';
import { readingOf } from './reading.js';
import { valueOf, type PlacedResult } from './value.js';

export interface DraftResults {
  readonly charter: Pick<Charter, 'name' | 'rules' | 'timeZone' | 'sealedAt'>;
  readonly draft: Draft;
  /** Absent: nothing is told yet, or ever. */
  readonly release?: Release;
  /** Of the ledger of the process. */
  readonly head?: string;
}

/** The results of a draft, or when they appear. Whoever opens it sees the same. */
export function resultsPage(it: DraftResults, links: Links, words: Words): string {
  const { charter, draft, release } = it;
  const { number, title } = draft;
  const text = words.all.pages.results;
  const place = words.say('common.draft', { number, charter: charter.name });
  return layout(
    {
      title: words.say('pages.results.title', { number, title }),
      description: words.say('pages.results.description', { title }),
      place: words.say('charter.state', { draft: place, state: words.all.common.states[draft.state] }),
      links: [{ text: words.all.pages.toProcess, href: links.process }],
      inLanguage: (language) => links.here(language),
      footer: words.all.pages.made,
      main: html`<h1>${text.heading}</h1>
        <p class="lead">${title}</p>
        ${release === undefined ? waiting(it, words) : told(it, release, words)}
        ${it.head === undefined ? nothing : ledgerOf(it.head, links.ledger, words)}`,
    },
    words,
  );
}

function waiting({ charter, draft }: DraftResults, words: Words): Html {
  const text = words.all.pages.results;
  if (draft.state === 'withdrawn') return html`<p class="note">${text.withdrawn}</p>`;
  const { rules, timeZone } = charter;
  return html`<h2>${text.waiting}</h2>
    ${
      rules.results === 'interim'
        ? html`<p>${words.say('pages.results.interimLater', { least: rules.least })}</p>`
        : html`<p>${text.notYet}</p>`
    }
    ${
      draft.closesAt === undefined
        ? nothing
        : html`<p>
            ${words.say('pages.results.closes', { moment: momentText({ at: draft.closesAt, timeZone }, words) })}
          </p>`
    }`;
}

function told(it: DraftResults, release: Release, words: Words): Html {
  const text = words.all.pages.results;
  const placed = placedResults(it.draft, release);
  const first = placed.map(({ result }) => result).find((result) => result.kind === 'shown');
  return html`${patterns}
    <p>${standingOf(it, release, words)}</p>
    ${sealedNote(it, words)} ${participationOf(release.participation, first, words)}
    ${
      placed.length === 0
        ? html`<p>${text.empty}</p>`
        : html`${glanceOf(placed, words)}
            <section aria-labelledby="values">
              <h2 id="values">${text.oneByOne}</h2>
              ${placed.map((one) => valueOf(one, release.least, words))}
            </section>
            ${readingOf(release.least, words)}`
    }`;
}

function placedResults(draft: Draft, release: Release): readonly PlacedResult[] {
  const order = release.values.map(({ value }) => value);
  const texts = new Map(draft.values.map(({ id, text }) => [id, text]));
  return resultsOf(release).map((result) => ({
    result,
    position: order.indexOf(result.value) + 1,
    text: texts.get(result.value) ?? '',
  }));
}

function standingOf({ charter }: DraftResults, { kind, at }: Release, words: Words): string {
  const moment = momentText({ at, timeZone: charter.timeZone }, words);
  return kind === 'interim'
    ? words.say('pages.results.interim', { moment })
    : words.say('pages.results.closed', { moment });
}

function sealedNote({ charter: { sealedAt, timeZone } }: DraftResults, words: Words): Filling {
  if (sealedAt === undefined) return undefined;
  const moment = momentText({ at: sealedAt, timeZone }, words);
  return html`<p class="note">${words.say('pages.results.sealed', { moment })}</p>`;
}
