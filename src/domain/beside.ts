import { together, without } from './distribution.js';
import { answers } from './rating.js';
import type { Distribution, Figures } from './release.js';
import { fewestAnswers } from './results.js';

/** Figures as their readers see them. */
export type Told = Pick<Figures, 'all' | 'groups'>;

/** Counts in the order of `answers`: there are thousands of sums where there are many groups. */
type Sum = readonly number[];

/**
 * Whether figures of one wording may be told beside others that are told of it already, at whatever time and of whichever
 * draft. Whoever subtracts anything of the one from anything of the other, a group, several, the rest or all, must not be
 * left with the answers of fewer than `fewestAnswers` members.
 *
 * A group that only one of them shows is among the rest of the other. So the rest of each is compared with the rest of the
 * other, and with the groups that went in or out of it, in every selection of them.
 */
export function mayBeToldBeside(one: Told, other: Told): boolean {
  const common = groupsIn(one).filter((group) => groupsIn(other).includes(group));
  const [mine, yours] = [apart(one, common), apart(other, common)];
  return (
    areSafeChanges(one, other, common) &&
    everyPair(selections(mine.groups, mine.rest), selections(yours.groups, yours.rest)) &&
    everyPair([sumOf(mine.rest)], selections(yours.groups)) &&
    everyPair([sumOf(yours.rest)], selections(mine.groups))
  );
}

/** Whether the changes of the groups that both show, and of the rest of all, are safe, alone and in every sum of them. */
function areSafeChanges(one: Told, other: Told, common: readonly string[]): boolean {
  const changes = common
    .map((group) => without(countsOf(other, group), countsOf(one, group)))
    .filter((change) => Object.values(change).some((count) => count !== 0));
  const nothing = without(one.all, one.all);
  const rest = without(without(other.all, one.all), together(changes));
  return everyPair([sumOf(nothing)], [...selections(changes), ...selections(changes, rest)]);
}

/** Every sum that some of the parts make; with a beginning: that it makes with some of them, or with none. */
function selections(parts: readonly Distribution[], beginning?: Distribution): readonly Sum[] {
  const sums: Sum[] = beginning === undefined ? [] : [sumOf(beginning)];
  for (const part of parts.map(sumOf)) {
    const larger = sums.map((sum) => sum.map((count, index) => count + (part[index] ?? 0)));
    sums.push(...larger, ...(beginning === undefined ? [part] : []));
  }
  return sums;
}

function sumOf(distribution: Distribution): Sum {
  return answers.map((answer) => distribution[answer]);
}

function everyPair(ones: readonly Sum[], others: readonly Sum[]): boolean {
  return ones.every((one) => others.every((other) => isSafe(fewestChangedBetween(one, other))));
}

/** As between distributions (`fewestChanged`), of which these are many. */
function fewestChangedBetween(one: Sum, other: Sum): number {
  let more = 0;
  let fewer = 0;
  for (let index = 0; index < one.length; index += 1) {
    const difference = (other[index] ?? 0) - (one[index] ?? 0);
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return Math.max(more, fewer);
}

function isSafe(changed: number): boolean {
  return changed === 0 || changed >= fewestAnswers;
}

/** The groups that the other does not show, and whoever belongs to none that is shown. */
function apart({ all, groups }: Told, common: readonly string[]) {
  const shown = groups?.shown ?? [];
  return {
    groups: shown.filter(({ group }) => !common.includes(group)).map(({ counts }) => counts),
    rest: without(all, together(shown.map(({ counts }) => counts))),
  };
}

function groupsIn({ groups }: Told): readonly string[] {
  return groups?.shown.map(({ group }) => group) ?? [];
}

function countsOf({ all, groups }: Told, group: string): Distribution {
  return groups?.shown.find((each) => each.group === group)?.counts ?? without(all, all);
}
