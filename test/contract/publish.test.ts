import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import { everyCharter, type MemberId } from '../../src/domain/place.js';
import {
  aCharter,
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPlace,
  aPublication,
  aSubscribedPlace,
  claimAll,
  noon,
  openScience,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { sending, type Told } from './sending.js';

onEveryStore('publishing', (stores) => {
  const { published, subscribed, claim } = sending(stores);
  const aWorkingCopy = async (charter: CharterName, revision: string) => {
    const copy = { charter, editor: unique('member'), source: '# Text', revision, savedAt: noon() };
    await stores().workingCopies.save(copy, 'any');
    return copy;
  };

  it('replaces the draft before it, open or closed', async () => {
    const { drafts } = stores();
    const first = await anOpenDraft(stores());
    const second = aDraft(first.charter, { number: 2 });
    const third = aDraft(first.charter, { number: 3 });

    await drafts.publish(aPublication(second));
    await drafts.change({ draft: second.id, from: 'open', to: 'closed', at: noon(60) });
    await drafts.publish(aPublication(third));

    assert.equal((await drafts.find(first.id))?.state, 'replaced');
    assert.equal((await drafts.find(second.id))?.state, 'replaced');
    assert.equal((await drafts.find(third.id))?.state, 'open');
  });

  it('leaves adopted and withdrawn drafts, and those of other charters, as they are', async () => {
    const { drafts } = stores();
    const other = await anOpenDraft(stores());
    const first = await anOpenDraft(stores());
    await drafts.change({ draft: first.id, from: 'open', to: 'withdrawn', at: noon(60) });
    const second = aDraft(first.charter, { number: 2 });
    await drafts.publish(aPublication(second));
    await drafts.change({ draft: second.id, from: 'open', to: 'closed', at: noon(61) });
    await drafts.change({ draft: second.id, from: 'closed', to: 'adopted', at: noon(62) });

    await drafts.publish(aPublication(aDraft(first.charter, { number: 3 })));

    assert.equal((await drafts.find(first.id))?.state, 'withdrawn');
    assert.equal((await drafts.find(second.id))?.state, 'adopted');
    assert.equal((await drafts.find(other.id))?.state, 'open');
  });

  it('without a draft, brings the charter up to date and leaves its draft open', async () => {
    const { announcements, charters, drafts } = stores();
    const draft = await anOpenDraft(stores());
    const charter = aCharter({ name: draft.charter, mission: 'A clearer mission.' });
    const announcement = anAnnouncement(draft.charter, { at: noon(60) });

    const outcome = await drafts.publish({ charter, announcement });

    assert.equal(outcome.kind, 'published');
    assert.deepEqual(await charters.find(draft.charter), charter);
    assert.deepEqual(await announcements.find(announcement.id), announcement);
    assert.equal((await drafts.find(draft.id))?.state, 'open');
  });

  it('the second draft under one number changes nothing', async () => {
    const { announcements, charters, drafts } = stores();
    const first = await anOpenDraft(stores());
    const second = aDraft(first.charter);
    const request = { key: unique('key'), fingerprint: 'one' };
    const publication = aPublication(second, {
      charter: aCharter({ name: first.charter, mission: 'Too late.' }),
      request,
    });

    const outcome = await drafts.publish(publication);

    assert.deepEqual(outcome, { kind: 'overtaken' });
    assert.equal(await drafts.find(second.id), undefined);
    assert.equal((await drafts.find(first.id))?.state, 'open');
    assert.equal(await announcements.find(publication.announcement.id), undefined);
    assert.notEqual((await charters.find(first.charter))?.mission, 'Too late.');
    const anew = aPublication(aDraft(first.charter, { number: 2 }), { request });
    assert.equal((await drafts.publish(anew)).kind, 'published');
  });

  it('takes the working copy with it', async () => {
    const { drafts, workingCopies } = stores();
    const draft = aDraft(unique('charter') as CharterName);
    const workingCopy = await aWorkingCopy(draft.charter, 'r1');

    const outcome = await drafts.publish(aPublication(draft, { workingCopy }));

    assert.equal(outcome.kind, 'published');
    assert.equal(await workingCopies.find(workingCopy), undefined);
  });

  it('is overtaken when the working copy changed since, and nothing changes', async () => {
    const { charters, drafts, workingCopies } = stores();
    const draft = aDraft(unique('charter') as CharterName);
    const copy = await aWorkingCopy(draft.charter, 'r2');

    const outcome = await drafts.publish(aPublication(draft, { workingCopy: { ...copy, revision: 'r1' } }));

    assert.deepEqual(outcome, { kind: 'overtaken' });
    assert.deepEqual(await workingCopies.find(copy), copy);
    assert.equal(await drafts.find(draft.id), undefined);
    assert.equal(await charters.find(draft.charter), undefined);
  });

  it('is overtaken when the working copy was published already', async () => {
    const { drafts } = stores();
    const charter = unique('charter') as CharterName;
    const workingCopy = await aWorkingCopy(charter, 'r1');
    await drafts.publish(aPublication(aDraft(charter), { workingCopy }));
    const again = aDraft(charter, { number: 2 });

    const outcome = await drafts.publish(aPublication(again, { workingCopy }));

    assert.deepEqual(outcome, { kind: 'overtaken' });
    assert.equal(await drafts.find(again.id), undefined);
  });

  it('a repeated request is answered with the announcement of the first', async () => {
    const { drafts } = stores();
    const request = { key: unique('key'), fingerprint: 'one' };
    const first = aPublication(aDraft(unique('charter') as CharterName), { request });
    await drafts.publish(first);
    const again = aDraft(first.draft.charter, { number: 2 });

    const outcome = await drafts.publish(aPublication(again, { request }));

    assert.deepEqual(outcome, { kind: 'repeated', announcement: first.announcement.id });
    assert.equal(await drafts.find(again.id), undefined);
    assert.equal((await drafts.find(first.draft.id))?.state, 'open');
  });

  it('a request key is refused for another request', async () => {
    const { drafts } = stores();
    const key = unique('key');
    const first = aPublication(aDraft(unique('charter') as CharterName), {
      request: { key, fingerprint: 'one' },
    });
    await drafts.publish(first);
    const other = aDraft(first.draft.charter, { number: 2 });

    const outcome = await drafts.publish(aPublication(other, { request: { key, fingerprint: 'two' } }));

    assert.deepEqual(outcome, { kind: 'key-reused' });
    assert.equal(await drafts.find(other.id), undefined);
  });

  it('intends one delivery for each place that hears the charter, and for no other', async () => {
    const { announcements, drafts, places } = stores();
    const draft = aDraft(unique('charter') as CharterName);
    const subscribe = async (charter: CharterName | typeof everyCharter, state: 'active' | 'stopped') => {
      const place = aPlace();
      await places.note({ ...place, at: noon() });
      await places.subscribe({ place: place.id, charter, state, at: noon() });
      return place.id;
    };
    const hearing = [await subscribe(everyCharter, 'active'), await subscribe(draft.charter, 'active')];
    await subscribe(everyCharter, 'stopped');
    await subscribe(draft.charter, 'stopped');
    await subscribe(unique('charter') as CharterName, 'active');
    const only = await aSubscribedPlace(stores());
    await places.subscribe({ place: only, charter: draft.charter, state: 'stopped', at: noon() });
    await places.note({ ...aPlace(), at: noon() });

    const publication = aPublication(draft);
    const outcome = await drafts.publish(publication);

    assert.deepEqual(outcome, { kind: 'published', intended: 2 });
    const { intended, waiting } = await announcements.report(publication.announcement.id);
    assert.deepEqual({ intended, waiting }, { intended: 2, waiting: 2 });
    const claimed = await claimAll(stores(), publication.announcement.id);
    assert.deepEqual(claimed.map(({ place }) => place.id).sort(), hearing.sort());
  });

  it('a value keeps its identity from draft to draft', async () => {
    const { drafts } = stores();
    const first = await anOpenDraft(stores());
    const second = aDraft(first.charter, {
      number: 2,
      values: [{ id: openScience, title: 'Open up science', text: 'Sooner.' }],
    });

    await drafts.publish(aPublication(second));

    assert.equal((await drafts.find(first.id))?.values[0]?.title, 'Promote open science');
    assert.deepEqual((await drafts.find(second.id))?.values, second.values);
  });

  it('keeps who is told, and the post of an announcement without a draft', async () => {
    const { announcements, corrections, drafts } = stores();
    const charter = aCharter();
    const announcement = anAnnouncement(charter.name, { audience: 'affected' });

    await drafts.publish({ charter, announcement, source: '# As it came' });

    assert.deepEqual(await announcements.find(announcement.id), announcement);
    assert.equal(await corrections.sourceOf({ announcement: announcement.id }), '# As it came');
  });

  it('tells a member who has several personal chats in the one that was noted last', async () => {
    const { places } = stores();
    const draft = aDraft(unique('charter') as CharterName);
    const tenant = unique('tenant');
    const inChat = async (member: string, seconds: number) => {
      const chat = aPlace({ address: { tenant, scope: 'personal', member: member as MemberId } });
      await subscribed(chat, draft.charter);
      await places.note({ ...chat, locale: 'es-MX', at: noon(seconds) });
      return chat.id;
    };
    await inChat('ana', 10);
    const last = await inChat('ana', 30);
    await inChat('ana', 20);
    const other = await inChat('bo', 5);
    const group = await subscribed(aPlace({ address: { tenant } }), draft.charter);

    await published(draft);

    const claimed = await claim('worker-1', { tenant });
    assert.deepEqual(claimed.map(({ place }) => place.id).sort(), [last, other, group].sort());
  });

  it('tells a member in the chat that subscribes, when another that was noted later does not', async () => {
    const draft = aDraft(unique('charter') as CharterName);
    const address = { tenant: unique('tenant'), scope: 'personal', member: 'ana' as MemberId } as const;
    const hearing = await subscribed(aPlace({ address }), draft.charter);
    await stores().places.note({ ...aPlace({ address }), at: noon(60) });

    await published(draft);

    const claimed = await claim('worker-1', address);
    assert.deepEqual(
      claimed.map(({ place }) => place.id),
      [hearing],
    );
  });
});

onEveryStore('what was told before a draft is published', (stores) => {
  const { told, published, subscribed, claim, begin, send, report } = sending(stores);
  const theNext = ({ draft: { charter, number } }: Pick<Told, 'draft'>, seconds: number) =>
    published(aDraft(charter, { number: number + 1, publishedAt: noon(seconds) }));

  it('of the draft before is cancelled where it waits, and to be edited where it was posted', async () => {
    const all = await told(3);
    const [first, onItsWay] = await claim('worker-1', all, { limit: 2 });
    await send('worker-1', first);
    await begin('worker-1', onItsWay);

    await theNext(all, 60);

    const { sent, sending: begun, cancelled, edits } = await report(all);
    assert.deepEqual({ sent, begun, cancelled }, { sent: 1, begun: 1, cancelled: 1 });
    assert.equal(edits.waiting, 1);
  });

  it('of the draft before is over, with what was planned for it', async () => {
    const { appointments } = stores();
    const all = await told(1);
    const { charter, id: draft } = all.draft;
    const at = { at: noon(600), timeZone: 'UTC', editor: 'ana' };
    await appointments.make({ id: unique('appointment'), kind: 'close', charter, draft, ...at });

    await theNext(all, 60);

    assert.deepEqual(await appointments.of(charter), []);
  });

  it('of the process since the draft before leads to the new one, and waits no longer', async () => {
    const charter = unique('charter') as CharterName;
    const tenant = unique('tenant');
    const announced = async (seconds: number) => {
      const announcement = anAnnouncement(charter, { at: noon(seconds) });
      await stores().drafts.publish({ charter: aCharter({ name: charter }), announcement });
      return { announcement };
    };
    const sendAll = async (now: number) => {
      for (const delivery of await claim('worker-1', { tenant }, { now }))
        await send('worker-1', delivery, now);
    };
    const place = await subscribed(aPlace({ address: { tenant } }), charter);
    const longAgo = await announced(10);
    await sendAll(10);
    await stores().places.subscribe({ place, charter, state: 'stopped', at: noon(11) });
    await published(aDraft(charter, { publishedAt: noon(20) }));
    assert.equal((await report(longAgo)).edits.waiting, 1);
    await subscribed(aPlace({ address: { tenant } }), charter);
    const since = await announced(30);
    await sendAll(30);
    const waits = await announced(40);

    await published(aDraft(charter, { number: 2, publishedAt: noon(60) }));

    assert.equal((await report(waits)).cancelled, 1);
    assert.deepEqual((await report(since)).edits, { intended: 1, edited: 0, waiting: 1, failed: {} });
    assert.deepEqual((await report(longAgo)).edits, { intended: 1, edited: 1, waiting: 0, failed: {} });
  });

  for (const [state, waiting] of [
    ['withdrawn', 1],
    ['adopted', 0],
  ] as const)
    it(`of a draft that was ${state} is ${waiting === 0 ? 'left as it is' : 'edited to lead to the new one'}`, async () => {
      const { drafts } = stores();
      const all = await told(1);
      await send('worker-1', (await claim('worker-1', all))[0]);
      const change = { draft: all.draft.id, at: noon(10) };
      if (state === 'adopted') await drafts.change({ ...change, from: 'open', to: 'closed' });
      await drafts.change({ ...change, from: state === 'adopted' ? 'closed' : 'open', to: state });
      for (const edit of await claim('worker-1', all, { now: 20 })) await send('worker-1', edit, 20);

      await theNext(all, 60);

      assert.equal((await report(all)).edits.waiting, waiting);
      assert.equal((await drafts.find(all.draft.id))?.state, state);
    });
});
