import assert from 'node:assert/strict';

import type { AppointmentKind } from '../../src/domain/appointment.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent, DraftId } from '../../src/domain/draft.js';
import type { Stores } from '../../src/storage/stores.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPublication,
  aSubscribedPlace,
  noon,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';

onEveryStore('drafts', (stores) => {
  /** Published, with a copy in one place and another place that still waits for it. */
  const aPostedDraft = async () => {
    const draft = aDraft(unique('charter') as CharterName);
    const publication = aPublication(draft);
    const tenant = unique('tenant');
    const there = await aSubscribedPlace(stores(), { address: { tenant } });
    await stores().drafts.publish(publication);
    await postTo(stores(), { tenant, place: there, announcement: publication.announcement.id });
    return { draft, tenant, announcement: publication.announcement.id };
  };
  const report = (announcement: AnnouncementId) => stores().announcements.report(announcement);

  it('a draft is found by its id and by its number, just as it was published', async () => {
    const { drafts } = stores();

    const draft = await anOpenDraft(stores());

    const expected = { ...draft, state: 'open' };
    assert.deepEqual(await drafts.find(draft.id), expected);
    assert.deepEqual(await drafts.numbered({ charter: draft.charter, number: 1 }), expected);
  });

  it('what a draft says is found by its id, whatever becomes of it', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon() });

    assert.deepEqual(await drafts.content(draft.id), draft);
    assert.equal(await drafts.content('no-draft' as DraftId), undefined);
  });

  it('what a draft leaves out stays left out', async () => {
    const { drafts } = stores();
    const { leadIn, reason, mission, introduction, ...draft } = aDraft('bare' as CharterName, { values: [] });
    assert.ok(leadIn && reason && mission && introduction);

    await drafts.publish(aPublication(draft));

    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'open' });
  });

  it('nothing is found where nothing is', async () => {
    const { drafts } = stores();

    assert.equal(await drafts.find('no-draft' as DraftId), undefined);
    assert.equal(await drafts.numbered({ charter: 'nobodys' as CharterName, number: 1 }), undefined);
    assert.equal(await drafts.latest('nobodys' as CharterName), undefined);
  });

  it('a number that no draft can have is found nowhere', async () => {
    const { drafts } = stores();
    const { charter } = await anOpenDraft(stores());

    for (const number of [0, -1, 1.5, 2 ** 31, 1e300, NaN]) {
      assert.equal(await drafts.numbered({ charter, number }), undefined);
    }
  });

  it('an id may be any text, and finds nothing where nothing is', async () => {
    const { drafts } = stores();

    for (const id of ['', '\0', 'a\0b', '\ud800', "' or 1=1 --", 'x'.repeat(100_000)]) {
      assert.equal(await drafts.find(id as DraftId), undefined);
    }
  });

  it('the latest draft is the one with the highest number, also past nine', async () => {
    const { drafts } = stores();
    const { charter } = await anOpenDraft(stores(), { number: 9 });
    const tenth = aDraft(charter, { number: 10 });
    await drafts.publish(aPublication(tenth));

    assert.equal((await drafts.latest(charter))?.id, tenth.id);
  });

  it('a draft moves on from the state it is in', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());

    const done = await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(60) });

    assert.equal(done, true);
    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'closed' });
  });

  it('a change from a state that the draft has left does nothing', async () => {
    const { drafts } = stores();
    const { draft, announcement } = await aPostedDraft();
    await drafts.setClosing({ draft: draft.id, closesAt: noon(100), at: noon(10) });
    await appoint(stores(), draft, 'close');

    const done = await drafts.change({ draft: draft.id, from: 'closed', to: 'adopted', at: noon(61) });

    assert.equal(done, false);
    const found = await drafts.find(draft.id);
    assert.deepEqual([found?.state, found?.closesAt], ['open', noon(100)]);
    assert.equal((await stores().appointments.of(draft.charter)).length, 1);
    assert.equal((await report(announcement)).cancelled, 0);
  });

  for (const to of ['closed', 'withdrawn'] as const) {
    it(`what waits to be sent is cancelled when its draft is ${to}, and what was posted is to be edited`, async () => {
      const { drafts } = stores();
      const { draft, tenant, announcement } = await aPostedDraft();
      const late = anAnnouncement(draft.charter, { kind: 'reminder', draft: draft.id, at: noon(5) });
      await aSubscribedPlace(stores(), { address: { tenant, scope: 'personal' } });
      await stores().announcements.announce(late);

      await drafts.change({ draft: draft.id, from: 'open', to, at: noon(60) });

      const posted = await report(announcement);
      assert.deepEqual([posted.sent, posted.edits.waiting], [1, 1]);
      const waited = await report(late.id);
      assert.ok(waited.intended > 0);
      assert.equal(waited.cancelled, waited.intended);
    });
  }

  it('a draft that ends keeps no date, and nothing is planned for it any more', async () => {
    const { appointments, drafts } = stores();
    const draft = await anOpenDraft(stores());
    await drafts.setClosing({ draft: draft.id, closesAt: noon(100), at: noon(10) });
    for (const kind of ['publish', 'remind', 'close'] as const) await appoint(stores(), draft, kind);

    await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(60) });

    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'closed' });
    const left = await appointments.of(draft.charter);
    assert.deepEqual(
      left.map(({ kind }) => kind),
      ['publish'],
    );
  });

  it('a date to close is found with the draft until it is removed, and the copies show it', async () => {
    const { drafts } = stores();
    const { draft, announcement } = await aPostedDraft();

    await drafts.setClosing({ draft: draft.id, closesAt: noon(3600), at: noon(60) });

    const dated = { ...draft, state: 'open', closesAt: noon(3600) };
    assert.deepEqual(await drafts.find(draft.id), dated);
    assert.deepEqual(await drafts.latest(draft.charter), dated);
    assert.deepEqual(await drafts.numbered({ charter: draft.charter, number: 1 }), dated);
    assert.equal((await report(announcement)).edits.waiting, 1);
    await drafts.setClosing({ draft: draft.id, closesAt: null, at: noon(61) });
    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'open' });
  });

  it('a date that stands already changes no copy, and a draft that is not open takes none', async () => {
    const { drafts } = stores();
    const { draft, announcement } = await aPostedDraft();

    await drafts.setClosing({ draft: draft.id, closesAt: null, at: noon(60) });
    assert.equal((await report(announcement)).edits.intended, 0);

    await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(61) });
    await drafts.setClosing({ draft: draft.id, closesAt: noon(3600), at: noon(62) });
    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'closed' });
  });
});

function appoint({ appointments }: Stores, draft: DraftContent, kind: AppointmentKind): Promise<void> {
  return appointments.make({
    id: unique('appointment'),
    kind,
    charter: draft.charter,
    ...(kind === 'publish' ? { source: '# Next', audience: 'all' } : { draft: draft.id }),
    at: noon(100),
    timeZone: 'UTC',
    editor: 'ana',
  });
}
