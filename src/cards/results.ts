import type { ResultsView } from '../app/views.js';
import { steps } from '../domain/rating.js';
import { fewestAnswers, type ValueResult } from '../domain/results.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { notesOf } from './notes.js';
import { pageButtons, pageLine } from './paging.js';
import { pageAt } from './sections.js';
import { subjectAndState } from './subject-line.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

/** A chart and its text for each: as much as a reader takes in at once, and far below what a card may weigh. */
const valuesOnPage = 5;
const titleShown = 200;
const titleSpoken = 60;
/** As one reads it out. */
const highestFirst = steps.toReversed();

/** How strongly each value resonates, in figures and in a chart that shows nothing but them. */
export function renderResults(view: ResultsView, { words }: Reader): Rendered {
  const { subject, results = [] } = view;
  const numbered = results.map((result, index) => ({ result, position: index + 1 }));
  const pages = pagesOf(numbered);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const summary = summaryOf(view, words);
  const spoken = it.flatMap(({ result }) => spokenOf(result, words));
  const card = expand('results', {
    language: words.language,
    ...told([summary, ...spoken].join(' ')),
    notes: notesOf({ subject }, words),
    place: subjectAndState(subject, words),
    title: words.all.results.title,
    intro: introOf(view, words),
    results: it.map(({ result, position }) => resultOf(result, position, words)),
    page: pageLine(place, words),
    open: view.open?.number === undefined ? '' : words.say('results.openNow', { number: view.open.number }),
    actions: [
      ...pageButtons(place, words, (next) => ({ kind: 'results', about: aboutOf(subject), page: next })),
      ...actionsOf(view, words),
    ],
  });
  return { card, summary };
}

function pagesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.max(Math.ceil(all.length / valuesOnPage), 1);
  return Array.from({ length: count }, (_, page) =>
    all.slice(page * valuesOnPage, (page + 1) * valuesOnPage),
  );
}

function summaryOf({ subject, results }: ResultsView, words: Words): string {
  if (results === undefined) return introOf({ subject }, words);
  const title = plain(shorten(subject.title, titleSpoken));
  return words.say('results.summary', { number: subject.number ?? 0, title });
}

function introOf({ subject, results }: Pick<ResultsView, 'subject' | 'results'>, words: Words): string {
  const { notYet, withdrawn, intro } = words.all.results;
  if (subject.state === 'withdrawn') return withdrawn;
  return results === undefined ? notYet : intro;
}

type ShownResult = Extract<ValueResult, { kind: 'shown' }>;

function resultOf(result: ValueResult, position: number, words: Words): object {
  const heading = inline(words.say('results.value', { position, title: shorten(result.title, titleShown) }));
  if (result.kind === 'hidden') {
    const text = words.say('results.hidden', { least: fewestAnswers });
    return { heading, shown: false, text, chart: { title: '', data: [] }, facts: [], aside: '', earlier: '' };
  }
  const { counts, n, unclear, noOpinion, topTwoShare } = result;
  return {
    heading,
    shown: true,
    text: words.say('results.share', { count: counts[4] + counts[5], n, share: topTwoShare }),
    chart: {
      title: words.say('results.chart', { position }),
      data: highestFirst.map((step) => ({ x: words.all.scale[step], y: counts[step] })),
    },
    facts: factsOf(result, words),
    aside: words.say('results.aside', { unclear, noOpinion }),
    earlier: result.earlier === true ? words.say('results.earlier', { most: fewestAnswers - 1 }) : '',
  };
}

function factsOf({ counts, n }: ShownResult, words: Words): readonly object[] {
  return highestFirst.map((step) => ({
    title: words.all.scale[step],
    value: words.say('results.count', { count: counts[step], share: counts[step] / n }),
  }));
}

function spokenOf(result: ValueResult, words: Words): readonly string[] {
  if (result.kind === 'hidden') return [];
  const title = plain(shorten(result.title, titleSpoken));
  return [words.say('results.summaryValue', { title, share: result.topTwoShare, n: result.n })];
}

function actionsOf({ subject, open }: ResultsView, words: Words): readonly Action[] {
  const about = aboutOf(subject);
  const rateable = open ?? (subject.state === 'open' ? subject : undefined);
  const number = rateable?.number;
  return [
    ...(rateable === undefined || number === undefined
      ? []
      : [button(words.say('results.rateNow', { number }), { kind: 'ballot', about: aboutOf(rateable) })]),
    button(words.all.common.values, { kind: 'values', about }),
  ];
}
