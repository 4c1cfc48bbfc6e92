import { peopleViewKinds, type PeopleView } from '../../app/people/views.js';
import type { Reader, Rendered } from '../card.js';

export function isPeopleView(view: { readonly kind: string }): view is PeopleView {
  return (peopleViewKinds as readonly string[]).includes(view.kind);
}

export function renderPeople(_view: PeopleView, _reader: Reader): Rendered {
  throw new Error('not built yet');
}
