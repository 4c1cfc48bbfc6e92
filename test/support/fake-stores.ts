import type {
  AnnouncementStore,
  CharterStore,
  DeliveryStore,
  DraftStore,
  FacilitatorStore,
  PlaceStore,
  RatingStore,
  WorkingCopyStore,
} from '../../src/app/ports.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import { reportOf } from '../../src/domain/delivery.js';
import type { Draft, DraftId, ValueId } from '../../src/domain/draft.js';
import { everyCharter, type PlaceId } from '../../src/domain/place.js';
import type { Answer, Pseudonym } from '../../src/domain/rating.js';
import type { Stores } from '../../src/storage/stores.js';
import {
  createFakeMemory,
  isSubscribed,
  keyOf,
  type FakeDelivery,
  type FakeMemory,
  type FakeRating,
} from './fake-memory.js';
import { publish } from './fake-publish.js';

/** Stores in memory that keep the promises of `src/app/ports.ts`; the contract suite holds them to it. */
export function createFakeStores(): Stores {
  const memory = createFakeMemory();
  return {
    charters: promising(fakeCharters(memory)),
    drafts: promising(fakeDrafts(memory)),
    workingCopies: promising(fakeWorkingCopies(memory)),
    ratings: promising(fakeRatings(memory)),
    places: promising(fakePlaces(memory)),
    announcements: promising(fakeAnnouncements(memory)),
    deliveries: promising(fakeDeliveries(memory)),
    facilitators: promising(fakeFacilitators(memory)),
  };
}

/** A store before its answers are promises. */
type Immediate<Store> = {
  [M in keyof Store]: Store[M] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result
    : never;
};

function promising<Store>(store: Immediate<Store>): Store {
  const methods = Object.entries<(...args: readonly unknown[]) => unknown>(store);
  const promised = methods.map(([name, method]) => [
    name,
    (...args: readonly unknown[]) => Promise.resolve().then(() => method(...args)),
  ]);
  return Object.fromEntries(promised) as Store;
}

function fakeCharters({ charters }: FakeMemory): Immediate<CharterStore> {
  return {
    all: () => sorted([...charters.values()], ({ charter }) => charter.name).map(({ charter }) => charter),
    find: (name) => charters.get(name)?.charter,
    pseudonymKey: (name) => charters.get(name)?.key,
  };
}

function fakeDrafts(memory: FakeMemory): Immediate<DraftStore> {
  const { drafts } = memory;
  const of = (charter: CharterName): readonly Draft[] =>
    [...drafts.values()].filter((draft) => draft.charter === charter);
  return {
    find: (draft) => drafts.get(draft),
    content: (draft) => {
      const { state: _, ...content } = drafts.get(draft) ?? { state: undefined };
      return 'id' in content ? content : undefined;
    },
    numbered: ({ charter, number }) => of(charter).find((draft) => draft.number === number),
    latest: (charter) => [...of(charter)].sort((a, b) => b.number - a.number)[0],
    publish: (publication) => publish(memory, publication),
    change: ({ draft, from, to }) => {
      const found = drafts.get(draft);
      if (found?.state !== from) return false;
      drafts.set(draft, { ...found, state: to });
      return true;
    },
  };
}

function fakeWorkingCopies({ workingCopies }: FakeMemory): Immediate<WorkingCopyStore> {
  return {
    save: (copy) => {
      workingCopies.set(keyOf(copy.charter, copy.editor), copy);
    },
    find: ({ charter, editor }) => workingCopies.get(keyOf(charter, editor)),
    of: (editor) =>
      sorted([...workingCopies.values()], ({ savedAt }) => savedAt)
        .filter((copy) => copy.editor === editor)
        .reverse(),
  };
}

const twoMinutes = 2 * 60 * 1000;

function fakeRatings({ drafts, ratings }: FakeMemory): Immediate<RatingStore> {
  const standing = (draft: DraftId): readonly (FakeRating & { answer: Answer })[] =>
    [...ratings.values()].filter(
      (rating): rating is FakeRating & { answer: Answer } => rating.draft === draft && rating.answer !== null,
    );
  const mine = (draft: DraftId, pseudonym: Pseudonym): ReadonlyMap<ValueId, Answer> =>
    new Map(
      standing(draft)
        .filter((rating) => rating.pseudonym === pseudonym)
        .map(({ value, answer }) => [value, answer]),
    );
  return {
    record: ({ draft, value, pseudonym, answer, press, at }) => {
      const outcome = (): 'recorded' | 'repeated' | 'not-open' => {
        const found = drafts.get(draft);
        if (found?.state !== 'open' || !found.values.some(({ id }) => id === value)) return 'not-open';
        const key = keyOf(draft, value, pseudonym);
        const before = ratings.get(key);
        const recent = before !== undefined && Date.parse(at) - Date.parse(before.at) <= twoMinutes;
        const earlier = recent ? before.pressesBefore : [];
        if (before?.press === press || earlier.includes(press)) return 'repeated';
        const pressesBefore = before ? [before.press, ...earlier] : [];
        ratings.set(key, { draft, value, pseudonym, answer, press, at, pressesBefore });
        return 'recorded';
      };
      return { outcome: outcome(), mine: mine(draft, pseudonym) };
    },
    mine: ({ draft, pseudonym }) => mine(draft, pseudonym),
    tally: (draft) =>
      counted(standing(draft), ({ value, answer }) => keyOf(value, String(answer))).map(
        ({ first: { value, answer }, count }) => ({ value, answer, count }),
      ),
  };
}

