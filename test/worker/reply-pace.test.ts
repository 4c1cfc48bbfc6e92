import assert from 'node:assert/strict';

import sinon from 'sinon';

import type { Place } from '../../src/domain/place.js';
import type { SendOutcome } from '../../src/domain/delivery.js';
import { logTo } from '../../src/log.js';
import { createReplyPace } from '../../src/worker/reply-pace.js';
import { aPlace } from '../contract/made-up.js';
import { createFakeTurns, type FakeTurns } from './fake-turns.js';

/** What Teams answered, as the error that the program gets. */
class Refusal extends Error {
  readonly outcome: SendOutcome;

  constructor(outcome: SendOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

describe('the pace of answers', () => {
  let clock: sinon.SinonFakeTimers;
  let turns: FakeTurns;
  let logged: string[];
  let place: Place;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    turns = createFakeTurns();
    logged = [];
    place = aPlace();
    logTo((line) => void logged.push(line));
  });
  afterEach(() => clock.restore());

  /** When the tries were, and how it ended. */
  async function reply(...answers: (SendOutcome | Error)[]): Promise<{ tries: number[]; ended: string }> {
    const tries: number[] = [];
    const outcomeOf = (error: unknown): SendOutcome => {
      if (error instanceof Refusal) return error.outcome;
      throw error;
    };
    const ended = createReplyPace(turns, { apart: 20, outcomeOf })
      .inTurn(place, () => {
        tries.push(clock.now);
        const answer = answers.shift();
        if (answer instanceof Error) return Promise.reject(answer);
        return answer ? Promise.reject(new Refusal(answer)) : Promise.resolve('arrived');
      })
      .catch((error: unknown) => (error as Error).message);
    await clock.tickAsync(30_000);
    return { tries, ended: await ended };
  }

  it('sends at once when nothing else is going on, and lets others in afterwards', async () => {
    assert.deepEqual(await reply(), { tries: [0], ended: 'arrived' });

    assert.equal(turns.inside.size, 0);
    assert.deepEqual(logged, []);
  });

  it('takes a turn among the deliveries', async () => {
    await turns.reserve({ tenant: place.address.tenant, count: 10, apart: 20 });

    assert.deepEqual((await reply()).tries, [200]);
  });

  it('waits while something else is on its way to the place', async () => {
    await turns.enter(place.id);
    setTimeout(() => void turns.leave(place.id), 400);

    const [at = 0] = (await reply()).tries;

    assert.ok(at >= 400 && at < 500, `it went at ${String(at)}`);
  });

  it('goes all the same when it would come too late', async () => {
    await turns.enter(place.id);

    const { tries, ended } = await reply();

    assert.ok(tries[0]! >= 10_000 && tries[0]! < 10_200);
    assert.equal(ended, 'arrived');
    assert.equal(turns.inside.size, 1, 'whoever was there before still is');
    assert.match(logged[0] ?? '', /goes to a place that is busy/);
  });

  it('does not wait out a long pause', async () => {
    await turns.pause({ tenant: place.address.tenant, milliseconds: 60_000 });

    assert.deepEqual((await reply()).tries, [5_000]);
    assert.match(logged[0] ?? '', /does not wait for its turn/);
  });

  it('makes everybody wait as long as Teams asks, and tries again then', async () => {
    const { tries, ended } = await reply({ kind: 'throttled', wait: 3 });

    assert.deepEqual(tries, [0, 3_000]);
    assert.equal(ended, 'arrived');
    assert.equal(turns.inside.size, 0);
  });

  it('tries again what was only put off, later each time', async () => {
    const busy = { kind: 'busy', reason: 'PreconditionFailed' } as const;

    assert.deepEqual(await reply(busy, busy, busy), { tries: [0, 500, 1_500, 3_500], ended: 'arrived' });
  });

  it('gives up when nobody can be waiting any more', async () => {
    assert.deepEqual(await reply({ kind: 'throttled', wait: 11 }), { tries: [0], ended: 'throttled' });
    assert.equal(turns.inside.size, 0);
  });

  it('does not repeat what may have arrived, or what would end the same again', async () => {
    for (const outcome of [
      { kind: 'unclear', reason: 'http-502' },
      { kind: 'refused', reason: 'BadArgument' },
      { kind: 'gone', reason: 'blocked' },
    ] as const) {
      const { tries, ended } = await reply(outcome);
      assert.deepEqual([tries.length, ended], [1, outcome.kind]);
    }
    assert.equal((await reply(new Error('a mistake of ours'))).ended, 'a mistake of ours');
  });

  it('goes out of turn rather than not at all when the database is away', async () => {
    turns.away = true;

    assert.deepEqual(await reply(), { tries: [0], ended: 'arrived' });
    assert.deepEqual(logged, [], 'others tell that it is away');
  });
});
