import { limits, type Refusal, type ReportKind, type ReportLine } from '../domain/imported-post.js';
import type { Words } from '../words/catalogue.js';
import type { Line } from './line-pages.js';
import { isTaken } from './report-words.js';
import { inline, shorten } from './text.js';

/** Characters of the words that a line of a post is quoted with. */
const aboutShown = 160;

type Kind = ReportKind | Refusal['kind'];

/** With line 1 these are said of the whole post. */
const ofWholePost: ReadonlySet<Kind> = new Set([
  'too-large',
  'too-tangled',
  'empty',
  'invalid-charter',
] as const);

/** What asks the author to look, in the order of the lines. */
export function warningLines(report: readonly ReportLine[], words: Words): readonly Line[] {
  return report.flatMap(({ line, kind, about }) => {
    if (isTaken(kind)) return [];
    return [at(line, kind, adviceText(words.all.importReport.warnings[kind], about, words), words)];
  });
}

/** What was taken for what, in the order of the lines. */
export function takenLines(report: readonly ReportLine[], words: Words): readonly Line[] {
  return report.flatMap(({ line, kind, about }) => {
    if (!isTaken(kind)) return [];
    return [at(line, kind, takenText(words.all.importReport.kinds[kind], about, words), words)];
  });
}

/** What to change before a post can be read, in the order it was found. */
export function refusalLines(errors: readonly Refusal[], words: Words): readonly Line[] {
  const bounds = { ...limits, kilobytes: limits.bytes / 1024 };
  return errors.map(({ line, kind, about }) => {
    const what = words.say(`importRefused.errors.${kind}.what`, bounds);
    const advice = words.say(`importRefused.errors.${kind}.advice`, bounds);
    return at(line, kind, adviceText({ what, advice }, about, words), words);
  });
}

function at(line: number, kind: Kind, what: string, words: Words): Line {
  const isWhole = kind === 'no-values' || (line === 1 && ofWholePost.has(kind));
  const where = isWhole
    ? words.all.importReport.whole
    : words.say('importReport.line', { line: String(line) });
  return { text: words.say('importReport.at', { where, what }) };
}

function takenText(what: string, about: string, words: Words): string {
  const shown = quoted(about);
  return shown === '' ? what : words.say('importReport.kindAbout', { what, about: shown });
}

function adviceText({ what, advice }: { what: string; advice: string }, about: string, words: Words): string {
  const shown = quoted(about);
  if (shown === '') return words.say('importReport.advice', { what, advice });
  return words.say('importReport.adviceAbout', { what, advice, about: shown });
}

function quoted(about: string): string {
  return inline(shorten(about, aboutShown));
}
