import { mayBeToldBeside, type Told } from './beside.js';
import { comparisonOf, type PairTally } from './comparison.js';
import { distributionBy, fewestChanged, onScale } from './distribution.js';
import type { DraftContent, DraftId, Value, ValueId } from './draft.js';
import { given } from './given.js';
import { headcount } from './headcount.js';
import { participationIn, type Turnout } from './participation.js';
import type {
  CarriedTally,
  Comparison,
  Distribution,
  Figures,
  GroupTally,
  Headcount,
  Release,
  ReleasedValue,
} from './release.js';
import { fewestAnswers } from './results.js';
import { breakDown, type Group } from './suppression.js';
import { tellingsOf, type Telling } from './tellings.js';

/** All that a release is made of. */
export interface Reading extends Turnout {
  readonly draft: Pick<DraftContent, 'id' | 'number' | 'values' | 'changes'>;
  readonly kind: Release['kind'];
  /** ISO-8601 UTC. */
  readonly at: string;
  /** The charter's threshold. */
  readonly least: number;
  readonly tallies: readonly GroupTally[];
  /** What members may say of where they belong. */
  readonly groups?: readonly string[];
  /** Of a draft that follows another: who moved, and which answers were carried. */
  readonly paired?: readonly PairTally[];
  readonly carried?: readonly CarriedTally[];
  /** Values of earlier drafts whose figures are kin: a draft's id, a blank, a value's id. */
  readonly kin?: ReadonlyMap<ValueId, readonly string[]>;
  /** Every release of the charter, of all its drafts, in the order of time. */
  readonly earlier: readonly Release[];
  /** A digest of a value's words. */
  readonly wordingOf: (value: Value) => string;
}

/** What may be told now; `undefined`: nothing new of a draft that is still open. */
export function makeRelease(reading: Reading): Release | undefined {
  const { draft, kind, at, least, earlier } = reading;
  const { values, hasNews } = valuesIn(reading);
  if (kind === 'interim' && !hasNews) return undefined;
  const told = earlier
    .filter((release) => release.draft === draft.id)
    .map(({ participation }) => participation);
  const participation = participationIn(reading, { least, open: kind === 'interim', told });
  return { draft: draft.id, number: draft.number, kind, at, least, values, participation };
}

/** Two values of one draft may have the same words; then the second is told beside the first. */
function valuesIn(reading: Reading) {
  const { draft, least, tallies, groups = [], earlier, wordingOf } = reading;
  const values: ReleasedValue[] = [];
  let hasNews = false;
  for (const value of draft.values) {
    const wording = wordingOf(value);
    const kin = kinOf(value, reading);
    const which = { draft: draft.id, value: value.id, wording, kin };
    const before = tellingsOf(which, [...earlier, { draft: draft.id, values }]);
    const figures = figuresOf(countedFor(value, tallies, groups), { before, draft: draft.id, least });
    hasNews ||= figures !== undefined && isNews(figures, before.at(-1)?.figures);
    values.push({
      ...{ value: value.id, title: value.title, wording },
      ...(kin.length === 0 ? {} : { kin, carried: carriedTo(value, reading) }),
      ...given({ figures, compared: comparedTo(value, figures, reading) }),
    });
  }
  return { values, hasNews };
}

/** Whose figures are kin, and from where answers were carried, by a draft's id and a value's. */
function kinOf({ id }: Value, { kin, carried = [] }: Reading): readonly string[] {
  const from = carried.filter(({ value }) => value === id).map((each) => each.from);
  return [...new Set([...(kin?.get(id) ?? []), ...from])].sort();
}

function carriedTo({ id }: Value, { carried = [], kind, least, draft, earlier }: Reading): Headcount {
  const count = carried.reduce((sum, each) => (each.value === id ? sum + each.count : sum), 0);
  const told = ownTellings(id, { draft, earlier }).flatMap((telling) => telling.carried ?? []);
  return headcount(count, { least, open: kind === 'interim', told });
}

