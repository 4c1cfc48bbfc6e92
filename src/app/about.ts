import type { CharterName } from '../domain/charter.js';
import type { DraftId, ValueId } from '../domain/draft.js';

/** A value as a card names it (by identity) or as somebody types it (by its place in the draft, from 1). */
export type ValueRef =
  { readonly by: 'id'; readonly id: ValueId } | { readonly by: 'position'; readonly position: number };

/**
 * Which text is meant. Typed words name a charter or leave it open; cards name the draft they show, so that an old
 * card is recognised; cards of a preview name the working copy, and nothing pressed on them is recorded.
 */
export interface About {
  readonly charter?: CharterName;
  readonly draft?: DraftId;
  readonly preview?: boolean;
}
