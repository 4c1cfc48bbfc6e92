import { randomUUID } from 'node:crypto';
import { consentFigures } from '../../domain/consent-figures.js';
import type { ConsentRound } from '../../domain/consent.js';
import { given } from '../../domain/given.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymUnlessSealed } from '../pseudonym.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findProposal, isOpen, type Proposal } from './find-proposal.js';
import { objectionsTo } from './objections.js';
import { showOutcome } from './show-outcome.js';
import type { ConsentView, OwnConsent, WrittenConsent } from './views.js';

type Shown = Partial<Pick<ConsentView, 'problem' | 'just' | 'press'>> & { readonly written?: WrittenConsent };

/** The proposal, to answer while the round is open; its figures once it is over; what was adopted after that. */
export async function showConsent(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'consent' }>,
): Promise<View> {
  const search = await findProposal(ports, speaker, { about: intent.about, intent });
  if (search.kind === 'instead') return search.view;
  return consentOn(ports, speaker, search.it);
}

export async function consentOn(
  ports: Ports,
  speaker: Speaker,
  { text, draft, charter, round }: Proposal,
  { written, ...shown }: Shown = {},
): Promise<View> {
  const { subject, leadIn, values } = text;
  if (draft.state === 'adopted')
    return showOutcome(ports, speaker, { kind: 'outcome', charter: charter.name });
  if (round === undefined) return { kind: 'adoption-notice', what: 'no-round', subject };
  const objections = await objectionsTo(ports, draft);
  const own = await ownConsent(ports, speaker, round, charter.name);
  return {
    kind: 'consent',
    subject,
    values,
    rules: charter.rules,
    closes: { at: round.closesAt, timeZone: charter.timeZone },
    ...given({
      leadIn,
      over: isOpen(round) ? undefined : await overOf(ports, round, charter.rules.least),
      own,
    }),
    objections: {
      count: objections.length,
      unanswered: objections.filter(({ answer }) => answer === undefined).length,
    },
    written: written ?? writtenIn(own),
    ...given({ problem: shown.problem, just: shown.just }),
    press: shown.press ?? randomUUID(),
  };
}

/** Only for a round that is over: what stands then stays. */
async function overOf(
  { adoption }: Pick<Ports, 'adoption'>,
  { draft }: ConsentRound,
  least: number,
): Promise<NonNullable<ConsentView['over']>> {
  return { figures: consentFigures(await adoption.counts(draft), least) };
}

/** For nobody else to see. */
async function ownConsent(
  ports: Ports,
  { member, overheard }: Speaker,
  { draft }: ConsentRound,
  charter: Proposal['charter']['name'],
): Promise<OwnConsent | undefined> {
  if (overheard) return undefined;
  const pseudonym = await pseudonymUnlessSealed(ports, charter, member);
  return pseudonym === undefined ? undefined : ports.adoption.mine({ draft, pseudonym });
}

/** What stands comes back into the form, so that changing one thing does not lose the others. */
function writtenIn(own: OwnConsent | undefined): WrittenConsent {
  const { text, value, signedBy } = own?.objection ?? {};
  return { ...given({ answer: own?.answer, reason: text, value }), signed: signedBy !== undefined };
}
