import assert from 'node:assert/strict';

import sinon from 'sinon';

import type { Pace } from '../../src/app/deliver-due.js';
import type { Address } from '../../src/domain/place.js';
import { conversationWindows, createPace, type Window } from '../../src/worker/pace.js';

const hour = 3_600_000;

describe('the pace', () => {
  let clock: sinon.SinonFakeTimers;
  let stopping: AbortController;
  let stopped: Promise<void>;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'Date'] });
    stopping = new AbortController();
    stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  });
  afterEach(() => clock.restore());

  const paceOf = (perSecond: number, windows: readonly Window[] = conversationWindows): Pace =>
    createPace({
      perSecond,
      windows,
      now: () => clock.now,
      sleep: (milliseconds) =>
        Promise.race([stopped, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))]),
      stopping: stopping.signal,
    });

  /** Asks for so many turns at once; the list fills with the times at which they are given. */
  function ask(pace: Pace, count: number, address: Partial<Address> = {}): number[] {
    const turns: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const conversation = address.conversation ?? `conversation-${String(index)}`;
      const whole = {
        tenant: 'ours',
        scope: 'group',
        serviceUrl: 'https://x/',
        ...address,
        conversation,
      } as const;
      void pace.turn(whole).then((given) => given && turns.push(clock.now - 1_000_000));
    }
    return turns;
  }

  it('gives one tenant so many turns a second, evenly', async () => {
    const turns = ask(paceOf(50), 120);

    await clock.tickAsync(hour);

    assert.equal(turns.length, 120);
    assert.equal(mostWithin(turns, 1_000), 50);
    assert.deepEqual(turns.slice(0, 4), [0, 20, 40, 60]);
    assert.equal(turns.at(-1), 119 * 20, 'and no fewer either');
  });

  it('does not let one tenant wait for another', async () => {
    const pace = paceOf(50);
    const ours = ask(pace, 100, { tenant: 'ours' });
    const theirs = ask(pace, 100, { tenant: 'theirs' });

    await clock.tickAsync(2_000);

    assert.deepEqual([ours.length, theirs.length], [100, 100]);
  });

  it('makes up for no idle time: after a pause in asking the pace is the same', async () => {
    const pace = paceOf(10);
    ask(pace, 1);
    await clock.tickAsync(60_000);
    const turns = ask(pace, 20);

    await clock.tickAsync(hour);

    assert.equal(mostWithin(turns, 1_000), 10);
  });

  it('stays within what Teams allows in one conversation', async () => {
    const turns = ask(paceOf(1_000), 200, { conversation: 'busy' });

    await clock.tickAsync(hour);

    assert.equal(turns.length, 200);
    for (const { count, milliseconds } of conversationWindows) {
      assert.ok(mostWithin(turns, milliseconds) <= count, `${String(count)} in ${String(milliseconds)} ms`);
    }
    assert.deepEqual(turns.slice(0, 9), [0, 1, 2, 3, 4, 5, 6, 1_000, 2_000]);
  });

  it('lets others pass a conversation that is full, and gives away none of their turns', async () => {
    const pace = paceOf(10, [{ count: 1, milliseconds: 5_000 }]);
    const busy = ask(pace, 3, { conversation: 'busy' });
    const others = ask(pace, 30);

    await clock.tickAsync(hour);

    assert.deepEqual(
      busy.map((time) => Math.floor(time / 5_000)),
      [0, 1, 2],
    );
    assert.equal(others.at(-1), 30 * 100, 'as fast as if there were no busy one, but for its one turn');
    assert.equal(
      mostWithin(
        [...busy, ...others].sort((a, b) => a - b),
        1_000,
      ),
      10,
    );
  });

  it('makes all of a tenant wait when it is paused, those who had asked before too', async () => {
    const pace = paceOf(50);
    const turns = ask(pace, 100);
    const theirs = ask(pace, 100, { tenant: 'theirs' });
    await clock.tickAsync(200);
    const before = turns.length;
    pace.pause('ours', 30);
    const later = ask(pace, 10);

    await clock.tickAsync(29_900);
    assert.equal(turns.length, before, 'nobody sends in the pause');
    assert.equal(later.length, 0);
    assert.equal(theirs.length, 100, 'the other tenant goes on');
    await clock.tickAsync(hour);

    assert.equal(turns.length + later.length, 110);
    assert.equal(
      mostWithin(
        [...turns, ...later].sort((a, b) => a - b),
        1_000,
      ),
      50,
      'no crowd when the pause ends',
    );
  });

  it('is not shortened by a second, shorter pause', async () => {
    const pace = paceOf(50);
    pace.pause('ours', 60);
    pace.pause('ours', 1);
    const turns = ask(pace, 1);

    await clock.tickAsync(59_999);
    assert.deepEqual(turns, []);
    await clock.tickAsync(1);

    assert.deepEqual(turns, [60_000]);
  });

  it('gives no turn any more when the program stops, and keeps nobody waiting', async () => {
    const pace = paceOf(1);
    const waiting = Array.from({ length: 20 }, (_, index) =>
      pace.turn(addressOf(`conversation-${String(index)}`)),
    );
    await clock.tickAsync(2_500);
    stopping.abort();

    const given = await Promise.all(waiting);

    assert.equal(given.filter(Boolean).length, 3);
    assert.equal(await pace.turn(addressOf('late')), false);
  });
});

function addressOf(conversation: string): Address {
  return { tenant: 'ours', conversation, scope: 'group', serviceUrl: 'https://x/' };
}

/** The most of these times that fall into any stretch of so many milliseconds. */
function mostWithin(times: readonly number[], milliseconds: number): number {
  return Math.max(
    ...times.map((from) => times.filter((time) => time >= from && time < from + milliseconds).length),
  );
}
