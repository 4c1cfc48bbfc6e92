import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';

import sinon from 'sinon';

import type { Deliveries, ReadyDelivery } from '../../src/app/deliver-due.js';
import type { SendOutcome } from '../../src/domain/delivery.js';
import { logTo } from '../../src/log.js';
import { Lane } from '../../src/worker/lane.js';
import { createFakeTurns, type FakeTurns } from './fake-turns.js';

type Step = (name: string) => Promise<void>;

/** What is due in a tenant, and what became of it. */
interface Pile {
  readonly deliveries: Deliveries;
  /** Due now, or at a time of the test's clock. */
  readonly due: { name: string; at: number }[];
  readonly sent: { readonly name: string; readonly at: number }[];
  readonly settled: string[];
  readonly givenBack: string[];
  outcomeOf: (name: string) => SendOutcome;
  /** How long Teams takes to answer. */
  latency: number;
  /** What happens between the claim and the turn. */
  atBegin: Step;
  mayBegin: (name: string) => boolean;
  claims: number[];
}

describe('a lane', () => {
  let clock: sinon.SinonFakeTimers;
  let stopping: AbortController;
  let turns: FakeTurns;
  const lanes: Promise<void>[] = [];
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    stopping = new AbortController();
    setMaxListeners(0, stopping.signal);
    turns = createFakeTurns();
    logTo(() => undefined);
  });
  afterEach(async () => {
    stopping.abort();
    await clock.runAllAsync();
    await Promise.all(lanes.splice(0));
    clock.restore();
  });

  function run(pile: Pile, perSecond: number, tenant = 'ours'): Promise<void> {
    const settings = {
      apart: 1000 / perSecond,
      idle: () => new Promise<void>((resolve) => setTimeout(resolve, 50)),
      random: () => 0,
      stopping: stopping.signal,
    };
    const running = new Lane(tenant, pile.deliveries, turns, settings).run();
    lanes.push(running);
    return running;
  }

  it('sends at the pace, evenly, and loses no time between its slices', async () => {
    const pile = aPile(500);
    void run(pile, 100);

    await clock.tickAsync(6_000);

    const times = pile.sent.map(({ at }) => at);
    assert.equal(times.length, 500);
    assert.ok(times.at(-1)! - times[0]! <= 499 * 10 + 30, `it took ${String(times.at(-1)! - times[0]!)} ms`);
    assert.ok(mostWithin(times, 1_000) <= 101);
    assert.equal(Math.max(...pile.claims), 25, 'what is sent in a quarter of a second, and no more');
  });

  it('waits for no answer', async () => {
    const pile = aPile(300);
    pile.latency = 2_000;
    void run(pile, 100);

    await clock.tickAsync(3_100);

    assert.equal(pile.sent.length, 300);
  });

  it('begins soon after something is due', async () => {
    const pile = aPile(0);
    void run(pile, 100);
    await clock.tickAsync(10_000);
    pile.due.push({ name: 'late', at: 0 });

    await clock.tickAsync(100);

    assert.equal(pile.sent.length, 1);
  });

  it('shares the pace with others', async () => {
    const piles = [aPile(200), aPile(200)];
    for (const pile of piles) void run(pile, 100);

    await clock.tickAsync(5_000);

    const times = piles.flatMap(({ sent }) => sent.map(({ at }) => at)).sort((a, b) => a - b);
    assert.equal(times.length, 400);
    assert.ok(times.at(-1)! - times[0]! < 4_100);
    assert.ok(mostWithin(times, 1_000) <= 102, `${String(mostWithin(times, 1_000))} in a second`);
  });

  it('takes smaller slices where many share one tenant, so that nothing waits for long', async () => {
    const piles = Array.from({ length: 24 }, () => aPile(100));
    for (const pile of piles) void run(pile, 100);

    await clock.tickAsync(26_000);

    assert.equal(
      piles.reduce((sum, { sent }) => sum + sent.length, 0),
      2_400,
    );
    assert.deepEqual(
      piles.flatMap(({ givenBack }) => givenBack),
      [],
    );
  });

  it('does not wait for another tenant', async () => {
    const [ours, theirs] = [aPile(100), aPile(100)];
    ours.outcomeOf = () => ({ kind: 'throttled', wait: 60 });
    void run(ours, 100, 'ours');
    void run(theirs, 100, 'theirs');

    await clock.tickAsync(1_200);

    assert.equal(theirs.sent.length, 100);
    assert.ok(ours.sent.length < 10);
  });

  it('keeps everybody waiting for as long as Teams says, and holds nothing meanwhile', async () => {
    const pile = aPile(200);
    pile.outcomeOf = once('20', { kind: 'throttled', wait: 7 });
    const other = aPile(200);
    void run(pile, 100);
    void run(other, 100);

    await clock.tickAsync(20_000);

    const refused = pile.sent.find(({ name }) => name === '20')!.at;
    const times = [...pile.sent, ...other.sent].map(({ at }) => at).sort((a, b) => a - b);
    const meanwhile = times.filter((at) => at > refused + 1 && at < refused + 7_000);
    assert.ok(meanwhile.length <= 12, `${String(meanwhile.length)}: the other hears of it soon`);
    assert.ok(meanwhile.every((at) => at < refused + 150));
    assert.ok(
      mostWithin(
        times.filter((at) => at > refused + 7_000),
        1_000,
      ) <= 102,
      'no crowd afterwards',
    );
    assert.ok(pile.givenBack.length > 0);
    assert.equal(new Set(pile.sent.map(({ name }) => name)).size, 200);
    assert.equal(other.sent.length, 200);
  });

  it('sends nothing at all after the answer that says wait, of what it had prepared', async () => {
    const pile = aPile(100);
    pile.outcomeOf = once('10', { kind: 'throttled', wait: 3 });
    pile.latency = 15;
    void run(pile, 100);

    await clock.tickAsync(10_000);

    const answered = pile.sent.find(({ name }) => name === '10')!.at + 15;
    const meanwhile = pile.sent.filter(({ at }) => at > answered && at < answered + 3_000);
    assert.deepEqual(meanwhile, []);
  });

  it('waits longer each time when nobody says how long, and tries with one', async () => {
    const pile = aPile(50);
    let refusals = 0;
    pile.outcomeOf = () => ((refusals += 1) <= 12 ? { kind: 'throttled' } : sent);
    pile.latency = 100;
    void run(pile, 100);

    await clock.tickAsync(30_000);

    const times = pile.sent.map(({ at }) => Math.round(at));
    const tries = times.filter((at, index) => at - (times[index - 1] ?? -9_999) > 900);
    assert.deepEqual(
      tries.slice(1, 4).map((at, index) => Math.floor((at - tries[index]!) / 1000)),
      [1, 2, 4].slice(0, tries.slice(1, 4).length),
    );
    assert.equal(new Set(pile.settled).size, 50, 'all arrived in the end');
  });

  it('makes everything wait when it can send to nobody', async () => {
    const pile = aPile(50);
    let away = true;
    pile.outcomeOf = () => (away ? { kind: 'unable', reason: 'login-failed' } : sent);
    void run(pile, 100);
    await clock.tickAsync(20_000);
    assert.ok(pile.sent.length < 15, `${String(pile.sent.length)} tries`);
    away = false;

    await clock.tickAsync(60_000);

    assert.equal(new Set(pile.settled).size, 50);
  });

  it('makes up no more for a moment in which it could not run than fits into a second', async () => {
    const pile = aPile(400);
    void run(pile, 100);
    await clock.tickAsync(1_500);
    pile.atBegin = () => new Promise((resolve) => setTimeout(resolve, 1_700 - clock.now));
    await clock.tickAsync(190);
    pile.atBegin = () => Promise.resolve();

    await clock.tickAsync(5_000);

    const times = pile.sent.map(({ at }) => at);
    assert.equal(times.length, 400);
    assert.ok(mostWithin(times, 1_000) <= 102, `${String(mostWithin(times, 1_000))} in a second`);
    assert.ok(times.at(-1)! - times[0]! < 4_300);
  });

  it('passes over what is not to be sent any more', async () => {
    const pile = aPile(10);
    pile.mayBegin = (name) => name !== '4';
    void run(pile, 100);

    await clock.tickAsync(1_000);

    assert.deepEqual(
      pile.sent.map(({ name }) => name),
      ['0', '1', '2', '3', '5', '6', '7', '8', '9'],
    );
  });

  it('goes on when the database is back, and drops nothing that it had claimed', async () => {
    const pile = aPile(100);
    void run(pile, 100);
    await clock.tickAsync(300);
    turns.away = true;
    await clock.tickAsync(10_000);
    const before = pile.sent.length;
    turns.away = false;

    await clock.tickAsync(5_000);

    assert.ok(before < 100);
    assert.equal(pile.sent.length, 100);
    assert.deepEqual(pile.givenBack, []);
  });

  it('keeps what could not be begun while the database was away', async () => {
    const pile = aPile(40);
    let away = false;
    pile.atBegin = () => (away ? Promise.reject(new Error('the database is away')) : Promise.resolve());
    void run(pile, 100);
    await clock.tickAsync(150);
    turns.away = away = true;
    await clock.tickAsync(3_000);
    turns.away = away = false;

    await clock.tickAsync(2_000);

    assert.equal(new Set(pile.settled).size, 40);
    assert.equal(pile.sent.length, 40);
  });

  it('told to stop, finishes what is on its way and gives back the rest', async () => {
    const pile = aPile(200);
    pile.latency = 400;
    const running = run(pile, 100);
    await clock.tickAsync(1_000);
    const begun = pile.sent.length;
    stopping.abort();

    await clock.tickAsync(1_000);
    await running;

    assert.ok(pile.sent.length <= begun + 1);
    assert.equal(pile.settled.length, pile.sent.length);
    const claimed = pile.claims.reduce((sum, count) => sum + count, 0);
    assert.equal(pile.givenBack.length, claimed - pile.sent.length);
  });
});

