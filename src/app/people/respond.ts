import { barFrom } from '../bar-from.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { deleteCharter } from './delete-charter.js';
import { peopleKinds, type FacilitatorsIntent, type PeopleIntent } from './intents.js';
import { settleApproval, showApprovals, viewApproval, type Respond } from './show-approvals.js';
import {
  acceptInvitation,
  inviteFacilitator,
  removeFacilitator,
  showFacilitators,
} from './show-facilitators.js';
import { showLedger } from './show-ledger.js';

export function isPeople(intent: { readonly kind: string }): intent is PeopleIntent {
  return (peopleKinds as readonly string[]).includes(intent.kind);
}

/** The ledger, facilitators, second facilitators. `respond`: does what a second one confirms. */
export async function respondToPeople(
  ports: Ports,
  speaker: Speaker,
  intent: PeopleIntent,
  respond: Respond,
): Promise<readonly View[]> {
  switch (intent.kind) {
    case 'ledger':
      return [await showLedger(ports, speaker, intent)];
    case 'accept':
      return [await acceptInvitation(ports, speaker, intent)];
    default:
      return (await barFrom(ports, speaker)) ?? facilitateTogether(ports, speaker, intent, respond);
  }
}

async function facilitateTogether(
  ports: Ports,
  speaker: Speaker,
  intent: FacilitatorsIntent,
  respond: Respond,
): Promise<readonly View[]> {
  switch (intent.kind) {
    case 'facilitators':
      return [await showFacilitators(ports, speaker)];
    case 'invite':
      return [await inviteFacilitator(ports, speaker)];
    case 'remove-facilitator':
      return [await removeFacilitator(ports, speaker, intent)];
    case 'approvals':
      return [await showApprovals(ports, speaker, { page: intent.page ?? 1 })];
    case 'view-approval':
      return viewApproval(ports, speaker, intent.approval, respond);
    case 'approve':
    case 'disapprove':
      return settleApproval(ports, speaker, intent, respond);
    case 'delete-charter':
      return [await deleteCharter(ports, speaker, intent)];
  }
}
