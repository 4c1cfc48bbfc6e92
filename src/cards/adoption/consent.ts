import type { ConsentView } from '../../app/adoption/views.js';
import { longestComment } from '../../domain/comment.js';
import { consents } from '../../domain/consent.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import { glanceAt } from '../at-a-glance.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { codeText, typedText } from '../comments/comment-lines.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { figuresText } from './figures-text.js';

const titleSpoken = 160;
const leadInShown = 200;
/** For the titles, and again for the choices of what is objected to. */
const listBytes = 3_500;
const reasonShown = 600;
/** Far above what is taken, so that a text which is too long comes back to be shortened by its writer. */
const mostTyped = 3 * longestComment;
const mostTypedBytes = 11_000;
/** Stands for no value: no id can be this. `teams/adoption-action.ts` knows it. */
export const theWhole = '-';

/** The proposal, what each answer means, who sees it, and where to say it. */
export function renderConsent(view: ConsentView, { words, shared }: Reader): Rendered {
  const { subject, rules, leadIn = '', over } = view;
  const texts = words.all.adoption.consent;
  const number = subject.number ?? 0;
  // Others see this card: what somebody said or has put down so far is not for them.
  const own = shared ? withoutOwn(view) : view;
  const title = plain(shorten(subject.title, titleSpoken));
  const asked = { number, title };
  const summary = words.say(
    over === undefined ? 'adoption.consent.summary' : 'adoption.consent.summaryOver',
    asked,
  );
  const notes = notesFor(own, words);
  const glance = glanceAt(view.values, { bytes: listBytes, words });
  const card = expand('consent', {
    language: words.language,
    ...told([notes.join(' '), summary, ...spokenOf(view, words)].join(' ').trim(), typedHint(own, words)),
    notes: {
      any: notes.length > 0,
      style: own.problem === undefined ? 'emphasis' : 'warning',
      all: notes.map((text) => ({ text })),
    },
    place: subjectLine(subject, words),
    title: words.say('adoption.consent.title', { number }),
    ask: over === undefined ? texts.ask : texts.closed,
    closes:
      over === undefined
        ? words.say('adoption.consent.closes', { moment: momentText(view.closes, words) })
        : '',
    figures: over === undefined ? '' : figuresText(over.figures, words),
    rule: words.say('adoption.consent.rule', { ...rules.adoption }),
    leadIn: inline(shorten(leadIn === '' ? texts.values : leadIn, leadInShown)),
    list: glance.list,
    objections: objectionsText(view, words),
    own: ownText(own, words),
    form: {
      any: over === undefined,
      privacy: words.say('adoption.consent.privacy', { least: rules.least }),
      reasons: words.say('adoption.consent.reasons', { review: rules.review }),
      shared: shared ? texts.shared : '',
      ...inputsOf(own, glance.choices, words),
    },
    actions: actionsOf(own, words),
  });
  return { card, summary };
}

function withoutOwn({ own: _own, problem: _problem, just: _just, ...view }: ConsentView): ConsentView {
  return { ...view, written: { signed: false } };
}

function spokenOf(view: ConsentView, words: Words): readonly string[] {
  if (view.over !== undefined) return [figuresText(view.over.figures, words)];
  const { least } = view.rules;
  return [
    words.say('adoption.consent.closes', { moment: momentText(view.closes, words) }),
    words.say('adoption.consent.privacy', { least }),
  ];
}

function typedHint({ over, problem }: ConsentView, words: Words): string {
  if (over !== undefined) return '';
  const consent = spellingOf('consent', words);
  return words.say(problem === 'names-person' ? 'adoption.consent.typedReview' : 'adoption.consent.typed', {
    consent,
  });
}

/** What the press before did, or why it did nothing. */
function notesFor(view: ConsentView, words: Words): readonly string[] {
  return [...justNotes(view, words), ...problemNotes(view, words)];
}

