import type { AnsweredTheme } from '../../app/feedback/views.js';
import type { AnnouncementView } from '../../app/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { dayText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { reasonLine } from './feedback-text.js';

const themesShown = 5;
const titleListed = 120;
const reasonListed = 160;
const titleSpoken = 120;
/** Each has a button; with the three others, six. */
const themeButtons = 2;

/** That themes have answers: told to all who subscribe, and in their own chats to those who signed a comment in one. */
export function renderAnswered(view: AnnouncementView, { words }: Reader): Rendered {
  const { subject, answered = [], at } = view;
  const texts = words.all.feedback.announcement;
  const { charter } = subject;
  const count = answered.length;
  const title = plain(shorten(subject.title, titleSpoken));
  const summary = words.say('feedback.announcement.summary', { title, count });
  const typed = words.say('feedback.announcement.typed', { feedback: spellingOf('feedback', words) });
  const card = expand('answered', {
    language: words.language,
    ...told(summary, typed),
    place: words.say('feedback.announcement.place', { charter: inline(charter) }),
    title: texts.title,
    day: at === undefined ? '' : dayText(at, words),
    lead: count === 0 ? texts.none : words.say('feedback.announcement.lead', { count }),
    lines: linesOf(answered, words).map((text) => ({ text })),
    next: texts.next,
    why: words.say('feedback.announcement.why', {
      settings: words.all.common.settings,
      pause: spellingOf('pause', words),
      unsubscribe: spellingOf('unsubscribe', words),
    }),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function linesOf(answered: readonly AnsweredTheme[], words: Words): readonly string[] {
  const left = answered.length - themesShown;
  const lines = answered.slice(0, themesShown).map(({ number, title, status, reason }) =>
    words.say('feedback.announcement.line', {
      number,
      title: inline(shorten(title, titleListed)),
      status: words.all.feedback.statuses[status],
      reason: reasonLine(reason, reasonListed),
    }),
  );
  return [...lines, ...(left > 0 ? [words.say('common.more', { count: left })] : [])];
}

function actionsOf({ subject, answered = [], follower }: AnnouncementView, words: Words): readonly Action[] {
  const { charter } = subject;
  return [
    button(words.all.feedback.title, { kind: 'feedback', charter }, { primary: true }),
    ...answered
      .slice(0, themeButtons)
      .map(({ number }) =>
        button(words.say('feedback.form.change', { number }), { kind: 'theme', charter, number }),
      ),
    button(words.all.common.values, {
      kind: 'values',
      about: follower === undefined ? { charter } : aboutOf(follower),
    }),
    button(words.all.common.settings, { kind: 'settings' }),
  ];
}
