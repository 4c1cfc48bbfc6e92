import type { AdoptionRule } from './process.js';
import { answersIn } from './consent-figures.js';
import type { ConsentFigures } from './consent.js';

/** Why a draft cannot be adopted; several may hold. */
export type RuleGap =
  | {
      readonly kind: 'too-few';
      readonly needed: number;
      /** Absent where it may not be told. */ readonly answered?: number;
    }
  | {
      readonly kind: 'too-many-object';
      readonly objecting: number;
      readonly answered: number;
      readonly most: number;
    };

/**
 * What the rule still lacks; empty where it is met. It is judged by the figures as they are told, so that no decision gives
 * away what they hide: where too few answered for figures, too few answered to adopt.
 */
export function gapsIn(rule: AdoptionRule, figures: ConsentFigures): readonly RuleGap[] {
  if (figures.kind === 'hidden')
    return [{ kind: 'too-few', needed: Math.max(rule.quorum, figures.people.count) }];
  const answered = answersIn(figures.counts);
  const { object: objecting } = figures.counts;
  return [
    ...(answered < rule.quorum ? [{ kind: 'too-few', needed: rule.quorum, answered } as const] : []),
    ...(objecting * 100 > rule.mostObjecting * answered
      ? [{ kind: 'too-many-object', objecting, answered, most: rule.mostObjecting } as const]
      : []),
  ];
}
