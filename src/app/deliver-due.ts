import type { AnnouncementKind } from '../domain/announcement.js';
import { mostAttempts, mostMisses, waitBeforeRetry, type SendOutcome } from '../domain/delivery.js';
import { given } from '../domain/given.js';
import { log } from '../log.js';
import { createViewOf } from './announcement-view.js';
import { createDecide } from './decide-delivery.js';
import type { ClaimedDelivery, Contact, Ports, Post, Settlement } from './ports.js';
import type { AnnouncementView } from './views.js';

export interface DeliverySettings {
  /** Names this process among those that share the work. */
  readonly worker: string;
  readonly leaseSeconds: number;
  /** How long a try takes at the most: none is begun that its lease might not see the end of. */
  readonly trySeconds: number;
  /** 0 to 1, spreads retries. */
  readonly random: () => number;
  /**
   * Runs what writes down an outcome, again and again until it succeeds: the database may be away just when an answer
   * of Teams arrives.
   */
  readonly persist: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told of each try, for whoever counts. */
  readonly tried?: (task: ClaimedDelivery['task']['kind'], outcome: SendOutcome['kind']) => void;
}

/** Something that was claimed and is to be sent as soon as its turn comes. */
export interface ReadyDelivery {
  readonly claimed: ClaimedDelivery;
  readonly view: AnnouncementView;
  readonly contact?: Contact;
  /** Milliseconds since 1970: not to be begun later. */
  readonly beginBy: number;
}

/** The steps of a delivery, in this order, between which its turn is waited for. */
export interface Deliveries {
  /**
   * Claims what is due in a tenant, settles what is not to be sent, and answers the rest. `claimed` counts both. Throws
   * when nothing could be claimed.
   */
  prepare(which: {
    tenant: string;
    limit: number;
  }): Promise<{ readonly claimed: number; readonly ready: readonly ReadyDelivery[] }>;
  /** Marks it as on its way. False when it is not to be sent any more: then nothing is left to be done for it. */
  begin(ready: ReadyDelivery): Promise<boolean>;
  /** One try. Never throws. */
  send(ready: ReadyDelivery): Promise<SendOutcome>;
  /** Writes down what came of a try. `wait`: seconds for which nobody in the tenant is sent anything. */
  settle(ready: ReadyDelivery, outcome: SendOutcome, wait?: number): Promise<void>;
  /** It is not sent now after all, but is due in so many milliseconds. */
  giveBack(ready: ReadyDelivery, milliseconds: number): Promise<void>;
}

type Needs = Omit<
  Ports,
  | 'workingCopies'
  | 'appointments'
  | 'facilitators'
  | 'readPost'
  | 'writePost'
  | 'writeBlog'
  | 'stemsOf'
  | 'addresses'
>;

