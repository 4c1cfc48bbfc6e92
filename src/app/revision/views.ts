import type { Subject } from '../subject.js';

export type RevisionView = RevisionPendingView;

interface RevisionPendingView {
  readonly kind: 'revision-pending';
  readonly subject?: Subject;
}

export const revisionViewKinds = ['revision-pending'] as const satisfies readonly RevisionView['kind'][];
