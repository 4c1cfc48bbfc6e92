import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  allAnswers,
  distributionBy,
  fewestChanged,
  onScale,
  together,
  without,
} from '../../src/domain/distribution.js';
import type { Distribution, Figures } from '../../src/domain/release.js';
import { fewestAnswers } from '../../src/domain/results.js';
import { histories, live, type Given, type History, type Moment } from './community-history.js';
import { tellingHistories } from './telling-histories.js';

/** Something of one value that can be read, or computed from what can be read, and who is behind it. */
interface Known {
  /** What an attacker calls it: the same of two moments can be compared. */
  readonly name: string;
  readonly counts: Distribution;
  /** The answer of each member who is in it. */
  readonly people: ReadonlyMap<number, Given>;
}

interface Telling {
  /** The draft, and the value. */
  readonly of: string;
  readonly kin: readonly string[];
  readonly wording: string;
  readonly figures: Figures;
  readonly least: number;
  readonly known: readonly Known[];
}

describe('an attacker who subtracts everything that was ever told from everything else', () => {
  it('is never left with the answers of fewer than five members', () => {
    fc.assert(
      fc.property(histories, (history) => {
        attack(history);
      }),
      { numRuns: 3000, examples: tellingHistories.map(({ history }) => [history]) },
    );
  });

  it('finds much to subtract', () => {
    const pairs = fc
      .sample(histories, { numRuns: 200, seed: 4 })
      .flatMap((history) => comparable(live(history).flatMap(tellingsAt)))
      .filter(([one, other]) => one !== other);

    const withGroups = pairs.filter((pair) => pair.every(({ figures }) => figures.groups));
    assert.ok(pairs.length > 600 && withGroups.length > 80, `${pairs.length} ${withGroups.length}`);
  });

  for (const { what, history, told } of tellingHistories) {
    it(`does not read ${what}`, () => {
      attack(history);

      assert.deepEqual(
        live(history).map(({ release }) => summaryOf(release.values[0]?.figures)),
        told,
      );
    });
  }
});

function attack(history: History): void {
  const moments = live(history);
  for (const moment of moments) assertTrue(moment, moments);
  const tellings = moments.flatMap(tellingsAt);
  tellings.forEach(assertLargeEnough);
  for (const [one, other] of comparable(tellings))
    for (const whole of one.known) for (const part of other.known) assertNobodyIsolated(whole, part);
}

/** Pairs of tellings of the same answers, each with itself and both ways round. */
function comparable(tellings: readonly Telling[]): readonly (readonly [Telling, Telling])[] {
  return tellings.flatMap((one) =>
    tellings
      .filter(
        (other) =>
          [one.of, ...one.kin].includes(other.of) ||
          other.kin.includes(one.of) ||
          one.wording === other.wording,
      )
      .map((other) => [one, other] as const),
  );
}

/** Figures are those of the moment, or say that they are not and repeat what was told. */
function assertTrue({ release, given }: Moment, moments: readonly Moment[]): void {
  for (const [index, { figures }] of release.values.entries()) {
    if (figures === undefined) continue;
    const all = [...given[index]!.values()];
    const isOld = moments.some((moment) =>
      moment.release.values.some(
        (value) => !value.figures?.earlier && isEqual(value.figures?.all, figures.all),
      ),
    );
    assert.ok(figures.earlier ? isOld : isEqual(figures.all, countsOf(all)));
    for (const { group, counts } of figures.earlier ? [] : (figures.groups?.shown ?? []))
      assert.deepEqual(counts, countsOf(all.filter((one) => one.group === group)));
  }
}

function assertLargeEnough({ figures: { all, groups }, least, known }: Telling): void {
  assert.ok(onScale(all) >= least);
  for (const { counts } of groups?.shown ?? []) {
    assert.ok(onScale(counts) >= least && !isUnanimouslyLow(counts));
  }
  if (groups === undefined) return;
  const rest = without(all, together(groups.shown.map(({ counts }) => counts)));
  const named = [...known.at(-1)!.people.values()].filter(({ group }) => groups.hidden.includes(group ?? ''));
  assert.ok(allAnswers(rest) === 0 || (allAnswers(rest) >= least && !isUnanimouslyLow(rest)));
  assert.ok(onScale(rest) === 0 || onScale(rest) >= least);
  // Whoever knows who belongs to no group would know a single hidden one.
  assert.notEqual(new Set(named.map(({ group }) => group)).size, 1);
}

