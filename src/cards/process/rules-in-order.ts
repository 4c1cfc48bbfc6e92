import type { RuleName } from '../../domain/process.js';

/** As one reads them: what is shown and when, then what is kept, then what was said of the community. */
export const rulesInOrder = [
  'least',
  'results',
  'review',
  'page',
  'identityDays',
  'communitySize',
  'groups',
  'adoption',
  'second',
] as const satisfies readonly RuleName[];
