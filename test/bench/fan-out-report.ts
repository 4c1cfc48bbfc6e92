import type { Verdict } from './report.js';
import type { FanOut } from './fan-out-run.js';

const columns: readonly (readonly [head: string, cell: (one: FanOut) => string])[] = [
  ['sent by', ({ who }) => who],
  ['processes', ({ processes }) => String(processes)],
  ['limit /s', ({ perSecond }) => String(perSecond)],
  ['recipients', ({ recipients }) => whole(recipients)],
  ['faults', ({ faults }) => (faults ? 'yes' : 'no')],
  ['s', ({ seconds }) => digits(seconds, 1)],
  ['ideal s', (one) => digits(idealOf(one), 1)],
  ['ratio', (one) => digits(ratioOf(one), 3)],
  ['requests', ({ requests }) => whole(requests)],
  ['429', ({ throttled }) => whole(throttled)],
  ['lost', ({ lost }) => whole(lost)],
  ['failed', ({ failed }) => whole(failed)],
  ['doubled', ({ doubled }) => whole(doubled)],
  ['possibly twice', ({ possiblyTwice }) => whole(possiblyTwice)],
  ['publishing s', ({ publishSeconds }) => digits(publishSeconds, 2)],
  ['peak MB', ({ memory }) => digits(memory, 0)],
  ['CPU ms/request', ({ cpu }) => digits(cpu, 2)],
];

/** As Markdown shows it. */
export function fanOutTable(fanOuts: readonly FanOut[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(([head]) => head)),
    line(columns.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...fanOuts.map((one) => line(columns.map(([, cell]) => cell(one)))),
  ].join('\n');
}

/** What is asked of each fan-out at Teams' limit, and of the memory of the smallest and the largest. */
export function fanOutVerdicts(fanOuts: readonly FanOut[]): readonly Verdict[] {
  return [...fanOuts.flatMap(verdictsOf), ...[...new Set(fanOuts.map(({ who }) => who))].flatMap(growth)];

  function growth(who: string): Verdict[] {
    const own = fanOuts.filter((one) => one.who === who && one.processes === 1 && !one.faults);
    const sorted = own.toSorted((a, b) => a.recipients - b.recipients);
    const [small, large] = [sorted[0], sorted.at(-1)];
    if (small === undefined || large === undefined || small === large) return [];
    const grown = (large.memory ?? NaN) - (small.memory ?? NaN);
    const between = `from ${whole(small.recipients)} to ${whole(large.recipients)} recipients`;
    return [verdict(grown < 60, `${who}: memory grows by less than 60 MB ${between} (${digits(grown, 1)})`)];
  }
}

function verdictsOf(one: FanOut): Verdict[] {
  const replicas = one.processes === 1 ? '' : `, ${String(one.processes)} processes`;
  const what = `${one.who}, ${whole(one.recipients)}${one.faults ? ' with faults' : ''}${replicas}`;
  const always = [
    verdict(one.lost === 0 && one.failed === 0, `${what}: nobody lost (${whole(one.lost)})`),
    verdict(
      one.doubled <= (one.possiblyTwice ?? 0),
      `${what}: at most those reported as possibly twice got it twice (${whole(one.doubled)})`,
    ),
    verdict(
      (one.publishSeconds ?? NaN) < 2,
      `${what}: publishing answers in under 2 s (${digits(one.publishSeconds, 2)})`,
    ),
  ];
  if (one.faults) return always;
  return [
    verdict(ratioOf(one) <= 1.07, `${what}: at most 1.07 times the ideal time (${digits(ratioOf(one), 3)})`),
    verdict(one.throttled === 0, `${what}: no limit exceeded (${whole(one.throttled)} times 429)`),
    ...always,
  ];
}

function verdict(met: boolean, text: string): Verdict {
  return { met, line: `${met ? 'PASS' : 'FAIL'}  ${text}` };
}

function idealOf({ recipients, perSecond }: FanOut): number {
  return recipients / perSecond;
}

function ratioOf(one: FanOut): number {
  return one.seconds / idealOf(one);
}

function digits(number: number | undefined, count: number): string {
  return number === undefined || Number.isNaN(number) ? '–' : number.toFixed(count);
}

function whole(number: number | undefined): string {
  return number === undefined ? '–' : number.toLocaleString('en-GB');
}