function fakePlaces(memory: FakeMemory): Immediate<PlaceStore> {
  const { places, subscriptions, deliveries } = memory;
  const subscriptionsOf = (place: PlaceId): readonly string[] =>
    [...subscriptions.keys()].filter((key) => key.startsWith(keyOf(place, '')));
  return {
    note: ({ id, address, name, locale }) => {
      const known = places.get(id);
      const kept = { ...known?.place, ...(name === undefined ? {} : { name }) };
      const place = { ...kept, id, locale, address: { ...known?.place.address, ...address } };
      places.set(id, { place, welcomed: known?.welcomed ?? false });
    },
    find: (place) => places.get(place)?.place,
    welcome: ({ place }) => {
      const known = places.get(place);
      if (!known || known.welcomed) return false;
      known.welcomed = true;
      return true;
    },
    remove: ({ place, reason }) => {
      const known = places.get(place);
      if (known) known.welcomed = false;
      for (const key of subscriptionsOf(place)) subscriptions.set(key, 'stopped');
      for (const delivery of deliveries.values()) {
        if (delivery.place !== place || delivery.state !== 'waiting') continue;
        Object.assign(delivery, { state: 'skipped', reason });
      }
    },
    inTeam: ({ tenant, team }) =>
      sorted([...places.values()], ({ place }) => place.id)
        .filter(({ place: { address } }) => address.tenant === tenant && address.team === team)
        .map(({ place }) => place.id),
    subscribe: ({ place, charter, state }) => {
      if (!places.has(place)) throw new Error('The place was never noted.');
      if (charter === everyCharter) for (const key of subscriptionsOf(place)) subscriptions.delete(key);
      subscriptions.set(keyOf(place, charter), state);
    },
    subscribed: ({ place, charter }) => isSubscribed(memory, place, charter),
  };
}

function fakeAnnouncements({ announcements, deliveries, places }: FakeMemory): Immediate<AnnouncementStore> {
  const of = (announcement: AnnouncementId): readonly FakeDelivery[] =>
    sorted([...deliveries.values()], ({ place }) => place).filter(
      (delivery) => delivery.announcement === announcement,
    );
  return {
    find: (announcement) => announcements.get(announcement),
    latest: ({ charter, limit }) =>
      sorted([...announcements.values()], ({ at, id }) => keyOf(at, id))
        .filter((announcement) => announcement.charter === charter)
        .reverse()
        .slice(0, limit),
    report: (announcement) => {
      const groups = counted(of(announcement), ({ state, reason = '' }) => keyOf(state, reason));
      return reportOf(groups.map(({ first, count }) => ({ ...first, count })));
    },
    unreached: ({ announcement, limit }) =>
      of(announcement)
        .filter(({ state }) => state === 'failed' || state === 'skipped')
        .slice(0, limit)
        .flatMap(({ place: id, reason = 'unknown' }) => {
          const place = places.get(id)?.place;
          if (!place) return [];
          const { scope } = place.address;
          const named = place.name !== undefined && scope !== 'personal';
          return [{ ...(named ? { name: place.name } : {}), scope, reason }];
        }),
  };
}

function fakeDeliveries({ announcements, deliveries, places }: FakeMemory): Immediate<DeliveryStore> {
  return {
    claim: ({ worker, now, leaseUntil, limit }) =>
      sorted([...deliveries.values()], ({ due }) => due)
        .filter(({ state, due }) => (state === 'waiting' || state === 'sending') && due <= now)
        .filter(({ lease }) => lease === undefined || lease.until <= now)
        .slice(0, limit)
        .flatMap((delivery) => {
          if (delivery.lease) delivery.attempts += 1;
          delivery.state = 'sending';
          delivery.lease = { worker, until: leaseUntil };
          const announcement = announcements.get(delivery.announcement);
          const place = places.get(delivery.place)?.place;
          return announcement && place ? [{ announcement, place, attempts: delivery.attempts }] : [];
        }),
    settle: ({ announcement, place, worker, outcome }) => {
      const delivery = deliveries.get(keyOf(announcement, place));
      if (delivery?.lease?.worker !== worker) return false;
      delivery.lease = undefined;
      delivery.state = outcome.state;
      if ('reason' in outcome) delivery.reason = outcome.reason;
      if ('due' in outcome) delivery.due = outcome.due;
      if ('countsAsAttempt' in outcome && outcome.countsAsAttempt) delivery.attempts += 1;
      return true;
    },
    release: (worker) => {
      for (const delivery of deliveries.values()) {
        if (delivery.lease?.worker === worker)
          Object.assign(delivery, { state: 'waiting', lease: undefined });
      }
    },
  };
}

function fakeFacilitators({ facilitators }: FakeMemory): Immediate<FacilitatorStore> {
  return {
    has: (member) => facilitators.has(member),
    add: ({ member }) => {
      facilitators.add(member);
    },
  };
}

function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

function counted<T>(items: readonly T[], key: (item: T) => string): readonly { first: T; count: number }[] {
  const groups = new Map<string, { first: T; count: number }>();
  for (const item of items) {
    const group = groups.get(key(item));
    groups.set(key(item), { first: group?.first ?? item, count: (group?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
