import assert from 'node:assert/strict';

import { Spacing } from '../../src/worker/spacing.js';

/** Sends with turns ten milliseconds apart, and is held up from `from` to `until`; answers when each request goes. */
function sendHeldUp(count: number, { from, until }: { from: number; until: number }): number[] {
  const spacing = new Spacing(10);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const turn = index * 10;
    const ready = turn >= from && turn < until ? until : turn;
    const at = Math.max(ready, spacing.goesAt(turn));
    spacing.note(turn, at);
    times.push(at);
  }
  return times;
}

describe('the spacing of requests', () => {
  it('lets each go in its turn', () => {
    assert.deepEqual(
      sendHeldUp(300, { from: 0, until: 0 }),
      Array.from({ length: 300 }, (_, index) => index * 10),
    );
  });

  it('makes up for a moment in which nothing could go, a few at a time', () => {
    const times = sendHeldUp(300, { from: 500, until: 700 });

    assert.deepEqual(times.slice(50, 56), [700, 700, 710, 710, 720, 720]);
    assert.equal(times[95], 950, 'and then each goes in its turn again');
  });

  it('never lets more go in a second than there are turns in it', () => {
    const times = sendHeldUp(1_000, { from: 500, until: 1_300 });

    for (const from of times) {
      const within = times.filter((at) => at >= from && at < from + 1_000).length;
      assert.ok(within <= 101, `${String(within)} from ${String(from)}`);
    }
  });
});
