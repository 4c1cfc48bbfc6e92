import type { AnnouncementView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { isAdoptionNews, renderAdoptionNews } from './adoption/announced.js';
import { announcementActions, isRateable } from './announcement-actions.js';
import { announcementStanding } from './announcement-standing.js';
import { announcementSummary } from './announcement-summary.js';
import { glanceAt } from './at-a-glance.js';
import { bytesOf, type Reader, type Rendered } from './card.js';
import { correctionLines } from './changed-words.js';
import { byline, missionOf } from './charter.js';
import { renderAnswered } from './feedback/answered.js';
import { pagesOf } from './markdown.js';
import { dayText, momentText } from './moment.js';
import { renderTerms } from './people/terms.js';
import { changesInShort } from './revision/changes-in-short.js';
import { spellingOf } from './spelling.js';
import { subjectAndState } from './subject-line.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';
import { told } from './told.js';

const titleShown = 160;
const reasonShown = 300;
/** The first card of all stays light: what does not fit is one tap away. */
const introductionBytes = 2_000;
const paragraphsApart = 6;
const listBytes = 4_000;
const titlesBytes = 7_000;

/**
 * What a subscribed place gets when a draft opens, when the process does, when a draft is open again or closes soon; and
 * what every posted copy of it becomes when its draft moves on. Others see it, so nobody's answers.
 */
export function renderAnnouncement(view: AnnouncementView, reader: Reader): Rendered {
  if (view.what === 'terms') return renderTerms(view, reader);
  if (view.what === 'answered') return renderAnswered(view, reader);
  if (isAdoptionNews(view)) return renderAdoptionNews(view, reader);
  const { words, shared } = reader;
  const { subject } = view;
  const summary = announcementSummary(view, words);
  const card = expand('announcement', {
    language: words.language,
    ...told(summary, typedHint(view, words)),
    notes: announcementStanding(view, words),
    place: placeOf(view, words),
    title: inline(shorten(subject.title, titleShown)),
    closes: closesText(view, words),
    corrections: correctionLines(view.corrections, words),
    ...(isShort(view) ? nothingToRead : toRead(view, words)),
    next: nextText(view, words),
    shared: shared && !isShort(view) ? words.all.announcement.shared : '',
    why: whyText(view, words),
    actions: announcementActions(view, words),
  });
  return { card, summary };
}

/** A process that is sealed is over: that no draft is named does not mean that there was none. */
function placeOf({ what, subject, follower }: AnnouncementView, words: Words): string {
  if (what === 'sealed') return inline(subject.charter);
  return subjectAndState(what === 'announced' ? (follower ?? subject) : subject, words);
}

/** What was read before is not told again. */
function isShort({ what }: AnnouncementView): boolean {
  return what === 'reminder' || what === 'sealed';
}

const nothingToRead = {
  by: '',
  mission: '',
  introduction: [],
  reason: '',
  changes: [],
  leadIn: '',
  list: '',
};

function toRead(view: AnnouncementView, words: Words): object {
  const { framing, reason = '' } = view;
  return {
    by: whenAndByWhom(view, words),
    mission: missionOf(framing, words),
    introduction: introductionOf(view),
    reason:
      reason === '' ? '' : words.say('announcement.reason', { reason: inline(shorten(reason, reasonShown)) }),
    changes: changesInShort(view.changes, words),
    leadIn: inline(shorten(view.leadIn ?? listHeading(view, words), titleShown)),
    list: listOf(view, words),
  };
}

function typedHint(view: AnnouncementView, words: Words): string {
  return isRateable(view) ? words.say('announcement.typed', { rate: spellingOf('rate', words) }) : '';
}

function whenAndByWhom({ framing, at }: AnnouncementView, words: Words): string {
  const by = byline(framing.authors, words);
  if (at === undefined) return by;
  const day = dayText(at, words);
  return by === '' ? day : words.say('announcement.byAt', { by, at: day });
}

function closesText(view: AnnouncementView, words: Words): string {
  const { closes, what } = view;
  if (closes === undefined || !isRateable(view)) return '';
  const key = what === 'reminder' ? 'announcement.reminderCloses' : 'announcement.closes';
  return words.say(key, { moment: momentText(closes, words) });
}

/** What there is to do; nothing any more where the draft is over. */
function nextText(view: AnnouncementView, words: Words): string {
  const { next, ask, reminderLeft, sealedNext } = words.all.announcement;
  if (view.what === 'sealed') return sealedNext;
  if (view.what === 'announced') return view.follower === undefined ? next : '';
  if (!isRateable(view)) return '';
  return view.what === 'reminder' ? reminderLeft : ask;
}

/** One text for personal chats and shared places, since the card is made once for all of a language. */
function whyText({ what, subject }: AnnouncementView, words: Words): string {
  const ways = {
    settings: words.all.common.settings,
    pause: spellingOf('pause', words),
    unsubscribe: spellingOf('unsubscribe', words),
  };
  if (what !== 'reminder') return words.say('announcement.why', ways);
  return words.say('announcement.whyReminder', { ...ways, number: String(subject.number ?? 'none') });
}

/** As much of the introduction as a first card bears, a block for each paragraph: in one block they stand too close. */
function introductionOf({ framing }: AnnouncementView): readonly { readonly text: string }[] {
  const [first = '', ...others] = pagesOf(framing.introduction ?? '', introductionBytes);
  const paragraphs = (others.length === 0 ? first : `${first} …`).split('\n\n');
  const rest = paragraphs.slice(paragraphsApart).join('\n\n');
  return [...paragraphs.slice(0, paragraphsApart), rest]
    .filter((text) => text !== '')
    .map((text) => ({ text }));
}

function listHeading({ what, framing }: AnnouncementView, words: Words): string {
  if (what !== 'announced') return words.all.charter.list;
  return framing.considerations.length > 0 ? words.all.announcement.considerations : '';
}

/** The titles of the values; before there are any, the names of the considerations. */
function listOf({ what, framing, values }: AnnouncementView, words: Words): string {
  if (what !== 'announced') return glanceAt(values, { bytes: titlesBytes, words }).list;
  const names = framing.considerations.map(({ name }) => `- ${inline(shorten(name, titleShown))}`);
  return fitting(names, words);
}

function fitting(lines: readonly string[], words: Words): string {
  let held = 0;
  const shown = lines.filter((line) => (held += bytesOf(line) + 2) <= listBytes);
  const left = lines.length - shown.length;
  return [shown.join('\n'), ...(left > 0 ? [words.say('common.more', { count: left })] : [])].join('\n\n');
}
