import { sql, type Transaction } from 'kysely';

import type { ClaimedDelivery, DeliveryStore } from '../app/ports.js';
import type { AnnouncementId } from '../domain/announcement.js';
import type { PlaceId } from '../domain/place.js';
import { announcementColumns, announcementOf } from './announcement-row.js';
import { isFree, takeConversations } from './conversations.js';
import type { Database } from './database.js';
import { readInOrder, taking } from './dialect.js';
import { givenRows } from './given-rows.js';
import { placeColumns, placeOf, wishColumns, wishesOf } from './place-row.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Claim = Parameters<DeliveryStore['claim']>[0];

interface Due {
  readonly announcement: AnnouncementId;
  readonly place: PlaceId;
}

/** In one transaction with the conversations it takes, so that neither is held without the other. */
export async function claim(database: Database, claim: Claim): Promise<readonly ClaimedDelivery[]> {
  const { query, dialect } = database;
  const leased = await query.transaction().execute(async (tx) => {
    await readInOrder(dialect, tx);
    const due = firstOfEachPlace(await chooseDue(tx, database, claim));
    const taken = await takeConversations(tx, database, {
      takers: due.map(({ announcement: holder, place }) => ({ holder, place })),
      milliseconds: Date.parse(claim.leaseUntil) - Date.parse(claim.now),
    });
    return lease(
      tx,
      due.filter(({ place }) => taken.has(place)),
      claim,
    );
  });
  return withDetails(query, leased);
}

/** Whether its conversation is free is asked of each row in turn: of a join, the database might make all of it. */
function chooseDue(tx: Tx, database: Database, { tenant, now, limit }: Claim): Promise<Due[]> {
  const due = tx
    .selectFrom('deliveries')
    .select(['announcement', 'place'])
    .where('tenant', '=', tenant)
    .where('task', 'is not', null)
    .where('due', '<=', now)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .where((eb) => {
      const free = eb
        .selectFrom('conversations')
        .select(isFree(database).as('free'))
        .whereRef('conversations.place', '=', 'deliveries.place');
      return eb.fn.coalesce(free, sql<boolean>`true`);
    })
    .orderBy('due')
    .limit(limit);
  return taking(database.dialect, due).execute();
}

function firstOfEachPlace(due: readonly Due[]): readonly Due[] {
  const seen = new Set<PlaceId>();
  return due.filter(({ place }) => !seen.has(place) && seen.add(place));
}

/** What was begun under a lease that ran out was tried, came to nothing, and may have arrived. */
async function lease(tx: Tx, due: readonly Due[], { worker, leaseUntil }: Claim) {
  if (due.length === 0) return [];
  const leased = await tx
    .with('due(announcement, place)', () =>
      givenRows<Due>(due.map(({ announcement, place }) => ({ announcement, place }))),
    )
    .updateTable('deliveries')
    .from('due')
    .set((eb) => ({
      state: sql`case when task = 'send' then 'sending' else state end`,
      worker,
      lease_until: leaseUntil,
      attempts: eb('attempts', '+', eb.ref('begun')),
      misses: eb('misses', '+', eb.ref('begun')),
      doubts: sql`case when task = 'send' then doubts + begun else doubts end`,
      begun: 0,
    }))
    .whereRef('deliveries.announcement', '=', 'due.announcement')
    .whereRef('deliveries.place', '=', 'due.place')
    .returning([
      'deliveries.announcement',
      'deliveries.place',
      'deliveries.task',
      'deliveries.message',
      'deliveries.held',
      'deliveries.attempts',
      'deliveries.misses',
      'deliveries.doubts',
    ])
    .execute();
  const order = new Map(due.map(({ announcement, place }, index) => [`${announcement} ${place}`, index]));
  const nth = ({ announcement, place }: Due) => order.get(`${announcement} ${place}`) ?? 0;
  return leased.toSorted((one, other) => nth(one) - nth(other));
}

type Leased = Awaited<ReturnType<typeof lease>>[number];

/** An announcement may be long, and is read once for all its places. */
async function withDetails(
  query: Database['query'],
  leased: readonly Leased[],
): Promise<readonly ClaimedDelivery[]> {
  if (leased.length === 0) return [];
  const announcements = await query
    .selectFrom('announcements')
    .select([...announcementColumns, 'revision'])
    .where('id', 'in', [...new Set(leased.map(({ announcement }) => announcement))])
    .execute();
  const places = await query
    .selectFrom('places')
    .select([...placeColumns, ...wishColumns])
    .where(
      'id',
      'in',
      leased.map(({ place }) => place),
    )
    .execute();
  const told = new Map(
    announcements.map((row) => [row.id, { announcement: announcementOf(row), revision: row.revision }]),
  );
  const reached = new Map(places.map((row) => [row.id, { place: placeOf(row), wishes: wishesOf(row) }]));
  return leased.flatMap((delivery) => {
    const about = told.get(delivery.announcement);
    const where = reached.get(delivery.place);
    return about && where ? [{ ...about, ...where, ...triesOf(delivery), task: taskOf(delivery) }] : [];
  });
}

function triesOf({ task, attempts, misses, doubts }: Leased) {
  return { attempts, misses, doubtful: task === 'send' && doubts > 0 };
}

function taskOf({ task, held, message }: Leased): ClaimedDelivery['task'] {
  return task === 'edit' ? { kind: 'edit', message: message ?? '' } : { kind: 'send', held: held === 1 };
}
