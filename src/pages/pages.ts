import { outcomeOf } from '../app/adoption/show-outcome.js';
import { feedbackOf } from '../app/feedback/feedback-of.js';
import { commentsOf } from '../app/feedback/show-theme.js';
import type { PageStamp, PageStamps } from '../app/page-stamps.js';
import type { Ports } from '../app/ports.js';
import { processOf } from '../app/process/show-process.js';
import { releaseFor } from '../app/results/release-for.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { languages, wordsFor, type Words } from '../words/catalogue.js';
import { feedbackPage } from './feedback-page.js';
import { keepPages, pageWith, type Page } from './kept-pages.js';
import { linksOf, pathOf } from './links.js';
import { gonePage, wrongPage } from './message-page.js';
import { makeChanges, makeDraft } from './make-draft-pages.js';
import { outcomePage } from './outcome-page.js';
import { processPage } from './process-page.js';
import { resultsPage } from './results-page.js';
import { contentSecurityPolicy } from './style.js';

/** Somebody who wants to see a page. */
export interface Reader {
  /** One of the catalogue's. */
  readonly language: string;
  /** They have the link of this charter. */
  readonly invited: boolean;
}

export interface Pages {
  readonly languages: readonly string[];
  readonly contentSecurityPolicy: string;
  results(which: { charter: string; number: string }, reader: Reader): Promise<Page>;
  process(which: { charter: string }, reader: Reader): Promise<Page>;
  feedback(which: { charter: string }, reader: Reader): Promise<Page>;
  /** A draft as it was published. */
  draft(which: { charter: string; number: string }, reader: Reader): Promise<Page>;
  /** What differs between two drafts. */
  changes(which: { charter: string; from: string; to: string }, reader: Reader): Promise<Page>;
  /** Of what was adopted. */
  outcome(which: { charter: string }, reader: Reader): Promise<Page>;
  /** For where there is nothing to see. */
  gone(language: string): Promise<Page>;
  /** For when something failed. */
  wrong(language: string): Promise<Page>;
}

/** In two languages each, this is some fifty drafts with their processes. */
const mostPages = 200;
/** Names of facilitators have no mark that changes with them: a page with them holds for so many milliseconds. */
const processHolds = 60_000;

/** The pages of the program. A page that was made before is sent again for as long as its stamp stays the same. */
export function createPages(ports: Ports, stamps: PageStamps): Pages {
  const kept = keepPages(mostPages);
  const message = (status: number, language: string, text: (words: Words) => string): Promise<Page> =>
    kept.get(`${String(status)} ${language}`, '', () => pageWith(status, language, text(wordsFor(language))));

  return {
    languages,
    contentSecurityPolicy,
    gone: (language) => message(404, language, gonePage),
    wrong: (language) => message(500, language, wrongPage),
    async results({ charter, number }, { language, invited }) {
      const which = { charter: parseName(charter), number: parseNumber(number) };
      const stamp = await stamps.results(which);
      if (!isFor(stamp, invited)) return message(404, language, gonePage);
      const name = `results ${which.charter} ${String(which.number)} ${language}`;
      return kept.get(name, stamp.mark, () => makeResults(ports, which, wordsFor(language)));
    },
    async feedback(which, { language, invited }) {
      const charter = parseName(which.charter);
      const stamp = await stamps.feedback(charter);
      if (!isFor(stamp, invited)) return message(404, language, gonePage);
      return kept.get(`feedback ${charter} ${language}`, stamp.mark, () =>
        makeFeedback(ports, charter, wordsFor(language)),
      );
    },
    async draft(asked, { language, invited }) {
      const which = { charter: parseName(asked.charter), number: parseNumber(asked.number) };
      const stamp = await stamps.results(which);
      if (!isFor(stamp, invited)) return message(404, language, gonePage);
      const name = `draft ${which.charter} ${String(which.number)} ${language}`;
      return kept.get(name, stamp.mark, () =>
        pageOrGone(language, (words) => makeDraft(ports, which, words)),
      );
    },
    async changes(asked, { language, invited }) {
      const charter = parseName(asked.charter);
      const [from, to] = [parseNumber(asked.from), parseNumber(asked.to)];
      const [before, after] = await Promise.all([
        stamps.results({ charter, number: from }),
        stamps.results({ charter, number: to }),
      ]);
      if (!isFor(before, invited) || !isFor(after, invited)) return message(404, language, gonePage);
      const name = `changes ${charter} ${String(from)} ${String(to)} ${language}`;
      // An answer that is told is recorded, and names its theme from then on.
      return kept.get(name, `${before.mark}\n${after.mark}`, () =>
        pageOrGone(language, (words) => makeChanges(ports, { charter, from, to }, words)),
      );
    },
    async outcome(which, { language, invited }) {
      const charter = parseName(which.charter);
      // Whatever changes an outcome is recorded.
      const stamp = await stamps.process(charter);
      if (!isFor(stamp, invited)) return message(404, language, gonePage);
      return kept.get(`outcome ${charter} ${language}`, stamp.mark, () =>
        makeOutcome(ports, charter, wordsFor(language)),
      );
    },
    async process(which, { language, invited }) {
      const charter = parseName(which.charter);
      const stamp = await stamps.process(charter);
      if (!isFor(stamp, invited)) return message(404, language, gonePage);
      const span = Math.floor(ports.clock.now().getTime() / processHolds);
      return kept.get(`process ${charter} ${language}`, `${String(span)} ${stamp.mark}`, () =>
        makeProcess(ports, charter, wordsFor(language)),
      );
    },
  };
}

