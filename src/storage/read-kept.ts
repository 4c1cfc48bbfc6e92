import type { Kysely } from 'kysely';

import { charterCounted } from '../app/contact-about.js';
import type { KeptInCharter, KeptOfMember } from '../app/my-data/personal-data-store.js';
import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { MemberId } from '../domain/place.js';
import { parseAnswer, type Pseudonym } from '../domain/rating.js';
import { filled } from './filled.js';
import { wishesOf } from './place-row.js';
import type { Tables } from './schema.js';

type Query = Kysely<Tables>;

/** Everything that bears a member's own id. */
export async function readKeptOfMember(query: Query, member: MemberId): Promise<KeptOfMember> {
  const roles = await query
    .selectFrom('facilitators')
    .select(['role', 'name'])
    .where('member', '=', member)
    .execute();
  const name = roles.find((row) => row.name !== null)?.name;
  return {
    member,
    roles: roles.map(({ role }) => role),
    ...(name == null ? {} : { name }),
    chats: await readChats(query, member),
    deliveries: await readDeliveries(query, member),
    contacts: await readContacts(query, member),
    ...(await readWork(query, member)),
  };
}

async function readChats(query: Query, member: MemberId): Promise<KeptOfMember['chats']> {
  const rows = await query
    .selectFrom('places')
    .select([
      'id',
      'service_url',
      'noted_at',
      'locale',
      'time_zone',
      'paused_until',
      'quiet_from',
      'quiet_until',
    ])
    .where('member', '=', member)
    .orderBy('id')
    .execute();
  const subscriptions = await query
    .selectFrom('subscriptions')
    .innerJoin('places', 'places.id', 'subscriptions.place')
    .select(['place', 'charter'])
    .where('member', '=', member)
    .where('state', '=', 'active')
    .orderBy('charter')
    .execute();
  return rows.map(
    ({ id, service_url: serviceUrl, noted_at: notedAt, locale, time_zone: timeZone, ...row }) => {
      const { pausedUntil = null, quietHours } = wishesOf(row);
      const quiet = typeof quietHours === 'object' ? `${quietHours.from}–${quietHours.until}` : quietHours;
      return {
        ...{ place: id, serviceUrl, notedAt, locale },
        subscriptions: subscriptions.filter(({ place }) => place === id).map(({ charter }) => charter),
        ...filled({ timeZone, pausedUntil, quietHours: quiet ?? null }),
      };
    },
  );
}

function readDeliveries(query: Query, member: MemberId): Promise<KeptOfMember['deliveries']> {
  return query
    .selectFrom('places')
    .innerJoin('deliveries', 'deliveries.place', 'places.id')
    .innerJoin('announcements', 'announcements.id', 'deliveries.announcement')
    .select(['announcements.charter', 'announcements.kind', 'announcements.at', 'deliveries.state'])
    .where('places.member', '=', member)
    .orderBy('announcements.at')
    .orderBy('announcements.id')
    .execute();
}

async function readContacts(query: Query, member: MemberId): Promise<KeptOfMember['contacts']> {
  const rows = await query
    .selectFrom('contacts')
    .leftJoin('drafts', 'drafts.id', 'contacts.about')
    .select(['contacts.about', 'contacts.count', 'drafts.charter', 'drafts.number as draft'])
    .where('member', '=', member)
    .orderBy('about')
    .execute();
  return rows.map(({ about, charter, count, draft }) => ({
    charter: charter ?? charterCounted(about),
    ...filled({ draft }),
    count,
  }));
}

async function readWork(
  query: Query,
  member: MemberId,
): Promise<Pick<KeptOfMember, 'workingCopies' | 'approvals' | 'corrections' | 'appointments'>> {
  const versions = await query
    .selectFrom('working_copy_versions')
    .select(['charter', 'saved_at as savedAt', 'saved_by_name as name', 'source'])
    .where('saved_by', '=', member)
    .orderBy('charter')
    .orderBy('saved_at')
    .orderBy('revision')
    .execute();
  const approvals = await query
    .selectFrom('approvals')
    .select(['charter', 'action', 'asked_at as askedAt', 'asked_by_name as name'])
    .where('asked_by', '=', member)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  const corrections = await query
    .selectFrom('corrections')
    .select(['charter', 'proposed_at as proposedAt'])
    .where('editor', '=', member)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  const appointments = await query
    .selectFrom('appointments')
    .select(['charter', 'kind', 'at'])
    .where('editor', '=', member)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    ...{ workingCopies: versions.map(filled), approvals: approvals.map(filled) },
    ...{ corrections, appointments },
  };
}

