import type { MemberId, Place } from '../domain/place.js';

/** Who says or presses something, where, and who reads the answer. Taken from the verified activity alone. */
export interface Speaker {
  readonly member: MemberId;
  readonly place: Place;
  /** As Teams tells it; kept only where somebody signs, or facilitates. */
  readonly name?: string;
  /** Others read the answer too: it was typed in a channel or a group chat. */
  readonly overheard: boolean;
  /** A second facilitator confirmed what is asked for. Never read from an activity. */
  readonly confirmed?: true;
}
