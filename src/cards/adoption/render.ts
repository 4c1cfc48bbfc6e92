import { adoptionViewKinds, type AdoptionView } from '../../app/adoption/views.js';
import type { Reader, Rendered } from '../card.js';
import { renderAdoptForm } from './adopt-form.js';
import { renderAdoptSummary } from './adopt-summary.js';
import { renderAdoptionNotice } from './adoption-notice.js';
import { renderConsentConfirm } from './consent-confirm.js';
import { renderConsent } from './consent.js';
import { renderFollowUpForm } from './follow-up-form.js';
import { renderObjections } from './objections.js';
import { renderOutcome } from './outcome.js';

export function isAdoptionView(view: { readonly kind: string }): view is AdoptionView {
  return (adoptionViewKinds as readonly string[]).includes(view.kind);
}

export function renderAdoption(view: AdoptionView, reader: Reader): Rendered {
  switch (view.kind) {
    case 'consent':
      return renderConsent(view, reader);
    case 'objections':
      return renderObjections(view, reader);
    case 'consent-confirm':
      return renderConsentConfirm(view, reader);
    case 'adopt-form':
      return renderAdoptForm(view, reader);
    case 'adopt-summary':
      return renderAdoptSummary(view, reader);
    case 'outcome':
      return renderOutcome(view, reader);
    case 'follow-up-form':
      return renderFollowUpForm(view, reader);
    case 'adoption-notice':
      return renderAdoptionNotice(view, reader);
  }
}
