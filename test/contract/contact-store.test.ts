import assert from 'node:assert/strict';

import type { Contact } from '../../src/app/ports.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { MemberId } from '../../src/domain/place.js';
import { unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('contacts', (stores) => {
  const contact = (overrides: Partial<Contact> = {}): Contact => ({
    tenant: 'tenant-1',
    member: unique('member') as MemberId,
    about: 'draft-1',
    announcement: unique('announcement') as AnnouncementId,
    ...overrides,
  });
  const next = (before: Contact) =>
    contact({ ...before, announcement: unique('announcement') as AnnouncementId });
  const spend = (which: Contact, most = 2) => stores().contacts.spend({ ...which, most });

  it('count until there were as many as may be', async () => {
    const first = contact();

    assert.equal(await spend(first), true);
    assert.equal(await spend(next(first)), true);
    assert.equal(await spend(next(first)), false);
    assert.equal(await spend(next(first), 3), true);
  });

  it('count once for each announcement, however often it is tried', async () => {
    const first = contact();
    for (let tries = 0; tries < 4; tries += 1) assert.equal(await spend(first), true);

    const second = next(first);
    assert.equal(await spend(second), true);
    assert.equal(await spend(first), true);
    assert.equal(await spend(next(first)), false);
  });

  it('are counted for each member, tenant and subject by itself', async () => {
    const first = contact();
    await spend(first, 1);

    assert.equal(await spend(next(first), 1), false);
    assert.equal(await spend({ ...next(first), about: 'charter:coop' }, 1), true);
    assert.equal(await spend({ ...next(first), tenant: 'tenant-2' }, 1), true);
    assert.equal(await spend(contact(), 1), true);
  });

  it('that did not reach the member are given back, once', async () => {
    const { contacts } = stores();
    const [first, second] = [contact(), contact()];
    const other = { ...second, member: first.member };
    await spend(first);
    await spend(other);

    await contacts.refund(first);
    await contacts.refund(first);

    assert.equal(await spend(next(first)), true);
    assert.equal(await spend(first), false);
    assert.equal(await spend(other), true);
  });

  it('that were never counted cannot be given back', async () => {
    const { contacts } = stores();
    const first = contact();
    await contacts.refund(first);
    await spend(first, 1);

    await contacts.refund(next(first));

    assert.equal(await spend(next(first), 1), false);
  });

  it('an announcement is not taken for another whose id ends or begins like it', async () => {
    const { contacts } = stores();
    const long = contact({ announcement: 'a-1-a' as AnnouncementId });
    await spend(long, 1);

    for (const id of ['a', 'a-1', '1-a', '-'] as AnnouncementId[]) {
      await contacts.refund({ ...long, announcement: id });
      assert.equal(await spend({ ...long, announcement: id }, 1), false);
    }

    assert.equal(await spend(long, 1), true);
  });

  it('where none may be, none counts', async () => {
    assert.equal(await spend(contact(), 0), false);
  });
});
