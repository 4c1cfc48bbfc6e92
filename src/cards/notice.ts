import type { Subject } from '../app/subject.js';
import type { NoticeView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import type { Reader, Rendered } from './card.js';
import { noticeActions } from './notice-actions.js';
import { noticeText } from './notice-text.js';
import { notesOf } from './notes.js';
import { subjectLine } from './subject-line.js';
import { expand } from './template.js';
import { inline } from './text.js';
import { told } from './told.js';

/** One thing said in a sentence or two, with the way on. */
export function renderNotice(view: NoticeView, { words }: Reader): Rendered {
  const subject = aboutAnOrder(view) ? undefined : view.subject;
  const summary = noticeText(view, words, 'spoken');
  const card = expand('notice', {
    language: words.language,
    ...told(summary),
    notes: subject === undefined ? { any: false, all: [] } : notesOf({ subject }, words),
    place: subject === undefined ? '' : placeOf(view, subject, words),
    text: noticeText(view, words, 'shown'),
    actions: noticeActions(view, words),
  });
  return { card, summary };
}

/** A sealed charter is over as a whole: that no draft is named does not mean that there was none. */
function placeOf({ what }: NoticeView, subject: Subject, words: Words): string {
  return what === 'charter-sealed' ? inline(subject.charter) : subjectLine(subject, words);
}

/** What becomes of a text being written is no preview, though the text is in one: its buttons do what they say. */
function aboutAnOrder({ what, subject }: NoticeView): boolean {
  return subject?.preview === true && orders.has(what);
}

const orders: ReadonlySet<NoticeView['what']> = new Set([
  'planned',
  'time-unreadable',
  'time-past',
  'working-copy-changed',
]);
