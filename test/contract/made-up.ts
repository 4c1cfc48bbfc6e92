import type { RecordedRating } from '../../src/app/ports.js';
import type { ClaimedDelivery, Publication, PublicationOutcome } from '../../src/app/ports.js';
import type { Announcement, AnnouncementId } from '../../src/domain/announcement.js';
import type { Charter, CharterName, Framing } from '../../src/domain/charter.js';
import type { DraftContent, DraftId, ValueId } from '../../src/domain/draft.js';
import { everyCharter, placeIdOf, type Address, type Place, type PlaceId } from '../../src/domain/place.js';
import { usualRules } from '../../src/domain/process.js';
import type { Pseudonym } from '../../src/domain/rating.js';
import type { Stores } from '../../src/storage/stores.js';

let made = 0;

/** A word that no other test of the run has. */
export function unique(word: string): string {
  made += 1;
  return `${word}-${String(made)}`;
}

/** Noon of the day on which the made-up things happen, and so many seconds later. */
export function noon(seconds = 0): string {
  return new Date(Date.UTC(2026, 2, 2, 12) + seconds * 1000).toISOString();
}

export const openScience = 'open-science' as ValueId;
export const shareCredit = 'share-credit' as ValueId;

const framing: Framing = {
  title: 'What we stand for',
  authors: ['Ana', 'Bo'],
  labels: { categories: ['values'], tags: ['draft'] },
  mission: 'We make tools that everybody may use.',
  introduction: 'We met in *March*.',
  considerations: [{ name: 'Not charity', text: 'We share because it helps **all** of us.' }],
  background: [{ heading: 'Why now', text: 'Many of us are new.' }],
};

export function aCharter(overrides: Partial<Charter> = {}): Charter {
  return {
    ...framing,
    name: unique('charter') as CharterName,
    timeZone: 'Europe/Vienna',
    rules: usualRules,
    ...overrides,
  };
}

export function aDraft(charter: CharterName, overrides: Partial<DraftContent> = {}): DraftContent {
  return {
    ...framing,
    id: unique('draft') as DraftId,
    charter,
    number: 1,
    leadIn: 'In our community we:',
    values: [
      { id: openScience, title: 'Promote open science', text: 'We publish **early**.' },
      { id: shareCredit, title: 'Share credit', text: 'We name everybody who helped.' },
    ],
    reason: 'A first text to talk about.',
    source: '# What we stand for\n\nWe met in *March*.\n',
    publishedAt: noon(),
    corrections: [],
    ...overrides,
  };
}

export function anAnnouncement(charter: CharterName, overrides: Partial<Announcement> = {}): Announcement {
  return {
    id: unique('announcement') as AnnouncementId,
    charter,
    kind: 'announced',
    audience: 'all',
    at: noon(),
    ...(overrides.draft === undefined ? { framing } : {}),
    ...overrides,
  };
}

export function aPublication(
  draft: DraftContent,
  overrides: Partial<Publication> = {},
): Publication & { draft: DraftContent } {
  const { charter, id, publishedAt } = draft;
  const announcement = anAnnouncement(charter, { kind: 'published', draft: id, at: publishedAt });
  return { charter: aCharter({ name: charter }), announcement, ...overrides, draft };
}

/** A draft that is open to be rated. */
export async function anOpenDraft(
  { drafts }: Stores,
  overrides: Partial<DraftContent> = {},
): Promise<DraftContent> {
  const draft = aDraft(unique('charter') as CharterName, overrides);
  const outcome: PublicationOutcome = await drafts.publish(aPublication(draft));
  if (outcome.kind !== 'published') throw new Error(`The draft is ${outcome.kind}.`);
  return draft;
}

export function aPseudonym(): Pseudonym {
  return unique('pseudonym') as Pseudonym;
}

export function aPlace(
  overrides: Partial<Omit<Place, 'address'>> & { address?: Partial<Address> } = {},
): Place {
  const address: Address = {
    tenant: 'tenant-1',
    conversation: unique('19:conversation@thread.tacv2'),
    scope: 'group',
    serviceUrl: 'https://smba.example/emea/',
    ...overrides.address,
  };
  return { id: placeIdOf(address), locale: 'en-US', ...overrides, address };
}

/** A place that the stores know and that hears all charters. */
export async function aSubscribedPlace(
  { places }: Stores,
  overrides: Parameters<typeof aPlace>[0] = {},
): Promise<PlaceId> {
  const place = aPlace(overrides);
  await places.note({ ...place, at: noon() });
  await places.subscribe({ place: place.id, charter: everyCharter, state: 'active', at: noon() });
  return place.id;
}

/** Everything there is to do, of one announcement or of all, held by the worker `claims-all` for ever. */
export async function claimAll(
  { deliveries }: Stores,
  announcement?: AnnouncementId,
): Promise<readonly ClaimedDelivery[]> {
  const claimed: ClaimedDelivery[] = [];
  for (const tenant of await deliveries.tenants()) {
    const claim = { tenant, worker: 'claims-all', now: '9998', leaseUntil: '9999', limit: 1000 };
    claimed.push(...(await deliveries.claim(claim)));
  }
  return claimed.filter(
    (delivery) => announcement === undefined || delivery.announcement.id === announcement,
  );
}

/** What became of a press, without the answers that came back with it. */
export async function outcomeOf(recording: Promise<RecordedRating>): Promise<RecordedRating['outcome']> {
  return (await recording).outcome;
}
