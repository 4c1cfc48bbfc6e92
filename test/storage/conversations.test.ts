import assert from 'node:assert/strict';

import { conversationWindows } from '../../src/storage/conversations.js';

/** What Teams documents for one bot in one conversation. Milliseconds. */
const limits = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

describe('the windows of a conversation', () => {
  it('are not exceeded by who sends whenever it is allowed', () => {
    const sent = everyMillisecond(2 * 3_600_000);

    for (const { most, within } of limits) {
      const fullest = Math.max(...sent.map((at, first) => countBefore(sent, first, at + within)));
      assert.ok(fullest <= most, `${String(fullest)} in ${String(within)} ms`);
    }
  });

  it('are not exceeded after any rest', () => {
    for (const rest of [500, 1_700, 15_000, 31_000, 900_000]) {
      const busy = everyMillisecond(40_000);
      const sent = everyMillisecond(40_000 + rest + 60_000, (at) => at < 40_000 || at >= 40_000 + rest);
      assert.ok(sent.length > busy.length);
      for (const { most, within } of limits) {
        const fullest = Math.max(...sent.map((at, first) => countBefore(sent, first, at + within)));
        assert.ok(fullest <= most, `${String(fullest)} in ${String(within)} ms after ${String(rest)}`);
      }
    }
  });
});

/** When messages go, with one that would go at each millisecond; the arithmetic is that of `storage/conversations.ts`. */
function everyMillisecond(until: number, wanted: (at: number) => boolean = () => true): readonly number[] {
  const free = conversationWindows.map(() => 0);
  const sent: number[] = [];
  for (let at = 0; at < until; at += 1) {
    const allowed = conversationWindows.every(
      ({ burst, apart }, window) => (free[window] ?? 0) <= at + (burst - 1) * apart,
    );
    if (!allowed || !wanted(at)) continue;
    sent.push(at);
    conversationWindows.forEach(({ apart }, window) => {
      free[window] = Math.max(free[window] ?? 0, at) + apart;
    });
  }
  return sent;
}

function countBefore(sent: readonly number[], first: number, end: number): number {
  let count = 0;
  while (first + count < sent.length && (sent[first + count] ?? end) < end) count += 1;
  return count;
}
