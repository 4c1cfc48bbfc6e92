import assert from 'node:assert/strict';

import type { PlaceId } from '../../src/domain/place.js';
import { unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

/** Milliseconds. The clock is the database's, and goes on while a test runs. */
const anHour = 3_600_000;

onEveryStore('turns', (stores) => {
  it('follow one another, whoever takes them', async () => {
    const { turns } = stores();
    const tenant = unique('tenant');

    const first = await turns.reserve({ tenant, count: 10, apart: anHour });
    const second = await turns.reserve({ tenant, count: 1, apart: anHour });
    const third = await turns.reserve({ tenant, count: 5, apart: anHour });

    assert.equal(first, 0);
    assertAbout(second, 10 * anHour);
    assertAbout(third, 11 * anHour);
  });

  it('that nobody took are lost: after a rest there is no burst', async () => {
    const { turns } = stores();
    const tenant = unique('tenant');
    await turns.reserve({ tenant, count: 1, apart: 1 });
    await turns.pause({ tenant, milliseconds: 2 });
    while ((await turns.pausedFor(tenant)) > 0);

    const waits = [];
    for (let index = 0; index < 3; index += 1)
      waits.push(await turns.reserve({ tenant, count: 1, apart: anHour }));

    assert.ok((waits[0] ?? anHour) < 60_000);
    assertAbout(waits[1], anHour);
    assertAbout(waits[2], 2 * anHour);
  });

  it('of one tenant do not keep another waiting', async () => {
    const { turns } = stores();
    await turns.reserve({ tenant: unique('tenant'), count: 10, apart: anHour });

    assert.equal(await turns.reserve({ tenant: unique('tenant'), count: 1, apart: anHour }), 0);
  });

  it('come after a pause, and a longer pause stays', async () => {
    const { turns } = stores();
    const tenant = unique('tenant');
    assert.equal(await turns.pausedFor(tenant), 0);

    await turns.pause({ tenant, milliseconds: 2 * anHour });
    await turns.pause({ tenant, milliseconds: anHour });

    assertAbout(await turns.pausedFor(tenant), 2 * anHour);
    assertAbout(await turns.reserve({ tenant, count: 1, apart: anHour }), 2 * anHour);
    assertAbout(await turns.reserve({ tenant, count: 1, apart: anHour }), 3 * anHour);
    assert.equal(await turns.pausedFor(unique('tenant')), 0);
  });

  it('a pause that is over is none', async () => {
    const { turns } = stores();
    const tenant = unique('tenant');
    await turns.pause({ tenant, milliseconds: 1 });

    while ((await turns.pausedFor(tenant)) > 0);

    assert.ok((await turns.reserve({ tenant, count: 1, apart: 1 })) < 60_000);
  });
});

onEveryStore('a place', (stores) => {
  it('belongs to who entered it until they leave', async () => {
    const { turns } = stores();
    const place = unique('place') as PlaceId;

    assert.equal(await turns.enter(place), true);
    assert.equal(await turns.enter(place), false);
    await turns.leave(place);
    assert.equal(await turns.enter(place), true);
  });

  it('leaving one that was not entered changes nothing', async () => {
    const { turns } = stores();
    const place = unique('place') as PlaceId;
    await turns.leave(place);

    assert.equal(await turns.enter(place), true);
    assert.equal(await turns.enter(unique('place') as PlaceId), true);
  });

  it('takes no more messages than Teams does', async () => {
    const { turns } = stores();
    const place = unique('place') as PlaceId;
    const began = performance.now();
    let sent = 0;
    while (sent < 12) {
      if (!(await turns.enter(place))) continue;
      sent += 1;
      await turns.leave(place);
    }

    // Four at once, then two a second: the twelfth is the eighth after them.
    assert.ok(performance.now() - began > 3_900);
  });
});

function assertAbout(milliseconds: number | undefined, expected: number): void {
  const off = Math.abs((milliseconds ?? 0) - expected);
  assert.ok(off < 60_000, `${String(milliseconds)} ms instead of ${String(expected)}`);
}
