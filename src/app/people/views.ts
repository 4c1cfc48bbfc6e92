import type { Subject } from '../subject.js';

export type PeopleView = PeoplePendingView;

interface PeoplePendingView {
  readonly kind: 'people-pending';
  readonly subject?: Subject;
}

export const peopleViewKinds = ['people-pending'] as const satisfies readonly PeopleView['kind'][];