const sent: SendOutcome = { kind: 'sent' };

/** So it ends the first time; then all goes well. */
function once(name: string, outcome: SendOutcome): (name: string) => SendOutcome {
  let left = 1;
  return (each) => (each === name && left-- > 0 ? outcome : sent);
}

function aPile(size: number): Pile {
  const due = Array.from({ length: size }, (_, index) => ({ name: String(index), at: 0 }));
  const nameOf = (ready: ReadyDelivery): string => ready as unknown as string;
  const waitFor = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const putBack = (ready: ReadyDelivery, milliseconds: number): void =>
    void due.push({ name: nameOf(ready), at: performance.now() + milliseconds });
  const pile: Pile = {
    due,
    sent: [],
    settled: [],
    givenBack: [],
    claims: [],
    outcomeOf: () => sent,
    latency: 0,
    atBegin: () => Promise.resolve(),
    mayBegin: () => true,
    deliveries: {
      async prepare({ limit }) {
        await Promise.resolve();
        const now = due.filter(({ at }) => at <= performance.now()).slice(0, limit);
        for (const each of now) due.splice(due.indexOf(each), 1);
        if (now.length > 0) pile.claims.push(now.length);
        return { claimed: now.length, ready: now.map(({ name }) => name as unknown as ReadyDelivery) };
      },
      async begin(ready) {
        await pile.atBegin(nameOf(ready));
        return pile.mayBegin(nameOf(ready));
      },
      async send(ready) {
        pile.sent.push({ name: nameOf(ready), at: performance.now() });
        if (pile.latency > 0) await waitFor(pile.latency);
        return pile.outcomeOf(nameOf(ready));
      },
      settle(ready, outcome, wait = 1) {
        if (outcome.kind === 'sent') pile.settled.push(nameOf(ready));
        else putBack(ready, wait * 1000);
        return Promise.resolve();
      },
      giveBack(ready, milliseconds) {
        pile.givenBack.push(nameOf(ready));
        putBack(ready, milliseconds);
        return Promise.resolve();
      },
    },
  };
  return pile;
}

/** The most of these times that fall into any stretch of so many milliseconds. */
function mostWithin(times: readonly number[], milliseconds: number): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time < from + milliseconds).length),
  );
}
