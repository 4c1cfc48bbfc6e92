import type { ChangeRef } from '../../app/revision/intents.js';
import type { ChangeFormView } from '../../app/revision/views.js';
import { changeLimits, changeSizes } from '../../domain/change.js';
import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten, withoutTricks } from '../text.js';
import { told } from '../told.js';
import { kindsText, wordLines } from './change-lines.js';
import { fromNowhere } from './revision-data.js';

const titleShown = 120;
const choiceShown = 60;
const wordsBytes = 4_000;
const whyBytes = 5_000;
const choicesBytes = 5_000;
/** More than these are a list to open, which a phone shows better. */
const mostExpanded = 6;

/** Where one change comes from, how far it goes and why. */
export function renderChangeForm(view: ChangeFormView, { words }: Reader): Rendered {
  const texts = words.all.revision.change;
  const { subject, change, base, just, problem } = view;
  const title = titleOf(view, words, inline);
  const spoken = titleOf(view, words, plain);
  const found = foundLines(view, words);
  const wrong = problem === undefined ? '' : problemText(problem, base, words);
  const summary = [spoken, wrong, ...(just === undefined ? [] : [texts.saved])]
    .filter((text) => text !== '')
    .join('. ');
  const lines = wordLines(view, words, wordsBytes);
  const card = expand('change-form', {
    language: words.language,
    ...told(
      summary,
      words.say('revision.change.typed', { declare: spellingOf('declare', words), of: typedRef(view) }),
    ),
    notes: { any: just !== undefined, all: [{ text: texts.saved }] },
    problem: wrong,
    place: inline(shorten(subject.title, titleShown)),
    title,
    found: found.map((text) => ({ text })),
    lines: {
      any: lines.length > 0,
      all: lines.length > 0 ? [...lines, { text: words.all.revision.diff.key }] : [],
    },
    from: fromField(view, words),
    size: {
      label: texts.size,
      choices: changeSizes.map((size) => ({
        title: capitalized(words.all.revision.sizes[size], words),
        value: size,
      })),
      value: change.size ?? '',
    },
    why: {
      label: texts.why,
      placeholder: texts.whyPlaceholder,
      value: typedWhy(change.why ?? ''),
      most: 3 * changeLimits.why,
    },
    themes: themesField(view, words),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function titleOf({ change }: ChangeFormView, words: Words, safe: (text: string) => string): string {
  const title = safe(shorten(change.title, titleShown));
  switch (change.of.kind) {
    case 'value':
      return words.say('revision.change.title', { position: change.of.position, title });
    case 'removed':
      return words.say('revision.change.removedTitle', { title });
    default:
      return words.all.revision.frames[change.of.kind];
  }
}

function foundLines({ change, base }: ChangeFormView, words: Words): readonly string[] {
  if (change.of.kind !== 'value') return [];
  const kinds = kindsText(change.kinds, words);
  const effect = change.asked ? 'revision.change.asked' : 'revision.change.notAsked';
  return [words.say('revision.change.found', { kinds }), words.say(effect, { base: String(base) })];
}

function problemText(problem: NonNullable<ChangeFormView['problem']>, base: number, words: Words): string {
  return words.say(`revision.change.problems.${problem}`, { base: String(base), most: changeLimits.why });
}

function typedWhy(why: string): string {
  let shown = withoutTricks(why).split('\n').map(plain).join('\n');
  while (bytesOf(shown) > whyBytes) shown = shown.slice(0, -100);
  return shown.replace(/[\uD800-\uDBFF]$/, '');
}

function fromField({ former, change, base }: ChangeFormView, words: Words): object {
  const texts = words.all.revision.change;
  const choices = fitting([
    ...former.map(({ id, title }, index) => ({
      title: plain(`${String(index + 1)}. ${shorten(title, choiceShown)}`),
      value: id,
    })),
    { title: texts.new, value: fromNowhere },
  ]);
  return {
    any: change.of.kind === 'value' && former.length > 0,
    label: words.say('revision.change.from', { base: String(base) }),
    style: choices.length > mostExpanded ? 'compact' : 'expanded',
    choices,
    value: change.from.length === 0 ? fromNowhere : change.from.map(({ id }) => id).join(','),
  };
}

function themesField({ choices: themes, change }: ChangeFormView, words: Words): object {
  const choices = fitting(
    themes.map(({ number, title }) => ({
      title: plain(`${String(number)}. ${shorten(title, choiceShown)}`),
      value: String(number),
    })),
  );
  return {
    any: choices.length > 0,
    label: words.all.revision.change.themes,
    style: choices.length > mostExpanded ? 'compact' : 'expanded',
    choices,
    value: change.themes.join(','),
  };
}

function fitting<T extends object>(choices: readonly T[]): readonly T[] {
  let held = 0;
  return choices.filter((choice) => (held += bytesOf(JSON.stringify(choice)) + 2) <= choicesBytes);
}

function actionsOf({ subject, change, revision }: ChangeFormView, words: Words): readonly object[] {
  const { charter } = subject;
  const { back, next } = words.all.revision.matching;
  const of: ChangeRef =
    change.of.kind === 'value' || change.of.kind === 'removed'
      ? { by: 'id', id: change.of.id }
      : change.of.kind;
  return [
    button(
      words.all.revision.change.save,
      { kind: 'declare', charter, of, revision },
      { inputs: true, primary: true },
    ),
    button(back, { kind: 'matching', charter }),
    button(next, { kind: 'revise', charter }),
  ];
}

function typedRef({ change: { of } }: ChangeFormView): string {
  if (of.kind === 'value') return String(of.position);
  return of.kind === 'removed' ? of.id : of.kind;
}
