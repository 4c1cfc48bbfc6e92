import assert from 'node:assert/strict';

import type { DraftId, Value, ValueId } from '../../src/domain/draft.js';
import { makeRelease, type Reading } from '../../src/domain/make-release.js';
import { answers } from '../../src/domain/rating.js';
import type { Distribution, GroupTally, Participation, Release } from '../../src/domain/release.js';
import { distributionOf } from './distribution-of.js';

const garden: Value = { id: 'garden' as ValueId, title: 'Tend the garden', text: 'We water it.' };
const tools: Value = { id: 'tools' as ValueId, title: 'Share tools', text: 'We lend them.' };

describe('a release', () => {
  it('tells the distribution of each value, in the order of the draft', () => {
    const release = closing({
      draft: aDraft(1, [garden, tools]),
      tallies: [...tallies(tools, { 2: 5 }), ...tallies(garden, { 4: 6, unclear: 1 })],
    });

    assert.deepEqual(release.values, [
      {
        value: 'garden',
        title: 'Tend the garden',
        wording: 'We water it.',
        figures: { all: distributionOf({ 4: 6, unclear: 1 }) },
      },
      {
        value: 'tools',
        title: 'Share tools',
        wording: 'We lend them.',
        figures: { all: distributionOf({ 2: 5 }) },
      },
    ]);
    assert.deepEqual(
      [release.draft, release.number, release.kind, release.least],
      ['draft 1', 1, 'closing', 5],
    );
  });

  it('hides a value with fewer answers on the five steps than the charter asks for', () => {
    const six = tallies(garden, { 4: 6, unclear: 9 });

    assert.ok(figuresIn(closing({ tallies: six, least: 6 })));
    assert.equal(figuresIn(closing({ tallies: six, least: 7 })), undefined);
    assert.equal(figuresIn(closing({ tallies: [] })), undefined);
  });

  it('tells by group what may be told by group, and names those that did not answer this value', () => {
    const all = [
      ...tallies(garden, { 3: 3, 4: 3 }, 'lab'),
      ...tallies(garden, { 3: 4, 5: 4 }, 'office'),
      ...tallies(garden, { 5: 6 }),
      ...tallies(tools, { 3: 1 }, 'guests'),
    ];

    const figures = figuresIn(closing({ tallies: all, draft: aDraft(1, [garden, tools]) }));

    assert.ok(figures);
    assert.deepEqual(figures.all, distributionOf({ 3: 7, 4: 3, 5: 10 }));
    assert.deepEqual(figures.groups, {
      shown: [
        { group: 'lab', counts: distributionOf({ 3: 3, 4: 3 }) },
        { group: 'office', counts: distributionOf({ 3: 4, 5: 4 }) },
      ],
      hidden: ['guests'],
    });
  });
});

describe('groups in a release', () => {
  it('are all named, so that nobody sees that somebody of a small one has answered', () => {
    const shown = [
      ...tallies(garden, { 3: 3, 4: 3 }, 'lab'),
      ...tallies(garden, { 3: 4, 5: 4 }, 'office'),
      ...tallies(garden, { 5: 6 }),
      ...tallies(garden, { 4: 1 }, 'students'),
      ...tallies(garden, { 4: 1 }, 'visitors'),
    ];
    const groups = ['guests', 'lab', 'office', 'students', 'visitors'];
    const hiddenIn = (counted: readonly GroupTally[]) =>
      figuresIn(closing({ tallies: counted, groups }))?.groups?.hidden;

    assert.deepEqual(hiddenIn(shown), ['guests', 'students', 'visitors']);
    assert.deepEqual(hiddenIn([...shown, ...tallies(garden, { 1: 1 }, 'guests')]), hiddenIn(shown));
  });
});

