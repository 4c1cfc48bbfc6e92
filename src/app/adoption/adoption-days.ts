import type { FollowUp } from '../../domain/theme.js';
import { isCalendarDay } from '../feedback/calendar-day.js';
import type { Ports } from '../ports.js';
import { addDays, localDay } from '../zoned-time.js';
import type { Proposal } from './find-proposal.js';
import { mostFollowUps, readFollowUps } from './follow-up-lines.js';
import type { AdoptProblem } from './views.js';

interface Said {
  readonly adoptedOn: string;
  readonly reviewOn: string;
  readonly followUps: string;
}

/** Today there, and a year later. */
export function usualDays(
  ports: Pick<Ports, 'clock'>,
  { charter }: Pick<Proposal, 'charter'>,
): Pick<Said, 'adoptedOn' | 'reviewOn'> {
  const today = localDay(ports.clock.now(), charter.timeZone);
  return { adoptedOn: today, reviewOn: aYearAfter(today) };
}

/** 29 February comes back on 1 March. */
function aYearAfter(day: string): string {
  const next = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
  return isCalendarDay(next) ? next : addDays(day, 366);
}

/** Values can hold from a day before they are recorded, but not before anybody could read them, nor from one yet to come. */
export function readAdoption(
  { clock }: Pick<Ports, 'clock'>,
  { charter, draft }: Pick<Proposal, 'charter' | 'draft'>,
  { adoptedOn, reviewOn, followUps }: Said,
  promised: number,
):
  | { readonly kind: 'read'; readonly followUps: readonly FollowUp[] }
  | { readonly kind: 'problem'; readonly problem: AdoptProblem } {
  const problem = (what: AdoptProblem) => ({ kind: 'problem', problem: what }) as const;
  const today = localDay(clock.now(), charter.timeZone);
  const first = localDay(new Date(draft.publishedAt), charter.timeZone);
  if (!isCalendarDay(adoptedOn)) return problem({ kind: 'day-unreadable' });
  if (adoptedOn < first || adoptedOn > today) return problem({ kind: 'day-outside', from: first, to: today });
  if (!isCalendarDay(reviewOn)) return problem({ kind: 'review-unreadable' });
  if (reviewOn <= today) return problem({ kind: 'review-past' });
  const read = readFollowUps(followUps);
  if (read.kind !== 'read') return problem(read);
  return read.followUps.length + promised > mostFollowUps ? problem({ kind: 'too-many' }) : read;
}
