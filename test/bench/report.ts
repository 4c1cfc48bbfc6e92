import { median, type Round } from './measure.js';

/** All rounds of one server at one number of connections, in the order they were run. */
export interface Measured {
  readonly server: string;
  readonly connections: number;
  readonly rounds: readonly Round[];
}

const targets = [
  {
    of: 'requestsPerSecond',
    to: 'plain bot',
    atLeast: 3,
    text: "3 times the plain bot's requests per second",
  },
  { of: 'requestsPerSecond', to: 'floor', atLeast: 0.9, text: "0.9 of the floor's requests per second" },
  { of: 'p99', to: 'floor', atMost: 1.5, text: "1.5 times the floor's p99" },
] as const;

/** A table as Markdown shows it. Ratios are medians of the rounds' ratios: the machine's mood changes between rounds. */
export function table(measured: readonly Measured[]): string {
  const head =
    '| connections | server | req/s | to floor | to plain bot | p50 ms | p99 ms | p99 to floor | CPU ms/req |';
  const line = '|---:|---|---:|---:|---:|---:|---:|---:|---:|';
  return [head, line, ...measured.map((one) => row(one, measured))].join('\n');
}

/** One requirement, and whether it is met. */
export interface Verdict {
  readonly met: boolean;
  readonly line: string;
}

/** One line per target and number of connections; none without a measured Touchstone. */
export function verdicts(measured: readonly Measured[]): Verdict[] {
  return measured
    .filter((one) => one.server === 'Touchstone')
    .flatMap((one) => targets.map((target) => verdict(one, target, measured)));
}

function row(one: Measured, all: readonly Measured[]): string {
  const cells = [
    String(one.connections),
    one.server,
    thousands(median(one.rounds.map((round) => round.requestsPerSecond))),
    digits(ratio(one, 'floor', 'requestsPerSecond', all)),
    digits(ratio(one, 'plain bot', 'requestsPerSecond', all)),
    digits(median(one.rounds.map((round) => round.p50))),
    digits(median(one.rounds.map((round) => round.p99))),
    digits(ratio(one, 'floor', 'p99', all)),
    digits(median(one.rounds.map((round) => round.cpu ?? NaN))),
  ];
  return `| ${cells.join(' | ')} |`;
}

function verdict(one: Measured, target: (typeof targets)[number], all: readonly Measured[]): Verdict {
  const found = ratio(one, target.to, target.of, all);
  const met = 'atLeast' in target ? found >= target.atLeast : found <= target.atMost;
  const bound = 'atLeast' in target ? 'at least' : 'at most';
  const connections = String(one.connections);
  const line = `${met ? 'PASS' : 'FAIL'}  ${connections} connections: ${bound} ${target.text} (${digits(found)})`;
  return { met, line };
}

function ratio(
  one: Measured,
  server: string,
  what: 'requestsPerSecond' | 'p99',
  all: readonly Measured[],
): number {
  const other = all.find((each) => each.server === server && each.connections === one.connections);
  return median(one.rounds.map((round, index) => round[what] / (other?.rounds[index]?.[what] ?? NaN)));
}

function digits(number: number): string {
  return Number.isNaN(number) ? '–' : number.toFixed(2);
}

function thousands(number: number): string {
  return Math.round(number).toLocaleString('en-GB');
}