describe('a release after another', () => {
  it('repeats what was told until five answers are new, and says so', () => {
    const first = closing({ tallies: tallies(garden, { 3: 5 }) });

    const second = closing({ tallies: tallies(garden, { 3: 5, 4: 4 }), earlier: [first] });
    const third = closing({ tallies: tallies(garden, { 3: 5, 4: 5 }), earlier: [first, second] });

    assert.deepEqual(figuresIn(second), { all: distributionOf({ 3: 5 }), earlier: true });
    assert.deepEqual(figuresIn(third), { all: distributionOf({ 3: 5, 4: 5 }) });
  });

  it('tells figures that did not change as they are', () => {
    const first = closing({ tallies: tallies(garden, { 3: 5 }) });

    assert.deepEqual(figuresIn(closing({ tallies: tallies(garden, { 3: 5 }), earlier: [first] })), {
      all: distributionOf({ 3: 5 }),
    });
  });

  it('is compared with everything that was told of the words, not only with the last', () => {
    const first = closing({ tallies: tallies(garden, { 3: 10 }) });
    const second = closing({ tallies: tallies(garden, { 3: 5, 4: 5 }), earlier: [first] });

    const third = closing({ tallies: tallies(garden, { 3: 9, 1: 1 }), earlier: [first, second] });

    assert.deepEqual(figuresIn(third), { all: distributionOf({ 3: 5, 4: 5 }), earlier: true });
  });

  it('does not let figures disappear because a few took their answers back', () => {
    const first = closing({ tallies: tallies(garden, { 3: 6 }) });

    const fewLess = closing({ tallies: tallies(garden, { 3: 4 }), earlier: [first] });
    const manyLess = closing({ tallies: tallies(garden, { 3: 1 }), earlier: [first] });
    const nextDraft = closing({ draft: aDraft(2), tallies: tallies(garden, { 3: 4 }), earlier: [first] });

    assert.deepEqual(figuresIn(fewLess), { all: distributionOf({ 3: 6 }), earlier: true });
    assert.equal(figuresIn(manyLess), undefined);
    assert.equal(figuresIn(nextDraft), undefined);
  });

  it('repeats nothing that a threshold raised since then hides', () => {
    const [lab, office] = [tallies(garden, { 3: 3, 4: 3 }, 'lab'), tallies(garden, { 3: 4, 5: 4 }, 'office')];
    const first = closing({ tallies: [...lab, ...office] });
    const one = tallies(garden, { 1: 1 }, 'office');

    const stricter = closing({ tallies: [...lab, ...office, ...one], least: 8, earlier: [first] });
    const strictest = closing({ tallies: [...lab, ...office, ...one], least: 15, earlier: [first] });

    assert.deepEqual(figuresIn(stricter), { all: distributionOf({ 3: 7, 4: 3, 5: 4 }), earlier: true });
    assert.equal(figuresIn(strictest), undefined);
  });

  it('shows what was hidden before as soon as there is enough of it', () => {
    const first = closing({ tallies: tallies(garden, { 3: 4 }) });

    const second = closing({ tallies: tallies(garden, { 3: 5 }), earlier: [first] });

    assert.deepEqual([figuresIn(first), figuresIn(second)?.all[3]], [undefined, 5]);
  });

  it('holds figures of the same words back in the next draft too, and not those of other words', () => {
    const first = closing({ tallies: tallies(garden, { 3: 5 }) });
    const next = { tallies: tallies(garden, { 3: 6 }), earlier: [first] };

    const same = closing({ ...next, draft: aDraft(2) });
    const other = closing({ ...next, draft: aDraft(2, [{ ...garden, text: 'We water it daily.' }]) });

    assert.deepEqual(figuresIn(same), { all: distributionOf({ 3: 5 }), earlier: true });
    assert.deepEqual(figuresIn(other), { all: distributionOf({ 3: 6 }) });
  });

  it('knows a value whose words had a slip, in the same draft and in those after it', () => {
    const putRight = { ...garden, text: 'We water it!' };
    const before = closing({ tallies: tallies(garden, { 3: 5 }) });
    const after = closing({
      draft: aDraft(1, [putRight]),
      tallies: tallies(garden, { 3: 5, 4: 5 }),
      earlier: [before],
    });

    const again = closing({
      draft: aDraft(1, [putRight]),
      tallies: tallies(garden, { 3: 6 }),
      earlier: [before],
    });
    const next = closing({
      draft: aDraft(2, [putRight]),
      tallies: tallies(garden, { 3: 6 }),
      earlier: [before, after],
    });

    assert.deepEqual(figuresIn(again), { all: distributionOf({ 3: 5 }), earlier: true });
    assert.deepEqual(figuresIn(next), { all: distributionOf({ 3: 5, 4: 5 }), earlier: true });
  });

  it('treats two values of one draft with the same words like two tellings', () => {
    const twin = { ...garden, id: 'twin' as ValueId };

    const release = closing({
      draft: aDraft(1, [garden, twin]),
      tallies: [...tallies(garden, { 3: 8 }), ...tallies(twin, { 3: 7, 4: 1 })],
    });

    assert.deepEqual(release.values[1]?.figures, { all: distributionOf({ 3: 8 }), earlier: true });
  });

  it('tells a new total without groups when the change of one group is too small', () => {
    const lab = tallies(garden, { 3: 3, 4: 3 }, 'lab');
    const office = tallies(garden, { 3: 4, 5: 4 }, 'office');
    const first = closing({ tallies: [...lab, ...office] });
    const more = [...tallies(garden, { 2: 2 }, 'lab'), ...tallies(garden, { 2: 7 }, 'office')];

    const second = closing({ tallies: [...lab, ...office, ...more], earlier: [first] });

    assert.deepEqual(figuresIn(second), { all: distributionOf({ 2: 9, 3: 7, 4: 3, 5: 4 }) });
  });

  it('tells groups again when each changed enough or not at all', () => {
    const lab = tallies(garden, { 3: 3, 4: 3 }, 'lab');
    const office = tallies(garden, { 3: 4, 5: 4 }, 'office');
    const first = closing({ tallies: [...lab, ...office] });

    const second = closing({
      tallies: [...lab, ...office, ...tallies(garden, { 2: 5 }, 'office')],
      earlier: [first],
    });

    assert.deepEqual(
      figuresIn(second)?.groups?.shown.map(({ counts }) => counts),
      [distributionOf({ 3: 3, 4: 3 }), distributionOf({ 2: 5, 3: 4, 5: 4 })],
    );
  });

  it('keeps the groups it told when somebody only went from one to the other', () => {
    const first = closing({
      tallies: [...tallies(garden, { 3: 3, 4: 4 }, 'lab'), ...tallies(garden, { 3: 4, 5: 4 }, 'office')],
    });

    const second = closing({
      tallies: [
        ...tallies(garden, { 3: 3, 4: 3 }, 'lab'),
        ...tallies(garden, { 3: 4, 4: 1, 5: 4 }, 'office'),
      ],
      earlier: [first],
    });

    assert.deepEqual(figuresIn(second), { ...figuresIn(first), earlier: true });
  });
});

