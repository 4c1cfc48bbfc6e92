import type { AdoptFormView, AdoptProblem } from '../../app/adoption/views.js';
import type { FollowUp } from '../../domain/theme.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { typedText } from '../comments/comment-lines.js';
import { zoneText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { calendarDay } from './calendar-day.js';
import { figuresText } from './figures-text.js';
import { followUpText } from './follow-up-text.js';

const titleSpoken = 160;
const lineShown = 120;
const linesShown = 12;
export const mostTyped = 8_000;
const mostTypedBytes = 10_000;

/** What a facilitator puts down about an adoption; next they see what would be recorded. */
export function renderAdoptForm(view: AdoptFormView, { words }: Reader): Rendered {
  const { subject, figures, promised, problem } = view;
  const texts = words.all.adoption.adopt;
  const number = subject.number ?? 0;
  const title = plain(shorten(subject.title, titleSpoken));
  const notes = problem === undefined ? [] : [problemText(problem, words, inline)];
  const spoken = problem === undefined ? '' : `${problemText(problem, words, plain)} `;
  const summary = words.say('adoption.adopt.summary', { number, title });
  const typed = words.say('adoption.adopt.typed', {
    adopt: spellingOf('adopt', words),
    charter: subject.charter,
  });
  const card = expand('adopt-form', {
    language: words.language,
    ...told(`${spoken}${summary}`, typed),
    notes: { any: notes.length > 0, all: notes.map((text) => ({ text })) },
    place: subjectLine(subject, words),
    title: words.say('adoption.adopt.title', { number }),
    intro: texts.intro,
    figures: figuresText(figures, words),
    unanswered: words.say('adoption.adopt.unanswered', { count: view.unanswered }),
    missing: texts.dayMissing,
    adoptedOn: { label: texts.adoptedOn, value: plain(view.adoptedOn).slice(0, 10) },
    reviewOn: { label: texts.reviewOn, value: plain(view.reviewOn).slice(0, 10) },
    zone: words.say('adoption.adopt.zone', { zone: zoneText(view.timeZone) }),
    promised: { any: promised.length > 0, heading: texts.promised, lines: linesOf(promised, words) },
    followUps: {
      label: texts.followUps,
      placeholder: texts.followUpsPlaceholder,
      most: mostTyped,
      value: typedLines(view.followUps),
    },
    actions: [
      button(
        texts.next,
        { kind: 'adopt', about: aboutOf(subject), confirmed: false },
        { inputs: true, primary: true },
      ),
      button(words.all.adoption.notice.objections, { kind: 'objections', about: aboutOf(subject) }),
    ],
  });
  return { card, summary };
}

/** What somebody will do, a line each, with a last one for those that have no room. */
export function linesOf(followUps: readonly FollowUp[], words: Words): readonly { readonly text: string }[] {
  const shown = followUps.slice(0, linesShown).map((each) => followUpText(each, words, inline));
  const left = followUps.length - shown.length;
  const more = left > 0 ? [words.say('common.more', { count: left })] : [];
  return [...shown.map((text) => `- ${text}`), ...more].map((text) => ({ text }));
}

/** As much of what was typed as a card has room for. */
export function typedLines(text: string): string {
  let shown = typedText(text).slice(0, mostTyped);
  while (bytesOf(shown) > mostTypedBytes) shown = shown.slice(0, -200);
  return shown.replace(/[\uD800-\uDBFF]$/, '');
}

function problemText(problem: AdoptProblem, words: Words, safe: (text: string) => string): string {
  switch (problem.kind) {
    case 'day-outside': {
      const [from, to] = [calendarDay(problem.from, words), calendarDay(problem.to, words)];
      return words.say('adoption.adopt.problems.day-outside', { from, to });
    }
    case 'line-unreadable':
    case 'line-too-long':
      return lineProblem(problem, words, safe);
    default:
      return words.all.adoption.adopt.problems[problem.kind];
  }
}

export function lineProblem(
  { kind, line }: Extract<AdoptProblem, { line: string }>,
  words: Words,
  safe: (text: string) => string,
): string {
  return words.say(`adoption.adopt.problems.${kind}`, { line: safe(shorten(line, lineShown)) });
}
