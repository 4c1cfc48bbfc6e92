import type { About } from '../about.js';

/** What members say of their taking part. */
export type ParticipationIntent =
  /** Without a group the choice is shown; `null` takes it back. */
  | { readonly kind: 'group'; readonly about: About; readonly group?: string | null }
  /** I would rather not rate this draft. */
  | { readonly kind: 'decline'; readonly about: About; readonly confirmed: boolean };
