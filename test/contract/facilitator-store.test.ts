import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import type { CharterName } from '../../src/domain/charter.js';
import type { MemberId } from '../../src/domain/place.js';
import { anAnnouncement, anOpenDraft, noon, unique } from './made-up.js';
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

  const aMember = () => unique('member') as MemberId;
  const add = async (member = aMember()): Promise<MemberId> => {
    await stores().facilitators.add({ member, at: noon() });
    return member;
  };
  const remove = (member: MemberId) => stores().facilitators.remove({ member, at: noon(60) });
  const isListed = async (member: MemberId) =>
    (await stores().facilitators.listed()).some((each) => each.member === member);
  /** All but these go, so that a test knows how many there are. */
  const only = async (...members: readonly MemberId[]): Promise<void> => {
    for (const member of members) await add(member);
    for (const { member } of await stores().facilitators.listed())
      if (!members.includes(member)) assert.equal(await remove(member), 'removed');
  };
  const lastEntry = async (charter: CharterName) =>
    (await stores().process.records(charter)).map(({ entry }) => entry).at(-1);

  it('each is listed with a mark that stays, and says nothing of the id', async () => {
    const [first, second] = [await add(), await add()];
    const marks = async () =>
      new Map((await stores().facilitators.listed()).map(({ member, mark }) => [member, mark]));

    const before = await marks();
    await add();
    const after = await marks();

    assert.match(before.get(first) ?? '', /^[0-9a-f]{8}$/);
    assert.notEqual(before.get(first), before.get(second));
    assert.equal(after.get(first), before.get(first));
    for (const algorithm of ['sha1', 'sha256', 'sha512', 'md5'])
      assert.equal(createHash(algorithm).update(first).digest('hex').includes(before.get(first)!), false);
  });

  it('whoever was removed facilitates and moderates no more, and their name is forgotten', async () => {
    const [member, name] = [await add(), unique('Zoe')];
    await add();
    await stores().facilitators.noteName({ member, name });

    assert.equal(await remove(member), 'removed');
    assert.equal(await remove(member), 'unknown');
    await stores().facilitators.noteName({ member, name });

    assert.equal(await stores().facilitators.has(member), false);
    assert.equal(await stores().facilitators.isModerator(member), false);
    assert.equal(await isListed(member), false);
    assert.equal(
      (await stores().facilitators.all()).some((each) => each.name === name),
      false,
    );
    assert.equal(await remove(aMember()), 'unknown');
  });

  it('the configuration does not bring back whom facilitators removed; facilitators do', async () => {
    const member = await add();
    await add();
    await remove(member);

    await stores().facilitators.add({ member, at: noon(90), by: 'configuration' });
    assert.equal(await stores().facilitators.has(member), false);
    await stores().facilitators.addModerator({ member, at: noon(90) });
    await stores().facilitators.add({ member, at: noon(90), by: 'configuration' });
    assert.equal(await stores().facilitators.has(member), false);
    assert.equal(await stores().facilitators.isModerator(member), true);

    await add(member);
    assert.equal(await stores().facilitators.has(member), true);
  });

  it('the configuration adds whom nobody removed, moderators too', async () => {
    const [member, moderator] = [aMember(), aMember()];
    await stores().facilitators.addModerator({ member: moderator, at: noon() });

    for (const each of [member, moderator])
      await stores().facilitators.add({ member: each, at: noon(), by: 'configuration' });

    assert.equal(await stores().facilitators.has(member), true);
    assert.equal(await stores().facilitators.has(moderator), true);
  });

  it('the last one stays, also when the last two remove each other at once', async () => {
    const [one, other] = [aMember(), aMember()];
    await only(one, other);

    const removed = await Promise.all([remove(one), remove(other)]);

    assert.deepEqual(removed.toSorted(), ['last', 'removed']);
    assert.equal((await stores().facilitators.listed()).length, 1);
  });

  it('two stay where a charter wants a second facilitator, until it is sealed', async () => {
    const [one, other] = [aMember(), aMember()];
    await only(one, other);
    const draft = await anOpenDraft(stores());
    const { charter } = draft;
    await stores().process.changeRules({ charter, rules: { second: ['adopt'] }, at: noon() });

    assert.equal(await remove(one), 'too-few');
    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(10) });
    const announcement = anAnnouncement(charter, { kind: 'sealed', at: noon(20) });
    assert.equal(await stores().process.seal({ charter, announcement }), 'sealed');

    assert.equal(await remove(one), 'removed');
    assert.deepEqual(await lastEntry(charter), { kind: 'sealed' });
  });

  it('each charter that goes on records how many there are, once for each change', async () => {
    const { charter } = await anOpenDraft(stores());
    const member = await add();
    const count = (await stores().facilitators.listed()).length;

    assert.deepEqual(await lastEntry(charter), { kind: 'facilitators', became: 'added', count });
    await add(member);
    await add();
    await remove(member);

    const entries = (await stores().process.records(charter)).map(({ entry }) => entry).slice(1);
    assert.deepEqual(entries, [
      { kind: 'facilitators', became: 'added', count },
      { kind: 'facilitators', became: 'added', count: count + 1 },
      { kind: 'facilitators', became: 'removed', count },
    ]);
    assert.equal(JSON.stringify(entries).includes(member), false);
  });

  it('a code makes one facilitator, once, and only until it is too old', async () => {
    const [code, old] = [unique('code'), unique('code')];
    await stores().facilitators.invite({ code, until: noon(100) });
    await stores().facilitators.invite({ code: old, until: noon(10) });
    const accept = (which: string, member: MemberId, at = noon(50)) =>
      stores().facilitators.accept({ code: which, member, at });
    const members = [aMember(), aMember(), aMember()];

    const accepted = await Promise.all(members.map((member) => accept(code, member)));

    assert.deepEqual(accepted.filter(Boolean), [true]);
    assert.equal(await stores().facilitators.has(members[accepted.indexOf(true)]!), true);
    assert.equal(await accept(code, aMember()), false);
    assert.equal(await accept(old, aMember()), false);
    assert.equal(await accept(unique('code'), aMember()), false);
  });
});
