import { randomUUID } from 'node:crypto';
import type { Announcement, AnnouncementId } from '../../domain/announcement.js';
import { consentFigures } from '../../domain/consent-figures.js';
import type { ConsentRound } from '../../domain/consent.js';
import type { Draft } from '../../domain/draft.js';
import type { Intent } from '../intent.js';
import { termsDigest } from '../ledger/terms.js';
import type { Ports } from '../ports.js';
import { releaseFor } from '../results/release-for.js';
import type { Speaker } from '../speaker.js';
import type { Subject } from '../subject.js';
import type { View } from '../views.js';
import { findProposal, isOpen, type Proposal } from './find-proposal.js';
import type { ConsentConfirmView } from './views.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Asks first, with the rule; then everybody is asked whether the closed draft may be adopted. */
export async function showOpenConsent(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'open-consent' }>,
): Promise<View> {
  const search = await findProposal(ports, speaker, { about: intent.about, intent });
  if (search.kind === 'instead') return search.view;
  const proposal = search.it;
  const { subject } = proposal.text;
  const bar = await whyNotOpen(ports, proposal);
  if (bar !== undefined) return bar;
  const round = roundFor(ports, proposal);
  if (!intent.confirmed) return confirming('open-consent', proposal, round.closesAt);
  const opened = await open(ports, proposal, round);
  if (opened === undefined) return { kind: 'adoption-notice', what: 'cannot-open', subject };
  const { intended } = await ports.announcements.report(opened.id);
  const closes = { at: round.closesAt, timeZone: proposal.charter.timeZone };
  return {
    kind: 'adoption-notice',
    what: 'consent-opened',
    subject,
    closes,
    intended,
    announcement: opened.id,
  };
}

/** Asks first; then nobody can answer any more, and everybody reads how it ended. */
export async function showEndConsent(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'end-consent' }>,
): Promise<View> {
  const search = await findProposal(ports, speaker, { about: intent.about, intent });
  if (search.kind === 'instead') return search.view;
  const { text, draft, round } = search.it;
  const { subject } = text;
  if (!isOpen(round)) return { kind: 'adoption-notice', what: 'round-not-open', subject };
  if (!intent.confirmed) return confirming('end-consent', search.it, round.closesAt);
  await endConsent(ports, draft);
  return { kind: 'adoption-notice', what: 'consent-ended', subject };
}

/** False when no round is open. */
export function endConsent(
  { adoption, clock }: Pick<Ports, 'adoption' | 'clock'>,
  { id }: Pick<Draft, 'id'>,
): Promise<boolean> {
  return adoption.close({ draft: id, at: clock.now().toISOString() });
}

/** Once figures were told, another round of the same draft would tell by its own who changed their mind. */
async function whyNotOpen(
  ports: Ports,
  { charter, draft, round, text }: Proposal,
): Promise<View | undefined> {
  const { subject } = text;
  if (charter.sealedAt !== undefined) return { kind: 'notice', what: 'charter-sealed', subject };
  if (draft.state !== 'closed') return { kind: 'adoption-notice', what: 'draft-not-closed', subject };
  if (isOpen(round)) return { kind: 'adoption-notice', what: 'round-open', subject };
  if (round === undefined) return undefined;
  const figures = consentFigures(await ports.adoption.counts(draft.id), charter.rules.least);
  return figures.kind === 'shown' ? { kind: 'adoption-notice', what: 'round-told', subject } : undefined;
}

function roundFor({ clock }: Pick<Ports, 'clock'>, { draft, charter }: Proposal): ConsentRound {
  const now = clock.now();
  const closesAt = new Date(now.getTime() + charter.rules.adoption.consentDays * dayMs).toISOString();
  return { draft: draft.id, openedAt: now.toISOString(), closesAt };
}

function confirming(
  what: ConsentConfirmView['what'],
  { text, charter }: { text: { readonly subject: Subject }; charter: Proposal['charter'] },
  closesAt: string,
): ConsentConfirmView {
  const { adoption, least } = charter.rules;
  const closes = { at: closesAt, timeZone: charter.timeZone };
  return { kind: 'consent-confirm', what, subject: text.subject, rule: adoption, least, closes };
}

/** The results are released before: whoever is asked can read them. */
async function open(
  ports: Ports,
  { draft, charter }: Proposal,
  round: ConsentRound,
): Promise<Announcement | undefined> {
  await releaseFor(ports, draft);
  const announcement: Announcement = {
    id: randomUUID() as AnnouncementId,
    charter: charter.name,
    kind: 'consent',
    draft: draft.id,
    audience: 'all',
    at: round.openedAt,
  };
  const terms = termsDigest({ rules: charter.rules, closes: round.closesAt });
  return (await ports.adoption.open({ round, charter: charter.name, terms, announcement }))
    ? announcement
    : undefined;
}
