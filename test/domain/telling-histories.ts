import type { Answer } from '../../src/domain/rating.js';
import type { Happening, History } from './community-history.js';

/** A history in which one more telling would tell what a few answered, and what is told of its first value instead. */
interface TellingHistory {
  readonly what: string;
  readonly history: History;
  readonly told: readonly string[];
}

const close: Happening = { kind: 'release', of: 'latest', as: 'closing' };
const glance: Happening = { kind: 'release', of: 'latest', as: 'interim' };

/** Members in groups of these sizes, one group after the other, and then so many in none. */
function inGroups(sizes: readonly number[], unstated = 0): History['members'] {
  const members = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  return [...members, ...Array.from({ length: unstated }, () => null)];
}

/** These members answer the first value, one the first of two answers, the next the second, and so on. */
function answering(from: number, to: number, ...turns: (Answer | null)[]): Happening {
  const given = Array.from(
    { length: to - from },
    (_, index) => [from + index, turns[index % turns.length] ?? null] as const,
  );
  return { kind: 'answer', value: 0, given };
}

export const tellingHistories: readonly TellingHistory[] = [
  {
    what: 'the answers of the first four',
    history: { least: 5, members: inGroups([], 9), happenings: [answering(0, 4, 3), close] },
    told: ['hidden'],
  },
  {
    what: 'what four answered after a closing',
    history: {
      least: 5,
      members: inGroups([], 20),
      happenings: [answering(0, 12, 3, 4), close, answering(12, 16, 1), close, answering(16, 17, 5), close],
    },
    told: ['12', '12 as before', '17'],
  },
  {
    what: 'what one answered between two drafts with the same words',
    history: {
      least: 5,
      members: inGroups([], 20),
      happenings: [
        answering(0, 12, 3, 4),
        close,
        { kind: 'next-draft', keeps: [true, true], carries: true },
        answering(12, 13, 1),
        close,
      ],
    },
    told: ['12', '12 as before'],
  },
  {
    what: 'what one answered before a slip was put right',
    history: {
      least: 5,
      members: inGroups([], 20),
      happenings: [answering(0, 12, 3, 4), close, { kind: 'correct', value: 0 }, answering(12, 13, 1), close],
    },
    told: ['12', '12 as before'],
  },
  {
    what: 'what three of a group changed when nine answers were new',
    history: {
      least: 5,
      members: inGroups([12, 12, 12]),
      happenings: [
        ...[answering(0, 9, 3, 4), answering(12, 18, 3, 4), answering(24, 32, 3, 4), close],
        ...[answering(9, 12, 1), answering(18, 24, 2), close],
      ],
    },
    told: ['23 9 6 8', '32'],
  },
  {
    what: 'what is left of the rest when a group comes out of it',
    history: {
      least: 5,
      members: inGroups([9, 9, 6, 8]),
      happenings: [
        ...[answering(0, 18, 3, 4), answering(18, 24, 3, 4), answering(24, 27, 1, 5), close],
        ...[answering(27, 32, 4), close],
      ],
    },
    told: ['27 9 9', '32'],
  },
  {
    what: 'what is left of a group that went back into the rest',
    history: {
      least: 5,
      members: inGroups([9, 9, 10], 8),
      happenings: [answering(0, 36, 3, 4), close, answering(20, 28, null), close],
    },
    told: ['36 9 9 10', '36 9 9 10 as before'],
  },
  {
    what: 'what is left of a group beside the others, once no group is told any more',
    history: {
      least: 5,
      members: inGroups([10, 10]),
      happenings: [answering(0, 20, 3, 4), close, answering(13, 20, null), close],
    },
    told: ['20 10 10', '20 10 10 as before'],
  },
  {
    what: 'who answered last while the draft is open',
    history: {
      least: 5,
      members: inGroups([], 20),
      happenings: [answering(0, 6, 3, 4), glance, answering(6, 9, 1), glance, answering(9, 11, 5), glance],
    },
    told: ['6', '11'],
  },
  {
    what: 'a group of which all answered the same low step',
    history: {
      least: 5,
      members: inGroups([9, 8, 7, 6]),
      happenings: [answering(0, 24, 3, 4), answering(24, 30, 1), close],
    },
    told: ['30 9 8'],
  },
  {
    what: 'what three of no group answered before groups came out of the rest',
    history: {
      least: 5,
      members: inGroups([9, 9, 6, 7], 8),
      happenings: [
        ...[answering(0, 18, 3, 4), answering(18, 24, 3), answering(24, 31, 4), answering(31, 34, 5), close],
        ...[answering(34, 39, 5), close],
      ],
    },
    told: ['34 9 9', '39'],
  },
  {
    what: 'what three of no group answer once groups are back in the rest',
    history: {
      least: 5,
      members: inGroups([9, 9, 6, 7], 8),
      happenings: [
        ...[answering(0, 18, 3, 4), answering(18, 24, 3), answering(24, 31, 4), answering(31, 39, 5), close],
        ...[answering(34, 39, null), close],
      ],
    },
    told: ['39 9 9 6 7', '39 9 9 6 7 as before'],
  },
  {
    what: 'a change of three that many made together',
    history: {
      least: 5,
      members: inGroups([15, 15]),
      happenings: [
        ...[answering(0, 10, 3, 4), answering(15, 20, 1), answering(20, 30, 3, 5), close],
        ...[answering(10, 15, 1), answering(15, 20, 2, 2, 2, null, null), close],
      ],
    },
    told: ['25 10 15', '25 10 15 as before'],
  },
  {
    what: 'a change of three that two groups made together',
    history: {
      least: 5,
      members: inGroups([15, 15, 15]),
      happenings: [
        ...[
          answering(0, 10, 3, 4),
          answering(15, 20, 1),
          answering(20, 30, 3, 5),
          answering(30, 38, 3, 4),
          close,
        ],
        ...[answering(10, 15, 1), answering(15, 20, 2, 2, 2, null, null), answering(38, 44, 4), close],
      ],
    },
    told: ['33 10 15 8', '42'],
  },
  {
    what: 'a change of three that a group made together with those of none',
    history: {
      least: 5,
      members: inGroups([15, 15], 15),
      happenings: [
        ...[
          answering(0, 10, 3, 4),
          answering(15, 25, 3, 4),
          answering(30, 35, 1),
          answering(35, 40, 3, 5),
          close,
        ],
        ...[answering(10, 15, 1), answering(30, 35, 2, 2, 2, null, null), close],
      ],
    },
    told: ['30 10 10', '30 10 10 as before'],
  },
];