describe('a release of a draft that is still open', () => {
  it('is made when there is something to tell for the first time, and then when five answers are new', () => {
    const few = interim({ tallies: tallies(garden, { 3: 4 }) });
    const first = interim({ tallies: tallies(garden, { 3: 5 }) });
    assert.ok(first);

    const four = interim({ tallies: tallies(garden, { 3: 5, 4: 4 }), earlier: [first] });
    const five = interim({ tallies: tallies(garden, { 3: 5, 4: 5 }), earlier: [first] });

    assert.deepEqual([few, four], [undefined, undefined]);
    assert.deepEqual(figuresIn(five), { all: distributionOf({ 3: 5, 4: 5 }) });
  });

  it('is not made of figures that another draft told', () => {
    const before = closing({ tallies: tallies(garden, { 3: 5 }) });

    assert.equal(
      interim({ draft: aDraft(2), tallies: tallies(garden, { 3: 5 }), earlier: [before] }),
      undefined,
    );
  });

  it('is made again when a group can be told that could not be before', () => {
    const office = tallies(garden, { 3: 4, 5: 4 }, 'office');
    const lab = tallies(garden, { 3: 3, 4: 3 }, 'lab');
    const unstated = tallies(garden, { 3: 5 });
    const before = { least: 5, tallies: [...office, ...tallies(garden, { 3: 3, 4: 3 }), ...unstated] };
    const first = interim(before);
    assert.ok(first);

    const same = interim({ ...before, earlier: [first] });
    const chosen = interim({ tallies: [...office, ...lab, ...unstated], earlier: [first] });

    assert.equal(same, undefined);
    assert.deepEqual(
      figuresIn(chosen)?.groups?.shown.map(({ group }) => group),
      ['lab', 'office'],
    );
  });

  it('is followed by the closing, whatever is new by then', () => {
    const first = interim({ tallies: tallies(garden, { 3: 5 }) });
    assert.ok(first);

    const last = closing({ tallies: tallies(garden, { 3: 5, 4: 1 }), earlier: [first] });

    assert.deepEqual(figuresIn(last), { all: distributionOf({ 3: 5 }), earlier: true });
  });
});

