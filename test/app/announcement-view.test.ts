import assert from 'node:assert/strict';

import { createViewOf } from '../../src/app/announcement-view.js';
import type { Announcement } from '../../src/domain/announcement.js';
import { noon } from '../contract/made-up.js';
import { aCharterName, startDelivering, type Delivering } from './delivering.js';

describe('what an announcement shows', () => {
  let teams: Delivering;
  beforeEach(async () => {
    teams = await startDelivering();
  });
  afterEach(() => teams.end());

  const show = (announcement: Announcement, revision = 0) =>
    createViewOf(teams.stores)({ announcement, revision });

  it('is the draft as it was published, with its reason and when it was told', async () => {
    const { announcement, draft } = await teams.publish(aCharterName());

    const { what, subject, values, leadIn, reason, at, corrections, closes, follower } =
      await show(announcement);

    const { charter, id, number, title } = draft;
    assert.deepEqual(subject, { charter, draft: id, number, state: 'open', title, preview: false });
    assert.deepEqual(
      { what, values, leadIn, reason, at, corrections, closes, follower },
      {
        what: 'published',
        values: draft.values,
        leadIn: draft.leadIn,
        reason: draft.reason,
        at: noon(),
        corrections: [],
        closes: undefined,
        follower: undefined,
      },
    );
  });

  it('is until when it can be rated, in the zone of the charter, for as long as it can', async () => {
    const { announcement, draft } = await teams.publish(aCharterName());
    await teams.stores.drafts.setClosing({ draft: draft.id, closesAt: noon(60), at: noon() });

    assert.deepEqual((await show(announcement)).closes, { at: noon(60), timeZone: 'Europe/Vienna' });
    await teams.stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(60) });

    const closed = await show(announcement);
    assert.equal(closed.closes, undefined);
    assert.equal(closed.subject.state, 'closed');
  });

  it('leads from a draft that was replaced to the one after it', async () => {
    const { announcement, draft } = await teams.publish(aCharterName());
    teams.time += 1;
    const next = await teams.publish(draft.charter, { number: 2 });

    const view = await show(announcement);

    assert.equal(view.subject.state, 'replaced');
    assert.equal(view.follower?.draft, next.draft.id);
    assert.equal((await show(next.announcement)).follower, undefined);
  });

  it('is of a process what was said then, with the draft that followed', async () => {
    const charter = aCharterName();
    const announcement = await teams.announce(charter);
    const framing = { ...announcement.framing!, title: 'Another title' };
    teams.time += 1;
    const before = await show(announcement);
    const later = await teams.publish(charter, { ...framing });
    teams.time += 1;
    const again = await teams.announce(charter);

    const after = await show(announcement);

    assert.deepEqual([before.follower, before.values], [undefined, []]);
    assert.equal(after.subject.title, announcement.framing?.title);
    assert.equal(after.framing.title, announcement.framing?.title);
    assert.equal(after.follower?.draft, later.draft.id);
    assert.equal((await show(again)).follower, undefined, 'a draft from before is no follower');
  });

  it('is of a process what was put right in it since', async () => {
    const announcement = await teams.announce(aCharterName());
    const framing = { ...announcement.framing!, title: 'What we stand for together' };
    const changes = [{ before: 'for', after: 'for together' }];
    await teams.stores.corrections.propose({
      id: 'correction-1',
      charter: announcement.charter,
      of: { announcement: announcement.id },
      editor: 'ada',
      source: '# What we stand for together',
      changes,
      at: noon(1),
    });

    const outcome = await teams.stores.corrections.apply({
      id: 'correction-1',
      framing,
      values: [],
      at: noon(2),
    });

    assert.equal(outcome, 'applied');
    const corrected = await teams.stores.announcements.find(announcement.id);
    const view = await show(corrected!, 1);
    assert.equal(view.subject.title, 'What we stand for together');
    assert.deepEqual(view.corrections, [{ at: noon(2), changes }]);
  });

  it('is read once for each revision, and again when it could not be read', async () => {
    const { announcement } = await teams.publish(aCharterName());
    let broken = true;
    const viewOf = createViewOf({
      ...teams.stores,
      charters: {
        ...teams.stores.charters,
        find: (name) => (broken ? Promise.reject(new Error('away')) : teams.stores.charters.find(name)),
      },
    });

    await assert.rejects(viewOf({ announcement, revision: 0 }), /away/);
    broken = false;
    const view = await viewOf({ announcement, revision: 0 });

    assert.equal(await viewOf({ announcement, revision: 0 }), view);
    assert.notEqual(await viewOf({ announcement, revision: 1 }), view);
  });
});