/** One answer for what does not exist and for what is not for everybody: nobody learns here which charters there are. */
function isFor(stamp: PageStamp | undefined, invited: boolean): stamp is PageStamp {
  return stamp !== undefined && (stamp.page === 'public' || invited);
}

async function pageOrGone(
  language: string,
  make: (words: Words) => Promise<string | undefined>,
): Promise<Page> {
  const words = wordsFor(language);
  const text = await make(words);
  return text === undefined ? pageWith(404, language, gonePage(words)) : pageWith(200, language, text);
}

async function makeResults(
  ports: Ports,
  which: { charter: CharterName; number: number },
  words: Words,
): Promise<Page> {
  const [charter, draft] = await Promise.all([
    ports.charters.find(which.charter),
    ports.drafts.numbered(which),
  ]);
  if (charter === undefined || draft === undefined) return pageWith(404, words.language, gonePage(words));
  const release = await releaseFor(ports, draft);
  const head = await ports.process.head(charter.name);
  const links = await linksOf(ports.addresses, charter, draft.number, words);
  const text = resultsPage({ charter, draft, head, ...given({ release }) }, links, words);
  return pageWith(200, words.language, text);
}

async function makeProcess(ports: Ports, name: CharterName, words: Words): Promise<Page> {
  const charter = await ports.charters.find(name);
  if (charter === undefined) return pageWith(404, words.language, gonePage(words));
  const view = await processOf(ports, charter);
  const links = await linksOf(ports.addresses, charter, undefined, words);
  const { number } = view.subject;
  const newest = number === undefined ? undefined : await links.results(number);
  return pageWith(200, words.language, processPage(view, { ...links, ...given({ newest }) }, words));
}

async function makeOutcome(ports: Ports, name: CharterName, words: Words): Promise<Page> {
  const charter = await ports.charters.find(name);
  const view = charter && (await outcomeOf(ports, charter));
  if (charter === undefined || view === undefined) return pageWith(404, words.language, gonePage(words));
  const links = await linksOf(ports.addresses, charter, undefined, words);
  const address = await ports.addresses.outcome(charter);
  const here = (language: string) => pathOf(address, language);
  const results = await links.results(view.outcome.number);
  return pageWith(200, words.language, outcomePage(view, { here, process: links.process, results }, words));
}

async function makeFeedback(ports: Ports, name: CharterName, words: Words): Promise<Page> {
  const charter = await ports.charters.find(name);
  if (charter === undefined) return pageWith(404, words.language, gonePage(words));
  const view = await feedbackOf(ports, charter);
  const themes = view.rounds.flatMap((round) => round.themes);
  const comments = await Promise.all(
    themes.map(async (theme) => [theme.number, await commentsOf(ports, theme)] as const),
  );
  const { process } = await linksOf(ports.addresses, charter, undefined, words);
  const address = await ports.addresses.feedback(charter);
  const here = (language: string) => pathOf(address, language);
  return pageWith(200, words.language, feedbackPage(view, new Map(comments), { here, process }, words));
}

/** A name that nothing has stands for one that cannot be. */
function parseName(text: string): CharterName {
  return parseCharterName(text) ?? ('' as CharterName);
}

function parseNumber(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
