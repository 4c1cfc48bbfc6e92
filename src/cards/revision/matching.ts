import type { MatchedChange, MatchingView } from '../../app/revision/views.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { pagesOfLines } from '../line-pages.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { kindsText } from './change-lines.js';

const titleShown = 120;
const fromShown = 80;
const choiceShown = 40;
const pageOf = { lines: 20, bytes: 9_000 };

/** What changes and where it comes from, at a glance. */
export function renderMatching(view: MatchingView, { words }: Reader): Rendered {
  const texts = words.all.revision.matching;
  const { subject, changes, base } = view;
  const { charter } = subject;
  const lines = changes.map((change) => ({ change, text: lineOf(change, words) }));
  const pages = pagesOfLines(lines, pageOf);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const title = words.say('revision.matching.title', { base: String(base) });
  const asked = askedText(view, words);
  const summary = `${title}. ${asked}`;
  const typed = words.say('revision.matching.typed', {
    match: spellingOf('match', words),
    declare: spellingOf('declare', words),
  });
  const paging = pageButtons(place, words, (next) => ({ kind: 'matching', charter, page: next }));
  const card = expand('matching', {
    language: words.language,
    ...told(summary, typed),
    notes: { any: false, all: [] },
    place: inline(shorten(subject.title, titleShown)),
    title,
    intro: [
      words.say('revision.matching.intro', { base: String(base) }),
      asked,
      ...undeclaredLine(changes, words),
    ].map((text) => ({ text })),
    list: it.length === 0 ? texts.none : it.map(({ text }) => text).join('\n\n'),
    page: pageLine(place, words),
    picker: {
      any: it.length > 0,
      id: 'of',
      label: texts.pick,
      choices: it.map(({ change }) => ({
        title: plain(shorten(nameOf(change, words), choiceShown)),
        value: refOf(change),
      })),
      value: it[0] === undefined ? '' : refOf(it[0].change),
      actions: [
        button(
          texts.open,
          { kind: 'matching', charter, of: 'considerations' },
          { inputs: true, primary: true },
        ),
      ],
    },
    actions: [
      ...paging,
      button(texts.next, { kind: 'revise', charter }),
      button(texts.preview, { kind: 'preview', charter }),
    ],
  });
  return { card, summary };
}

function askedText({ changes }: MatchingView, words: Words): string {
  const total = changes.filter(({ of }) => of.kind === 'value').length;
  const asked = changes.filter((change) => change.asked).length;
  return words.say('revision.matching.asked', { asked, total });
}

function undeclaredLine(changes: readonly MatchedChange[], words: Words): readonly string[] {
  const count = changes.filter(isUnsized).length;
  return count === 0 ? [] : [words.say('revision.copy.undeclared', { count })];
}

function isUnsized({ of, kinds, size }: MatchedChange): boolean {
  if (size !== undefined || of.kind === 'removed') return false;
  return of.kind !== 'value' || kinds.some((kind) => kind !== 'moved' && kind !== 'added');
}

function lineOf(change: MatchedChange, words: Words): string {
  const texts = words.all.revision;
  const { of, kinds, from, size } = change;
  const isSame = of.kind === 'value' && kinds.length === 0;
  const what = [
    ...(of.kind === 'value' ? [kindsText(kinds, words)] : []),
    ...(of.kind === 'removed' ? [texts.kinds.removed] : []),
    ...(of.kind === 'value' && !isSame && from.length > 0
      ? [
          words.say('revision.matching.from', {
            titles: from.map(({ title }) => inline(shorten(title, fromShown))).join('; '),
          }),
        ]
      : []),
    ...(size === undefined ? [] : [texts.sizes[size]]),
    ...(isUnsized(change) ? [texts.matching.unsized] : []),
  ];
  return words.say('revision.matching.line', {
    title: inline(shorten(nameOf(change, words), titleShown)),
    what: what.join(' · '),
  });
}

function nameOf({ of, title }: MatchedChange, words: Words): string {
  switch (of.kind) {
    case 'value':
      return `${String(of.position)}. ${title}`;
    case 'removed':
      return title;
    default:
      return words.all.revision.frames[of.kind];
  }
}

function refOf({ of }: MatchedChange): string {
  return of.kind === 'value' || of.kind === 'removed' ? of.id : of.kind;
}