function assertNobodyIsolated(one: Known, other: Known): void {
  const left = leftOf(one, other);
  assert.ok(
    left === undefined || left === 0 || left >= fewestAnswers,
    `${one.name} minus ${other.name}: ${left}`,
  );
  if (one.name !== other.name) return;
  const changed = fewestChanged(one.counts, other.counts);
  assert.ok(changed === 0 || changed >= fewestAnswers, `${one.name} changed by ${changed}`);
}

/** How many are left when one is taken from another that contains it; `undefined` where it does not. */
function leftOf(whole: Known, part: Known): number | undefined {
  if (part.people.size > whole.people.size) return undefined;
  for (const [member, { answer }] of part.people)
    if (whole.people.get(member)?.answer !== answer) return undefined;
  return whole.people.size - part.people.size;
}

/** What was told at one moment for the first time. */
function tellingsAt({ release, given, kin }: Moment): readonly Telling[] {
  return release.values.flatMap(({ value, wording, figures }, index) =>
    figures === undefined || figures.earlier
      ? []
      : [
          {
            of: `${release.draft} ${value}`,
            kin: kin.get(index) ?? [],
            wording,
            figures,
            least: release.least,
            known: knownFrom(figures, given[index]!),
          },
        ],
  );
}

/** All answers, each group, the rest, and every sum of them; the rest alone comes last. */
function knownFrom({ all, groups }: Figures, given: ReadonlyMap<number, Given>): readonly Known[] {
  const shown = groups?.shown ?? [];
  const names = shown.map(({ group }) => group).sort();
  const rest = { group: undefined, counts: without(all, together(shown.map(({ counts }) => counts))) };
  return selectionsOf([...shown, rest])
    .filter((parts) => parts.length > 0)
    .map((parts) => {
      const taken = parts.map(({ group }) => group);
      const hasRest = taken.includes(undefined);
      const isIn = (group: string | undefined) =>
        group !== undefined && names.includes(group) ? taken.includes(group) : hasRest;
      return {
        name: hasRest
          ? `all but ${names.filter((name) => !taken.includes(name)).join(', ')}`
          : names.filter((name) => taken.includes(name)).join(', '),
        counts: together(parts.map(({ counts }) => counts)),
        people: new Map([...given].filter(([, { group }]) => isIn(group))),
      };
    });
}

/** The last one is that of the last part alone. */
function selectionsOf<T>(parts: readonly T[]): readonly (readonly T[])[] {
  return parts
    .reduceRight<readonly (readonly T[])[]>(
      (selections, part) => [...selections.map((each) => [part, ...each]), ...selections],
      [[]],
    )
    .toSorted((one, other) => Number(isLast(one, parts)) - Number(isLast(other, parts)));
}

function isLast<T>(selection: readonly T[], parts: readonly T[]): boolean {
  return selection.length === 1 && selection[0] === parts.at(-1);
}

function countsOf(given: readonly Given[]): Distribution {
  return distributionBy((answer) => given.filter((one) => one.answer === answer).length);
}

function isEqual(one: Distribution | undefined, other: Distribution): boolean {
  return one !== undefined && fewestChanged(one, other) === 0;
}

function isUnanimouslyLow(counts: Distribution): boolean {
  const n = onScale(counts);
  return n > 0 && (counts[1] === n || counts[2] === n);
}

/** How many answers and groups were told, and whether they were told before. */
function summaryOf(figures: Figures | undefined): string {
  if (figures === undefined) return 'hidden';
  const groups = figures.groups?.shown.map(({ counts }) => allAnswers(counts)) ?? [];
  return [
    String(allAnswers(figures.all)),
    ...groups.map(String),
    ...(figures.earlier ? ['as before'] : []),
  ].join(' ');
}
