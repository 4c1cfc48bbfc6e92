import type { CopyConflictView } from '../../app/revision/views.js';
import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { wordLines } from './change-lines.js';

const titleShown = 200;
const nameShown = 80;
const entryBytes = 4_000;
const mostBytes = 14_000;

/** Two texts for one draft: whose stands, what is otherwise in the other, and which is to stand. */
export function renderCopyConflict(view: CopyConflictView, { words }: Reader): Rendered {
  const { subject, version, over } = view;
  const { charter } = subject;
  const entries = view.values.map((value) => entryOf(value, words));
  let held = 0;
  const shown = entries.filter(({ weight }) => (held += weight) <= mostBytes);
  const left = entries.length - shown.length;
  const { takeMine, keepTheirs, same, others, yours } = words.all.revision.conflict;
  const title = words.say('revision.conflict.title', { charter: inline(charter) });
  const summary = `${words.say('revision.conflict.title', { charter: plain(charter) })}. ${theirsText(view, words, plain)}`;
  const typed = words.say('revision.conflict.typed', {
    take: spellingOf('takeVersion', words),
    version: plain(version),
    over: plain(over),
  });
  const card = expand('changes', {
    language: words.language,
    ...told(summary, typed),
    place: inline(shorten(subject.title, titleShown)),
    title,
    intro: [
      theirsText(view, words, inline),
      yours,
      ...(entries.length === 0 ? [same] : [words.all.revision.diff.key]),
    ].map((text) => ({ text })),
    entries: shown.map(({ heading, about, lines }) => ({ heading, about, lines })),
    more: [
      ...(left > 0 ? [words.say('revision.conflict.more', { count: left })] : []),
      ...(view.others ? [others] : []),
    ].map((text) => ({ text })),
    page: '',
    actions: [
      button(takeMine, { kind: 'take-version', charter, version, over }, { primary: true }),
      button(keepTheirs, { kind: 'preview', charter }),
    ],
  });
  return { card, summary };
}

function theirsText({ saved }: CopyConflictView, words: Words, safe: (text: string) => string): string {
  const moment = momentText(saved.at, words);
  if (saved.own) return words.say('revision.conflict.theirsOwn', { moment });
  if (saved.name === undefined) return words.say('revision.conflict.theirsUnnamed', { moment });
  return words.say('revision.conflict.theirs', { name: safe(shorten(saved.name, nameShown)), moment });
}

function entryOf({ before, after }: CopyConflictView['values'][number], words: Words) {
  const { added, removed } = words.all.revision.kinds;
  const lines = wordLines(
    { before: before === undefined ? [] : [before], ...(after === undefined ? {} : { after }) },
    words,
    entryBytes,
  );
  const heading = inline(shorten(after?.title ?? before?.title ?? '', titleShown));
  const weight = lines.reduce((sum, { text }) => sum + bytesOf(text) + 90, 300 + bytesOf(heading));
  const about = before === undefined ? added : after === undefined ? removed : '';
  return { heading, about: capitalized(about, words), lines, weight };
}