function justNotes({ just, own, rules }: ConsentView, words: Words): readonly string[] {
  if (just === undefined) return [];
  const texts = words.all.adoption.consent.just;
  switch (just.did) {
    case 'given': {
      const answer = own === undefined ? '' : words.all.adoption.answers[own.answer];
      return [words.say('adoption.consent.just.given', { answer })];
    }
    case 'objected':
      return [
        words.say('adoption.consent.just.objected', { review: rules.review }),
        words.say('adoption.consent.just.code', { code: plain(codeText(just.code)) }),
        ...(just.unnamed === true ? [texts.unnamed] : []),
      ];
    case 'repeated':
      return [texts.repeated];
    case 'taken-back':
      return [texts.takenBack];
  }
}

function problemNotes({ problem, written: { reason = '' } }: ConsentView, words: Words): readonly string[] {
  if (problem === undefined) return [];
  const texts = words.all.adoption.consent.problems;
  switch (problem) {
    case 'nothing-chosen':
      return [texts.nothingChosen];
    case 'no-reason':
      return [texts.noReason];
    case 'too-long':
      return [
        words.say('adoption.consent.problems.tooLong', { length: reason.length, most: longestComment }),
      ];
    case 'names-person':
      return [texts.namesPerson];
    case 'no-such-value':
      return [texts.noSuchValue];
    case 'too-late':
      return [texts.tooLate];
  }
}

function wroteText(reason: string, words: Words): string {
  return words.say('adoption.consent.wrote', { reason: inline(shorten(reason, longestComment)) });
}

function objectionsText({ objections: { count, unanswered } }: ConsentView, words: Words): string {
  return words.say('adoption.consent.objections', { count, unanswered });
}

/** What came too late is not lost for whoever wrote it. */
function ownText({ own, over, problem, written }: ConsentView, words: Words): string {
  if (problem === 'too-late' && written.reason !== undefined) return wroteText(written.reason, words);
  if (own === undefined) return over === undefined ? '' : words.all.adoption.consent.none;
  const said = words.say('adoption.consent.own', { answer: words.all.adoption.answers[own.answer] });
  const reason = own.objection?.text;
  if (reason === undefined) return said;
  const why = words.say('adoption.consent.ownReason', { reason: inline(shorten(reason, reasonShown)) });
  return `${said} ${why}`;
}

function inputsOf(
  { written }: ConsentView,
  values: readonly { readonly title: string; readonly value: string }[],
  words: Words,
): object {
  const { question, reasonPlaceholder, value, whole, sign, name } = words.all.adoption.consent;
  const titles = words.all.adoption.choices;
  return {
    answer: {
      label: question,
      value: written.answer ?? '',
      choices: consents.map((each) => ({ title: titles[each], value: each })),
    },
    reason: {
      label: words.say('adoption.consent.reason', { most: longestComment }),
      placeholder: reasonPlaceholder,
      most: mostTyped,
      value: shownOf(written.reason ?? ''),
    },
    onValue: {
      label: value,
      value: written.value ?? theWhole,
      choices: [{ title: whole, value: theWhole }, ...values],
    },
    signed: { label: name, title: sign, value: String(written.signed) },
  };
}

/** As much of what was typed as the card has room for. */
function shownOf(text: string): string {
  let shown = typedText(text).slice(0, mostTyped);
  while (bytesOf(shown) > mostTypedBytes) shown = shown.slice(0, -200);
  return shown.replace(/[\uD800-\uDBFF]$/, '');
}

function actionsOf(view: ConsentView, words: Words): readonly Action[] {
  const { subject, over, press, problem, own, objections } = view;
  const { send, sendForReview, changed, takeBack, readValues } = words.all.adoption.consent;
  const about = aboutOf(subject);
  const giving = { kind: 'give-consent', about, press } as const;
  const primary = { inputs: true, primary: true } as const;
  const reading: readonly Action[] = [
    button(readValues, { kind: 'values', about }),
    ...(objections.count === 0
      ? []
      : [button(words.all.adoption.notice.objections, { kind: 'objections', about })]),
    button(words.all.common.results, { kind: 'results', about }),
  ];
  if (over !== undefined) return reading;
  const sends =
    problem === 'names-person'
      ? [
          button(sendForReview, { ...giving, forReview: true }, primary),
          button(changed, giving, { inputs: true }),
        ]
      : [button(send, giving, primary)];
  const back = own === undefined ? [] : [button(takeBack, { ...giving, answer: null })];
  return [...sends, ...back, ...reading];
}
