import { given } from '../../domain/given.js';
import type { MemberId } from '../../domain/place.js';
import type { Intent } from '../intent.js';
import { facilitators, type Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import type { Approval } from './approval-store.js';
import type { FacilitatorsIntent } from './intents.js';
import type { ApprovalsView, WaitingApproval } from './views.js';

export type Respond = (ports: Ports, speaker: Speaker, intent: Intent) => Promise<readonly View[]>;

/** So much of an id names one of the few that wait. */
const approvalMark = 6;
const byProgram = 'api:';

/** What waits for a second facilitator, the oldest first. */
export async function showApprovals(
  ports: Ports,
  { member }: Speaker,
  rest: Partial<Pick<ApprovalsView, 'just' | 'page'>> = {},
): Promise<ApprovalsView> {
  const [waiting, charters] = await Promise.all([ports.approvals.waiting(), ports.charters.all()]);
  const zoneOf = ({ charter }: Approval): string =>
    charters.find(({ name }) => name === charter)?.timeZone ?? ports.manners.timeZone;
  return {
    kind: 'approvals',
    waiting: waiting.map((each) => waitingOf(each, member, zoneOf(each))),
    page: 1,
    ...rest,
  };
}

function waitingOf(
  { id, charter, action, intent, askedBy, askedByName, askedAt }: Approval,
  reader: MemberId,
  timeZone: string,
): WaitingApproval {
  const later = intent.kind === 'publish' && typeof intent.at === 'object' ? intent.at : undefined;
  return {
    ...{ id, charter, action },
    since: { at: askedAt, timeZone },
    byProgram: askedBy.startsWith(byProgram),
    own: askedBy === reader,
    ...given({ askedByName, at: later && `${later.date}, ${later.time}` }),
  };
}

/** Whoever confirms is not who asked. Then what was asked for is done, exactly once, as it was asked for. */
export async function settleApproval(
  ports: Ports,
  speaker: Speaker,
  { kind, approval: named }: Extract<FacilitatorsIntent, { kind: 'approve' | 'disapprove' }>,
  respond: Respond,
): Promise<readonly View[]> {
  const approval = await findApproval(ports, named);
  if (approval === undefined) return [await showApprovals(ports, speaker, { just: 'gone' })];
  const settle = (became: 'confirmed' | 'declined'): Promise<boolean> =>
    ports.approvals.settle({
      ...{ id: approval.id, became, by: speaker.member },
      at: ports.clock.now().toISOString(),
    });
  if (kind === 'disapprove') {
    const declined = await settle('declined');
    return [await showApprovals(ports, speaker, { just: declined ? 'declined' : 'gone' })];
  }
  if (approval.askedBy === speaker.member) return [await showApprovals(ports, speaker, { just: 'own' })];
  if (!(await isAskerThere(ports, approval))) {
    await settle('declined');
    return [await showApprovals(ports, speaker, { just: 'asker-gone' })];
  }
  if (await isOvertaken(ports, approval)) {
    await settle('declined');
    return [{ kind: 'people-notice', what: 'approved-text-changed' }];
  }
  if (!(await settle('confirmed'))) return [await showApprovals(ports, speaker, { just: 'gone' })];
  return respond(ports, { ...speaker, confirmed: true }, approval.intent);
}

/** The text that is to be published, as members will get it: whoever confirms has read it. */
export async function viewApproval(
  ports: Ports,
  speaker: Speaker,
  named: string,
  respond: Respond,
): Promise<readonly View[]> {
  const approval = await findApproval(ports, named);
  if (approval?.intent.kind !== 'publish') return [await showApprovals(ports, speaker, { just: 'gone' })];
  const { charter, intent } = approval;
  const views = await respond(ports, speaker, {
    kind: 'preview',
    charter,
    ...given({ editor: intent.editor }),
  });
  const announced = views.filter(({ kind }) => kind === 'announcement');
  return announced.length === 0 ? views : announced;
}

/** By its id, or by as much of it as a card shows. */
async function findApproval({ approvals }: Ports, named: string): Promise<Approval | undefined> {
  const wanted = named.toLowerCase();
  if (wanted.length < approvalMark) return undefined;
  const found = (await approvals.waiting()).filter(({ id }) => id.startsWith(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** Two are to want it: whoever was removed since is none of them. */
async function isAskerThere(ports: Ports, { askedBy }: Approval): Promise<boolean> {
  return askedBy.startsWith(byProgram) || ports.facilitators.has(askedBy as MemberId);
}

/** The text that was to be published is not the one that stands now. */
async function isOvertaken({ workingCopies }: Ports, { charter, intent }: Approval): Promise<boolean> {
  if (intent.kind !== 'publish') return false;
  const copy = await workingCopies.find({ charter, editor: intent.editor ?? facilitators });
  return copy?.revision !== intent.revision;
}
