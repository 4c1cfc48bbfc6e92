import type { Announcement } from '../domain/announcement.js';
import { mostAttempts, mostMisses } from '../domain/delivery.js';
import { hasNews, type DraftContent } from '../domain/draft.js';
import type { MemberId, QuietHours } from '../domain/place.js';
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

/** Those who have answered all of a draft, or declined it, need not hear of it; without a draft, everybody is affected. */
type AlreadyAnswered = DraftContent | undefined;

/** Announcements of which is remembered whom they affect. */
const mostAnnouncements = 32;

export function createDecide(ports: Needs): Decide {
  const alreadyAnswered = rememberLatest(
    mostAnnouncements,
    ({ id }: Announcement) => id,
    (announcement) => draftToHaveAnswered(ports, announcement),
  );
  return async (delivery, now) => {
    if (delivery.misses >= mostMisses || delivery.attempts >= mostAttempts)
      return { kind: 'failed', reason: 'too-many-attempts' };
    if (delivery.task.kind === 'edit') return { kind: 'send' };
    const later = welcomeAgainAt(ports, delivery, now);
    if (later > now) return { kind: 'held', due: later.toISOString() };
    if (delivery.task.held && (await isSuperseded(ports, delivery)))
      return { kind: 'skipped', reason: 'superseded' };
    const answered = await alreadyAnswered(delivery.announcement);
    const reason = await whyNotAffected(ports, delivery, answered);
    if (reason !== undefined) return { kind: 'skipped', reason };
    return spendContact(ports, delivery, answered);
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

/**
 * A reminder and the news that a draft is open again are for those who have not finished it. A draft in which nothing
 * is new is for those who had not finished the one before.
 */
async function draftToHaveAnswered(
  { drafts }: Needs,
  { kind, draft, audience }: Announcement,
): Promise<AlreadyAnswered> {
  if (draft === undefined || (audience === 'all' && kind !== 'reminder')) return undefined;
  const content = await drafts.content(draft);
  if (content === undefined) throw new Error('an announcement of a draft that is not there');
  if (kind !== 'published') return content;
  const before = await drafts.numbered({ charter: content.charter, number: content.number - 1 });
  return before === undefined || hasNews(content.values, before.values) ? undefined : before;
}

/** What a member answered is told by one reason only, `not-needed`, so that no report tells who has finished. */
async function whyNotAffected(
  ports: Needs,
  { place }: ClaimedDelivery,
  answered: AlreadyAnswered,
): Promise<string | undefined> {
  if (answered === undefined) return undefined;
  const { scope, member } = place.address;
  if (scope !== 'personal') return 'not-affected';
  return member === undefined || (await isDoneWith(ports, answered, member)) ? 'not-needed' : undefined;
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
  answered: AlreadyAnswered,
): Promise<Decision> {
  const { scope, member, tenant } = place.address;
  if (scope !== 'personal' || member === undefined) return { kind: 'send' };
  const about = announcement.draft ?? `charter:${announcement.charter}`;
  const contact: Contact = { tenant, member, about, announcement: announcement.id };
  if (await contacts.spend({ ...contact, most: manners.contactsPerDraft })) return { kind: 'send', contact };
  return { kind: 'skipped', reason: answered === undefined ? 'heard-enough' : 'not-needed' };
}
