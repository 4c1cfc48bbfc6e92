import { randomUUID } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import type { AnnouncementId } from '../domain/announcement.js';
import type { PlaceId } from '../domain/place.js';
import { noLease } from './announce.js';
import type { Database } from './database.js';
import { clock } from './dialect.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

interface Erasing {
  readonly place: PlaceId;
  readonly at: string;
  /** Of what still waits to be sent there. */
  readonly reason: 'uninstalled' | 'unsubscribed';
}

/** The address, the subscriptions and the wishes go; what was delivered there stays counted. */
export async function erasePlace(tx: Tx, database: Database, erasing: Erasing): Promise<void> {
  await eraseDeliveries(tx, erasing);
  await tx.deleteFrom('subscriptions').where('place', '=', erasing.place).execute();
  await tx.deleteFrom('places').where('id', '=', erasing.place).execute();
  await tx
    .deleteFrom('conversations')
    .where((eb) =>
      eb.or([
        eb('place', '=', erasing.place),
        // An answer to somebody who is unknown by now leaves a trace of pace, which serves nothing once it is over.
        eb.and([
          eb('place', 'not in', eb.selectFrom('places').select('id')),
          sql<boolean>`in_hour < ${clock(database.dialect)}`,
          sql<boolean>`busy_until < ${clock(database.dialect)}`,
        ]),
      ]),
    )
    .execute();
}

/**
 * Each delivery gets a random id in place of the place, another one each, so that nothing tells which of them went to
 * one person. What waits is skipped; a copy that was posted cannot be edited any more.
 */
export async function eraseDeliveries(tx: Tx, { place, at, reason }: Erasing): Promise<void> {
  const rows = await tx.selectFrom('deliveries').select('announcement').where('place', '=', place).execute();
  const announcements = rows.map(({ announcement }) => announcement);
  if (announcements.length === 0) return;
  await hold(tx, announcements);
  for (const announcement of announcements) {
    await tx
      .updateTable('deliveries')
      .set({
        place: randomUUID() as string as PlaceId,
        state: sql`case when task = 'send' then 'skipped' else state end`,
        reason: sql`case when task = 'send' then ${reason} else reason end`,
        edit: sql`case when task = 'edit' then 'failed' else edit end`,
        edit_reason: sql`case when task = 'edit' then ${reason} else edit_reason end`,
        settled_at: sql`case when task = 'send' then ${at} else settled_at end`,
        task: null,
        message: null,
        ...noLease,
      })
      .where('announcement', '=', announcement)
      .where('place', '=', place)
      .execute();
  }
}

/** As `holdAnnouncements` in `announce.ts`: whoever settles deliveries of them waits. */
async function hold(tx: Tx, announcements: readonly AnnouncementId[]): Promise<void> {
  await tx
    .updateTable('announcements')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', 'in', announcements)
    .execute();
}
