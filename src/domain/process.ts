/** How a charter's process works: chosen by facilitators, open to everybody, never weakened once somebody answered. */
export interface ProcessRules {
  /** Below this number of answers nothing of a value, and nothing of a group, is shown. At least `fewestAnswers`. */
  readonly least: number;
  /** When results appear. */
  readonly results: 'at-closing' | 'interim';
  /** Whether a comment is read by a moderator before others see it, or afterwards. */
  readonly review: 'before' | 'after';
  /** Who may open the pages: whoever has a signed link, or anybody. */
  readonly page: 'community' | 'public';
  /** Days after sealing for which identities are kept. */
  readonly identityDays: number;
  /** How many people the community counts, where facilitators say so; nothing is hidden or shown by it. */
  readonly communitySize?: number;
  /** What members may say of where they belong; empty: they are not asked. */
  readonly groups: readonly string[];
  /** When a draft counts as adopted. */
  readonly adoption: AdoptionRule;
  /** What one facilitator asks for and a second one confirms. */
  readonly second: readonly SecondAction[];
}

/** When a draft counts as adopted; fixed before anybody rates. */
export interface AdoptionRule {
  /** So many have to answer in the consent round. */
  readonly quorum: number;
  /** At most so many of a hundred of them may object. */
  readonly mostObjecting: number;
  /** Days for which a consent round is open. */
  readonly consentDays: number;
}

/** What cannot be undone. */
export const secondActions = ['publish', 'seal', 'adopt', 'delete'] as const;
export type SecondAction = (typeof secondActions)[number];

export type RuleName = keyof ProcessRules;

export const usualRules: ProcessRules = {
  least: 5,
  results: 'at-closing',
  review: 'before',
  page: 'community',
  identityDays: 30,
  groups: [],
  adoption: { quorum: 5, mostObjecting: 20, consentDays: 7 },
  second: [],
};

/** One thing that happened to a process, for everybody to read: an entry of its ledger. It names no person. */
export interface ProcessRecord {
  /** From 1, without gaps. */
  readonly number: number;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly entry: ProcessEntry;
  /** Of this entry and of the one before it, in hex; `app/ledger/chain.ts` says how. */
  readonly hash: string;
}

export type ProcessEntry =
  /** `terms`: as they are from then on, where they were fixed and members were told of the change. */
  | { readonly kind: 'rules-changed'; readonly changes: readonly RuleChange[]; readonly terms?: string }
  /** Somebody tried to weaken what members had been told when they answered. */
  | { readonly kind: 'change-refused'; readonly changes: readonly RuleChange[] }
  | { readonly kind: 'confidentiality-kept' }
  | {
      readonly kind: 'draft';
      readonly number: number;
      readonly became: 'open' | 'closed' | 'replaced' | 'withdrawn' | 'adopted' | 'reopened';
      /** Of what it says, when it opens: SHA-256 of the draft as exports have it. */
      readonly content?: string;
      /** Of rules, questions and dates as they were fixed then (`app/ledger/terms.ts`). */
      readonly terms?: string;
    }
  /** When a draft's rating or a consent round is to end; null: no date any more. */
  | {
      readonly kind: 'date';
      readonly number: number;
      readonly of: 'rating' | 'consent';
      readonly closes: string | null;
      /** As of `rules-changed`. */
      readonly terms?: string;
    }
  /** A change of spelling that somebody says is more. Who, and how many, is not told. */
  | { readonly kind: 'spelling-disputed'; readonly number: number; readonly value: string }
  | { readonly kind: 'corrected'; readonly number: number | null; readonly content: string }
  /** An answer told to everybody. `content`: SHA-256 of its theme and reason. */
  | {
      readonly kind: 'theme-answered';
      readonly theme: number;
      readonly status: string;
      readonly content: string;
    }
  | { readonly kind: 'consent-opened' | 'consent-closed'; readonly number: number; readonly terms?: string }
  | {
      readonly kind: 'adopted';
      readonly number: number;
      readonly adoptedOn: string;
      readonly content: string;
    }
  /** A second facilitator was asked to confirm, and what became of it. */
  | {
      readonly kind: 'second';
      readonly action: SecondAction | 'rules';
      readonly became: 'asked' | 'confirmed' | 'declined';
    }
  | { readonly kind: 'facilitators'; readonly became: 'added' | 'removed'; readonly count: number }
  | { readonly kind: 'comment-hidden'; readonly reason: string }
  | { readonly kind: 'comment-shown-again' }
  | { readonly kind: 'comment-approved' | 'comment-merged' }
  /** The process, or its frame anew, before there is a draft or between two. */
  | { readonly kind: 'announced' }
  | { readonly kind: 'sealed' }
  | { readonly kind: 'identities-erased' };

