import assert from 'node:assert/strict';

import { Setbacks } from '../../src/worker/setbacks.js';

describe('setbacks', () => {
  const throttled = { kind: 'throttled' } as const;
  const unable = { kind: 'unable', reason: 'login-failed' } as const;
  const sent = { kind: 'sent' } as const;

  it('pause for as long as was told', () => {
    const setbacks = new Setbacks(() => 0);

    assert.equal(setbacks.note({ ...throttled, wait: 7 }, { began: 90, now: 100 }), 7_000);
    assert.equal(setbacks.pausedUntil, 7_100);
    assert.equal(setbacks.isTrying, false);
  });

  it('pause longer each time when nothing was told, until it goes again', () => {
    const setbacks = new Setbacks(() => 0);
    const waits: (number | undefined)[] = [];
    for (const outcome of [throttled, unable, throttled]) {
      const now = Math.max(0, setbacks.pausedUntil);
      waits.push(setbacks.note(outcome, { began: now, now }));
    }
    assert.deepEqual(waits, [1_000, 2_000, 4_000]);
    assert.ok(setbacks.isTrying);

    setbacks.note(sent, { began: 8_000, now: 8_100 });

    assert.equal(setbacks.isTrying, false);
    assert.equal(setbacks.note(throttled, { began: 9_000, now: 9_000 }), 1_000);
  });

  it('count those that were on their way together as one', () => {
    const setbacks = new Setbacks(() => 0);
    const waits = [100, 110, 120].map((now) => setbacks.note(throttled, { began: now - 50, now }));

    assert.deepEqual(waits, [1_000, 990, 980]);
    setbacks.note(sent, { began: 90, now: 130 });
    assert.ok(setbacks.isTrying, 'what began before the pause says nothing about its end');
  });

  it('do not shorten a pause', () => {
    const setbacks = new Setbacks(() => 0);
    setbacks.pause(0, 60_000);

    assert.equal(setbacks.note({ ...throttled, wait: 1 }, { began: 0, now: 10 }), 59_990);
    assert.equal(setbacks.pausedUntil, 60_000);
  });
});
