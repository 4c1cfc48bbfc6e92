import type { CharterName } from '../../domain/charter.js';
import type { MemberId } from '../../domain/place.js';
import type { SecondAction } from '../../domain/process.js';
import type { Intent } from '../intent.js';

/** Something that one facilitator asked for, and that waits for a second one. */
export interface Approval {
  readonly id: string;
  readonly charter: CharterName;
  readonly action: SecondAction | 'rules';
  /** What is done when it is confirmed. */
  readonly intent: Intent;
  /** A member's id, or `api:` and the name of an API token. */
  readonly askedBy: string;
  /** As Teams told it. */
  readonly askedByName?: string;
  /** ISO-8601 UTC. */
  readonly askedAt: string;
}

export interface ApprovalStore {
  /** Keeps and records it; takes the place of what waits for the same action in the same charter. */
  ask(approval: Approval): Promise<void>;
  find(id: string): Promise<Approval | undefined>;
  /** What waits, the oldest first. */
  waiting(charter?: CharterName): Promise<readonly Approval[]>;
  /**
   * Ends the waiting and records which; false when it does not wait any more. Whoever gets `true` does what was asked for.
   */
  settle(which: { id: string; became: 'confirmed' | 'declined'; by: MemberId; at: string }): Promise<boolean>;
}
