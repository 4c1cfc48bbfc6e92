import type { CharterName } from '../../domain/charter.js';
import type { AdoptionRule, ProcessRules } from '../../domain/process.js';
import type { About } from '../about.js';

export type ProcessIntent =
  /** How this process works. */
  | { readonly kind: 'process'; readonly charter?: CharterName; readonly page?: number }
  /** Who can see what. */
  | { readonly kind: 'privacy'; readonly about: About };

/** Those named are to change; of the rule of adoption any part. */
export type WishedRules = Omit<Partial<ProcessRules>, 'adoption'> & {
  readonly adoption?: Partial<AdoptionRule>;
};

/** For facilitators. */
export type RulesIntent =
  /** The form. */
  | { readonly kind: 'rules'; readonly charter?: CharterName }
  | {
      readonly kind: 'change-rules';
      readonly charter?: CharterName;
      /** What could not be read is named; `confidential`: somebody asked to switch anonymity off. */
      readonly rules: WishedRules | { readonly unreadable: string } | 'confidentiality-off';
    }
  | { readonly kind: 'seal'; readonly charter?: CharterName; readonly confirmed: boolean };
