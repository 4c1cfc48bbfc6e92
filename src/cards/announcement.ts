import type { AnnouncementView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import { glanceAt } from './at-a-glance.js';
import { bytesOf, type Reader, type Rendered } from './card.js';
import { byline, missionOf } from './charter.js';
import { pagesOf } from './markdown.js';
import { notesOf } from './notes.js';
import { spellingOf } from './spelling.js';
import { subjectAndState } from './subject-line.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

const titleShown = 160;
const reasonShown = 300;
/** The first card of all stays light: what does not fit is one tap away. */
const introductionBytes = 2_000;
const listBytes = 4_000;
const titlesBytes = 7_000;

/** What every subscribed place gets when a draft opens, or when the process does. Others see it, so nobody's answers. */
export function renderAnnouncement(view: AnnouncementView, { words, shared }: Reader): Rendered {
  const { subject, framing, reason = '' } = view;
  const title = shorten(subject.title, titleShown);
  const summary = summaryOf(view, plain(title), words);
  const texts = words.all.announcement;
  const card = expand('announcement', {
    language: words.language,
    ...told(summary, typedHint(view, words)),
    notes: notesOf({ subject }, words),
    place: subjectAndState(subject, words),
    title: inline(title),
    by: whenAndByWhom(view, words),
    mission: missionOf(framing, words),
    introduction: introductionOf(view),
    reason:
      reason === '' ? '' : words.say('announcement.reason', { reason: inline(shorten(reason, reasonShown)) }),
    leadIn: inline(shorten(view.leadIn ?? listHeading(view, words), titleShown)),
    list: listOf(view, words),
    next: view.what === 'published' ? texts.ask : texts.next,
    shared: shared ? texts.shared : '',
    stop: words.say('announcement.stop', { unsubscribe: spellingOf('unsubscribe', words) }),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function summaryOf({ what, subject, values }: AnnouncementView, title: string, words: Words): string {
  if (what === 'announced') return words.say('announcement.summaryAnnounced', { title });
  const number = String(subject.number ?? 'none');
  return words.say('announcement.summaryPublished', { title, number, count: values.length });
}

function typedHint({ what }: AnnouncementView, words: Words): string {
  return what === 'published' ? words.say('announcement.typed', { rate: spellingOf('rate', words) }) : '';
}

/** The day in UTC: one card is read in several time zones. */
function whenAndByWhom({ framing, at }: AnnouncementView, words: Words): string {
  const by = byline(framing.authors, words);
  if (at === undefined) return by;
  const day = new Intl.DateTimeFormat(words.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(at),
  );
  return by === '' ? day : words.say('announcement.byAt', { by, at: day });
}

/** As much of the introduction as a first card bears. */
function introductionOf({ framing }: AnnouncementView): string {
  const [first = '', ...others] = pagesOf(framing.introduction ?? '', introductionBytes);
  return others.length === 0 ? first : `${first} …`;
}

function listHeading({ what, framing }: AnnouncementView, words: Words): string {
  if (what === 'published') return words.all.charter.list;
  return framing.considerations.length > 0 ? words.all.announcement.considerations : '';
}

/** The titles of the values; before there are any, the names of the considerations. */
function listOf({ what, framing, values }: AnnouncementView, words: Words): string {
  if (what === 'published') return glanceAt(values, { bytes: titlesBytes, words }).list;
  const names = framing.considerations.map(({ name }) => `- ${inline(shorten(name, titleShown))}`);
  return fitting(names, words);
}

function fitting(lines: readonly string[], words: Words): string {
  let held = 0;
  const shown = lines.filter((line) => (held += bytesOf(line) + 2) <= listBytes);
  const left = lines.length - shown.length;
  return [shown.join('\n'), ...(left > 0 ? [words.say('common.more', { count: left })] : [])].join('\n\n');
}

function actionsOf({ what, subject, framing }: AnnouncementView, words: Words): readonly Action[] {
  const about = aboutOf(subject);
  const { readAndRate, values, considerations, background } = words.all.common;
  const published = what === 'published';
  return [
    ...(published ? [button(readAndRate, { kind: 'ballot', about }, { primary: true })] : []),
    ...(published ? [button(values, { kind: 'values', about })] : []),
    ...(framing.considerations.length > 0 ? [button(considerations, { kind: 'considerations', about })] : []),
    ...(framing.background.length > 0 ? [button(background, { kind: 'background', about })] : []),
  ];
}
