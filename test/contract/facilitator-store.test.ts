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

  it('facilitators and moderators review comments, and nobody else', async () => {
    const { facilitators } = stores();
    const [facilitator, moderator] = [unique('member') as MemberId, unique('member') as MemberId];
    await facilitators.add({ member: facilitator, at: noon() });
    await facilitators.addModerator({ member: moderator, at: noon() });
    await facilitators.addModerator({ member: facilitator, at: noon(60) });

    assert.equal(await facilitators.isModerator(facilitator), true);
    assert.equal(await facilitators.isModerator(moderator), true);
    assert.equal(await facilitators.isModerator(unique('member') as MemberId), false);
    assert.equal(await facilitators.has(facilitator), true);
    assert.equal(await facilitators.has(moderator), false);
  });

  it('a moderator may become a facilitator', async () => {
    const { facilitators } = stores();
    const member = unique('member') as MemberId;
    await facilitators.addModerator({ member, at: noon() });

    await facilitators.add({ member, at: noon(60) });

    assert.equal(await facilitators.has(member), true);
  });

  it('the name of one of them is kept, the latest, and of nobody else', async () => {
    const { facilitators } = stores();
    const [named, other] = [unique('member') as MemberId, unique('member') as MemberId];
    await facilitators.add({ member: named, at: noon() });
    const names = [unique('Zoe'), unique('Zoe'), unique('Zoe')] as [string, string, string];

    await facilitators.noteName({ member: named, name: names[0] });
    await facilitators.noteName({ member: named, name: names[1] });
    await facilitators.noteName({ member: other, name: names[2] });

    const all = await facilitators.all();
    const known = all.filter(({ name }) => name !== undefined && names.includes(name));
    assert.deepEqual(known, [{ role: 'facilitator', name: names[1] }]);
    assert.equal(all.findIndex(({ name }) => name === undefined) > all.indexOf(known[0]!), true);
    assert.equal(await facilitators.isModerator(other), false);
  });
});