describe('what a release tells of who took part', () => {
  it('is exact once the draft is closed, from the threshold on', () => {
    const { participation } = closing({
      started: 23,
      finished: 5,
      declined: 4,
      reached: 30,
      reachedAndStarted: 11,
      places: 2,
    });

    assert.deepEqual(participation, {
      reached: 30,
      places: 2,
      started: { kind: 'exactly', count: 23 },
      finished: { kind: 'exactly', count: 5 },
      declined: { kind: 'fewer-than', count: 5 },
      asked: { people: { kind: 'exactly', count: 42 }, by: 'reached-or-answered' },
    } satisfies Participation);
  });

  it('comes in steps of five while it is open', () => {
    const release = interim({
      tallies: tallies(garden, { 3: 9 }),
      ...{ started: 23, finished: 9, declined: 4, reached: 31, reachedAndStarted: 11, places: 2 },
    });

    assert.deepEqual(release?.participation, {
      reached: 31,
      places: 2,
      started: { kind: 'at-least', count: 20 },
      finished: { kind: 'at-least', count: 5 },
      declined: { kind: 'fewer-than', count: 5 },
      asked: { people: { kind: 'at-least', count: 41 }, by: 'reached-or-answered' },
    } satisfies Participation);
  });

  it('stays as it was told when a number moved by fewer than five', () => {
    const first = closing({ started: 20, finished: 12 });

    const second = closing({ started: 24, finished: 17, earlier: [first] });
    const third = closing({ started: 25, finished: 13, earlier: [first, second] });
    const open = interim({ started: 24, finished: 30, tallies: tallies(garden, { 3: 9 }), earlier: [first] });

    assert.deepEqual(startedAndFinished(second), ['exactly 20', 'exactly 17']);
    assert.deepEqual(startedAndFinished(third), ['exactly 25', 'exactly 17']);
    assert.deepEqual(open && startedAndFinished(open), ['exactly 20', 'at-least 30']);
  });

  it('is compared within one draft only', () => {
    const first = closing({ started: 20 });

    assert.deepEqual(
      startedAndFinished(closing({ draft: aDraft(2), started: 21, earlier: [first] }))[0],
      'exactly 21',
    );
  });

  it('is hidden again by a threshold that was raised', () => {
    const first = closing({ started: 6 });

    assert.deepEqual(
      startedAndFinished(closing({ started: 7, least: 8, earlier: [first] }))[0],
      'fewer-than 8',
    );
  });

  it('takes the size of the community from its charter, unless more are known', () => {
    const turnout = { started: 23, reached: 30, reachedAndStarted: 11 };

    const said = closing({ ...turnout, communitySize: 120 });
    const tooSmall = closing({ ...turnout, communitySize: 40 });

    assert.deepEqual(said.participation.asked, { people: { kind: 'exactly', count: 120 }, by: 'charter' });
    assert.deepEqual(tooSmall.participation.asked, {
      people: { kind: 'exactly', count: 42 },
      by: 'reached-or-answered',
    });
  });

  it('does not tell by the number of those asked how few answered', () => {
    const asked = (turnout: Partial<Reading>) => closing(turnout).participation.asked.people;

    assert.deepEqual(asked({ started: 3, reached: 10, reachedAndStarted: 0 }), {
      kind: 'exactly',
      count: 10,
    });
    assert.deepEqual(asked({ started: 3, reached: 0, reachedAndStarted: 0 }), {
      kind: 'fewer-than',
      count: 5,
    });
    assert.deepEqual(asked({ started: 22, reached: 20, reachedAndStarted: 19 }), {
      kind: 'exactly',
      count: 22,
    });
  });

  it('never asks fewer than answered, whatever was told of them before', () => {
    const first = closing({ started: 20, reached: 0, reachedAndStarted: 0 });

    const second = closing({ started: 23, reached: 2, reachedAndStarted: 0, earlier: [first] });
    const third = closing({ started: 30, reached: 8, reachedAndStarted: 8, earlier: [first, second] });

    assert.deepEqual(second.participation.asked.people, { kind: 'exactly', count: 22 });
    assert.deepEqual(third.participation.asked.people, { kind: 'exactly', count: 30 });
  });

  it('holds figures back beside those of the words that their answers were carried from', () => {
    const slip = { ...garden, text: 'We watter it.' };
    const first = closing({ draft: aDraft(1, [slip]), tallies: tallies(slip, { 4: 6 }) });
    const after = { draft: aDraft(2), tallies: tallies(garden, { 4: 7 }), earlier: [first] };

    const unrelated = closing(after);
    const carried = closing({ ...after, carried: [{ value: garden.id, from: 'draft 1 garden', count: 6 }] });

    assert.deepEqual(figuresIn(unrelated), { all: distributionOf({ 4: 7 }) });
    assert.deepEqual(figuresIn(carried), { all: distributionOf({ 4: 6 }), earlier: true });
    const [value] = carried.values;
    assert.deepEqual([value?.carried, value?.kin], [{ kind: 'exactly', count: 6 }, ['draft 1 garden']]);
  });

  it('compares drafts once, when the later one is closed, and never beside figures that are held back', () => {
    const paired = [
      { value: garden.id, difference: 1, count: 6 },
      { value: garden.id, difference: 0, count: 2 },
    ];
    const draft = { ...aDraft(2), changes: { base: 1, values: [], removed: [], unanswered } };
    const now = { draft, paired, tallies: tallies(garden, { 4: 8 }) };

    const first = closing(now);
    const again = closing({
      ...now,
      earlier: [first],
      paired: [...paired, { value: garden.id, difference: -1, count: 9 }],
      tallies: tallies(garden, { 4: 17 }),
    });
    const same = closing({ draft: aDraft(1), tallies: tallies(garden, { 4: 7 }) });

    assert.deepEqual([first.values[0]?.compared?.up, first.values[0]?.compared?.same], [6, 2]);
    assert.deepEqual(again.values[0]?.compared, first.values[0]?.compared);
    assert.equal(interim(now)?.values[0]?.compared, undefined);
    assert.equal(closing({ ...now, earlier: [same] }).values[0]?.compared, undefined);
    assert.equal(closing({ ...now, draft: aDraft(2) }).values[0]?.compared, undefined);
  });
});

