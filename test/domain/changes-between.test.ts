import assert from 'node:assert/strict';

import type { DeclaredChange } from '../../src/domain/change.js';
import { changesBetween, type ChangesFound } from '../../src/domain/changes-between.js';
import { withSources } from '../../src/domain/declared-changes.js';
import type { Value, ValueId } from '../../src/domain/draft.js';
import type { ImportedValue } from '../../src/domain/imported-post.js';
import { identify } from '../../src/domain/value-identity.js';

type Written = Pick<ImportedValue, 'title' | 'text' | 'explicitId'>;

const share = aValue('share', 'Share the tools', 'All of us may use:\n\n- ladders\n- saws');
const gate = aValue('gate', 'Keep the gate open', 'Neighbours may come in whenever somebody is here.');
const soil = aValue('soil', 'Feed the soil', 'Compost goes back to the beds that it came from.');
const base = {
  number: 3,
  values: [share, gate, soil],
  considerations: [{ name: 'Not a contest', text: 'Nobody keeps count.' }],
  leadIn: 'In the garden we:',
};
const rest: Written = { title: 'Rest in winter', text: 'From November on we sleep.' };

describe('the changes between a draft and the text after it', () => {
  const kinds: readonly (readonly [name: string, after: readonly Written[], expected: object])[] = [
    ['are none where all is as it was', [share, gate, soil], {}],
    [
      'are none where lines end elsewhere',
      [share, { ...gate, text: gate.text.replace(' whenever', '\nwhenever') }, soil],
      {},
    ],
    ['are of a title alone', [share, { ...gate, title: 'An open gate' }, soil], { gate: 'title' }],
    ['are of a text alone', [share, gate, { ...soil, text: `${soil.text} Always.` }], { soil: 'text' }],
    [
      'are of a list in another order',
      [{ ...share, text: 'All of us may use:\n\n- saws\n- ladders' }, gate, soil],
      { share: 'reordered' },
    ],
    ['are of a place: of as few values as can be', [soil, share, gate], { soil: 'moved' }],
    [
      'are several of one value',
      [soil, share, { ...gate, title: 'An open gate', text: `${gate.text} Always.` }],
      { soil: 'moved', gate: 'title text' },
    ],
    ['are a value that is new', [rest, share, gate, soil], { 'rest-in-winter': 'added' }],
    [
      'are of all parts of a value that was split',
      [
        share,
        gate,
        { ...soil, text: 'Compost goes back.' },
        { title: 'Beds', text: 'To the beds that it came from.' },
      ],
      { soil: 'text split', beds: 'title text split' },
    ],
    [
      'are of the value into which another went',
      [share, { ...gate, text: `${gate.text} ${soil.text}` }],
      { gate: 'text merged' },
    ],
  ];
  for (const [name, after, expected] of kinds) {
    it(name, () => {
      const { changes } = between(after);

      const found = changes.values.filter((change) => change.kinds.length > 0);
      assert.deepEqual(
        Object.fromEntries(found.map((change) => [change.value, change.kinds.join(' ')])),
        expected,
      );
      assert.equal(changes.base, 3);
    });
  }

  it('name what was removed, and not what went into another', () => {
    assert.deepEqual(
      between([share, gate]).changes.removed.map(({ value, title }) => [value, title]),
      [['soil', 'Feed the soil']],
    );
    assert.deepEqual(between([share, { ...gate, text: `${gate.text} ${soil.text}` }]).changes.removed, []);
  });

  it('tell apart what frames the values', () => {
    const same = between([share, gate, soil]).changes;
    const other = between([share, gate, soil], [], { leadIn: 'Here we:', considerations: [] }).changes;

    assert.deepEqual([same.leadIn, same.considerations], [undefined, undefined]);
    assert.deepEqual([other.leadIn, other.considerations], [{ themes: [] }, { themes: [] }]);
  });

  describe('with what was declared of them', () => {
    const said = { size: 'clearer', why: 'Shorter.', themes: [2] } as const;
    const renamed = { ...gate, title: 'An open gate' };
    const named: readonly (readonly [name: string, of: string, after: readonly Written[]])[] = [
      ['by its explicit id', 'door', [share, { ...renamed, explicitId: 'door' }, soil]],
      ['by its title', 'an OPEN gate', [share, renamed, soil]],
      ['by the title that it had', 'Keep the gate open', [share, renamed, soil]],
      ['by the id that it keeps', 'gate', [share, renamed, soil]],
      ['that is gone, by its title', 'Keep the gate open', [share, soil]],
      ['that is gone, by its id', 'gate', [share, soil]],
    ];
    for (const [name, of, after] of named) {
      it(`find the value ${name}`, () => {
        const { changes, unfit } = between(after, [{ of, ...said }]);

        const found = [...changes.values, ...changes.removed].filter(({ size }) => size !== undefined);
        assert.deepEqual(
          found.map(({ size, why, themes }) => ({ size, why, themes })),
          [said],
        );
        assert.deepEqual(unfit, []);
      });
    }

    it('find what frames the values', () => {
      const declared = [
        { of: 'lead-in', ...said },
        { of: 'considerations', ...said },
      ];
      const { changes, unfit } = between([share, gate, soil], declared, {
        leadIn: 'We:',
        considerations: [],
      });

      assert.deepEqual([changes.leadIn, changes.considerations, unfit], [said, said, []]);
    });

    it('take another sentence before the values for spelling only where nothing but slips are put right', () => {
      const declared = [{ of: 'lead-in', size: 'spelling', themes: [2] } as const];
      const slip = between([share, gate, soil], declared, { leadIn: 'In the gardn we:' }).changes;
      const other = between([share, gate, soil], declared, { leadIn: 'In the garden we never:' }).changes;

      assert.deepEqual(slip.leadIn, { size: 'spelling', themes: [2] });
      assert.deepEqual(other.leadIn, { themes: [2] });
    });

    it('set where a value comes from, by id or by title', () => {
      const declared = [{ of: 'Rest in winter', from: ['Keep the gate open', 'soil'], themes: [] }];
      const { changes, unfit } = between([share, rest], declared);

      const { from, kinds } = changes.values[1]!;
      assert.deepEqual([[...from].sort(), kinds.includes('merged'), unfit], [['gate', 'soil'], true, []]);
      assert.deepEqual(changes.removed, []);
    });

    const unfit: readonly (readonly [name: string, declared: DeclaredChange])[] = [
      ['nothing has that name', { of: 'bees', ...said }],
      ['the value did not change', { of: 'share', ...said }],
      ['the lead-in did not change', { of: 'lead-in', ...said }],
      ['the considerations did not change', { of: 'considerations', ...said }],
      ['its only source was not there', { of: 'bees', from: ['share'], themes: [] }],
    ];
    for (const [name, declared] of unfit) {
      it(`say so where ${name}`, () => {
        assert.deepEqual(between([share, renamed, soil], [declared]).unfit, [declared.of]);
      });
    }

    it('say so where a source was not there, and of what was declared twice', () => {
      const twice = [
        { of: 'An open gate', from: ['door'], ...said },
        { of: 'gate', ...said },
      ];
      assert.deepEqual(between([share, renamed, soil], twice).unfit, ['door', 'gate']);
    });
  });
});

function between(
  after: readonly Written[],
  declared: readonly DeclaredChange[] = [],
  framing: Partial<Pick<typeof base, 'considerations' | 'leadIn'>> = {},
): ChangesFound {
  const post = after.map(({ title, text, explicitId }) => ({
    ...{ title, text },
    ...(explicitId === undefined ? {} : { explicitId }),
  }));
  const values = identify(withSources(post, declared, base.values), base.values);
  const { considerations, leadIn } = base;
  return changesBetween({ base, next: { considerations, leadIn, ...framing, values }, post, declared });
}

function aValue(id: string, title: string, text: string): Value {
  return { id: id as ValueId, title, text };
}
