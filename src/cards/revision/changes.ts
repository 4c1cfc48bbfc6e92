import type { ChangeEntry, ChangesView } from '../../app/revision/views.js';
import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, pageLink, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, numberedHeading, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { changeSpoken, kindsText, saidLines, wordLines } from './change-lines.js';

const titleShown = 200;
const entryBytes = 5_000;
const pageBytes = 12_000;
const entriesOnPage = 6;
/** What an entry weighs around its lines. */
const frameBytes = 300;
const lineFrame = 90;
const spokenBytes = 1_500;
const themesWithButton = 2;
const mostActions = 6;

interface Entry {
  readonly entry: ChangeEntry;
  readonly heading: string;
  readonly about: string;
  readonly lines: readonly { readonly text: string }[];
}

/** What differs between two drafts, value by value, with what was said of it. */
export function renderChanges(view: ChangesView, { words }: Reader): Rendered {
  const { from, to, subject } = view;
  const pages = pagesOf(view, words);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const numbers = { from: String(from), to: String(to) };
  const counts = { changed: view.entries.length, unchanged: view.unchanged };
  const summary = words.say('revision.changes.summary', {
    ...numbers,
    charter: plain(subject.charter),
    ...counts,
  });
  const card = expand('changes', {
    language: words.language,
    ...told(`${summary} ${spokenOf(it, words)}`.trim(), typedHint(numbers, words)),
    place: subjectAndState(subject, words),
    title: words.say('revision.changes.title', numbers),
    intro: introOf(view, words).map((text) => ({ text })),
    entries: it.map(({ heading, about, lines }) => ({ heading, about, lines })),
    more: [],
    page: pageLine(place, words),
    actions: actionsOf(view, place, it, words),
  });
  return { card, summary };
}

function introOf(
  { entries, unchanged, only, unanswered, from }: ChangesView,
  words: Words,
): readonly string[] {
  const found = words.say('revision.changes.found', { changed: entries.length, unchanged });
  return [
    only === undefined
      ? found
      : words.say('revision.changes.only', { position: only, changed: entries.length }),
    ...(entries.length === 0 ? [] : [words.all.revision.diff.key]),
    ...(unanswered === undefined
      ? []
      : [
          words.say('revision.changes.unanswered', {
            base: String(from),
            themes: unanswered.themes.length,
            comments: unanswered.comments,
          }),
        ]),
  ];
}

function pagesOf(view: ChangesView, words: Words): readonly (readonly Entry[])[] {
  const titles = new Map(view.themes.map(({ number, title }) => [number, title]));
  const pages: Entry[][] = [[]];
  let held = 0;
  for (const entry of view.entries) {
    const made = entryOf(entry, view, titles, words);
    const weight = made.lines.reduce((sum, { text }) => sum + bytesOf(text) + lineFrame, frameBytes);
    const last = pages.at(-1) ?? [];
    if (last.length === entriesOnPage || (last.length > 0 && held + weight > pageBytes)) {
      pages.push([made]);
      held = weight;
    } else {
      last.push(made);
      held += weight;
    }
  }
  return pages;
}

function entryOf(
  entry: ChangeEntry,
  { from, to }: ChangesView,
  titles: ReadonlyMap<number, string>,
  words: Words,
): Entry {
  const isNext = Math.abs(to - from) === 1;
  const { said, kinds: names, frames } = words.all.revision;
  const isReworded = entry.of !== 'removed' && !entry.kinds.includes('added');
  const unsaid = entry.said.every(({ size }) => size === undefined) && isReworded && from < to;
  const lines = entry.said.flatMap((each) =>
    saidLines(each, words, titles).map(({ text }) =>
      isNext
        ? { text }
        : { text: words.say('revision.said.inDraft', { number: String(each.number), said: text }) },
    ),
  );
  return {
    entry,
    heading: headingOf(entry, words),
    about:
      entry.of === 'removed'
        ? capitalized(names.removed, words)
        : entry.of === 'value'
          ? capitalized(kindsText(entry.kinds, words), words)
          : frames[entry.of],
    lines: [...wordLines(entry, words, entryBytes), ...lines, ...(unsaid ? [{ text: said.undeclared }] : [])],
  };
}

function headingOf({ of, position, title }: ChangeEntry, words: Words): string {
  const named = inline(shorten(title, titleShown));
  if (of === 'value')
    return numberedHeading(words.say('revision.changes.heading', { position: position ?? 0, title: named }));
  return of === 'removed' ? named : words.all.revision.frames[of];
}

function spokenOf(entries: readonly Entry[], words: Words): string {
  let held = 0;
  return entries
    .map(({ entry }) => changeSpoken(entry, words))
    .filter((text) => (held += bytesOf(text)) <= spokenBytes)
    .join(' ');
}

function typedHint({ from, to }: { from: string; to: string }, words: Words): string {
  const changes = spellingOf('changes', words);
  return words.say('revision.changes.typed', { changes, from, to, values: spellingOf('values', words) });
}

function actionsOf(
  view: ChangesView,
  place: { page: number; pages: number },
  entries: readonly Entry[],
  words: Words,
): readonly Action[] {
  const { subject, from, to, unanswered } = view;
  const { page, feedback } = words.all.revision.changes;
  const { charter } = subject;
  const about = aboutOf(subject);
  const themes = [...new Set(entries.flatMap(({ entry }) => entry.said.flatMap((each) => each.themes)))];
  const only = view.only === undefined ? {} : { value: { by: 'position', position: view.only } as const };
  return [
    ...pageButtons(place, words, (next) => ({ kind: 'changes', about, from, to, page: next, ...only })),
    ...themes.slice(0, themesWithButton).map((number) =>
      button(words.say('revision.changes.theme', { number: String(number) }), {
        kind: 'theme',
        charter,
        number,
      }),
    ),
    ...pageLink(page, view.address),
    ...(unanswered === undefined && themes.length === 0
      ? []
      : [button(feedback, { kind: 'feedback', charter })]),
    button(words.say('revision.changes.read', { number: String(from) }), {
      kind: 'values',
      about: { charter },
      number: from,
    }),
    button(words.all.common.values, { kind: 'values', about }),
  ].slice(0, mostActions);
}
