import type { Subject } from '../app/subject.js';
import type { AnnouncementView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { adoptedLine } from './adoption/announced.js';
import { isRateable } from './announcement-actions.js';
import { notesOf, type Notes } from './notes.js';
import { inline, shorten } from './text.js';

const titleShown = 160;

/** What a posted card says first: how its draft stands now, where that is not what was announced, and what came after. */
export function announcementStanding(view: AnnouncementView, words: Words): Pick<Notes, 'any' | 'all'> {
  const { subject, follower } = view;
  const lines = [
    stateLine(view, words),
    ...(follower === undefined ? [] : [followerLine(view, follower, words)]),
    adoptedLine(view, words),
  ].filter((line) => line !== '');
  const all = [...notesOf({ subject }, words).all, ...lines.map((text) => ({ text }))];
  return { any: all.length > 0, all };
}

function stateLine(view: AnnouncementView, words: Words): string {
  const { what, subject } = view;
  const { state } = subject;
  if (what === 'sealed') return words.all.announcement.sealed;
  if (what === 'reopened' && isRateable(view)) return words.all.announcement.reopened;
  if (what === 'announced' || subject.preview || state === undefined || state === 'open') return '';
  return words.all.announcement.states[state];
}

/** Whether that is open to be rated is for the card it leads to: this one is not edited when it closes. */
function followerLine({ what }: AnnouncementView, { number = 1, title }: Subject, words: Words): string {
  if (what !== 'announced') return words.say('announcement.followed', { number });
  return words.say('announcement.first', { number, title: inline(shorten(title, titleShown)) });
}
