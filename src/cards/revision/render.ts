import { revisionViewKinds, type RevisionView } from '../../app/revision/views.js';
import type { Reader, Rendered } from '../card.js';
import { renderChangeForm } from './change-form.js';
import { renderChanges } from './changes.js';
import { renderCopyConflict } from './copy-conflict.js';
import { renderMatching } from './matching.js';
import { renderDispute, renderRemoveValue } from './questions.js';
import { renderRevisionNotice } from './revision-notice.js';
import { renderValueForm } from './value-form.js';
import { renderWorkingCopy } from './working-copy.js';

export function isRevisionView(view: { readonly kind: string }): view is RevisionView {
  return (revisionViewKinds as readonly string[]).includes(view.kind);
}

export function renderRevision(view: RevisionView, reader: Reader): Rendered {
  switch (view.kind) {
    case 'working-copy':
      return renderWorkingCopy(view, reader);
    case 'value-form':
      return renderValueForm(view, reader);
    case 'remove-value':
      return renderRemoveValue(view, reader);
    case 'copy-conflict':
      return renderCopyConflict(view, reader);
    case 'matching':
      return renderMatching(view, reader);
    case 'change-form':
      return renderChangeForm(view, reader);
    case 'changes':
      return renderChanges(view, reader);
    case 'dispute':
      return renderDispute(view, reader);
    case 'revision-notice':
      return renderRevisionNotice(view, reader);
  }
}
