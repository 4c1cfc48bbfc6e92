import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import { everyCharter } from '../../src/domain/place.js';
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

onEveryStore('publishing', (stores) => {
  const aWorkingCopy = async (charter: CharterName, revision: string) => {
    const copy = { charter, editor: unique('member'), source: '# Text', revision, savedAt: noon() };
    await stores().workingCopies.save(copy);
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
    const report = await announcements.report(publication.announcement.id);
    assert.deepEqual(report, { intended: 2, sent: 0, waiting: 2, sending: 0, failed: {}, skipped: {} });
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
});
