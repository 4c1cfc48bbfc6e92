import type { ClaimedDelivery, Settlement } from '../../src/app/ports.js';
import type { Announcement, AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent } from '../../src/domain/draft.js';
import type { Place, PlaceId } from '../../src/domain/place.js';
import type { Stores } from '../../src/storage/stores.js';
import { aCharter, aDraft, anAnnouncement, aPlace, aPublication, noon, unique } from './made-up.js';

/** A draft told to places of a tenant of its own, so that nothing else is claimed with it. */
export interface Told {
  readonly announcement: Announcement;
  readonly draft: DraftContent;
  readonly places: readonly Place[];
  readonly tenant: string;
}

type Which = Pick<ClaimedDelivery, 'announcement' | 'place'>;

/** What a worker does, with times in seconds after noon. */
export function sending(stores: () => Stores) {
  return {
    /** A charter with one open draft, told to so many places. */
    async told(size: number, seconds = 0, overrides: Parameters<typeof aPlace>[0] = {}): Promise<Told> {
      const charter = unique('charter') as CharterName;
      const tenant = unique('tenant');
      const places = Array.from({ length: size }, () =>
        aPlace({ ...overrides, address: { tenant, ...overrides.address } }),
      );
      for (const place of places) await subscribed(place, charter);
      return { ...(await published(aDraft(charter, { publishedAt: noon(seconds) }))), places, tenant };
    },

    published,
    subscribed,

    /** The same charter tells the same places something more, which leaves what was told before as it is. */
    async toldMore({ draft }: Pick<Told, 'draft'>, seconds = 0): Promise<Announcement> {
      const announcement = anAnnouncement(draft.charter, { at: noon(seconds) });
      await stores().drafts.publish({ charter: aCharter({ name: draft.charter }), announcement });
      return announcement;
    },

    async reminded({ draft }: Pick<Told, 'draft'>, seconds: number): Promise<AnnouncementId> {
      const more = { kind: 'reminder', draft: draft.id, at: noon(seconds) } as const;
      const announcement = anAnnouncement(draft.charter, more);
      await stores().announcements.announce(announcement);
      return announcement.id;
    },

    /** What the cards show of the draft changes: its copies are to be edited. */
    async changed({ draft }: Pick<Told, 'draft'>, seconds: number): Promise<void> {
      await stores().drafts.setClosing({
        draft: draft.id,
        closesAt: noon(seconds + 3600),
        at: noon(seconds),
      });
    },

    claim(
      worker: string,
      { tenant }: Pick<Told, 'tenant'>,
      { now = 0, lease = 20, limit = 100 }: { now?: number; lease?: number; limit?: number } = {},
    ): Promise<readonly ClaimedDelivery[]> {
      const until = noon(now + lease);
      return stores().deliveries.claim({ tenant, worker, now: noon(now), leaseUntil: until, limit });
    },

    begin(worker: string, delivery: Which | undefined, now = 0): Promise<boolean> {
      return stores().deliveries.begin({ ...refOf(delivery), worker, now: noon(now) });
    },

    settle(worker: string, delivery: Which | undefined, outcome: Settlement, at = 1): Promise<boolean> {
      return stores().deliveries.settle({ ...refOf(delivery), worker, at: noon(at), outcome });
    },

    /** As a message that arrived; `revision` is the one that was claimed. */
    async send(worker: string, delivery: ClaimedDelivery | undefined, at = 1): Promise<void> {
      if (!delivery) throw new Error('Nothing was claimed.');
      const { announcement, place, revision } = delivery;
      const ref = { announcement: announcement.id, place: place.id, worker };
      await stores().deliveries.begin({ ...ref, now: noon(at) });
      const outcome = { kind: 'done', revision, message: `message in ${place.id}` } as const;
      await stores().deliveries.settle({ ...ref, at: noon(at), outcome });
    },

    report: ({ announcement }: Pick<Told, 'announcement'>) => stores().announcements.report(announcement.id),
  };

  async function subscribed(place: Place, charter: CharterName): Promise<PlaceId> {
    await stores().places.note({ ...place, at: noon() });
    await stores().places.subscribe({ place: place.id, charter, state: 'active', at: noon() });
    return place.id;
  }

  async function published(draft: DraftContent): Promise<Pick<Told, 'announcement' | 'draft'>> {
    const publication = aPublication(draft);
    const { kind } = await stores().drafts.publish(publication);
    if (kind !== 'published') throw new Error(`The draft is ${kind}.`);
    return { announcement: publication.announcement, draft };
  }
}

function refOf(delivery: Which | undefined) {
  if (!delivery) throw new Error('Nothing was claimed.');
  return { announcement: delivery.announcement.id, place: delivery.place.id };
}

export const arrived = { kind: 'done', revision: 0, message: 'message-1' } as const;
export const blocked = { kind: 'failed', reason: 'blocked' } as const;

/** Tried to no avail, and due again after so many seconds. */
export function again(due: number, overrides: Partial<Extract<Settlement, { kind: 'again' }>> = {}) {
  return { kind: 'again', due: noon(due), missed: true, doubtful: false, ...overrides } as const;
}
