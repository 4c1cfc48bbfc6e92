import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  mostMisses,
  reportOf,
  waitBeforeRetry,
  type DeliveryCount,
  type DeliveryReport,
} from '../../src/domain/delivery.js';

const none: DeliveryReport = {
  intended: 0,
  sent: 0,
  waiting: 0,
  sending: 0,
  failed: {},
  skipped: {},
  cancelled: 0,
  possiblyTwice: 0,
  edits: { intended: 0, edited: 0, waiting: 0, failed: {} },
};

describe('a delivery report', () => {
  it('counts by state, and by reason where there is one, in the order of the reasons', () => {
    const counts: readonly DeliveryCount[] = [
      { state: 'failed', reason: 'uninstalled', doubtful: false, count: 2 },
      { state: 'sent', doubtful: false, count: 5 },
      { state: 'failed', reason: 'blocked', doubtful: true, count: 1 },
      { state: 'skipped', reason: 'unsubscribed', doubtful: false, count: 3 },
      { state: 'skipped', doubtful: false, count: 1 },
      { state: 'waiting', doubtful: false, count: 4 },
      { state: 'sending', doubtful: false, count: 1 },
      { state: 'cancelled', doubtful: false, count: 6 },
    ];

    assert.equal(
      JSON.stringify(reportOf(counts)),
      JSON.stringify({
        ...none,
        intended: 23,
        sent: 5,
        waiting: 4,
        sending: 1,
        failed: { blocked: 1, uninstalled: 2 },
        skipped: { unknown: 1, unsubscribed: 3 },
        cancelled: 6,
      }),
    );
  });

  it('tells how many may have arrived twice, and how the copies stand, of those sent alone', () => {
    const counts: readonly DeliveryCount[] = [
      { state: 'sent', doubtful: true, count: 2 },
      { state: 'sent', doubtful: true, edit: 'edited', count: 3 },
      { state: 'sent', doubtful: false, edit: 'waiting', count: 4 },
      { state: 'sent', doubtful: false, edit: 'failed', editReason: 'message-gone', count: 1 },
      { state: 'waiting', doubtful: true, count: 7 },
    ];

    const { sent, possiblyTwice, edits } = reportOf(counts);

    assert.deepEqual({ sent, possiblyTwice }, { sent: 10, possiblyTwice: 5 });
    assert.deepEqual(edits, { intended: 8, edited: 3, waiting: 4, failed: { 'message-gone': 1 } });
  });

  it('of nothing is nothing', () => {
    assert.deepEqual(reportOf([]), none);
  });

  it('adds up to what was intended, and so do the edits', () => {
    const count: fc.Arbitrary<DeliveryCount> = fc.record(
      {
        state: fc.constantFrom('waiting', 'sending', 'sent', 'failed', 'skipped', 'cancelled'),
        reason: fc.constantFrom('blocked', 'gone', '__proto__', 'constructor'),
        doubtful: fc.boolean(),
        edit: fc.constantFrom('waiting', 'edited', 'failed'),
        editReason: fc.constantFrom('message-gone', '__proto__'),
        count: fc.nat(100),
      },
      { requiredKeys: ['state', 'doubtful', 'count'] },
    );
    fc.assert(
      fc.property(fc.array(count), (given) => {
        const { intended, sent, waiting, sending, failed, skipped, cancelled, edits } = reportOf(given);
        assert.equal(
          sum([sent, waiting, sending, cancelled, ...values(failed), ...values(skipped)]),
          intended,
        );
        assert.equal(sum([edits.edited, edits.waiting, ...values(edits.failed)]), edits.intended);
      }),
    );
  });
});

function values(counts: Readonly<Record<string, number>>): readonly number[] {
  return Object.values(counts);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

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
    const tries = Array.from({ length: mostMisses - 1 }, (_, index) => waitBeforeRetry(index + 1, 0));
    assert.ok(tries.reduce((sum, wait) => sum + wait) > 120);
  });
});
