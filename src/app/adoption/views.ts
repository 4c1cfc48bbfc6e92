import type { Subject } from '../subject.js';

export type AdoptionView = AdoptionPendingView;

interface AdoptionPendingView {
  readonly kind: 'adoption-pending';
  readonly subject?: Subject;
}

export const adoptionViewKinds = ['adoption-pending'] as const satisfies readonly AdoptionView['kind'][];
