import type { FollowUpFormView } from '../../app/adoption/views.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain } from '../text.js';
import { told } from '../told.js';
import { lineProblem, linesOf, mostTyped, typedLines } from './adopt-form.js';
import { calendarDay } from './calendar-day.js';

/** What may be added to an outcome. */
export function renderFollowUpForm(view: FollowUpFormView, { words }: Reader): Rendered {
  const { subject, standing } = view;
  const { charter } = subject;
  const texts = words.all.adoption.followUp;
  const notes = problemNotes(view, words, inline);
  const spoken = problemNotes(view, words, plain).join(' ');
  const summary = words.say('adoption.followUp.summary', { number: subject.number ?? 0 });
  const typed = words.say('adoption.followUp.typed', { followUp: spellingOf('followUp', words), charter });
  const card = expand('follow-up', {
    language: words.language,
    ...told(`${spoken} ${summary}`.trim(), typed),
    notes: { any: notes.length > 0, all: notes.map((text) => ({ text })) },
    place: subjectLine(subject, words),
    title: texts.title,
    intro: texts.intro,
    standing: { any: standing.length > 0, heading: texts.standing, lines: linesOf(standing, words) },
    missing: words.all.adoption.adopt.dayMissing,
    followUps: {
      label: texts.followUps,
      placeholder: words.all.adoption.adopt.followUpsPlaceholder,
      most: mostTyped,
      value: typedLines(view.followUps),
    },
    reviewOn: { label: texts.reviewOn, value: plain(view.newReviewOn).slice(0, 10) },
    actions: [
      button(texts.save, { kind: 'follow-up', charter }, { inputs: true, primary: true }),
      button(words.all.adoption.notice.outcome, { kind: 'outcome', charter }),
    ],
  });
  return { card, summary };
}

function problemNotes(
  { problem, reviewOn }: FollowUpFormView,
  words: Words,
  safe: (text: string) => string,
): readonly string[] {
  if (problem === undefined) return [];
  if ('line' in problem) return [lineProblem(problem, words, safe)];
  const day = calendarDay(reviewOn, words);
  return [words.say(`adoption.followUp.problems.${problem.kind}`, { day })];
}
