import assert from 'node:assert/strict';

import type { NewDraftView } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import { problemsOf } from '../support/card-problems.js';
import { elementsOf, rendered, textsOf } from './facilitator-cards.js';
import { charter, newDraft } from './facilitator-views.js';

describe('the form for a new draft', () => {
  it('gives back what was sent to the letter', () => {
    const source = 'Ünfinished\r\n\n* one\n* two ${charter} {{DATE(2026)}} <b>&amp;\u200B';

    const card = rendered({ ...newDraft, source });

    assert.equal(inputOf(card, 'source').value, source);
  });

  it('leaves the field empty for a post too long to be put back, and says so', () => {
    const card = rendered({ ...newDraft, source: 'é'.repeat(20_000) });

    assert.equal(inputOf(card, 'source').value, '');
    assert.match(textsOf(card), /too long to be put back/);
  });

  it('stays below the limit with the longest post it puts back and very many charters', () => {
    const charters = Array.from(
      { length: 500 },
      (_, index) => `a-rather-long-charter-name-${index}` as CharterName,
    );
    const lengths = [10_000, 20_000, 22_000, 23_000, 24_000, 27_000];

    const cards = lengths.map((length) =>
      rendered({ ...newDraft, charters, source: '"'.repeat(length / 2) }, 'es'),
    );

    assert.deepEqual(
      cards.flatMap((card) => problemsOf(card)),
      [],
    );
    assert.equal(inputOf(cards[2] ?? {}, 'source').value, '"'.repeat(11_000));
  });

  it('names the charter of the press, else the only one there is', () => {
    const names = ['garden', 'kitchen'] as CharterName[];

    assert.equal(
      nameIn({ kind: 'new-draft', charters: names, charter: 'kitchen' as CharterName }),
      'kitchen',
    );
    assert.equal(nameIn({ kind: 'new-draft', charters: [charter] }), 'garden');
    assert.equal(nameIn({ kind: 'new-draft', charters: names }), '');
    assert.equal(nameIn({ kind: 'new-draft', charters: [] }), '');
  });

  it('says which charters there are, and for the first one what a short name is', () => {
    const several = rendered({ kind: 'new-draft', charters: ['garden', 'kitchen'] as CharterName[] });
    const first = rendered({ kind: 'new-draft', charters: [] });

    assert.match(textsOf(several), /There are 2 charters so far: garden, kitchen\./);
    assert.match(textsOf(first), /made from the title/);
  });

  it('asks for the name when a post came that could be for several charters', () => {
    const charters = ['garden', 'kitchen'] as CharterName[];

    const card = rendered({ kind: 'new-draft', unnamed: true, charters, source: '# Values' });

    assert.match(textsOf(card), /does not say which charter it is for/);
    assert.equal(inputOf(card, 'name').isRequired, true);
    const after = { kind: 'new-draft', charters, source: '# Values' } as const;
    assert.equal(inputOf(rendered(after), 'name').isRequired, false, 'it could not be read at all');
  });

  it('accepts the names that a charter may have, in any case', () => {
    const pattern = new RegExp(String(inputOf(rendered(newDraft), 'name').regex));

    assert.ok(['garden', 'Garden-2', ' garden '].every((name) => pattern.test(name)));
    assert.ok(['2nd', 'año', 'our garden', 'garden_2'].every((name) => !pattern.test(name)));
  });

  it('sends the fields along with one button', () => {
    const buttons = elementsOf(rendered(newDraft), 'Action.Execute');

    assert.deepEqual(
      buttons.map(({ data, associatedInputs }) => ({ data, associatedInputs })),
      [{ data: { v: 1, do: 'import' }, associatedInputs: undefined }],
    );
  });
});

function inputOf(card: object, id: string): Record<string, unknown> {
  return elementsOf(card, 'Input.Text').find((input) => input.id === id) ?? {};
}

function nameIn(view: NewDraftView): unknown {
  return inputOf(rendered(view), 'name').value;
}
