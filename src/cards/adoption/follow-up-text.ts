import type { FollowUp } from '../../domain/theme.js';
import type { Words } from '../../words/catalogue.js';
import { shorten } from '../text.js';
import { calendarDay } from './calendar-day.js';

const whatShown = 200;
const ownerShown = 100;

/** What somebody will do, who, and by when. `safe` makes what was written fit for where it stands. */
export function followUpText(
  { what, owner, due }: FollowUp,
  words: Words,
  safe: (text: string) => string,
): string {
  const said = { what: safe(shorten(what, whatShown)), owner: safe(shorten(owner, ownerShown)) };
  if (due === undefined) return words.say('adoption.record.followUp', said);
  return words.say('adoption.record.followUpDue', { ...said, due: calendarDay(due, words) });
}
