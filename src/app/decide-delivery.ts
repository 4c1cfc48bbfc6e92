import type { Announcement } from '../domain/announcement.js';
import { mostAttempts, mostMisses } from '../domain/delivery.js';
import type { DraftContent } from '../domain/draft.js';
import { hasNews } from '../domain/news.js';
import type { MemberId, QuietHours } from '../domain/place.js';
import { contactAbout } from './contact-about.js';
import type { ClaimedDelivery, Contact, Ports, Settlement } from './ports.js';
import { pseudonymOf } from './pseudonym.js';
import { rememberLatest } from './remember-latest.js';
import { endOfQuiet } from './zoned-time.js';

type Needs = Pick<
  Ports,
  'deliveries' | 'drafts' | 'charters' | 'ratings' | 'participation' | 'contacts' | 'manners'
>;

/** What a claimed delivery calls for: to be sent, or to be settled without. */
export type Decision =
  | { readonly kind: 'send'; /** Was counted. */ readonly contact?: Contact }
  | Extract<Settlement, { kind: 'held' | 'skipped' | 'failed' }>;

export type Decide = (delivery: ClaimedDelivery, now: Date) => Promise<Decision>;

/** Those who are done with one of these drafts need not hear of it; without any, everybody is affected. */
interface Affected {
  readonly unlessDoneWith: readonly DraftContent[];
  readonly sharedPlaces: boolean;
}

/** Announcements of which is remembered whom they affect. */
const mostAnnouncements = 32;

export function createDecide(ports: Needs): Decide {
  // What is known of an announcement holds for one revision: a change may turn out to be more than spelling.
  const affectedBy = rememberLatest(
    mostAnnouncements,
    ({ announcement, revision }: ClaimedDelivery) => `${announcement.id} ${String(revision)}`,
    ({ announcement }) => whomItAffects(ports, announcement),
  );
  return async (delivery, now) => {
    if (delivery.misses >= mostMisses || delivery.attempts >= mostAttempts)
      return { kind: 'failed', reason: 'too-many-attempts' };
    if (delivery.task.kind === 'edit') return { kind: 'send' };
    const later = welcomeAgainAt(ports, delivery, now);
    if (later > now) return { kind: 'held', due: later.toISOString() };
    if (delivery.task.held && (await isSuperseded(ports, delivery)))
      return { kind: 'skipped', reason: 'superseded' };
    const affected = await affectedBy(delivery);
    const reason = await whyNotAffected(ports, delivery, affected);
    if (reason !== undefined) return { kind: 'skipped', reason };
    return spendContact(ports, delivery, affected);
  };
}

/** When a place wants to hear something: now, or after its pause and the quiet time in which that ends. */
function welcomeAgainAt({ manners }: Needs, { place, wishes }: ClaimedDelivery, now: Date): Date {
  const paused = wishes.pausedUntil === undefined ? now : new Date(wishes.pausedUntil);
  const resumed = paused > now ? paused : now;
  if (place.address.scope !== 'personal') return resumed;
  const hours: QuietHours | 'off' = wishes.quietHours ?? manners.quietHours ?? 'off';
  if (hours === 'off') return resumed;
  return endOfQuiet(resumed, hours, place.timeZone ?? manners.timeZone) ?? resumed;
}

function isSuperseded({ deliveries }: Needs, { announcement, place }: ClaimedDelivery): Promise<boolean> {
  return deliveries.isSuperseded({ announcement: announcement.id, place: place.id });
}

const everybody: Affected = { unlessDoneWith: [], sharedPlaces: true };

/** A reminder and the news that a draft is open again are for those who have not finished it. */
async function whomItAffects(ports: Needs, { kind, draft, audience }: Announcement): Promise<Affected> {
  if (draft === undefined || (audience === 'all' && kind !== 'reminder')) return everybody;
  const found = await ports.drafts.find(draft);
  if (found === undefined) throw new Error('an announcement of a draft that is not there');
  return kind === 'published'
    ? whomItIsNewTo(ports, found)
    : { unlessDoneWith: [found], sharedPlaces: false };
}

/**
 * A draft is for members who have something left to answer in it: answers that were carried over count. One without news
 * is not for those either who were done with the draft before, and nothing that shared places need to hear.
 */
async function whomItIsNewTo({ drafts }: Needs, draft: DraftContent): Promise<Affected> {
  const { charter, changes, number } = draft;
  const before = await drafts.numbered({ charter, number: changes?.base ?? number - 1 });
  if (before === undefined) return everybody;
  const isNews = hasNews(draft, before.values);
  const own = changes === undefined ? [] : [draft];
  return { unlessDoneWith: isNews ? own : [...own, before], sharedPlaces: isNews };
}

/** What a member answered is told by one reason only, `not-needed`, so that no report tells who has finished. */
async function whyNotAffected(
  ports: Needs,
  { place }: ClaimedDelivery,
  { unlessDoneWith, sharedPlaces }: Affected,
): Promise<string | undefined> {
  const { scope, member } = place.address;
  if (scope !== 'personal') return sharedPlaces ? undefined : 'not-affected';
  for (const draft of unlessDoneWith)
    if (member === undefined || (await isDoneWith(ports, draft, member))) return 'not-needed';
  return undefined;
}

/** Answered all of it, or declined it and answered nothing since. */
async function isDoneWith(ports: Needs, draft: DraftContent, member: MemberId): Promise<boolean> {
  const pseudonym = await pseudonymOf(ports, draft.charter, member);
  const own = { draft: draft.id, pseudonym };
  const answers = await ports.ratings.mine(own);
  if (answers.size === 0 && draft.values.length > 0) return ports.participation.hasDeclined(own);
  return draft.values.every(({ id }) => answers.has(id));
}

/** In a personal chat the ceiling counts; where answers decide who is told, it hides behind the same reason as they. */
async function spendContact(
  { contacts, manners }: Needs,
  { announcement, place }: ClaimedDelivery,
  { unlessDoneWith }: Affected,
): Promise<Decision> {
  const { scope, member, tenant } = place.address;
  if (scope !== 'personal' || member === undefined) return { kind: 'send' };
  const about = contactAbout(announcement);
  const contact: Contact = { tenant, member, about, announcement: announcement.id };
  if (await contacts.spend({ ...contact, most: manners.contactsPerDraft })) return { kind: 'send', contact };
  return { kind: 'skipped', reason: unlessDoneWith.length === 0 ? 'heard-enough' : 'not-needed' };
}
