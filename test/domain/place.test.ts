import assert from 'node:assert/strict';

import { parseQuietHours, parseTimeOfDay, placeIdOf } from '../../src/domain/place.js';

describe('a place', () => {
  it('is told from others by its tenant and its conversation', () => {
    assert.equal(placeIdOf({ tenant: 't1', conversation: '19:a@thread.v2' }), 't1/19:a@thread.v2');
  });
});

describe('a time of day', () => {
  it('is an hour of 24, with minutes or without', () => {
    for (const [text, time] of [
      ['20:00', '20:00'],
      ['8:05', '08:05'],
      ['08:05', '08:05'],
      ['8', '08:00'],
      ['0', '00:00'],
      ['00:00', '00:00'],
      ['23:59', '23:59'],
    ] as const) {
      assert.equal(parseTimeOfDay(text), time);
    }
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      '24',
      '24:00',
      '8:60',
      '8:5',
      '8.30',
      '8pm',
      ' 8',
      '8:00\n',
      '-1',
      '١٢',
      '8:00:00',
    ]) {
      assert.equal(parseTimeOfDay(text), undefined, JSON.stringify(text));
    }
  });
});

describe('quiet hours', () => {
  it('have a beginning and another end', () => {
    assert.deepEqual(parseQuietHours('20', '8:00'), { from: '20:00', until: '08:00' });
    assert.deepEqual(parseQuietHours('12:00', '14:00'), { from: '12:00', until: '14:00' });
    assert.equal(parseQuietHours('8', '08:00'), undefined);
    assert.equal(parseQuietHours('8', ''), undefined);
    assert.equal(parseQuietHours('late', '8'), undefined);
  });
});
