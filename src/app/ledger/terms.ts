import type { ProcessRules } from '../../domain/process.js';
import { digestOf } from './chain.js';

/** What members are asked, each with a number that grows when its words come to mean something else. */
const questions = {
  rating: 'How strongly does this value, as worded here, resonate with you? 1-5, not clear, no opinion (1)',
  consent: 'May we adopt this draft? support, can live with it, object because (1)',
} as const;

/** SHA-256, in hex, of what is fixed when rating opens: the rules, the questions, and until when one may answer. */
export function termsDigest({
  rules,
  closes,
}: {
  readonly rules: ProcessRules;
  /** ISO-8601 UTC. */
  readonly closes?: string | undefined;
}): string {
  return digestOf({ questions, rules, closes: closes ?? null });
}
