import { randomBytes } from 'node:crypto';

import { pseudonymOf } from '../../src/app/pseudonym.js';
import type { Announcement, AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { CommentId } from '../../src/domain/comment.js';
import { consents } from '../../src/domain/consent.js';
import type { DraftContent, ValueId } from '../../src/domain/draft.js';
import type { MemberId, PlaceId } from '../../src/domain/place.js';
import type { Pseudonym, Step } from '../../src/domain/rating.js';
import type { Stores } from '../../src/storage/stores.js';
import { aDraft, anAnnouncement, aPlace, aPublication, noon, unique } from '../contract/made-up.js';

const valueIds = ['first', 'second', 'third', 'fourth'] as readonly string[] as readonly ValueId[];

/** What a test knows of a member, and nobody else may find out. */
export interface Rater {
  readonly member: MemberId;
  readonly place: PlaceId;
  readonly pseudonym: Pseudonym;
  /** No two members have the same. */
  readonly answers: readonly Step[];
  readonly finished: boolean;
  readonly group: string;
  readonly press: string;
  /** When they rated. */
  readonly at: readonly string[];
  readonly comment?: CommentId;
}

export interface RatedCommunity {
  readonly charter: CharterName;
  readonly draft: DraftContent;
  readonly key: string;
  /** In the order of their first answers. */
  readonly raters: readonly Rater[];
  readonly reminder: AnnouncementId;
  readonly seal: () => Promise<string>;
  readonly sealing: Announcement;
}

/** From 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/**
 * A closed draft with known answers: some finished and some did not, whoever did not was reminded, some said where they
 * belong, some commented and voted, some declined; one said that a change is more than spelling, and all said something to
 * adopting it.
 */
export async function aRatedCommunity(
  stores: Stores,
  { size, seed }: { size: number; seed: number },
): Promise<RatedCommunity> {
  const random = seeded(seed);
  const tenant = unique('tenant');
  const draft = aDraft(unique('charter') as CharterName, {
    values: valueIds.map((id) => ({ id, title: `We hold ${id}`, text: `The ${id} of ours.` })),
    changes: {
      base: 1,
      values: valueIds.map((value) => ({ value, kinds: ['text'], from: [], size: 'spelling', themes: [] })),
      removed: [],
      unanswered: { themes: [], comments: 0 },
    },
  });
  const { charter } = draft;
  const people = [];
  for (let index = 0; index < size; index += 1) people.push(await aPerson(stores, tenant, charter));
  await stores.drafts.publish(aPublication(draft));
  await deliver(stores, { tenant, at: noon(1), toldTo: () => true, about: draft.id, members: new Map() });
  const key = (await stores.charters.pseudonymKey(charter)) ?? '';

  const raters: Rater[] = [];
  for (const [index, person] of shuffled(people, random).entries()) {
    const pseudonym = await pseudonymOf(stores, charter, person.member);
    const finished = index % 3 !== seed % 3;
    const rater = { ...person, pseudonym, finished, ...given(index, random) };
    raters.push({ ...rater, ...(await take(stores, draft, rater, index)) });
  }

  const reminder = anAnnouncement(charter, { kind: 'reminder', draft: draft.id, at: noon(5_000) });
  await stores.announcements.announce(reminder);
  const finished = new Set<string>(raters.filter((each) => each.finished).map(({ place }) => place));
  const members = new Map<string, MemberId>(raters.map(({ place, member }) => [place, member]));
  const toldTo = (place: PlaceId): boolean => !finished.has(place);
  await deliver(stores, { tenant, at: noon(5_001), toldTo, about: draft.id, members });
  const { pseudonym } = raters[1]!;
  await stores.ratings.dispute({ draft: draft.id, value: valueIds[3]!, pseudonym, at: noon(5_500) });
  await stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(6_000) });
  await decide(stores, draft, raters);
  const sealing = anAnnouncement(charter, { kind: 'sealed', at: noon(9 * 86_400) });
  const seal = () => stores.process.seal({ charter, announcement: sealing });
  return { charter, draft, key, raters, reminder: reminder.id, seal, sealing };
}

