import assert from 'node:assert/strict';

import { nearDuplicates } from '../../src/domain/near-duplicates.js';
import { stemsOf } from '../../src/language/stems.js';

describe('The stems of a text', () => {
  it('are its words without capitals, stop words and endings', () => {
    assert.deepEqual(stemsOf('We are sharing the harvests of our Gardens.'), ['share', 'harvest', 'garden']);
    assert.deepEqual(stemsOf('Compartimos las cosechas de los jardines.'), ['compart', 'cosech', 'jardin']);
  });

  it('lose accents, so that it does not matter who writes them', () => {
    assert.deepEqual(stemsOf('Más acción y opinión también'), stemsOf('mas accion y opinion tambien'));
  });

  it('keep a word as often as it comes', () => {
    assert.deepEqual(stemsOf('Gardens, gardens and a garden'), ['garden', 'garden', 'garden']);
  });

  it('are those of the stop words where there are no others', () => {
    assert.deepEqual(stemsOf('We are who we are'), ['we', 'are', 'who', 'we', 'are']);
    assert.deepEqual(stemsOf('… !'), []);
  });

  it('let comments that say the same in other words be found', () => {
    const comments = [
      'Please say what happens to the harvest when nobody comes to share it.',
      'What happens with harvests nobody comes for? Please say it.',
      'The gate should stay open on Sundays too.',
      'Falta decir qué pasa con la cosecha que nadie recoge.',
      'Por favor digan qué pasa con las cosechas que nadie recoge.',
    ];

    const pairs = nearDuplicates(
      comments.map((text, index) => ({ id: String(index), stems: stemsOf(text) })),
    );

    assert.deepEqual(pairs, [
      ['0', '1'],
      ['3', '4'],
    ]);
  });

  it('of two thousand long comments are there in a moment', () => {
    const sentence =
      'Sharing knowledge openly means that everybody learns from what others have found before. ';

    const begin = performance.now();
    for (let comment = 0; comment < 2_000; comment += 1) stemsOf(sentence.repeat(3));

    assert.ok(performance.now() - begin < 2_000);
  });
});
