import { shortHash } from '../../app/ledger/ledger-file.js';
import type { ResultsView } from '../../app/results/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, pageLink, toggle, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { notesOf } from '../notes.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { plain, shorten } from '../text.js';
import { told } from '../told.js';
import { howTexts } from './how-we-read.js';
import { participationTexts } from './participation-text.js';
import { hasPrompt } from './prompts.js';
import { spokenValue, valueBlock, type Placed } from './value-block.js';

/** A chart and its text for each: as much as a reader takes in at once, and far below what a card may weigh. */
const valuesOnPage = 5;
/** Six buttons at most; paging, the page in the browser and the way we read this take four. */
const promptsOnPage = 2;
const mostActions = 6;
const titleSpoken = 60;
const howId = 'how';

type Results = NonNullable<ResultsView['results']>;

/** How strongly each value resonates, in figures, in words, and in a chart that shows nothing but them. */
export function renderResults(view: ResultsView, { words }: Reader): Rendered {
  const { subject, results } = view;
  const pages = pagesOf(placed(results));
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const summary = summaryOf(view, words);
  const took = results === undefined || page > 1 ? [] : participationTexts(results, words);
  const blocks = it.map((each) => valueBlock(each, view, words));
  const how = blocks.some(({ figures }) => figures.length > 0)
    ? howTexts(words, { compares: it.some(isCompared) })
    : [];
  const card = expand('results', {
    language: words.language,
    ...told([summary, ...took, ...it.flatMap((each) => spokenValue(each, words))].map(plain).join(' ')),
    notes: notesOf({ subject }, words),
    place: subjectAndState(subject, words),
    title: results?.interim === true ? words.all.results.titleInterim : words.all.results.title,
    intro: introOf(view, words),
    took: { any: took.length > 0, heading: words.all.results.took.heading, lines: linesOf(took) },
    how: { any: how.length > 0, lines: linesOf(how), actions: howActions(blocks, words) },
    results: blocks,
    page: pageLine(place, words),
    head: view.head === undefined ? '' : words.say('people.ledger.note', { head: shortHash(view.head) }),
    open: view.open?.number === undefined ? '' : words.say('results.openNow', { number: view.open.number }),
    actions: actionsOf(view, place, words).slice(0, roomBeside(blocks, how.length > 0)),
  });
  return { card, summary };
}

function isCompared({ result }: Placed): boolean {
  return result.kind === 'shown' && result.compared !== undefined;
}

function linesOf(texts: readonly string[]): readonly { readonly text: string }[] {
  return texts.map((text) => ({ text }));
}

/** Each with its number in the draft, which its place in this order does not tell. */
function placed(results: Results | undefined): readonly Placed[] {
  return (results?.values ?? []).map((result, index) => {
    const position = results?.order.indexOf(result.value) ?? -1;
    return { result, position: position < 0 ? index + 1 : position + 1 };
  });
}

/**
 * So that each prompt has its button: a card has room for few. At least one page. The pages depend on nothing but the
 * results: whoever reads on finds the value after the last one, also when a later draft opened meanwhile.
 */
function pagesOf(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  for (const each of all) {
    const page = pages.at(-1) ?? [];
    const prompts = page.filter(({ result }) => hasPrompt(result)).length;
    const full = page.length === valuesOnPage || (prompts === promptsOnPage && hasPrompt(each.result));
    if (full) pages.push([each]);
    else page.push(each);
  }
  return pages;
}

function summaryOf({ subject, results, interim }: ResultsView, words: Words): string {
  if (results === undefined) return introOf({ subject, interim }, words);
  const title = plain(shorten(subject.title, titleSpoken));
  const key = results.interim ? 'results.summaryInterim' : 'results.summary';
  return words.say(key, { number: subject.number ?? 0, title });
}

function introOf(
  { subject, results, interim }: Pick<ResultsView, 'subject' | 'results' | 'interim'>,
  words: Words,
): string {
  const { notYet, notYetInterim, withdrawn, intro, introInterim } = words.all.results;
  if (subject.state === 'withdrawn') return withdrawn;
  if (results === undefined) return interim ? notYetInterim : notYet;
  return results.interim ? introInterim : intro;
}

/** One press explains the words and shows the finer figures of every value on the card. */
function howActions(blocks: readonly ReturnType<typeof valueBlock>[], words: Words): readonly Action[] {
  const figures = blocks.filter((block) => block.figures.length > 0).map(({ figuresId }) => figuresId);
  return [toggle(words.all.results.how.show, howId, ...figures)];
}

function roomBeside(blocks: readonly ReturnType<typeof valueBlock>[], explains: boolean): number {
  const prompts = blocks.filter(({ prompt }) => prompt.any).length;
  return mostActions - prompts - (explains ? 1 : 0);
}

function rateableIn({ subject, open }: ResultsView): ResultsView['open'] {
  const rateable = open ?? (subject.state === 'open' ? subject : undefined);
  return rateable?.number === undefined ? undefined : rateable;
}

function actionsOf(
  view: ResultsView,
  place: { page: number; pages: number },
  words: Words,
): readonly Action[] {
  const about = aboutOf(view.subject);
  const rateable = rateableIn(view);
  return [
    ...pageButtons(place, words, (next) => ({ kind: 'results', about, page: next })),
    ...pageLink(words.all.results.address, view.address),
    ...(rateable === undefined
      ? []
      : [
          button(words.say('results.rateNow', { number: rateable.number ?? 0 }), {
            kind: 'ballot',
            about: aboutOf(rateable),
          }),
        ]),
    button(words.all.common.values, { kind: 'values', about }),
    button(words.all.common.howItWorks, { kind: 'process', charter: view.subject.charter }),
  ];
}
