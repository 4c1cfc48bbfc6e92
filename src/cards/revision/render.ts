import { revisionViewKinds, type RevisionView } from '../../app/revision/views.js';
import type { Reader, Rendered } from '../card.js';

export function isRevisionView(view: { readonly kind: string }): view is RevisionView {
  return (revisionViewKinds as readonly string[]).includes(view.kind);
}

export function renderRevision(_view: RevisionView, _reader: Reader): Rendered {
  throw new Error('not built yet');
}
