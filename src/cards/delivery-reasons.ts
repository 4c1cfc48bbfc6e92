import type { Words } from '../words/catalogue.js';
import { inline, shorten } from './text.js';

/** Reasons named one by one; what is left is counted together. */
const reasonsShown = 6;
/** Characters of a code: Teams’ longest have thirty, and one line of a phone holds no more. */
const codeShown = 32;

/** Why a place was not reached, in words; a code without words of its own (Teams has more than we know) as it is. */
export function reasonText(code: string, words: Words): string {
  if (isKnown(code, words)) return words.all.deliveries.reasons[code];
  return inline(shorten(code, codeShown)) || words.all.deliveries.reasons.unknown;
}

/** Counts by reason, the largest first; they add up whatever is counted together. */
export function reasonsText(byReason: Readonly<Record<string, number>>, words: Words): string {
  const sorted = Object.entries(byReason).sort(([, a], [, b]) => b - a);
  const shown = sorted
    .slice(0, reasonsShown)
    .map(([code, count]) => ({ reason: reasonText(code, words), count }));
  const left = sorted.slice(reasonsShown).reduce((sum, [, count]) => sum + count, 0);
  const others = left === 0 ? [] : [{ reason: words.all.deliveries.otherReasons, count: left }];
  return [...shown, ...others].map((each) => words.say('deliveries.reason', each)).join('; ');
}

type KnownReason = keyof Words['all']['deliveries']['reasons'];

function isKnown(code: string, words: Words): code is KnownReason {
  return Object.hasOwn(words.all.deliveries.reasons, code);
}
