import { createDeliveries, type Deliveries, type ReadyDelivery } from '../../src/app/deliver-due.js';
import type { Manners, Messenger, Post, Publication } from '../../src/app/ports.js';
import type { Announcement } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { SendOutcome } from '../../src/domain/delivery.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { everyCharter, type MemberId, type Place } from '../../src/domain/place.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { aCharter, aDraft, aPlace, anAnnouncement, noon, unique } from '../contract/made-up.js';

const tenant = 'tenant-1';
const lease = { leaseSeconds: 60, trySeconds: 20 };

/** Deliveries on real stores, with a clock and a Teams that do what a test says. */
export interface Delivering {
  readonly stores: Stores;
  /** What Teams got, in order: `conversation`, or `edit of message in conversation`. */
  readonly posted: string[];
  readonly posts: Post[];
  /** Seconds after noon. */
  time: number;
  outcomeOf: (conversation: string) => SendOutcome;
  now(): string;
  place(conversation: string, overrides?: Parameters<typeof aPlace>[0]): Promise<Place>;
  /** The personal chat of a member. */
  chat(member: string, overrides?: Parameters<typeof aPlace>[0]): Promise<Place>;
  publish(
    charter: CharterName,
    overrides?: Partial<DraftContent>,
    announced?: Partial<Announcement>,
    carried?: Publication['carried'],
  ): Promise<{ draft: DraftContent; announcement: Announcement }>;
  /** The process of a charter without a draft is announced. */
  announce(charter: CharterName, overrides?: Partial<Announcement>): Promise<Announcement>;
  deliveriesOf(worker: string): Deliveries;
  prepare(worker?: string, limit?: number): Promise<readonly ReadyDelivery[]>;
  /** Whatever is due now, one after the other; answers how many were claimed. */
  deliver(worker?: string, limit?: number): Promise<number>;
  report(announcement: Pick<Announcement, 'id'>): ReturnType<Stores['announcements']['report']>;
  end(): Promise<void>;
}

export async function startDelivering(manners: Partial<Manners> = {}): Promise<Delivering> {
  const database: Database = await openDatabase('sqlite::memory:');
  const stores = createStores(database);
  const workers = new Map<string, Deliveries>();

  const messenger: Messenger = {
    announce: (post) => take(post, post.address.conversation),
    edit: (post) => take(post, `edit of ${post.message} in ${post.address.conversation}`),
  };

  function take(post: Post, what: string): Promise<SendOutcome> {
    it.posted.push(what);
    it.posts.push(post);
    return Promise.resolve().then(() => it.outcomeOf(post.address.conversation));
  }

  function deliveriesOf(worker: string): Deliveries {
    const clock = { now: () => new Date(it.now()) };
    const polite: Manners = { contactsPerDraft: 3, timeZone: 'UTC', ...manners };
    const known =
      workers.get(worker) ??
      createDeliveries(
        { ...stores, messenger, clock, manners: polite },
        { worker, ...lease, random: () => 0, persist: (work) => work() },
      );
    workers.set(worker, known);
    return known;
  }

  async function prepare(worker = 'worker', limit = 100) {
    // Conversations go by the database's clock, which does not follow the one of the test.
    await database.query.deleteFrom('conversations').execute();
    return deliveriesOf(worker).prepare({ tenant, limit });
  }

  async function subscribe(place: Place): Promise<Place> {
    await stores.places.note({ ...place, at: noon() });
    const which = { place: place.id, charter: everyCharter, state: 'active', at: noon() } as const;
    await stores.places.subscribe(which);
    return place;
  }

  const it: Delivering = {
    stores,
    posted: [],
    posts: [],
    time: 0,
    outcomeOf: (conversation) => ({ kind: 'sent', message: `m-${conversation}` }),
    now: () => noon(it.time),
    place: (conversation, overrides = {}) =>
      subscribe(aPlace({ ...overrides, address: { tenant, conversation, ...overrides.address } })),
    chat: (member, overrides = {}) =>
      it.place(`chat-${member}`, {
        ...overrides,
        address: { scope: 'personal', member: member as MemberId },
      }),
    async publish(charter, overrides = {}, announced = {}, carried = []) {
      const draft = aDraft(charter, { publishedAt: it.now(), ...overrides });
      const about = { kind: 'published', draft: draft.id, at: it.now(), ...announced } as const;
      const announcement = anAnnouncement(charter, about);
      const { kind } = await stores.drafts.publish({
        charter: aCharter({ name: charter }),
        draft,
        announcement,
        carried,
      });
      if (kind !== 'published') throw new Error(`The draft is ${kind}.`);
      return { draft, announcement };
    },
    async announce(charter, overrides = {}) {
      const announcement = anAnnouncement(charter, { at: it.now(), ...overrides });
      if (announcement.draft !== undefined) await stores.announcements.announce(announcement);
      else {
        const source = '# What we stand for';
        await stores.drafts.publish({ charter: aCharter({ name: charter }), announcement, source });
      }
      return announcement;
    },
    deliveriesOf,
    prepare: async (...which) => (await prepare(...which)).ready,
    async deliver(worker = 'worker', limit) {
      const { claimed, ready } = await prepare(worker, limit);
      const deliveries = deliveriesOf(worker);
      for (const each of ready)
        if (await deliveries.begin(each)) await deliveries.settle(each, await deliveries.send(each));
      return claimed;
    },
    report: ({ id }) => stores.announcements.report(id),
    end: () => database.close(),
  };
  return it;
}

export function aCharterName(): CharterName {
  return unique('charter') as CharterName;
}
