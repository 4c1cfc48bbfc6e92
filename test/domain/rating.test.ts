import assert from 'node:assert/strict';

import { answers, parseAnswer } from '../../src/domain/rating.js';

describe('an answer', () => {
  it('is read back from its stored form', () => {
    for (const answer of answers) assert.equal(parseAnswer(String(answer)), answer);
    assert.equal(parseAnswer(3), 3);
    assert.equal(parseAnswer(' 4 '), 4);
  });

  it('is one of the seven and nothing else', () => {
    const others = [
      '',
      '0',
      '6',
      '4.0',
      '04',
      '-1',
      'NaN',
      'Unclear',
      'no opinion',
      null,
      undefined,
      {},
      [],
      true,
      4.5,
    ];
    for (const other of others) assert.equal(parseAnswer(other), undefined, JSON.stringify(other));
  });
});
