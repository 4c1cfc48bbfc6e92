import fc from 'fast-check';

import type { DraftId, ValueId } from '../../src/domain/draft.js';
import { makeRelease } from '../../src/domain/make-release.js';
import { answers, steps, type Answer } from '../../src/domain/rating.js';
import type { GroupTally, Release } from '../../src/domain/release.js';

/** What happens in a made-up community. Members, values and groups are numbers; one beyond the last begins again. */
export type Happening =
  | {
      readonly kind: 'answer';
      readonly given: readonly (readonly [number, Answer | null])[];
      readonly value: number;
    }
  /** Members one after the other, from the first on, answer in turns; `group`: those of one group only. */
  | {
      readonly kind: 'rush';
      readonly members: number;
      readonly turns: readonly (Answer | null)[];
      readonly group: number | null;
      readonly value: number;
    }
  | { readonly kind: 'move'; readonly member: number; readonly group: number | null }
  | { readonly kind: 'release'; readonly of: 'latest' | 'before'; readonly as: Release['kind'] }
  /** A slip in a value is put right: other words, the same answers. */
  | { readonly kind: 'correct'; readonly value: number }
  /**
   * `keeps`: the values that read as before, or but for their spelling. `carries`: their answers stand in the next draft from
   * the beginning.
   */
  | {
      readonly kind: 'next-draft';
      readonly keeps: readonly (boolean | 'spelling')[];
      readonly carries: boolean;
    };

export interface History {
  readonly least: number;
  /** The group of each member, `null` for none. */
  readonly members: readonly (number | null)[];
  readonly happenings: readonly Happening[];
}

/** One answer to one value, and where its member says they belong. */
export interface Given {
  readonly answer: Answer;
  readonly group: string | undefined;
}

/** What was told, and who had answered what at that moment, by value and member. */
export interface Moment {
  readonly release: Release;
  readonly given: readonly ReadonlyMap<number, Given>[];
  /** Of each value, those of earlier drafts to whose words answers were alike. */
  readonly kin: ReadonlyMap<number, readonly string[]>;
}

interface DraftSoFar {
  readonly number: number;
  /** Of each value, those of earlier drafts that are its kin. */
  readonly kin: Map<number, readonly string[]>;
  readonly wordings: string[];
  readonly ratings: Map<number, Answer>[];
}

const valueCount = 2;
const mostGroups = 4;
const putRight = ' put right';

const answer = fc.constantFrom(...answers);
const answerOrNone = fc.option(answer, { freq: 5 });
const value = fc.nat(valueCount - 1);
const everybody = fc.record({
  kind: fc.constant('rush' as const),
  members: fc.constant(60),
  turns: fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 7 }),
  group: fc.option(fc.nat(mostGroups - 1), { freq: 2 }),
  value,
});
const rush = fc.record({
  kind: fc.constant('rush' as const),
  members: fc.integer({ min: 1, max: 60 }),
  turns: fc.oneof(
    fc.array(answerOrNone, { minLength: 1, maxLength: 5 }),
    fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 4 }),
    fc.constant([null]),
  ),
  group: fc.option(fc.nat(mostGroups - 1), { freq: 2 }),
  value,
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      given: fc.array(fc.tuple(fc.nat(59), answerOrNone), { minLength: 1, maxLength: 9 }),
      value,
    }),
  },
  { weight: 4, arbitrary: rush },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      member: fc.nat(59),
      group: fc.option(fc.nat(mostGroups - 1)),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('release' as const),
      of: fc.constantFrom('latest' as const, 'latest' as const, 'latest' as const, 'before' as const),
      as: fc.constantFrom('closing' as const, 'interim' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct' as const), value }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('next-draft' as const),
      keeps: fc.array(fc.constantFrom(true, false, 'spelling' as const), {
        minLength: valueCount,
        maxLength: valueCount,
      }),
      carries: fc.boolean(),
    }),
  },
);

/** Few members have much to lose, and many have groups that can be told. */
const size = fc.oneof(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 25, max: 60 }));

/** Communities of five to sixty members in up to four groups. */
export const histories: fc.Arbitrary<History> = fc.constantFrom(0, 2, 3, mostGroups).chain((groups) =>
  fc.record({
    least: fc.constantFrom(5, 5, 5, 8),
    members: size
      .chain((length) =>
        fc.array(fc.integer({ min: -1, max: groups - 1 }), { minLength: length, maxLength: length }),
      )
      .map((all) => all.map((group) => (group < 0 ? null : group))),
    // At first nearly everybody answers, or there would be nothing to be told.
    happenings: fc
      .tuple(
        fc.array(everybody, { minLength: 1, maxLength: 5 }),
        fc.array(happening, { minLength: 4, maxLength: 30, size: 'max' }),
      )
      .map((parts) => parts.flat()),
  }),
);

