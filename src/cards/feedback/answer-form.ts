import type { AnswerFormView } from '../../app/feedback/views.js';
import { answerStatuses, feedbackLimits } from '../../domain/theme.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { changeLine, gatheredText, titleShown } from './feedback-text.js';
import { fitting } from './outside-form.js';

/** Above what is taken, so that it comes back whole, to be shortened. */
const mostReason = 3 * feedbackLimits.reason;
const mostWhat = 2 * feedbackLimits.title;
const mostOwner = 2 * feedbackLimits.owner;
const changesShown = 4;

/** What became of a theme, with its reason. */
export function renderAnswerForm(view: AnswerFormView, { words }: Reader): Rendered {
  const { theme, subject, followUp } = view;
  const { charter } = subject;
  const { number } = theme;
  const texts = words.all.feedback.answer;
  const title = words.say('feedback.answer.title', { number });
  const problem = view.problem === undefined ? '' : problemText(view.problem, words);
  const summary = [`${title}.`, problem].filter((text) => text !== '').join(' ');
  const typed = words.say('feedback.answer.typed', {
    ...{ answerTheme: spellingOf('answerTheme', words), number },
    partly: words.all.feedback.words.partly,
    followUp: words.all.feedback.words.followUp,
  });
  const card = expand('answer-form', {
    language: words.language,
    ...told(summary, typed),
    problem,
    place: subjectAndState(subject, words),
    title,
    theme: inline(shorten(theme.title, titleShown)),
    gathers: gatheredText(theme, words),
    standing: theme.toldAt === undefined ? texts.untold : texts.told,
    changes: {
      any: view.changes.length > 0,
      heading: texts.changes,
      lines: view.changes.slice(0, changesShown).map((change) => ({ text: changeLine(change, words) })),
    },
    status: {
      label: texts.status,
      value: view.status ?? '',
      choices: answerStatuses.map((status) => ({ title: texts.choices[status], value: status })),
    },
    reason: {
      label: words.say('feedback.answer.reason', { most: feedbackLimits.reason }),
      value: fitting(view.reason, mostReason),
      most: mostReason,
    },
    names: texts.names,
    followUp: {
      heading: texts.followUp,
      what: { label: texts.what, value: plain(followUp.what).slice(0, mostWhat), most: mostWhat },
      owner: { label: texts.owner, value: plain(followUp.owner).slice(0, mostOwner), most: mostOwner },
      due: { label: texts.due, value: plain(followUp.due).slice(0, 10) },
    },
    typed,
    actions: [
      button(texts.save, { kind: 'save-answer', charter, number }, { inputs: true, primary: true }),
      button(words.all.feedback.receipt.open, { kind: 'theme', charter, number }),
      button(words.all.feedback.form.back, { kind: 'themes', charter }),
    ],
  });
  return { card, summary };
}

function problemText(problem: NonNullable<AnswerFormView['problem']>, words: Words): string {
  const { reason: most, title: what, owner } = feedbackLimits;
  return words.say(`feedback.answer.problems.${problem}`, { most, what, owner });
}
