import type { DeliveryReport } from '../domain/delivery.js';
import type { Words } from '../words/catalogue.js';
import { reasonsText } from './delivery-reasons.js';

type Counts = Readonly<Record<string, number>>;

/** How many deliveries stand where, a fact for each state that has any, and how they add up to the last place. */
export function countFacts(
  report: DeliveryReport,
  words: Words,
): readonly { title: string; value: string }[] {
  const { sent, waiting, sending, failed, skipped, cancelled } = report;
  const texts = words.all.deliveries;
  const others = [
    { title: texts.waiting, count: waiting, byReason: {} },
    { title: texts.sending, count: sending, byReason: {} },
    { title: texts.failed, count: totalOf(failed), byReason: failed },
    { title: texts.skipped, count: totalOf(skipped), byReason: skipped },
    { title: texts.cancelled, count: cancelled, byReason: {} },
  ];
  const states = [
    { title: texts.sent, count: sent, byReason: {} },
    ...others.filter(({ count }) => count > 0),
  ];
  const facts = states.map(({ title, count, byReason }) => ({
    title,
    value: countText(count, byReason, words),
  }));
  const counts = states.map(({ count }) => count);
  return [...facts, { title: texts.together, value: sumText(counts, report.intended, words) }];
}

/** How many of all reasons together. */
export function totalOf(byReason: Counts): number {
  return Object.values(byReason).reduce((sum, count) => sum + count, 0);
}

function countText(count: number, byReason: Counts, words: Words): string {
  const reasons = reasonsText(byReason, words);
  if (reasons === '') return words.say('deliveries.count', { count });
  return words.say('deliveries.countReasons', { count, reasons });
}

function sumText(counts: readonly number[], intended: number, words: Words): string {
  const places = words.say('deliveries.places', { count: intended });
  if (counts.length === 1) return places;
  const terms = counts.map((count) => words.say('deliveries.count', { count })).join(' + ');
  return words.say('deliveries.sum', { terms, places });
}
