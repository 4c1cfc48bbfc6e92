import assert from 'node:assert/strict';

import type { MemberId } from '../../src/domain/place.js';
import { noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { onTwoPrograms } from './two-programs.js';

const hour = 60 * 60;

onEveryStore('receipts', (stores) => {
  const guess = (asker: MemberId, seconds = 0) => stores().receipts.takeGuess(asker, noon(seconds));

  it('are kept as keyed hashes: the same for the same code, and nothing that the code alone gives', async () => {
    const { receipts } = stores();
    const code = '7KQ2-M4XR-0TZ9';

    assert.equal(await receipts.hash(code), await receipts.hash(code));
    assert.notEqual(await receipts.hash(code), await receipts.hash('7KQ2-M4XR-0TZ8'));
    assert.match(await receipts.hash(code), /^[\w-]{43}$/);
  });

  it('can be guessed at ten times an hour by the same member', async () => {
    const [asker, other] = [unique('member') as MemberId, unique('member') as MemberId];
    for (let count = 0; count < 10; count += 1) assert.ok(await guess(asker, count));

    assert.equal(await guess(asker, 11), undefined);
    assert.equal(await guess(asker, hour - 1), undefined);
    assert.ok(await guess(other, 11));
    assert.ok(await guess(asker, hour + 1));
  });

  it('that were right do not count', async () => {
    const asker = unique('member') as MemberId;
    for (let count = 0; count < 15; count += 1) {
      const taken = await guess(asker);
      assert.ok(taken);
      await stores().receipts.giveBack(taken);
    }
  });
});

onTwoPrograms('receipts', (programs) => {
  it('are guessed at ten times in all, by however many presses at once', async () => {
    const asker = unique('member') as MemberId;
    const tries = Array.from({ length: 30 }, (_, index) =>
      programs()[index % 2 === 0 ? 0 : 1].receipts.takeGuess(asker, noon()),
    );

    const taken = (await Promise.all(tries)).filter((each) => each !== undefined);

    assert.equal(taken.length, 10);
    assert.equal(new Set(taken).size, 10);
  });

  it('have the same hash on each replica', async () => {
    const [one, other] = programs();

    const [here, there] = await Promise.all([one.receipts.hash('code'), other.receipts.hash('code')]);

    assert.equal(here, there);
  });
});
