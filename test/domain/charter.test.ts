import assert from 'node:assert/strict';

import fc from 'fast-check';

import { parseCharterName, proposeCharterName } from '../../src/domain/charter.js';

describe('the short name of a charter', () => {
  it('is a letter and then letters, digits and hyphens, in any spelling', () => {
    const names = {
      coop: 'coop',
      ' Coop ': 'coop',
      'LAB-2': 'lab-2',
      x: 'x',
      ['a'.repeat(30)]: 'a'.repeat(30),
    };
    for (const [typed, name] of Object.entries(names)) assert.equal(parseCharterName(typed), name);
  });

  it('is nothing else', () => {
    const others = [
      '',
      ' ',
      '2nd',
      '-coop',
      'co op',
      'coöp',
      'coop!',
      '../coop',
      'a_b',
      'a'.repeat(31),
      '*',
      'ко-оп',
    ];
    for (const typed of others) assert.equal(parseCharterName(typed), undefined, typed);
  });

  it('is no word that signs a comment, since it would sign those that name the charter', () => {
    for (const word of ['signed', 'Firmado', ' firmada ']) assert.equal(parseCharterName(word), undefined);
    assert.equal(parseCharterName('signed-values'), 'signed-values');
    assert.equal(proposeCharterName('Signed'), 'values');
  });

  it('is proposed from a title, cut between words', () => {
    const proposals = {
      'The garden': 'the-garden',
      '  Values — of the Coop!  ': 'values-of-the-coop',
      'Über uns: Café': 'uber-uns-cafe',
      '10 things we value': 'things-we-value',
      'Everything that we in this community hold dear': 'everything-that-we-in-this',
      [`${'a'.repeat(29)} b`]: 'a'.repeat(29),
      [`${'a'.repeat(30)} b`]: 'a'.repeat(30),
      ['a'.repeat(80)]: 'a'.repeat(30),
      '2026': 'values',
      共同: 'values',
      '': 'values',
    };
    for (const [title, name] of Object.entries(proposals))
      assert.equal(proposeCharterName(title), name, title);
  });

  it('that is proposed can always be had', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), (title) => {
        const name = proposeCharterName(title);
        assert.equal(parseCharterName(name), name);
      }),
    );
  });
});
