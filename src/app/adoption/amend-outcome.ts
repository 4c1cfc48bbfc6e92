import type { Charter } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import { isCalendarDay } from '../feedback/calendar-day.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { mostFollowUps, newAmong, readFollowUps } from './follow-up-lines.js';
import { outcomeOf, showOutcome } from './show-outcome.js';
import type { FollowUpFormView, OutcomeView } from './views.js';

type FollowingUp = Extract<Intent, { kind: 'follow-up' }>;

/** The form; then more of what somebody will do stands in the outcome, or its review comes later. */
export async function showFollowUp(ports: Ports, speaker: Speaker, intent: FollowingUp): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const standing = await outcomeOf(ports, charter);
  const outcome: Extract<Intent, { kind: 'outcome' }> = { kind: 'outcome', charter: charter.name };
  if (standing === undefined) return showOutcome(ports, speaker, outcome);
  if ((intent.reviewOn ?? intent.followUps) === undefined) return formFor(standing, intent);
  const problem = await amend(ports, charter, standing, intent);
  if (problem !== undefined) return { ...formFor(standing, intent), problem };
  const view = await showOutcome(ports, speaker, outcome);
  return view.kind === 'outcome' ? { ...view, just: 'amended' } : view;
}

function formFor(
  { subject, outcome: { followUps: standing, reviewOn } }: OutcomeView,
  said: FollowingUp,
): FollowUpFormView {
  const { reviewOn: newReviewOn = reviewOn, followUps = '' } = said;
  return { kind: 'follow-up-form', subject, standing, reviewOn, newReviewOn, followUps };
}

/** Nothing that was adopted changes, and what was promised stays promised. */
async function amend(
  ports: Pick<Ports, 'adoption' | 'clock'>,
  { name }: Charter,
  { outcome }: OutcomeView,
  { reviewOn = outcome.reviewOn, followUps = '' }: FollowingUp,
): Promise<FollowUpFormView['problem']> {
  if (!isCalendarDay(reviewOn)) return { kind: 'review-unreadable' };
  if (reviewOn < outcome.reviewOn) return { kind: 'review-earlier' };
  const read = readFollowUps(followUps);
  if (read.kind !== 'read') return read;
  const more = newAmong(read.followUps, outcome);
  if (outcome.followUps.length + more.length > mostFollowUps) return { kind: 'too-many' };
  if (read.followUps.length === 0 && reviewOn === outcome.reviewOn) return { kind: 'nothing-new' };
  const at = ports.clock.now().toISOString();
  const newReviewOn = reviewOn === outcome.reviewOn ? undefined : reviewOn;
  await ports.adoption.amend({ charter: name, followUps: more, ...given({ reviewOn: newReviewOn }), at });
  return undefined;
}
