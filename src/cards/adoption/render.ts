import { adoptionViewKinds, type AdoptionView } from '../../app/adoption/views.js';
import type { Reader, Rendered } from '../card.js';

export function isAdoptionView(view: { readonly kind: string }): view is AdoptionView {
  return (adoptionViewKinds as readonly string[]).includes(view.kind);
}

export function renderAdoption(_view: AdoptionView, _reader: Reader): Rendered {
  throw new Error('not built yet');
}
