import type { ChaosPlan, ChaosRecord, PlaceRecord } from './run-chaos.js';

/** One thing that must hold whatever is killed, and what speaks against it. */
export interface Promised {
  readonly promise: string;
  /** What was counted, for people. */
  readonly found: string;
  /** Empty when it was kept. */
  readonly broken: readonly string[];
}

export function promisesOf(plan: ChaosPlan, record: ChaosRecord): readonly Promised[] {
  const { places, report, wrong } = record;
  const doubled = places.filter(({ copies }) => copies.length > 1);
  const reached = places.filter(({ copies }) => copies.length > 0);
  const interrupted = total(places.map((place) => place.interrupted));
  const unacknowledged = total(places.map((place) => place.unacknowledged));
  return [
    {
      promise: 'so many processes were killed, and those that lived ended in good order',
      found: `${String(record.kills)} killed`,
      broken: [
        ...(record.kills >= plan.kills ? [] : [`only ${String(record.kills)} kills`]),
        ...record.ends.filter((end) => end !== 0).map((end) => `one ended with ${String(end)}`),
      ],
    },
    {
      promise: 'nobody is lost',
      found: `${String(reached.length)} of ${String(plan.recipients)} reached`,
      broken: places.filter(({ copies }) => copies.length === 0).map(described),
    },
    {
      promise: 'at most as many twice as were on their way at a kill or taken without an answer',
      found: `${String(doubled.length)} twice; ${String(interrupted)} and ${String(unacknowledged)}`,
      broken: doubled.length > interrupted + unacknowledged ? doubled.map(described) : [],
    },
    {
      promise: 'each copy too many was on its way at a kill or taken without an answer at that place',
      found: `${String(total(places.map(({ copies }) => Math.max(0, copies.length - 1))))} too many`,
      broken: places.filter(isUnexplained).map(described),
    },
    {
      promise: 'the report tells of at least those that got it twice, each of them',
      found: `${String(report.possiblyTwice)} possibly twice`,
      broken: [
        ...((report.possiblyTwice ?? 0) < doubled.length ? ['the number is too small'] : []),
        ...doubled.filter(({ delivery }) => delivery?.doubts === 0).map(described),
      ],
    },
    {
      promise: 'the report is what the connector recorded',
      found: `${String(report.sent)} sent of ${String(report.intended)}`,
      broken: [
        ...(equals(report, plan.recipients, reached.length) ? [] : [JSON.stringify(report)]),
        ...places.filter((place) => !isRightlyRecorded(place)).map(described),
      ],
    },
    {
      promise: 'the report adds up at every look',
      found: `${String(record.looks)} looks`,
      broken: wrong.map((look) => JSON.stringify(look)),
    },
  ];
}

function isUnexplained({ copies, unacknowledged, interrupted }: PlaceRecord): boolean {
  return copies.length > 1 + unacknowledged + interrupted;
}

function isRightlyRecorded({ copies, delivery }: PlaceRecord): boolean {
  if (copies.length === 0) return delivery !== undefined && delivery.state !== 'sent';
  return delivery?.state === 'sent' && copies.includes(delivery.message ?? '');
}

function equals(report: ChaosRecord['report'], recipients: number, reached: number): boolean {
  const none = [
    report.waiting,
    report.sending,
    report.cancelled,
    ...countsOf(report.failed),
    ...countsOf(report.skipped),
  ];
  return report.intended === recipients && report.sent === reached && none.every((count) => count === 0);
}

function countsOf(byReason: Readonly<Record<string, number>> = {}): number[] {
  return Object.values(byReason);
}

function described({ conversation, copies, unacknowledged, interrupted, delivery }: PlaceRecord): string {
  return JSON.stringify({ conversation, copies: copies.length, unacknowledged, interrupted, ...delivery });
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
