import type { Announcement } from '../domain/announcement.js';
import { mostAttempts, waitBeforeRetry, type SendOutcome } from '../domain/delivery.js';
import { given } from '../domain/given.js';
import type { Address } from '../domain/place.js';
import { textOfCharter, textOfDraft, type Text } from './text.js';
import type { ClaimedDelivery, Ports, Settlement } from './ports.js';
import type { AnnouncementView } from './views.js';

/** How fast may be sent. */
export interface Pace {
  /** Resolves when a message may go to this address; false when the program stops first. */
  turn(address: Address): Promise<boolean>;
  /** One throttle is a pause for everybody in the tenant. Seconds. */
  pause(tenant: string, seconds: number): void;
}

export interface DeliverySettings {
  /** Names this process among those that share the work. */
  readonly worker: string;
  readonly batch: number;
  readonly leaseSeconds: number;
  /** 0 to 1, spreads retries. */
  readonly random: () => number;
  /** Told of each try, for whoever counts. */
  readonly tried?: (outcome: SendOutcome['kind']) => void;
}

type Needs = Pick<Ports, 'deliveries' | 'drafts' | 'charters' | 'messenger' | 'clock'>;

/**
 * Claims what is due, sends it at the given pace and settles each delivery. Answers how many were claimed. Throws when
 * one could not be sent or settled through a fault of ours, after the others are done; it is due again with its lease.
 */
export async function deliverDue(ports: Needs, pace: Pace, settings: DeliverySettings): Promise<number> {
  const now = ports.clock.now();
  const leaseUntil = new Date(now.getTime() + settings.leaseSeconds * 1000);
  const claimed = await ports.deliveries.claim({
    worker: settings.worker,
    now: now.toISOString(),
    leaseUntil: leaseUntil.toISOString(),
    limit: settings.batch,
  });
  const viewOf = rememberingViews(ports);
  const done = await Promise.allSettled(
    claimed.map((delivery) => deliver(ports, pace, settings, { ...delivery, leaseUntil }, viewOf)),
  );
  const failed = done.filter((each) => each.status === 'rejected');
  if (failed.length > 0) throw new Error('deliveries went wrong', { cause: failed[0]?.reason });
  return claimed.length;
}

async function deliver(
  ports: Needs,
  pace: Pace,
  settings: DeliverySettings,
  delivery: ClaimedDelivery & { readonly leaseUntil: Date },
  viewOf: ViewOf,
): Promise<void> {
  const { place, announcement } = delivery;
  if (!(await pace.turn(place.address))) return;
  const settle = (at: Date, outcome: Settlement): Promise<boolean> => {
    const which = { announcement: announcement.id, place: place.id, worker: settings.worker };
    return ports.deliveries.settle({ ...which, at: at.toISOString(), outcome });
  };
  const before = ports.clock.now();
  // The wait for a turn outlasted the lease: another worker may have the delivery by now, and would send it as well.
  if (before >= delivery.leaseUntil) {
    await settle(before, { state: 'waiting', due: before.toISOString(), countsAsAttempt: false });
    return;
  }
  // A lease that ran out counts as a try: what brings the program down each time is not tried for ever.
  const view = delivery.attempts < mostAttempts ? await viewOf(announcement) : undefined;
  const outcome =
    view && (await ports.messenger.announce({ address: place.address, locale: place.locale, view }));
  if (outcome !== undefined) settings.tried?.(outcome.kind);
  if (outcome?.kind === 'throttled') {
    const wait = outcome.wait ?? waitBeforeRetry(delivery.attempts + 1, settings.random());
    pace.pause(place.address.tenant, wait);
  }
  const now = ports.clock.now();
  await settle(now, settlementOf(outcome, delivery.attempts + 1, now, settings.random()));
}

type ViewOf = (announcement: Announcement) => Promise<AnnouncementView | undefined>;

/** One view for all places of an announcement, and each time a look whether it is still true. */
function rememberingViews(ports: Needs): ViewOf {
  const views = new Map<string, Promise<AnnouncementView | undefined>>();
  return async (announcement) => {
    const known = views.get(announcement.id);
    if (known !== undefined) return (await isStillTrue(ports, announcement)) ? known : undefined;
    const view = viewAnnouncement(ports, announcement);
    views.set(announcement.id, view);
    return view;
  };
}

async function isStillTrue({ drafts }: Needs, { draft }: Announcement): Promise<boolean> {
  return draft === undefined || (await drafts.find(draft))?.state === 'open';
}

function settlementOf(
  outcome: SendOutcome | undefined,
  attempts: number,
  now: Date,
  random: number,
): Settlement {
  if (attempts > mostAttempts) return { state: 'failed', reason: 'too-many-attempts' };
  if (outcome === undefined) return { state: 'skipped', reason: 'draft-not-open' };
  const wait = waitBeforeRetry(attempts, random);
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', ...given({ message: outcome.message }) };
    case 'throttled':
      return { state: 'waiting', due: later(now, outcome.wait ?? wait), countsAsAttempt: false };
    case 'unclear':
      if (attempts >= mostAttempts) return { state: 'failed', reason: 'too-many-attempts' };
      return { state: 'waiting', due: later(now, wait), countsAsAttempt: true };
    case 'gone':
    case 'refused':
      return { state: 'failed', reason: outcome.reason };
  }
}

/** What the places are told, or nothing when it has become untrue since. */
async function viewAnnouncement(
  { drafts, charters }: Needs,
  announcement: Announcement,
): Promise<AnnouncementView | undefined> {
  if (announcement.draft !== undefined) {
    const draft = await drafts.find(announcement.draft);
    return draft?.state === 'open' ? viewOfText(textOfDraft(draft), announcement) : undefined;
  }
  const charter = await charters.find(announcement.charter);
  return charter && viewOfText(textOfCharter(charter), announcement);
}

function viewOfText(
  { subject, framing, values, leadIn, reason }: Text,
  { kind, at }: Announcement,
): AnnouncementView {
  return { kind: 'announcement', what: kind, subject, framing, values, at, ...given({ leadIn, reason }) };
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
