import assert from 'node:assert/strict';

import sinon from 'sinon';

import { logTo } from '../../src/log.js';
import { Repeating } from '../../src/worker/repeating.js';

describe('something done again and again', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => clock.restore());

  it('is done a while after it was done before, also when it fails', async () => {
    const logged: string[] = [];
    logTo((line) => void logged.push(line));
    const times: number[] = [];
    const repeating = new Repeating(
      'looking',
      async () => {
        times.push(clock.now);
        await new Promise((resolve) => setTimeout(resolve, 30));
        if (times.length === 2) throw new Error('away');
      },
      100,
    );

    await clock.tickAsync(300);
    await repeating.stop();
    await clock.tickAsync(300);

    assert.deepEqual(times, [0, 130, 260]);
    assert.equal(logged.length, 1);
    assert.match(logged[0] ?? '', /looking cannot go on now/);
  });
});