export function createDeliveries(ports: Needs, settings: DeliverySettings): Deliveries {
  const { deliveries, clock } = ports;
  const { worker, persist } = settings;
  const viewOf = createViewOf(ports);
  const decide = createDecide(ports);
  const whichOf = ({ announcement, place }: ClaimedDelivery) => ({
    announcement: announcement.id,
    place: place.id,
    worker,
  });
  const settleAs = (claimed: ClaimedDelivery, outcome: Settlement): Promise<boolean> =>
    persist(() => deliveries.settle({ ...whichOf(claimed), at: clock.now().toISOString(), outcome }));

  async function prepareOne(claimed: ClaimedDelivery, beginBy: number): Promise<ReadyDelivery | undefined> {
    const view = await viewOf(claimed);
    const decision = isOver(claimed, view) ? cancelled : await decide(claimed, clock.now());
    if (decision.kind !== 'send') {
      await settleAs(claimed, decision);
      return undefined;
    }
    await ports.messenger.prepare?.(postOf({ claimed, view }));
    return { claimed, view, beginBy, ...given({ contact: decision.contact }) };
  }

  /** What was counted did not arrive; unless it did in an earlier try. */
  async function refund({ contact, claimed }: ReadyDelivery): Promise<void> {
    if (contact !== undefined && !claimed.doubtful) await persist(() => ports.contacts.refund(contact));
  }

  /** Another try, at the address under which the place is reached. */
  async function move({ place }: ClaimedDelivery, serviceUrl: string): Promise<void> {
    const at = clock.now().toISOString();
    await persist(() => ports.places.note({ ...place, address: { ...place.address, serviceUrl }, at }));
  }

  return {
    async prepare({ tenant, limit }) {
      const now = clock.now();
      const leaseUntil = later(now, settings.leaseSeconds);
      const claimed = await deliveries.claim({ tenant, worker, now: now.toISOString(), leaseUntil, limit });
      const beginBy = now.getTime() + (settings.leaseSeconds - settings.trySeconds) * 1000;
      const prepared = await Promise.allSettled(claimed.map((each) => prepareOne(each, beginBy)));
      // What went wrong is due again when its lease ends, and counts as no try, because it was not begun.
      const wrong = prepared.find((each) => each.status === 'rejected');
      if (wrong !== undefined) log.error({ err: wrong.reason }, 'a delivery could not be prepared');
      const ready = prepared.flatMap((each) => (each.status === 'fulfilled' ? (each.value ?? []) : []));
      return { claimed: claimed.length, ready };
    },

    async begin(ready) {
      const now = clock.now();
      const inTime = now.getTime() <= ready.beginBy;
      if (inTime && (await deliveries.begin({ ...whichOf(ready.claimed), now: now.toISOString() })))
        return true;
      await refund(ready);
      if (!inTime) await settleAs(ready.claimed, again(now.toISOString()));
      return false;
    },

    async send(ready) {
      const { task } = ready.claimed;
      const post = postOf(ready);
      const trying =
        task.kind === 'send'
          ? ports.messenger.announce(post)
          : ports.messenger.edit({ ...post, message: task.message });
      const outcome = await trying.catch((error: unknown): SendOutcome => {
        log.error({ err: error }, 'a delivery went wrong');
        return { kind: 'unclear', reason: 'went-wrong' };
      });
      settings.tried?.(task.kind, outcome.kind);
      return outcome;
    },

    async settle(ready, outcome, wait) {
      const { claimed } = ready;
      if (outcome.kind === 'moved') await move(claimed, outcome.serviceUrl);
      if (outcome.kind !== 'sent' && outcome.kind !== 'unclear') await refund(ready);
      await settleAs(
        claimed,
        settlementOf(claimed, outcome, { now: clock.now(), wait, random: settings.random() }),
      );
      if (outcome.kind !== 'gone') return;
      const at = clock.now().toISOString();
      await persist(() => ports.places.park({ place: claimed.place.id, at, reason: outcome.reason }));
    },

    async giveBack(ready, milliseconds) {
      await refund(ready);
      await settleAs(ready.claimed, again(later(clock.now(), milliseconds / 1000)));
    },
  };
}

/** It was on its way when the draft ended, or when one followed: another try would tell what is not true any more. */
function isOver({ task }: ClaimedDelivery, { what, subject, follower }: AnnouncementView): boolean {
  if (task.kind === 'edit' || lasting.has(what)) return false;
  if (what === 'announced') return follower !== undefined;
  return subject.state !== (what === 'consent' ? 'closed' : 'open');
}

/** What these tell stays true, whatever follows. */
const lasting: ReadonlySet<AnnouncementKind> = new Set(['sealed', 'answered', 'terms', 'adopted', 'review']);

const cancelled = { kind: 'cancelled' } as const;

function postOf({ claimed: { place }, view }: Pick<ReadyDelivery, 'claimed' | 'view'>): Post {
  return { address: place.address, locale: place.locale, view };
}

interface Circumstances {
  readonly now: Date;
  readonly wait: number | undefined;
  readonly random: number;
}

function settlementOf(
  { attempts, misses, revision, task }: ClaimedDelivery,
  outcome: SendOutcome,
  { now, wait, random }: Circumstances,
): Settlement {
  const retry = (most: boolean, seconds: number, how: { missed: boolean; doubtful: boolean }): Settlement =>
    most
      ? { kind: 'failed', reason: 'too-many-attempts' }
      : { kind: 'again', due: later(now, seconds), ...how };
  const lastMiss = misses + 1 >= mostMisses || attempts + 1 >= mostAttempts;
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'done', revision, ...given({ message: outcome.message }) };
    case 'throttled': {
      const seconds = wait ?? outcome.wait ?? waitBeforeRetry(attempts + 1, random);
      return retry(attempts + 1 >= mostAttempts, seconds, { missed: false, doubtful: false });
    }
    case 'busy':
      return retry(lastMiss, waitBeforeRetry(misses + 1, random), { missed: true, doubtful: false });
    case 'unclear': {
      const doubtful = task.kind === 'send';
      return retry(lastMiss, waitBeforeRetry(misses + 1, random), { missed: true, doubtful });
    }
    case 'unable':
      return again(later(now, wait ?? waitBeforeRetry(1, random)));
    case 'moved':
      return again(now.toISOString());
    case 'gone':
    case 'refused':
      return { kind: 'failed', reason: outcome.reason };
  }
}

/** Nobody's fault, and nobody's try. */
function again(due: string): Settlement {
  return { kind: 'again', due, missed: false, doubtful: false, untried: true };
}

function later(from: Date, seconds: number): string {
  return new Date(from.getTime() + seconds * 1000).toISOString();
}
