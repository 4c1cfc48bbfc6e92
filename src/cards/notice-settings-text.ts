import type { NoticeView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { momentText, zoneText } from './moment.js';

type SettingsNotice = Extract<
  NoticeView,
  {
    what:
      | 'paused'
      | 'resumed'
      | 'quiet-hours'
      | 'quiet-hours-shared'
      | 'time-unreadable'
      | 'day-unreadable'
      | 'hours-unreadable'
      | 'time-past'
      | 'pause-too-long';
  }
>;

/** What was said about when something comes, and times that cannot be. */
export function settingsNoticeText(view: SettingsNotice, words: Words): string {
  const texts = words.all.notice;
  switch (view.what) {
    case 'paused':
      return words.say(`notice.paused.${view.scope}`, { moment: momentText(view.until, words) });
    case 'resumed':
      return texts.resumed[view.scope];
    case 'quiet-hours':
      if (view.hours === 'off') return texts.quietHoursOff;
      return words.say('notice.quietHours', { ...view.hours, zone: zoneText(view.timeZone) });
    case 'quiet-hours-shared':
      return texts.quietHoursShared;
    case 'time-unreadable':
      return texts.timeUnreadable;
    case 'day-unreadable':
      return texts.dayUnreadable;
    case 'hours-unreadable':
      return texts.hoursUnreadable;
    case 'time-past':
      return words.say('notice.timePast', { zone: zoneText(view.timeZone) });
    case 'pause-too-long':
      return texts.pauseTooLong;
  }
}
