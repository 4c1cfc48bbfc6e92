import { createHash } from 'node:crypto';

import {
  failing,
  failingAfterwards,
  resetting,
  slow,
  throttled,
  type Fault,
  type FaultSource,
} from './connector-faults.js';

/** How likely a call is to meet each fault, 0 to 1. */
export interface FaultMix {
  readonly throttles: number;
  readonly conflicts: number;
  readonly outages: number;
  readonly resets: number;
  readonly delays: number;
  /** How often one conversation is struck at most; delays do not count. */
  readonly most: number;
}

/** Every kind of a fault is as likely as the others of its name. */
const kinds: Readonly<Record<Exclude<keyof FaultMix, 'most'>, readonly Fault[]>> = {
  throttles: [throttled(1), throttled()],
  conflicts: [failing(412, 'PreconditionFailed')],
  outages: [
    ...[502, 503, 504].map((status) => failing(status, 'ServiceError')),
    ...[502, 504].map((status) => failingAfterwards(status)),
  ],
  resets: [resetting('before'), resetting('after')],
  delays: [slow(50), slow(150)],
};

/**
 * Faults by chance. With the same seed each conversation meets the same ones in the same order, whatever happens in
 * the others.
 */
export function drawnFaults(seed: string, mix: FaultMix): FaultSource {
  const seen = new Map<string, { calls: number; struck: number }>();
  return ({ conversation = '' }) => {
    const before = seen.get(conversation) ?? { calls: 0, struck: 0 };
    before.calls += 1;
    seen.set(conversation, before);
    const fault = draw(mix, chance(seed, conversation, before.calls));
    if (fault === undefined || fault.kind === 'delay') return fault;
    if (before.struck >= mix.most) return undefined;
    before.struck += 1;
    return fault;
  };
}

function draw(mix: FaultMix, drawn: number): Fault | undefined {
  let from = 0;
  for (const [name, faults] of Object.entries(kinds)) {
    const share = mix[name as keyof typeof kinds];
    if (drawn < from + share) return faults[Math.floor(((drawn - from) / share) * faults.length)];
    from += share;
  }
  return undefined;
}

/** A number from 0 up to 1 that is always the same for the same things. */
export function chance(...things: readonly (string | number)[]): number {
  return createHash('sha256').update(things.join('\n')).digest().readUInt32BE() / 2 ** 32;
}
