import { given } from '../../domain/given.js';
import { feedbackLimits, type FollowUp } from '../../domain/theme.js';
import { writtenText } from '../comments/written-text.js';
import { isCalendarDay } from '../feedback/calendar-day.js';
import { canonical } from '../ledger/chain.js';

/** UTF-16 characters that are read at once: a button takes them along. More can be added afterwards. */
const mostTyped = 1_200;
/** So many stand in one outcome. */
export const mostFollowUps = 40;

export type ReadFollowUps =
  | { readonly kind: 'read'; readonly followUps: readonly FollowUp[] }
  | { readonly kind: 'line-unreadable' | 'line-too-long'; readonly line: string }
  | { readonly kind: 'too-many' };

/** The same line sent twice promises one thing. */
export function newAmong(
  followUps: readonly FollowUp[],
  { followUps: standing }: { readonly followUps: readonly FollowUp[] },
): readonly FollowUp[] {
  const known = new Set(standing.map((each) => canonical(each)));
  return followUps.filter((each) => !known.has(canonical(each)));
}

/** One a line: `what; owner; day`, the day where there is one. */
export function readFollowUps(text = ''): ReadFollowUps {
  const written = writtenText(text);
  if (written.length > mostTyped) return { kind: 'too-many' };
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const followUps: FollowUp[] = [];
  for (const line of lines) {
    const [what = '', owner = '', due = '', ...more] = line.split(';').map((part) => part.trim());
    const isReadable = what !== '' && owner !== '' && more.length === 0 && (due === '' || isCalendarDay(due));
    if (!isReadable) return { kind: 'line-unreadable', line };
    if (what.length > feedbackLimits.title || owner.length > feedbackLimits.owner)
      return { kind: 'line-too-long', line };
    followUps.push({ what, owner, ...given({ due: due === '' ? undefined : due }) });
  }
  return followUps.length > mostFollowUps ? { kind: 'too-many' } : { kind: 'read', followUps };
}