/** What they say differs from one to the next. */
async function decide(
  { adoption }: Stores,
  { id: draft, charter }: DraftContent,
  raters: readonly Rater[],
): Promise<void> {
  const round = { draft, openedAt: noon(6_500), closesAt: noon(86_400) };
  const announcement = anAnnouncement(charter, { kind: 'consent', draft, at: noon(6_500) });
  await adoption.open({ round, charter, terms: '', announcement });
  for (const [index, { pseudonym, press, at }] of raters.entries()) {
    const answer = consents[index % consents.length]!;
    const said = { draft, pseudonym, answer, press: `${press}-consent`, at: at[0]! };
    if ((await adoption.give(said)) !== 'given') throw new Error('The round is not open.');
  }
  await adoption.close({ draft, at: noon(7_000) });
}

async function aPerson(
  { places }: Stores,
  tenant: string,
  charter: CharterName,
): Promise<Pick<Rater, 'member' | 'place'>> {
  const member = `${randomBytes(8).toString('hex')}-member` as MemberId;
  const conversation = `a:${randomBytes(12).toString('hex')}`;
  const place = aPlace({ address: { tenant, scope: 'personal', member, conversation } });
  await places.note({ ...place, at: noon() });
  await places.subscribe({ place: place.id, charter, state: 'active', at: noon() });
  return { member, place: place.id };
}

/** The first three answers are the digits of the index, so that a member is known by them. */
function given(index: number, random: () => number): Pick<Rater, 'answers' | 'group' | 'press' | 'at'> {
  const steps = [index % 5, Math.floor(index / 5) % 5, Math.floor(index / 25) % 5, Math.floor(random() * 5)];
  return {
    answers: steps.map((step) => (step + 1) as Step),
    group: index % 8 === 7 ? 'the two' : index % 2 === 0 ? 'even' : 'odd',
    press: unique(`press-of-${randomBytes(6).toString('hex')}`),
    at: steps.map((_, nth) => new Date(Date.parse(noon(60)) + index * 61_007 + nth * 1_013).toISOString()),
  };
}

async function take(
  stores: Stores,
  draft: DraftContent,
  { pseudonym, finished, answers, group, press, at }: Omit<Rater, 'comment'>,
  index: number,
): Promise<{ comment?: CommentId }> {
  const { charter } = draft;
  for (const [nth, value] of valueIds.slice(0, finished ? 4 : 3).entries()) {
    const answer = answers[nth]!;
    const rating = {
      draft: draft.id,
      value,
      pseudonym,
      answer,
      press: `${press}-${String(nth)}`,
      at: at[nth]!,
    };
    await stores.ratings.record(rating);
  }
  await stores.participation.chooseGroup({ charter, pseudonym, group });
  if (index % 4 === 3) await stores.participation.decline({ draft: draft.id, pseudonym, at: at[0]! });
  if (index % 2 === 1) return {};
  const id = randomBytes(16).toString('hex') as CommentId;
  await stores.comments.write({
    comment: {
      ...{ id, charter, draft: draft.id, value: valueIds[0]!, sort: 'meaning', state: 'published' },
      ...{ text: `Said by the ${String(index)}th.`, people: 1, namesPerson: false, day: at[0]!.slice(0, 10) },
    },
    author: pseudonym,
    receipt: randomBytes(16).toString('hex'),
    press,
  });
  await stores.comments.vote({ comment: id, pseudonym, vote: 'agree', batch: 5 });
  return { comment: id };
}

/** As a worker does; who is not told has nothing left to do. */
async function deliver(
  { deliveries, contacts }: Stores,
  which: {
    tenant: string;
    at: string;
    toldTo: (place: PlaceId) => boolean;
    about: string;
    members: ReadonlyMap<string, MemberId>;
  },
): Promise<void> {
  const { tenant, at, toldTo, about, members } = which;
  const worker = 'delivers';
  const lease = { worker, now: '9000', leaseUntil: '9001', limit: 1000 };
  for (const { announcement, place, revision } of await deliveries.claim({ tenant, ...lease })) {
    const delivery = { announcement: announcement.id, place: place.id, worker };
    if (!toldTo(place.id)) {
      await deliveries.settle({ ...delivery, at, outcome: { kind: 'skipped', reason: 'not-needed' } });
      continue;
    }
    const member = members.get(place.id);
    if (member !== undefined)
      await contacts.spend({ tenant, member, about, announcement: announcement.id, most: 3 });
    await deliveries.begin({ ...delivery, now: '9000' });
    await deliveries.settle({
      ...delivery,
      at,
      outcome: { kind: 'done', revision, message: `to ${place.id}` },
    });
  }
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((each) => ({ each, by: random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ each }) => each);
}
