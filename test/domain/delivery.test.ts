import assert from 'node:assert/strict';

import fc from 'fast-check';

import { mostAttempts, reportOf, waitBeforeRetry, type DeliveryCount } from '../../src/domain/delivery.js';

describe('a delivery report', () => {
  it('counts by state, and by reason where there is one, in the order of the reasons', () => {
    const counts: readonly DeliveryCount[] = [
      { state: 'failed', reason: 'uninstalled', count: 2 },
      { state: 'sent', count: 5 },
      { state: 'failed', reason: 'blocked', count: 1 },
      { state: 'skipped', reason: 'draft-not-open', count: 3 },
      { state: 'skipped', count: 1 },
      { state: 'waiting', count: 4 },
      { state: 'sending', count: 1 },
    ];

    assert.deepEqual(
      JSON.stringify(reportOf(counts)),
      JSON.stringify({
        intended: 17,
        sent: 5,
        waiting: 4,
        sending: 1,
        failed: { blocked: 1, uninstalled: 2 },
        skipped: { 'draft-not-open': 3, unknown: 1 },
      }),
    );
  });

  it('of nothing is nothing', () => {
    assert.deepEqual(reportOf([]), { intended: 0, sent: 0, waiting: 0, sending: 0, failed: {}, skipped: {} });
  });

  it('adds up to what was intended', () => {
    const count: fc.Arbitrary<DeliveryCount> = fc.record({
      state: fc.constantFrom('waiting', 'sending', 'sent', 'failed', 'skipped'),
      reason: fc.constantFrom('blocked', 'gone', '__proto__', 'constructor'),
      count: fc.nat(100),
    });
    // The store counts each state and reason once.
    const counts = fc.uniqueArray(count, { selector: ({ state, reason }) => `${state} ${reason ?? ''}` });
    fc.assert(
      fc.property(counts, (given) => {
        const { intended, sent, waiting, sending, failed, skipped } = reportOf(given);
        const parts = [sent, waiting, sending, ...Object.values(failed), ...Object.values(skipped)];
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          intended,
        );
      }),
    );
  });
});

describe('the wait before another try', () => {
  it('doubles each time, up to five minutes', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 9, 20].map((attempts) => waitBeforeRetry(attempts, 1));

    assert.deepEqual(longest, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('is spread between half of it and all of it', () => {
    assert.equal(waitBeforeRetry(3, 0), 4);
    assert.equal(waitBeforeRetry(3, 0.5), 6);
    assert.equal(waitBeforeRetry(3, 1), 8);
  });

  it('lets all tries of a delivery take minutes rather than seconds', () => {
    const tries = Array.from({ length: mostAttempts - 1 }, (_, index) => waitBeforeRetry(index + 1, 0));
    assert.ok(tries.reduce((sum, wait) => sum + wait) > 120);
  });
});
