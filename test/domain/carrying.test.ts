import assert from 'node:assert/strict';

import fc from 'fast-check';

import { carriedInto } from '../../src/domain/carrying.js';
import { changesBetween } from '../../src/domain/changes-between.js';
import type { ChangeSize } from '../../src/domain/change.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Draft, Value } from '../../src/domain/draft.js';
import { isSameText } from '../../src/domain/same-words.js';
import { identify } from '../../src/domain/value-identity.js';
import { aDraft } from '../contract/made-up.js';
import { plantEdits } from './planted-edits.js';

type Text = Pick<Draft, 'values'> & { readonly leadIn?: string };

const gate = aValue('Keep the gate open', 'Neighbours may come in whenever somebody is here.');
const renamed = { ...gate, title: 'An open gate' };
const soil = aValue('Feed the soil', 'Compost goes back to the beds that it came from.');
const weIn = 'In the garden we:';

describe('which ratings stand for the next draft', () => {
  const cases: readonly (readonly [
    name: string,
    earlier: readonly Text[],
    next: Text,
    sizes: Readonly<Record<string, ChangeSize>>,
    expected: Readonly<Record<string, readonly number[]>>,
  ])[] = [
    [
      'those of every draft with the same words',
      [{ values: [gate] }, { values: [gate, soil] }],
      { values: [soil, gate] },
      {},
      { gate: [1, 2], soil: [2] },
    ],
    [
      'those given before a line ended elsewhere',
      [{ values: [gate] }],
      { values: [{ ...gate, text: gate.text.replace(' whenever', '\nwhenever') }] },
      {},
      { gate: [1] },
    ],
    ['none of other words', [{ values: [gate, soil] }], { values: [renamed, soil] }, {}, { soil: [1] }],
    [
      'none of other words that are only clearer',
      [{ values: [gate] }],
      { values: [renamed] },
      { gate: 'clearer' },
      {},
    ],
    [
      'those of other words in spelling alone',
      [{ values: [gate] }],
      { values: [renamed] },
      { gate: 'spelling' },
      { gate: [1] },
    ],
    [
      'those of the words of the draft before, and not of others before it',
      [{ values: [soil, { ...gate, text: 'Come in.' }] }, { values: [gate] }, { values: [gate] }],
      { values: [renamed] },
      { gate: 'spelling' },
      { gate: [2, 3] },
    ],
    [
      'those of a draft to whose words a later one returns',
      [{ values: [gate] }, { values: [renamed] }],
      { values: [gate] },
      {},
      { gate: [1] },
    ],
    [
      'none under another sentence before the values',
      [{ values: [gate], leadIn: weIn }],
      { values: [gate], leadIn: 'We hope that others:' },
      {},
      {},
    ],
    [
      'none of another sentence, though a value is declared as spelling',
      [{ values: [gate], leadIn: weIn }],
      { values: [renamed], leadIn: 'We hope that others:' },
      { gate: 'spelling' },
      {},
    ],
    [
      'those under a sentence that changed in spelling',
      [{ values: [gate], leadIn: weIn }],
      { values: [gate], leadIn: 'In the Garden we:' },
      { 'lead-in': 'spelling' },
      { gate: [1] },
    ],
    [
      'none under a sentence that says something else, though that is declared as spelling: nobody could dispute it',
      [{ values: [gate], leadIn: weIn }],
      { values: [gate], leadIn: 'In the garden we never:' },
      { 'lead-in': 'spelling' },
      {},
    ],
    [
      'none of a value that was split, declared as spelling or not',
      [{ values: [{ ...gate, text: `${gate.text} ${soil.text}` }] }],
      { values: [gate, soil] },
      { gate: 'spelling' },
      {},
    ],
  ];
  for (const [name, earlier, next, sizes, expected] of cases) {
    it(`are ${name}`, () => {
      const found = carriedFrom(earlier, next, sizes);

      assert.deepEqual(
        Object.fromEntries(found.map(({ value, from }) => [value, from.map(numberOf).sort()])),
        expected,
      );
    });
  }

  it('are given to equal words of the same value, whatever was edited', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { before, after } = plantEdits(seed);
        const values = identify(after, before);

        const carried = carriedFrom([{ values: before }], { values });

        for (const { value } of carried) {
          const [then, now] = [before, values].map((all) => all.find(({ id }) => id === value)!);
          assert.ok(isSameText(then!.title, now!.title) && isSameText(then!.text, now!.text));
        }
        const kept = values.filter(({ id, title, text }) =>
          before.some((value) => value.id === id && value.title === title && value.text === text),
        );
        assert.equal(carried.length, kept.length, 'and nothing that reads the same is left out');
      }),
    );
  });
});

function carriedFrom(earlier: readonly Text[], next: Text, sizes: Readonly<Record<string, ChangeSize>> = {}) {
  const drafts = earlier.map((text, index) => draftOf(text, index + 1)).toReversed();
  const base = drafts[0]!;
  const values = identify(next.values, base.values);
  const declared = Object.entries(sizes).map(([of, size]) => ({ of, size, themes: [] }));
  const { leadIn } = next;
  const text = { values, considerations: [], ...(leadIn === undefined ? {} : { leadIn }) };
  const { changes } = changesBetween({ base, next: text, post: next.values, declared });
  return carriedInto({ ...text, changes }, { base, earlier: drafts });
}

function draftOf({ values, leadIn }: Text, number: number): Draft {
  const { leadIn: _, ...draft } = aDraft('garden' as CharterName, { number, values, considerations: [] });
  const id = `draft-${String(number)}` as Draft['id'];
  return { ...draft, id, ...(leadIn === undefined ? {} : { leadIn }), state: 'replaced' };
}

function numberOf(id: string): number {
  return Number(id.replace('draft-', ''));
}

function aValue(title: string, text: string): Value {
  return { id: title.split(' ').at(title.startsWith('Keep') ? 2 : -1) as Value['id'], title, text };
}
