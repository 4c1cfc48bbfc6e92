import { peopleViewKinds, type PeopleView } from '../../app/people/views.js';
import type { Reader, Rendered } from '../card.js';
import { renderAcceptInvitation, renderInvitation } from './invitation.js';
import { renderApprovals } from './approvals.js';
import { renderDeleting } from './deleting.js';
import { renderFacilitators, renderRemoving } from './facilitators.js';
import { renderLedger } from './ledger.js';
import { renderPeopleNotice } from './people-notice.js';

export function isPeopleView(view: { readonly kind: string }): view is PeopleView {
  return (peopleViewKinds as readonly string[]).includes(view.kind);
}

export function renderPeople(view: PeopleView, reader: Reader): Rendered {
  switch (view.kind) {
    case 'ledger':
      return renderLedger(view, reader);
    case 'facilitators':
      return renderFacilitators(view, reader);
    case 'removing':
      return renderRemoving(view, reader);
    case 'invitation':
      return renderInvitation(view, reader);
    case 'accept-invitation':
      return renderAcceptInvitation(view, reader);
    case 'approvals':
      return renderApprovals(view, reader);
    case 'deleting':
      return renderDeleting(view, reader);
    case 'people-notice':
      return renderPeopleNotice(view, reader);
  }
}
