import type { AdoptSummaryView } from '../../app/adoption/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { typedText } from '../comments/comment-lines.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { plain } from '../text.js';
import { told } from '../told.js';
import { linesOf } from './adopt-form.js';
import { calendarDay } from './calendar-day.js';
import { figuresText, ruleText } from './figures-text.js';

/** Above what is read at once: nothing is recorded that was cut. */
const mostSent = 3_600;

/** What would be recorded, for one last look: it has the form of the outcome. */
export function renderAdoptSummary(view: AdoptSummaryView, { words }: Reader): Rendered {
  const { subject, outcome, second } = view;
  const texts = words.all.adoption.record;
  const number = subject.number ?? 0;
  const facts = factsOf(view, words);
  const summary = words.say('adoption.record.summary', { number });
  const typed = words.say('adoption.record.typed', {
    adopt: spellingOf('adopt', words),
    charter: subject.charter,
  });
  const spoken = facts.map(({ title, value }) => `${title}: ${value}.`);
  const card = expand('outcome', {
    language: words.language,
    ...told([summary, ...spoken, texts.sealing].join(' '), typed),
    notes: { any: second, all: second ? [{ text: texts.second }] : [] },
    place: subjectLine(subject, words),
    title: words.say('adoption.record.title', { number }),
    lead: texts.sealing,
    recorded: texts.told,
    ...{ leadIn: '', list: '', page: '' },
    facts: { any: true, all: facts },
    dissent: { heading: '', none: '', all: [], more: '' },
    followUps: {
      heading: texts.followUps,
      none: outcome.followUps.length === 0 ? texts.noFollowUps : '',
      lines: linesOf(outcome.followUps, words),
    },
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function factsOf({ outcome }: AdoptSummaryView, words: Words): readonly { title: string; value: string }[] {
  const texts = words.all.adoption.record;
  const { dissent } = outcome;
  const unanswered = dissent.filter(({ answer }) => answer === undefined).length;
  return [
    { title: texts.adoptedOn, value: calendarDay(outcome.adoptedOn, words) },
    { title: texts.reviewOn, value: calendarDay(outcome.reviewOn, words) },
    { title: texts.figures, value: figuresText(outcome.figures, words) },
    { title: texts.rule, value: ruleText(outcome.rule, words) },
    {
      title: texts.dissent,
      value: words.say('adoption.record.dissentCount', { count: dissent.length, unanswered }),
    },
  ];
}

function actionsOf({ subject, outcome, followUps }: AdoptSummaryView, words: Words): readonly Action[] {
  const texts = words.all.adoption.record;
  const about = aboutOf(subject);
  const day = (typed: string): string => plain(typed).slice(0, 10);
  const days = { adoptedOn: day(outcome.adoptedOn), reviewOn: day(outcome.reviewOn) };
  const fits = bytesOf(followUps) <= mostSent;
  const said = { kind: 'adopt', about, ...days, followUps: typedText(followUps) } as const;
  return [
    ...(fits
      ? [
          button(texts.button, { ...said, confirmed: true }, { primary: true }),
          button(texts.change, { ...said, confirmed: false, edit: true }),
        ]
      : []),
    button(words.all.adoption.notice.objections, { kind: 'objections', about }),
    button(words.all.common.notNow, { kind: 'status' }),
  ];
}
