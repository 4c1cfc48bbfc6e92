import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { PlaceId } from '../../src/domain/place.js';
import type { Stores } from '../../src/storage/stores.js';

const worker = 'posts-to-one';

/** Posts an announcement to one place of a tenant that is nobody else's, as a worker does. */
export async function postTo(
  { deliveries }: Stores,
  { tenant, place, announcement }: { tenant: string; place: PlaceId; announcement: AnnouncementId },
): Promise<void> {
  const lease = { worker, now: '9000', leaseUntil: '9001', limit: 1000 };
  const claimed = await deliveries.claim({ tenant, ...lease });
  const delivery = claimed.find((each) => each.announcement.id === announcement && each.place.id === place);
  if (!delivery) throw new Error('There is nothing to post there.');
  const which = { announcement, place, worker };
  if (!(await deliveries.begin({ ...which, now: lease.now }))) throw new Error('It is not to be posted.');
  const outcome = { kind: 'done', revision: delivery.revision, message: `message-of-${place}` } as const;
  await deliveries.settle({ ...which, at: lease.now, outcome });
  await deliveries.release(worker);
}