/** Rule by rule, as JSON values. */
export interface RuleChange {
  readonly rule: RuleName;
  readonly from: RuleChangeValue;
  readonly to: RuleChangeValue;
}

export type RuleChangeValue = string | number | readonly string[] | AdoptionRule | null;

type RuleValue = ProcessRules[RuleName];

/** Bounds within which a rule may be chosen. */
export const ruleBounds = {
  least: { from: 5, to: 1_000 },
  identityDays: { from: 1, to: 365 },
  communitySize: { from: 1, to: 100_000_000 },
  groups: { from: 2, to: 12, longest: 40 },
  /** As many as have to answer before anything is told, at least. */
  quorum: { from: 5, to: 1_000_000 },
  mostObjecting: { from: 0, to: 100 },
  consentDays: { from: 1, to: 90 },
} as const;

const choices = {
  results: ['at-closing', 'interim'],
  review: ['before', 'after'],
  page: ['community', 'public'],
} as const;

const isValid: { readonly [Rule in RuleName]-?: (value: unknown) => boolean } = {
  least: isWithin(ruleBounds.least),
  results: isOneOf(choices.results),
  review: isOneOf(choices.review),
  page: isOneOf(choices.page),
  identityDays: isWithin(ruleBounds.identityDays),
  communitySize: isWithin(ruleBounds.communitySize),
  groups: areGroups,
  adoption: isAdoptionRule,
  second: areSecondActions,
};

/** Whether a rule changed from the one to the other tells less, shows it later or keeps it for a shorter time. */
const isNoWeaker: {
  readonly [Rule in RuleName]-?: (before: ProcessRules[Rule], after: ProcessRules[Rule]) => boolean;
} = {
  least: (before, after) => after >= before,
  results: (_before, after) => after === 'at-closing',
  review: (_before, after) => after === 'before',
  page: (_before, after) => after === 'community',
  identityDays: (before, after) => after <= before,
  // Nothing is hidden or shown by it.
  communitySize: () => true,
  // Whoever said where they belong said it among these.
  groups: () => false,
  // Changing it tells nobody's answer; each change is announced.
  adoption: () => true,
  second: (before, after) => before.every((action) => after.includes(action)),
};

const ruleNames = Object.keys(isValid) as readonly RuleName[];

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(isValid, name);
}

/** The first rule that cannot be chosen like this, or nothing. */
export function invalidRule(rules: Partial<ProcessRules>): RuleName | undefined {
  return ruleNames.find((rule) => rules[rule] !== undefined && !isValid[rule](rules[rule]));
}

/** What differs, rule by rule. */
export function changesBetween(before: ProcessRules, after: ProcessRules): readonly RuleChange[] {
  return ruleNames.flatMap((rule) => {
    const [from, to] = [before[rule] ?? null, after[rule] ?? null];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ rule, from, to }];
  });
}

/** Those changes that weaken what members were told. */
export function weakenings(before: ProcessRules, after: ProcessRules): readonly RuleChange[] {
  return changesBetween(before, after).filter(({ rule }) => {
    const isFine = isNoWeaker[rule] as (before: RuleValue, after: RuleValue) => boolean;
    return !isFine(before[rule], after[rule]);
  });
}

function isWithin({ from, to }: { readonly from: number; readonly to: number }): (value: unknown) => boolean {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

function isOneOf(known: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && known.includes(value);
}

/** None at all, or some that nobody takes for one another. */
function areGroups(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const { from, to, longest } = ruleBounds.groups;
  const names = value.map((name) => (typeof name === 'string' ? name.trim() : ''));
  const isFine = names.every((name, index) => name === value[index] && name !== '' && name.length <= longest);
  const different = new Set(names.map((name) => name.toLowerCase())).size;
  return (
    names.length === 0 || (isFine && different === names.length && names.length >= from && names.length <= to)
  );
}

function isAdoptionRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { quorum, mostObjecting, consentDays } = value as Partial<AdoptionRule>;
  return (
    isWithin(ruleBounds.quorum)(quorum) &&
    isWithin(ruleBounds.mostObjecting)(mostObjecting) &&
    isWithin(ruleBounds.consentDays)(consentDays)
  );
}

function areSecondActions(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((each) => (secondActions as readonly unknown[]).includes(each))
  );
}