/** Everything that bears a member's pseudonym in one charter. */
export async function readKeptInCharter(
  query: Query,
  { charter, pseudonym }: { charter: CharterName; pseudonym: Pseudonym },
): Promise<KeptInCharter> {
  const group = await query
    .selectFrom('member_groups')
    .select('group_name')
    .where('charter', '=', charter)
    .where('pseudonym', '=', pseudonym)
    .executeTakeFirst();
  const declined = await query
    .selectFrom('declines')
    .innerJoin('drafts', 'drafts.id', 'declines.draft')
    .select('drafts.number')
    .where('drafts.charter', '=', charter)
    .where('pseudonym', '=', pseudonym)
    .orderBy('drafts.number')
    .execute();
  return {
    charter,
    ...(group === undefined ? {} : { group: group.group_name }),
    answers: await readAnswers(query, charter, pseudonym),
    declined: declined.map(({ number }) => number),
    consents: await readConsents(query, charter, pseudonym),
    disputes: await readDisputes(query, charter, pseudonym),
    comments: await readComments(query, charter, pseudonym),
    votes: await readVotes(query, charter, pseudonym),
  };
}

async function readAnswers(
  query: Query,
  charter: CharterName,
  pseudonym: Pseudonym,
): Promise<KeptInCharter['answers']> {
  const rows = await query
    .selectFrom('drafts')
    .innerJoin('ratings', 'ratings.draft', 'drafts.id')
    .innerJoin('draft_values', (join) =>
      join
        .onRef('draft_values.draft', '=', 'ratings.draft')
        .onRef('draft_values.value', '=', 'ratings.value'),
    )
    .leftJoin('drafts as first', 'first.id', 'ratings.carried_from')
    .select(['drafts.number as draft', 'ratings.value', 'draft_values.title', 'answer', 'rated_at as at'])
    .select('first.number as carriedFrom')
    .where('drafts.charter', '=', charter)
    .where('ratings.pseudonym', '=', pseudonym)
    .orderBy('drafts.number')
    .orderBy('draft_values.position')
    .execute();
  return rows.map(({ answer, ...row }) => ({ ...filled(row), ...given({ answer: parseAnswer(answer) }) }));
}

async function readConsents(
  query: Query,
  charter: CharterName,
  pseudonym: Pseudonym,
): Promise<KeptInCharter['consents']> {
  const rows = await query
    .selectFrom('drafts')
    .innerJoin('consents', 'consents.draft', 'drafts.id')
    .select(['drafts.number as draft', 'answer', 'given_at as at'])
    .where('charter', '=', charter)
    .where('pseudonym', '=', pseudonym)
    .orderBy('number')
    .execute();
  return rows.map(filled);
}

function readDisputes(
  query: Query,
  charter: CharterName,
  pseudonym: Pseudonym,
): Promise<KeptInCharter['disputes']> {
  return query
    .selectFrom('drafts')
    .innerJoin('spelling_disputes as disputed', 'disputed.draft', 'drafts.id')
    .innerJoin('draft_values', (join) =>
      join
        .onRef('draft_values.draft', '=', 'disputed.draft')
        .onRef('draft_values.value', '=', 'disputed.value'),
    )
    .select(['drafts.number as draft', 'disputed.value', 'draft_values.title'])
    .where('drafts.charter', '=', charter)
    .where('pseudonym', '=', pseudonym)
    .orderBy('drafts.number')
    .orderBy('draft_values.position')
    .execute();
}

async function readComments(
  query: Query,
  charter: CharterName,
  pseudonym: Pseudonym,
): Promise<KeptInCharter['comments']> {
  const rows = await query
    .selectFrom('comments')
    .select(['sort', 'text', 'state', 'signed_by as signedBy', 'day'])
    .where('charter', '=', charter)
    .where('author', '=', pseudonym)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map(filled);
}

function readVotes(
  query: Query,
  charter: CharterName,
  pseudonym: Pseudonym,
): Promise<KeptInCharter['votes']> {
  return query
    .selectFrom('comment_votes')
    .innerJoin('comments', 'comments.id', 'comment_votes.comment')
    .select(['comment', 'vote'])
    .where('charter', '=', charter)
    .where('pseudonym', '=', pseudonym)
    .orderBy('comment')
    .execute();
}
