import type { PreviewView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { laterIn, type Later } from './later.js';
import { momentText } from './moment.js';
import { warningLines } from './report-lines.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

const warningsShown = 3;
const titleShown = 200;
const mostActions = 6;

/** What a facilitator decides on: what was found in the post, what to look at, what publishing does. */
export function renderPreview(view: PreviewView, { words }: Reader): Rendered {
  const texts = words.all.preview;
  const { charter, title } = view.subject;
  const shortTitle = shorten(title, titleShown);
  const effect = effectOf(view, words);
  const summary = `${words.say('preview.title', { title: plain(shortTitle) })}. ${effect.join(' ')}`;
  const later = laterOf(view, words);
  const card = expand('preview', {
    language: words.language,
    ...told(summary, words.say('preview.typed', { publish: spellingOf('publish', words), charter })),
    title: words.say('preview.title', { title: inline(shortTitle) }),
    found: foundFacts(view, words),
    look: lookOf(view, words, mostActions - publishActions(view, words).length - later.actions.length),
    effect: { heading: texts.effect, lines: effect.map((text) => ({ text })) },
    below: texts.below,
    actions: publishActions(view, words),
    later,
  });
  return { card, summary };
}

function publishActions(view: PreviewView, words: Words): readonly Action[] {
  const { publish, publishToAll } = words.all.preview;
  const now = { kind: 'publish', charter: view.subject.charter, revision: view.revision } as const;
  return [
    button(publish, now, { primary: true }),
    ...(tellsFew(view) ? [button(publishToAll, { ...now, audience: 'all' })] : []),
  ];
}

/** Nothing in it is new to answer, so by default hardly anybody is told. */
function tellsFew({ values, newToAnswer }: PreviewView): boolean {
  return values > 0 && !newToAnswer;
}

function laterOf({ subject, revision, timeZone, planned }: PreviewView, words: Words): Later {
  const { later, publishLater } = words.all.preview;
  const { charter } = subject;
  const atTime = { kind: 'publish', charter, revision, at: 'unreadable' } as const;
  const cancel = { kind: 'cancel-appointment', charter, appointment: 'publish' } as const;
  const lines =
    planned === undefined ? [] : [words.say('preview.planned', { moment: momentText(planned, words) })];
  const actions = [
    button(publishLater, atTime, { inputs: true }),
    ...(planned === undefined ? [] : [button(words.all.appointments.cancel.publish, cancel)]),
  ];
  return laterIn(timeZone, { heading: later, lines, actions }, words);
}

function foundFacts(
  { subject, values, considerations, background, kept }: PreviewView,
  words: Words,
): readonly object[] {
  const texts = words.all.preview;
  const count = (found: number): string => words.say('preview.count', { found });
  const sections = words.say('preview.sections', { found: background });
  return [
    { title: texts.charter, value: inline(subject.charter) },
    { title: texts.values, value: count(values) },
    {
      title: texts.considerations,
      value:
        kept?.considerations === true
          ? words.say('preview.kept', { found: count(considerations) })
          : count(considerations),
    },
    {
      title: texts.background,
      value:
        (kept?.background ?? 0) > 0
          ? words.say('preview.someKept', { found: sections, kept: kept?.background ?? 0 })
          : sections,
    },
  ];
}

/** `room`: for so many buttons. */
function lookOf({ report, subject, changes, values }: PreviewView, words: Words, room: number): object {
  const { charter } = subject;
  const { matching, revise } = words.all.revision.preview;
  const ways = [
    ...(changes === undefined ? [] : [button(matching, { kind: 'matching', charter })]),
    button(words.all.preview.report, { kind: 'import-report', charter }),
    button(words.all.preview.again, { kind: 'new-draft', charter }),
    ...(values === 0 ? [] : [button(revise, { kind: 'revise', charter })]),
  ];
  const warnings = warningLines(report, words);
  const left = Math.max(warnings.length - warningsShown, 0);
  return {
    heading:
      warnings.length === 0
        ? words.all.preview.nothingToLookAt
        : words.say('preview.look', { count: warnings.length }),
    lines: warnings.slice(0, warningsShown),
    more: left === 0 ? '' : words.say('preview.lookMore', { count: left }),
    actions: ways.slice(0, room),
  };
}

/** What it changes for those who rated the draft before, and what of theirs has no answer yet. */
function changesEffect({ changes, values }: PreviewView, words: Words): readonly string[] {
  if (changes === undefined) return [];
  const { asked, undeclared, unanswered } = changes;
  const base = String(changes.base);
  const { themes, comments } = unanswered;
  return [
    words.say('revision.preview.asked', { asked, base, total: values }),
    ...(undeclared === 0 ? [] : [words.say('revision.preview.undeclared', { count: undeclared })]),
    ...(themes.length + comments === 0
      ? []
      : [words.say('revision.preview.unanswered', { themes: themes.length, comments, base })]),
  ];
}

function effectOf(view: PreviewView, words: Words): readonly string[] {
  const { subject, values, replaces } = view;
  const charter = inline(subject.charter);
  if (values === 0) return [words.say('preview.announces', { charter })];
  const number = String(subject.number ?? 'none');
  return [
    words.say(tellsFew(view) ? 'preview.opensQuietly' : 'preview.opens', { number, charter }),
    ...(replaces === undefined
      ? []
      : [words.say('preview.replaces', { number, replaces: String(replaces) })]),
    words.all.preview.stays,
    ...changesEffect(view, words),
    ...(view.second === true ? [words.all.people.approvals.needed] : []),
  ];
}
