import type { PeopleIntent } from '../../app/people/intents.js';
import type { Fields } from '../action-fields.js';

/**
 * What the button of such an intent carries beside its kind. The client merges the card's inputs into it: `mark` and `code`.
 * `teams/people-action.ts` reads it back.
 */
export function peopleFields(intent: PeopleIntent): Fields {
  switch (intent.kind) {
    case 'ledger':
      return { charter: intent.charter };
    case 'accept':
      return { code: intent.code };
    case 'facilitators':
    case 'invite':
      return {};
    case 'remove-facilitator':
      return { mark: intent.mark, confirmed: intent.confirmed };
    case 'approvals':
      return { page: intent.page };
    case 'view-approval':
    case 'approve':
    case 'disapprove':
      return { approval: intent.approval };
    case 'delete-charter':
      return { charter: intent.charter, confirmed: intent.confirmed };
  }
}
