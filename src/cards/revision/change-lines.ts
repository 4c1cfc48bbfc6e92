import type { ChangeEntry, Wording } from '../../app/revision/views.js';
import type { ChangeKind, ChangeSize } from '../../domain/change.js';
import type { Words } from '../../words/catalogue.js';
import type { Line } from '../line-pages.js';
import { inline, plain, shorten } from '../text.js';
import { diffSpoken, diffText, joinedText, quotedText, titleDiff } from './diff-text.js';

const titleShown = 200;
const titleSpoken = 80;
const whyShown = 500;

/** "another title, another text" */
export function kindsText(kinds: readonly ChangeKind[], words: Words): string {
  const texts = words.all.revision.kinds;
  return kinds.length === 0 ? texts.none : kinds.map((kind) => texts[kind]).join(', ');
}

/** The words of a change on both sides, each difference in a line. */
export function wordLines(
  { before, after }: { readonly before: readonly Wording[]; readonly after?: Wording },
  words: Words,
  bytes: number,
): readonly Line[] {
  const { diff } = words.all.revision;
  const [first, ...others] = before;
  const own = after ?? { title: '', text: '' };
  const title = first?.title ?? '';
  const text = diffText(joinedText(before), own.text, bytes);
  const isReworded = joinedText(before) !== own.text;
  return [
    ...(title === own.title || others.length > 0 || first === undefined || after === undefined
      ? []
      : [words.say('revision.diff.title', { text: titleDiff(title, own.title, titleShown) })]),
    ...(others.length > 0 ? [fromLine(before, words)] : []),
    ...(isReworded && text.text !== '' ? [text.text] : []),
    ...(isReworded && hasOnlyBreaks(before, own, words) ? [diff.breaks] : []),
    ...(text.cut ? [diff.more] : []),
  ].map((line) => ({ text: line }));
}

function hasOnlyBreaks(before: readonly Wording[], { text }: Wording, words: Words): boolean {
  return diffSpoken({ before: joinedText(before), after: text }, words) === words.all.revision.diff.breaks;
}

/** Titles that several values had before they were joined. */
function fromLine(before: readonly Wording[], words: Words): string {
  const titles = before.map(({ title }) => inline(shorten(title, titleShown))).join('; ');
  return words.say('revision.diff.from', { titles });
}

interface Said {
  readonly size?: ChangeSize;
  readonly why?: string;
  readonly themes: readonly number[];
  readonly disputed?: true;
}

/** What its authors said of a change, and what was said against it. */
export function saidLines(
  { size, why, themes, disputed }: Said,
  words: Words,
  titles: ReadonlyMap<number, string> = new Map(),
): readonly Line[] {
  const texts = words.all.revision;
  return [
    ...(size === undefined ? [] : [words.say('revision.said.size', { size: texts.sizes[size] })]),
    ...(disputed === true ? [texts.said.disputed] : []),
    ...(why === undefined || why === ''
      ? []
      : [words.say('revision.said.why', { why: quotedText(why, whyShown) })]),
    ...themes.map((number) => themeText(number, titles, words)),
  ].map((text) => ({ text }));
}

function themeText(number: number, titles: ReadonlyMap<number, string>, words: Words): string {
  const title = titles.get(number);
  if (title === undefined) return words.say('revision.said.theme', { number });
  return words.say('revision.said.namedTheme', { number, title: inline(shorten(title, titleShown)) });
}

/** A change in a sentence, to be heard. */
export function changeSpoken({ of, title, before, after, kinds }: ChangeEntry, words: Words): string {
  const own = after ?? { title: '', text: '' };
  const named = plain(shorten(title, titleSpoken));
  const titles = { before: before[0]?.title ?? '', after: own.title };
  const said = [
    before.length === 1 && after !== undefined && titles.before !== titles.after
      ? diffSpoken(titles, words)
      : '',
    before.length === 0 || after === undefined
      ? ''
      : diffSpoken({ before: joinedText(before), after: own.text }, words),
  ];
  const what = of === 'removed' ? words.all.revision.kinds.removed : kindsText(kinds, words);
  return [`${named === '' ? '' : `${named}: `}${what}.`, ...said].filter((text) => text !== '').join(' ');
}
