import type { Intent } from '../../app/intent.js';
import type { ValueFormView } from '../../app/revision/views.js';
import { given } from '../../domain/given.js';
import { limits } from '../../domain/imported-post.js';
import type { Words } from '../../words/catalogue.js';
import { dataFor } from '../action-data.js';
import { button, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten, withoutTricks } from '../text.js';
import { told } from '../told.js';
import { wordLines } from './change-lines.js';

const titleShown = 200;
/** Far above what is taken, so that a text which is too long comes back whole, to be shortened by its writer. */
const mostTyped = 3 * limits.valueCharacters;
const mostTypedBytes = 14_000;
const titleTyped = 3 * limits.titleCharacters;
const theirsBytes = 4_000;
const nameShown = 80;

/** Where a facilitator edits one value, or chooses between theirs and somebody else's. */
export function renderValueForm(view: ValueFormView, { words }: Reader): Rendered {
  const texts = words.all.revision.form;
  const { value, subject } = view;
  const problem = problemText(view, words);
  const title =
    value === undefined ? texts.newTitle : words.say('revision.form.title', { position: value.position });
  const theirs = theirsOf(view, words);
  const summary = [title, problem, theirs.spoken].filter((text) => text !== '').join('. ');
  const card = expand('value-form', {
    language: words.language,
    ...told(summary, typedHint(view, words)),
    problem: inline(problem),
    theirs,
    place: inline(shorten(subject.title, titleShown)),
    title,
    name: {
      label: texts.valueTitle,
      placeholder: texts.titlePlaceholder,
      value: shownOf(view.title, titleTyped, 2_000).replaceAll('\n', ' '),
      most: titleTyped,
    },
    words: {
      label: words.say('revision.form.valueText', { most: limits.valueCharacters }),
      placeholder: texts.textPlaceholder,
      value: shownOf(view.text, mostTyped, mostTypedBytes),
      most: mostTyped,
    },
    hint: texts.others,
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function typedText(text: string): string {
  return withoutTricks(text).split('\n').map(plainLine).join('\n');
}

/** As it was typed: blanks at the beginning of a line mean something in Markdown. */
function plainLine(line: string): string {
  return `${/^[ \t]*/.exec(line)?.[0] ?? ''}${plain(line)}`;
}

function shownOf(text: string, most: number, bytes: number): string {
  let shown = typedText(text).slice(0, most);
  while (bytesOf(shown) > bytes) shown = shown.slice(0, -200);
  return shown.replace(/[\uD800-\uDBFF]$/, '');
}

function problemText(view: ValueFormView, words: Words): string {
  const { problem, errors = [] } = view;
  const edit = spellingOf('editValue', words);
  const cut =
    shownOf(view.text, mostTyped, mostTypedBytes) === typedText(view.text)
      ? ''
      : words.say('revision.form.problems.cut', { edit });
  if (problem === undefined) return cut;
  const bounds = { ...limits, kilobytes: limits.bytes / 1024 };
  const kind = errors[0]?.kind;
  const refusal =
    kind === undefined
      ? { what: '', advice: '' }
      : {
          what: words.say(`importRefused.errors.${kind}.what`, bounds),
          advice: words.say(`importRefused.errors.${kind}.advice`, bounds),
        };
  const said = words.say(`revision.form.problems.${problem}`, {
    title: limits.titleCharacters,
    text: limits.valueCharacters,
    values: limits.values,
    ...refusal,
  });
  return `${said} ${cut}`.trim();
}

interface Theirs {
  readonly any: boolean;
  readonly what: string;
  readonly spoken: string;
  readonly lines: readonly { readonly text: string }[];
}

/** What somebody else made of the value, set beside the words that this editor saw. */
function theirsOf({ theirs }: ValueFormView, words: Words): Theirs {
  if (theirs === undefined) return { any: false, what: '', spoken: '', lines: [] };
  const texts = words.all.revision.form;
  const { saved, seen, now } = theirs;
  const said = (safe: (text: string) => string): string => {
    const moment = momentText(saved.at, words);
    if (saved.own) return words.say('revision.form.theirsOwn', { moment });
    if (saved.name === undefined) return words.say('revision.form.theirsUnnamed', { moment });
    return words.say('revision.form.theirs', { name: safe(shorten(saved.name, nameShown)), moment });
  };
  const changed =
    now === undefined
      ? [{ text: texts.theirsRemoved }]
      : [
          { text: texts.theirsNow },
          ...wordLines({ before: seen === undefined ? [] : [seen], after: now }, words, theirsBytes),
          { text: words.all.revision.diff.key },
        ];
  return { any: true, what: said(inline), spoken: said(plain), lines: [...changed, { text: texts.yours }] };
}

function actionsOf(view: ValueFormView, words: Words): readonly Action[] {
  const texts = words.all.revision.form;
  const { subject, revision, theirs, inDialog } = view;
  const { charter } = subject;
  const save = { kind: 'save-value', charter, revision, ...valueIn(view) } as const;
  const primary = { inputs: true, primary: true } as const;
  if (theirs !== undefined) {
    const back: Intent = { kind: 'revise', charter };
    return [
      button(texts.takeMine, { ...save, over: theirs.revision }, primary),
      button(texts.keepTheirs, back),
    ];
  }
  return [
    button(texts.save, save, primary),
    ...(inDialog ? [] : [windowButton(texts.window, view), button(texts.back, { kind: 'revise', charter })]),
  ];
}

/** Opens the same form in a window, with what was written so far; clients without windows save on the card. */
function windowButton(title: string, view: ValueFormView): Action {
  const { subject, revision } = view;
  const { charter } = subject;
  const intent: Intent = { kind: 'edit-value', charter, revision, ...valueIn(view), inDialog: true };
  const data = { ...dataFor(intent), msteams: { type: 'task/fetch' } };
  return { type: 'Action.Submit', title: plain(title), data };
}

function valueIn({ value }: ValueFormView): { value?: { by: 'id'; id: NonNullable<typeof value>['id'] } } {
  return given({ value: value && ({ by: 'id', id: value.id } as const) });
}

function typedHint({ value }: ValueFormView, words: Words): string {
  if (value === undefined) return words.say('revision.form.typedNew', { add: spellingOf('addValue', words) });
  return words.say('revision.form.typed', {
    edit: spellingOf('editValue', words),
    position: value.position,
  });
}