/** Everything that is told in the course of a history. */
export function live({ least, members, happenings }: History): readonly Moment[] {
  const groups = [...members];
  const drafts: DraftSoFar[] = [aDraft(1)];
  const moments: Moment[] = [];
  for (const each of happenings) {
    const latest = drafts.at(-1)!;
    switch (each.kind) {
      case 'answer':
        for (const [member, given] of each.given) rate(latest, each.value, member % members.length, given);
        break;
      case 'rush':
        for (const member of [...groups.keys()]
          .filter((one) => each.group === null || groups[one] === each.group)
          .slice(0, each.members))
          rate(latest, each.value, member, each.turns[member % each.turns.length]!);
        break;
      case 'move':
        groups[each.member % members.length] = each.group;
        break;
      case 'release':
        release(each.of === 'before' ? (drafts.at(-2) ?? latest) : latest, each.as);
        break;
      case 'correct':
        correct(latest, each.value);
        break;
      case 'next-draft':
        drafts.push(draftAfter(latest, each));
        break;
    }
  }
  return moments;

  function release(draft: DraftSoFar, kind: Release['kind']): void {
    const given = draft.ratings.map(
      (ratings) =>
        new Map(
          [...ratings].map(([member, answered]) => [
            member,
            { answer: answered, group: nameOf(groups[member]) },
          ]),
        ),
    );
    const made = releaseOf(draft, { kind, least, given, earlier: moments.map((moment) => moment.release) });
    if (made !== undefined) moments.push({ release: made, given, kin: draft.kin });
  }
}

function aDraft(number: number): DraftSoFar {
  const values = Array.from({ length: valueCount }, (_, index) => index);
  return {
    number,
    kin: new Map(),
    wordings: values.map((index) => `value ${index} of draft ${number}`),
    ratings: values.map(() => new Map<number, Answer>()),
  };
}

function draftAfter(
  before: DraftSoFar,
  { keeps, carries }: Extract<Happening, { kind: 'next-draft' }>,
): DraftSoFar {
  const next = aDraft(before.number + 1);
  for (const [index, isKept] of keeps.entries()) {
    if (!isKept) continue;
    const spelled = isKept === 'spelling' ? ` spelled for draft ${next.number}` : '';
    next.wordings[index] = `${before.wordings[index]!}${spelled}`;
    next.kin.set(index, [`draft ${before.number} value ${index}`, ...(before.kin.get(index) ?? [])]);
    if (carries) next.ratings[index] = new Map(before.ratings[index]);
  }
  return next;
}

function correct({ wordings }: DraftSoFar, index: number): void {
  wordings[index] = `${wordings[index]!}${putRight}`;
}

function rate({ ratings }: DraftSoFar, index: number, member: number, given: Answer | null): void {
  if (given === null) ratings[index]!.delete(member);
  else ratings[index]!.set(member, given);
}

function releaseOf(
  draft: DraftSoFar,
  now: Pick<Release, 'kind' | 'least'> & { given: Moment['given']; earlier: readonly Release[] },
): Release | undefined {
  const started = new Set(now.given.flatMap((ratings) => [...ratings.keys()])).size;
  return makeRelease({
    ...now,
    draft: {
      id: `draft ${draft.number}` as DraftId,
      number: draft.number,
      values: draft.wordings.map((text, index) => ({
        id: `value ${index}` as ValueId,
        title: 'A value',
        text,
      })),
    },
    at: '2026-03-02T12:00:00.000Z',
    tallies: now.given.flatMap((ratings, index) =>
      talliesOf(`value ${index}` as ValueId, [...ratings.values()]),
    ),
    started,
    finished: 0,
    declined: 0,
    reached: 0,
    reachedAndStarted: 0,
    places: 1,
    kin: new Map([...draft.kin].map(([index, kin]) => [`value ${index}` as ValueId, kin])),
    wordingOf: ({ text }) => text,
  });
}

function talliesOf(valueId: ValueId, given: readonly Given[]): readonly GroupTally[] {
  const places = [...new Set(given.map(({ group }) => group))];
  return places.flatMap((group) =>
    answers
      .map((each) => ({
        value: valueId,
        answer: each,
        count: given.filter((one) => one.group === group && one.answer === each).length,
        ...(group === undefined ? {} : { group }),
      }))
      .filter(({ count }) => count > 0),
  );
}

function nameOf(group: number | null | undefined): string | undefined {
  return typeof group === 'number' ? `group ${group}` : undefined;
}
