import type { Announcement } from '../../domain/announcement.js';
import type { CharterName } from '../../domain/charter.js';
import type { Outcome } from '../../domain/outcome.js';
import type { ProcessEntry, ProcessRecord, ProcessRules, RuleChange } from '../../domain/process.js';

export type RulesOutcome =
  | { readonly kind: 'changed'; readonly changes: readonly RuleChange[] }
  | { readonly kind: 'unchanged' }
  /** Somebody answered already, and these would weaken what they were told. Recorded; nothing was changed. */
  | { readonly kind: 'refused'; readonly changes: readonly RuleChange[] }
  | { readonly kind: 'sealed' };

export interface ProcessStore {
  /**
   * In one transaction: looks whether anybody answered, changes or refuses, and records which. While a draft is open or a
   * consent round runs, the rules were fixed: a change is recorded with the new terms, and announced.
   */
  changeRules(change: {
    charter: CharterName;
    rules: Partial<ProcessRules>;
    at: string;
    announcement?: Announcement;
  }): Promise<RulesOutcome>;
  /** Whether somebody rated, commented or said where they belong, so that rules can only get stronger. */
  isAnswered(charter: CharterName): Promise<boolean>;
  /** In the order in which they happened: the ledger. */
  records(charter: CharterName): Promise<readonly ProcessRecord[]>;
  /** The hash of the last of them; of a charter without any, sixty-four zeros. */
  head(charter: CharterName): Promise<string>;
  record(entry: { charter: CharterName; entry: ProcessEntry; at: string }): Promise<void>;
  /**
   * In one transaction: the key is destroyed; answers lose pseudonym and time and get random group ids, the same for
   * all answers of one member; comments and votes lose their author; who declined, who was reminded, how often, and what
   * else was kept for the process is removed; the announcement is written. What the database keeps of deleted rows is
   * overwritten afterwards. `draft-open`: a draft is still open. The second call changes nothing.
   */
  seal(sealing: {
    charter: CharterName;
    announcement: Announcement;
    /** With adoption: the closed draft is adopted, and the outcome kept and recorded, in the same transaction. */
    outcome?: Outcome;
  }): Promise<'sealed' | 'sealed-before' | 'draft-open'>;
  /** Charters sealed before an instant whose identities are still there. */
  identitiesKept(): Promise<readonly { readonly charter: CharterName; readonly sealedAt: string }[]>;
  /** Erases what leads to a person in what a sealed charter left, and records it. The second call changes nothing. */
  eraseIdentities(which: { charter: CharterName; at: string }): Promise<void>;
  identitiesErasedAt(charter: CharterName): Promise<string | undefined>;
  /** Overwrites what the database still keeps of what was deleted; nothing when nothing is left to overwrite. */
  wipeTraces(): Promise<void>;
}
