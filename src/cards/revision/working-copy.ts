import type { SavedBy, WorkingCopyView } from '../../app/revision/views.js';
import { given } from '../../domain/given.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { kindsText } from './change-lines.js';

const titleShown = 120;
const choiceShown = 40;
const nameShown = 80;
const goneShown = 5;
const listBytes = 9_000;

/** The working copy, and what can be done with each of its values. */
export function renderWorkingCopy(view: WorkingCopyView, { words }: Reader): Rendered {
  const texts = words.all.revision.copy;
  const { subject, values, base } = view;
  const charter = inline(subject.charter);
  const summary = words.say('revision.copy.summary', {
    charter: plain(subject.charter),
    count: values.length,
  });
  const just = justText(view, words, inline);
  const typed = words.say('revision.copy.typed', {
    edit: spellingOf('editValue', words),
    move: spellingOf('moveValue', words),
    remove: spellingOf('removeValue', words),
    add: spellingOf('addValue', words),
  });
  const card = expand('working-copy', {
    language: words.language,
    ...told(`${justText(view, words, plain)} ${summary}`.trim(), typed),
    notes: { any: just !== '', all: [{ text: just }] },
    place: inline(shorten(subject.title, titleShown)),
    title: words.say('revision.copy.title', { charter }),
    saved: [
      savedText(view.saved, words, inline),
      ...(base === undefined ? [] : [words.say('revision.copy.beside', { base: String(base) })]),
    ].map((text) => ({ text })),
    list: values.length === 0 ? texts.none : listOf(view, words),
    more: moreLines(view, words),
    picker: pickerOf(view, words),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

/** “Ana saved it on …” */
function savedText({ at, name, own }: SavedBy, words: Words, safe: (text: string) => string): string {
  const moment = momentText(at, words);
  if (own) return words.say('revision.copy.savedOwn', { moment });
  if (name === undefined) return words.say('revision.copy.saved', { moment });
  return words.say('revision.copy.savedBy', { name: safe(shorten(name, nameShown)), moment });
}

function justText({ just, base }: WorkingCopyView, words: Words, safe: (text: string) => string): string {
  if (just === undefined) return '';
  const title = safe(shorten(just.title ?? '', titleShown));
  switch (just.did) {
    case 'begun':
      return words.say('revision.copy.begun', { base: String(base ?? 'none') });
    case 'moved':
      return words.say('revision.copy.just.moved', { title, position: just.position ?? 1 });
    case 'taken':
      return words.all.revision.copy.just.taken;
    default:
      return words.say(`revision.copy.just.${just.did}`, { title });
  }
}

/** What reads as before needs no word. */
function listOf({ values, base }: WorkingCopyView, words: Words): string {
  const lines = values.map(({ title, kinds }, index) => {
    const named = `${String(index + 1)}. ${inline(shorten(title, titleShown))}`;
    if (base === undefined || kinds.length === 0) return named;
    return words.say('revision.copy.line', { title: named, kinds: kindsText(kinds, words) });
  });
  let held = 0;
  const shown = lines.filter((line) => (held += bytesOf(line) + 2) <= listBytes);
  const left = lines.length - shown.length;
  return [shown.join('\n'), ...(left > 0 ? [words.say('common.more', { count: left })] : [])].join('\n\n');
}

function moreLines({ removed, undeclared }: WorkingCopyView, words: Words): readonly { text: string }[] {
  const titles = removed
    .slice(0, goneShown)
    .map((title) => inline(shorten(title, titleShown)))
    .join('; ');
  const left = removed.length > goneShown ? '; …' : '';
  return [
    ...(removed.length === 0 ? [] : [words.say('revision.copy.removed', { titles: `${titles}${left}` })]),
    ...(undeclared === 0 ? [] : [words.say('revision.copy.undeclared', { count: undeclared })]),
  ].map((text) => ({ text }));
}

/** Its input is what the buttons below it read a value from. */
function pickerOf({ subject, values, revision }: WorkingCopyView, words: Words): object {
  const { pick, edit, up, remove } = words.all.revision.copy;
  const { charter } = subject;
  const chosen = { by: 'id', id: values[0]?.id ?? ('none' as never) } as const;
  const inputs = { inputs: true } as const;
  return {
    any: values.length > 0,
    id: 'value',
    label: pick,
    choices: values.map(({ id, title }, index) => ({
      title: plain(`${String(index + 1)}. ${shorten(title, choiceShown)}`),
      value: id,
    })),
    value: values[0]?.id ?? '',
    actions: [
      button(edit, { kind: 'edit-value', charter, value: chosen }, { ...inputs, primary: true }),
      button(up, { kind: 'move-value', charter, value: chosen, to: 'up', revision }, inputs),
      button(remove, { kind: 'remove-value', charter, value: chosen, revision, confirmed: false }, inputs),
    ],
  };
}

function actionsOf({ subject, base }: WorkingCopyView, words: Words): readonly object[] {
  const { add, matching, preview } = words.all.revision.copy;
  const { charter } = subject;
  return [
    button(add, { kind: 'edit-value', charter }),
    ...(base === undefined ? [] : [button(matching, { kind: 'matching', charter })]),
    button(preview, { kind: 'preview', ...given({ charter }) }),
  ];
}
