import type { AnnouncementView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { isRateable } from './announcement-actions.js';
import { momentText } from './moment.js';
import { plain, shorten } from './text.js';

const titleSpoken = 160;

/** An announcement in one sentence, for the notification: what is new in it now. */
export function announcementSummary(view: AnnouncementView, words: Words): string {
  const { what, subject, values, follower, closes } = view;
  const { state } = subject;
  const title = plain(shorten(subject.title, titleSpoken));
  const number = String((what === 'announced' ? follower : subject)?.number ?? 'none');
  if (what === 'announced')
    return words.say(
      follower === undefined ? 'announcement.summaryAnnounced' : 'announcement.summaryFollowed',
      {
        title,
        number,
      },
    );
  if (what === 'sealed') return words.say('announcement.summarySealed', { title });
  if (!isRateable(view) && state !== undefined)
    return words.say('announcement.summaryOver', { title, number, state: words.all.common.states[state] });
  switch (what) {
    case 'terms':
      return words.say('people.terms.summary', { charter: plain(subject.charter) });
    case 'answered':
      return words.say('feedback.announcement.summary', { title, count: view.answered?.length ?? 0 });
    case 'consent':
    case 'adopted':
    case 'review':
      return words.say('adoption.announced.summaryReview', { title });
    case 'published':
      return words.say('announcement.summaryPublished', { title, number, count: values.length });
    case 'reopened':
      return words.say('announcement.summaryReopened', { title, number });
    case 'reminder':
      if (closes === undefined) return words.say('announcement.summaryReminder', { title, number });
      return words.say('announcement.summaryReminderCloses', {
        ...{ title, number },
        moment: momentText(closes, words),
      });
  }
}
