import assert from 'node:assert/strict';

import type { MemberId } from '../../src/domain/place.js';
import { noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('facilitators', (stores) => {
  it('whoever was added is a facilitator, and nobody else', async () => {
    const { facilitators } = stores();
    const member = unique('member') as MemberId;

    await facilitators.add({ member, at: noon() });
    await facilitators.add({ member, at: noon(60) });

    assert.equal(await facilitators.has(member), true);
    assert.equal(await facilitators.has(unique('member') as MemberId), false);
  });
});