function closing(reading: Partial<Reading>): Release {
  const release = makeRelease(aReading(reading));
  assert.ok(release);
  return release;
}

function interim(reading: Partial<Reading>): Release | undefined {
  return makeRelease(aReading({ ...reading, kind: 'interim' }));
}

function aReading(reading: Partial<Reading>): Reading {
  return {
    draft: aDraft(1),
    kind: 'closing',
    at: '2026-03-02T12:00:00.000Z',
    least: 5,
    tallies: [],
    started: 0,
    finished: 0,
    declined: 0,
    reached: 0,
    reachedAndStarted: 0,
    places: 0,
    earlier: [],
    wordingOf: ({ text }) => text,
    ...reading,
  };
}

const unanswered = { themes: [], comments: 0 };

function aDraft(number: number, values: readonly Value[] = [garden]): Reading['draft'] {
  return { id: `draft ${number}` as DraftId, number, values };
}

function tallies(value: Value, counts: Partial<Distribution>, group?: string): readonly GroupTally[] {
  return answers.flatMap((answer) => {
    const count = counts[answer] ?? 0;
    return count === 0 ? [] : [{ value: value.id, answer, count, ...(group === undefined ? {} : { group }) }];
  });
}

function figuresIn(release: Release | undefined) {
  return release?.values[0]?.figures;
}

function startedAndFinished({ participation: { started, finished } }: Release): readonly string[] {
  return [started, finished].map(({ kind, count }) => `${kind} ${count}`);
}