/**
 * Told once for each draft, when it is closed: what was told stands, also when it was opened again since. Nothing beside
 * figures that are not told, or that are those of before.
 */
function comparedTo(
  { id }: Value,
  figures: Figures | undefined,
  { draft, kind, least, paired = [], earlier }: Reading,
): Comparison | undefined {
  if (kind === 'interim' || figures === undefined || draft.changes === undefined) return undefined;
  const told = ownTellings(id, { draft, earlier }).find(({ compared }) => compared !== undefined)?.compared;
  if (told !== undefined) return told.up + told.same + told.down < least ? undefined : told;
  if (figures.earlier) return undefined;
  const own = paired.filter(({ value }) => value === id);
  return comparisonOf(own, { before: draft.changes.base, least });
}

function ownTellings(
  value: ValueId,
  { draft, earlier }: Pick<Reading, 'draft' | 'earlier'>,
): readonly ReleasedValue[] {
  return earlier
    .filter((release) => release.draft === draft.id)
    .flatMap(({ values }) => values.filter((each) => each.value === value));
}

interface Counted {
  readonly all: Distribution;
  readonly groups: readonly Group[];
}

/** Every group is one of each value, whether anybody of it answered or not: none is told by its absence. */
function countedFor({ id }: Value, tallies: readonly GroupTally[], known: readonly string[]): Counted {
  const names = new Set([...known, ...tallies.flatMap(({ group }) => group ?? [])]);
  const own = tallies.filter(({ value }) => value === id);
  const groups = [...names].sort().map((name) => ({
    group: name,
    counts: sum(own.filter(({ group }) => group === name)),
  }));
  return { all: sum(own), groups };
}

function sum(tallies: readonly GroupTally[]): Distribution {
  return distributionBy((answer) =>
    tallies.reduce((all, tally) => (tally.answer === answer ? all + tally.count : all), 0),
  );
}

interface Before {
  readonly before: readonly Telling[];
  readonly draft: DraftId;
  readonly least: number;
}

/** New figures if they may be told beside all that were; else the last of those stand. */
function figuresOf(counted: Counted, { before, draft, least }: Before): Figures | undefined {
  const own = before.filter((telling) => telling.draft === draft);
  const last = (own.at(-1) ?? before.at(-1))?.figures;
  const { all } = counted;
  if (onScale(all) < least)
    return own.some((telling) => isNear(telling, all)) ? standing(last, least) : undefined;
  const groups = breakDown({ ...counted, least });
  const fresh = [...(groups ? [{ all, groups }] : []), { all }].find((figures) =>
    before.every((telling) => mayBeToldBeside(telling.figures, figures)),
  );
  return fresh === undefined || isPoorer(fresh, last) ? standing(last, least) : fresh;
}

function isNear(telling: Telling, all: Distribution): boolean {
  return fewestChanged(telling.figures.all, all) < fewestAnswers;
}

/** Nothing new but that groups are not told any more. */
function isPoorer(fresh: Told, last: Told | undefined): boolean {
  if (last?.groups === undefined || fresh.groups !== undefined) return false;
  return fewestChanged(fresh.all, last.all) === 0;
}

/** As they were told, as far as a threshold that was raised since allows. */
function standing(last: Figures | undefined, least: number): Figures | undefined {
  if (last === undefined || onScale(last.all) < least) return undefined;
  const { all, groups } = last;
  const areGroupsLarge = groups?.shown.every(({ counts }) => onScale(counts) >= least);
  return { all, ...(groups !== undefined && areGroupsLarge ? { groups } : {}), earlier: true };
}

function isNews(figures: Figures, last: Told | undefined): boolean {
  return !figures.earlier && (last === undefined || !isSame(figures, last));
}

function isSame(one: Told, other: Told): boolean {
  const [ones, others] = [one.groups?.shown ?? [], other.groups?.shown ?? []];
  return (
    fewestChanged(one.all, other.all) === 0 &&
    ones.length === others.length &&
    ones.every(({ group, counts }) =>
      others.some((each) => each.group === group && fewestChanged(each.counts, counts) === 0),
    )
  );
}
