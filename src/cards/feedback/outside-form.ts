import type { OutsideFormView } from '../../app/feedback/views.js';
import { feedbackLimits, outsideSources } from '../../domain/theme.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { markOf, typedText as typedField } from '../comments/comment-lines.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { sourceText } from './feedback-text.js';

/** Above what is taken, so that it comes back whole, to be shortened by whoever wrote it. */
const mostTyped = 3 * feedbackLimits.outside;
const mostBytes = 12_000;
const mostLabel = 2 * feedbackLimits.label;
const enteredShown = 5;
const enteredText = 160;

/** What came by mail or in a meeting, to be put down with where it came from. */
export function renderOutsideForm(view: OutsideFormView, { words }: Reader): Rendered {
  const texts = words.all.feedback.outside;
  const problem = view.problem === undefined ? '' : problemText(view.problem, words);
  const just = view.just === undefined ? '' : texts.removed;
  const summary = [`${texts.title}.`, problem, just, texts.intro].filter((text) => text !== '').join(' ');
  const card = expand('outside-form', {
    language: words.language,
    ...told(summary, typedText(words)),
    problem,
    just,
    place: subjectAndState(view.subject, words),
    title: texts.title,
    intro: texts.intro,
    names: texts.names,
    source: {
      label: texts.source,
      value: view.source ?? '',
      choices: outsideSources.map((source) => ({
        title: words.all.feedback.sources[source],
        value: source,
      })),
    },
    label: { label: texts.label, value: plain(view.label).slice(0, mostLabel), most: mostLabel },
    people: { label: texts.people, value: view.people === undefined ? '' : String(view.people) },
    day: { label: texts.day, value: plain(view.day).slice(0, 10) },
    text: {
      label: words.say('feedback.outside.text', { most: feedbackLimits.outside }),
      value: fitting(view.text),
      most: mostTyped,
    },
    save: [saveButton(view, words)],
    entered: enteredOf(view, words),
    typed: typedText(words),
    actions: [button(words.all.feedback.form.back, { kind: 'themes', charter: view.subject.charter })],
  });
  return { card, summary };
}

/** As much of what was typed as the card has room for. */
export function fitting(text: string, most = mostTyped, bytes = mostBytes): string {
  let shown = typedField(text).slice(0, most);
  while (bytesOf(shown) > bytes) shown = shown.slice(0, -100);
  return shown.replace(/[\uD800-\uDBFF]$/, '');
}

function problemText(problem: NonNullable<OutsideFormView['problem']>, words: Words): string {
  const { outside: most, label } = feedbackLimits;
  return words.say(`feedback.outside.problems.${problem}`, { most, label });
}

function saveButton({ subject, press }: OutsideFormView, words: Words): Action {
  const { charter } = subject;
  return button(
    words.all.feedback.outside.save,
    { kind: 'save-outside', charter, press },
    { inputs: true, primary: true },
  );
}

/** What was entered before, so that it is not entered twice, and can be taken away. */
function enteredOf({ entered, subject }: OutsideFormView, words: Words): object {
  const { entered: heading, pick, drop } = words.all.feedback.outside;
  const shown = entered.slice(0, enteredShown);
  const lineOf = (each: (typeof shown)[number]): string =>
    words.say('feedback.outside.enteredLine', {
      mark: markOf(each),
      line: sourceText(each, words),
      text: inline(shorten(each.text, enteredText)),
    });
  return {
    any: shown.length > 0,
    heading,
    lines: shown.map((each) => ({ text: lineOf(each) })),
    label: pick,
    value: shown[0]?.id ?? '',
    choices: shown.map((each) => ({
      title: plain(`${markOf(each)} ${shorten(each.text, 60)}`),
      value: each.id,
    })),
    actions: [button(drop, { kind: 'drop-outside', charter: subject.charter }, { inputs: true })],
  };
}

function typedText(words: Words): string {
  const { meeting, remove } = words.all.feedback.words;
  return words.say('feedback.outside.typed', { outside: spellingOf('outside', words), meeting, remove });
}
