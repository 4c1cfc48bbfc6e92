import { sql, type Kysely, type Transaction } from 'kysely';

import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import { everyCharter } from '../domain/place.js';
import { framingToJson } from './framing-json.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** `processOf`: what was announced of a charter without a draft, since an instant or ever. */
export type WhichAnnouncements =
  | { readonly draft: DraftId }
  | { readonly announcement: AnnouncementId }
  | { readonly charter: CharterName }
  | { readonly processOf: CharterName; readonly since?: string };

export const noLease = { worker: null, lease_until: null, begun: 0 } as const;

/** Why a copy can never be edited. */
export const beyondEditing = ['no-message-id', 'message-gone'] as const;

/** Milliseconds that an edit waits, so that what is sent at the same time comes first. */
const editsWait = 1000;

/**
 * Writes an announcement and one waiting delivery for each place that is to hear it. Answers how many; the second call
 * with the same id changes nothing and answers 0.
 */
export async function writeAnnouncement(
  tx: Tx,
  announcement: Announcement,
  extra: { readonly source?: string } = {},
): Promise<number> {
  const { id, charter, kind, draft, at, audience, framing } = announcement;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('announcements')
    .values({
      id,
      charter,
      kind,
      draft: draft ?? null,
      at,
      audience,
      framing: framing ? framingToJson(framing) : null,
      source: extra.source ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows ? writeDeliveries(tx, announcement) : 0;
}

/**
 * A member who has several personal chats hears of it in the one that was noted last. Written in the order of the key,
 * which takes two thirds of the time.
 */
async function writeDeliveries(tx: Tx, announcement: Announcement): Promise<number> {
  const { id, at, audience } = announcement;
  if (audience === 'contributors') return 0;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('deliveries')
    .columns(['announcement', 'place', 'tenant', 'state', 'task', 'attempts', 'due'])
    .expression((eb) =>
      eb
        .selectFrom(hearing(tx, announcement).as('hearing'))
        .where('nth', '=', 1)
        .orderBy('hearing.id')
        .select((eb) => [
          eb.val(id).as('announcement'),
          'hearing.id as place',
          'hearing.tenant',
          eb.val('waiting' as const).as('state'),
          eb.val('send' as const).as('task'),
          eb.lit(0).as('attempts'),
          eb.val(at).as('due'),
        ]),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows);
}

/**
 * What a place said of this charter counts before what it said of all. `nth`: 1 for the place where a member hears of it.
 */
export function hearing(tx: Kysely<Tables>, { charter, kind }: Pick<Announcement, 'charter' | 'kind'>) {
  return tx
    .selectFrom('places')
    .leftJoin('subscriptions as own', (join) =>
      join.onRef('own.place', '=', 'places.id').on('own.charter', '=', charter),
    )
    .leftJoin('subscriptions as every', (join) =>
      join.onRef('every.place', '=', 'places.id').on('every.charter', '=', everyCharter),
    )
    .where((eb) => eb(eb.fn.coalesce('own.state', 'every.state'), '=', 'active'))
    .where('places.unreachable', 'is', null)
    .$if(kind === 'reminder', (query) => query.where('places.scope', '=', 'personal'))
    .select([
      'places.id',
      'places.tenant',
      sql<number>`row_number() over (
        partition by places.tenant, coalesce(places.member, places.id) order by places.noted_at desc, places.id
      )`.as('nth'),
    ]);
}

/**
 * What is to be read on the copies has changed: those that were posted are to be edited. One that is being edited now
 * is found out of date when it is settled. What cannot be edited says why.
 */
export async function refreshCopies(tx: Tx, which: WhichAnnouncements, at: string): Promise<void> {
  const stale = await raiseRevisions(tx, which, 1);
  if (stale.length === 0) return;
  const copies = tx.updateTable('deliveries').where('announcement', 'in', stale);
  await copies
    .set({
      task: sql<'edit' | null>`case when message is not null then 'edit' end`,
      edit: sql<'waiting' | 'failed'>`case when message is null then 'failed' else 'waiting' end`,
      edit_reason: sql<string | null>`case when message is null then 'no-message-id' end`,
      due: new Date(Date.parse(at) + editsWait).toISOString(),
      attempts: 0,
      misses: 0,
    })
    .where('state', '=', 'sent')
    .where(sql<boolean>`edit_reason is distinct from 'message-gone'`)
    .execute();
  await copies
    .set((eb) => ({
      task: null,
      edit: 'failed',
      edit_reason: eb
        .selectFrom('places')
        .select('unreachable')
        .whereRef('places.id', '=', 'deliveries.place'),
      ...noLease,
    }))
    .where('task', '=', 'edit')
    .where('begun', '=', 0)
    .where('place', 'in', (eb) =>
      eb.selectFrom('places').select('places.id').where('unreachable', 'is not', null),
    )
    .execute();
}

/** What waits to be sent, claimed or not, is cancelled; what is on its way is let go. */
export async function cancelWaiting(tx: Tx, which: WhichAnnouncements, at: string): Promise<void> {
  const over = await holdAnnouncements(tx, which);
  if (over.length === 0) return;
  await tx
    .updateTable('deliveries')
    .set({ state: 'cancelled', task: null, settled_at: at, ...noLease })
    .where('announcement', 'in', over)
    .where('task', '=', 'send')
    .where('begun', '=', 0)
    .execute();
  await tx
    .updateTable('conversations')
    .set({ busy_until: 0, holder: null })
    .where('holder', 'in', over)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('deliveries')
          .select('deliveries.place')
          .whereRef('deliveries.announcement', '=', 'conversations.holder')
          .whereRef('deliveries.place', '=', 'conversations.place')
          .where('deliveries.worker', 'is', null),
      ),
    )
    .execute();
}

/**
 * Nobody else writes deliveries of these announcements before the transaction ends: `settle.ts` waits. So two that
 * change many rows never wait for each other, and no copy is settled that is not found out of date.
 */
export async function holdAnnouncements(
  tx: Tx,
  which: WhichAnnouncements,
): Promise<readonly AnnouncementId[]> {
  return raiseRevisions(tx, which, 0);
}

async function raiseRevisions(
  tx: Tx,
  which: WhichAnnouncements,
  by: 0 | 1,
): Promise<readonly AnnouncementId[]> {
  const rows = await tx
    .updateTable('announcements')
    .set((eb) => ({ revision: eb('revision', '+', eb.lit(by)) }))
    .where('id', 'in', chosen(tx, which))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

function chosen(tx: Tx, which: WhichAnnouncements) {
  const announcements = tx.selectFrom('announcements').select('id');
  if ('draft' in which) return announcements.where('draft', '=', which.draft);
  if ('announcement' in which) return announcements.where('id', '=', which.announcement);
  if ('charter' in which) return announcements.where('charter', '=', which.charter);
  const { processOf, since } = which;
  return announcements
    .where('charter', '=', processOf)
    .where('kind', '=', 'announced')
    .$if(since !== undefined, (query) => query.where('at', '>=', since ?? ''));
}
