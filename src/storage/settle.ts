import { sql, type Transaction } from 'kysely';

import type { DeliveryStore, SettledDelivery } from '../app/ports.js';
import { createBatcher } from './batcher.js';
import { freeConversations } from './conversations.js';
import type { Database } from './database.js';
import { holding, isDeadlock } from './dialect.js';
import { givenRows } from './given-rows.js';
import type { Tables } from './schema.js';
import { settledColumnNames, settledColumns, type SettledColumns, type Standing } from './settled-columns.js';

type Tx = Transaction<Tables>;
type Beginning = Parameters<DeliveryStore['begin']>[0];
type Write = Beginning | SettledDelivery;

const heldColumnNames = ['announcement', 'place', 'worker'] as const;
type Held = Pick<SettledDelivery, (typeof heldColumnNames)[number]>;

interface Change {
  readonly settled: SettledDelivery;
  readonly columns: SettledColumns;
}

/** Beginnings and settlements share their transactions: those that arrive together are written together. */
export function createDeliveryWrites(database: Database): Pick<DeliveryStore, 'begin' | 'settle'> {
  const { query, dialect } = database;
  const write = createBatcher((writes: readonly Write[]) =>
    repeatingDeadlocks(() =>
      query.transaction().execute(async (tx) => {
        await shareAnnouncements(tx, writes);
        const begun = await begin(tx, writes.filter(isBeginning));
        const settled = await settle(tx, writes.filter(isSettlement));
        const written = new Set<Write>([...begun, ...settled]);
        return writes.map((each) => written.has(each));
      }),
    ),
  );
  return { begin: write, settle: write };

  /** See `holdAnnouncements`. */
  async function shareAnnouncements(tx: Tx, writes: readonly Write[]): Promise<void> {
    if (dialect === 'sqlite') return;
    const announcements = tx
      .selectFrom('announcements')
      .select('id')
      .where('id', 'in', [...new Set(writes.map(({ announcement }) => announcement))])
      .orderBy('id');
    await holding(dialect, announcements, 'announcements').execute();
  }

  async function settle(
    tx: Tx,
    settlements: readonly SettledDelivery[],
  ): Promise<readonly SettledDelivery[]> {
    if (settlements.length === 0) return [];
    const standing = await standingOf(tx, settlements);
    const changes = once(settlements).flatMap((settled) => {
      const before = standing.get(keyOf(settled));
      return before ? [{ settled, columns: settledColumns(before, settled.outcome, settled.at) }] : [];
    });
    if (changes.length === 0) return [];
    const written = await writeColumns(tx, changes);
    await freeConversations(
      tx,
      database,
      written.map(({ announcement: holder, place }) => ({ holder, place })),
    );
    return written;
  }
}

function isSettlement(write: Write): write is SettledDelivery {
  return 'outcome' in write;
}

function isBeginning(write: Write): write is Beginning {
  return !isSettlement(write);
}

/** One that was begun already, or whose lease is over, is not begun. */
async function begin(tx: Tx, beginnings: readonly Beginning[]): Promise<readonly Beginning[]> {
  if (beginnings.length === 0) return [];
  const rows = await tx
    .with('begun(announcement, place, worker, now)', () =>
      givenRows<Beginning>(
        beginnings.map(({ announcement, place, worker, now }) => ({ announcement, place, worker, now })),
      ),
    )
    .updateTable('deliveries')
    .from('begun')
    .set({ begun: 1 })
    .whereRef('deliveries.announcement', '=', 'begun.announcement')
    .whereRef('deliveries.place', '=', 'begun.place')
    .whereRef('deliveries.worker', '=', 'begun.worker')
    .whereRef('deliveries.lease_until', '>', 'begun.now')
    .where('deliveries.begun', '=', 0)
    .returning((eb) => [
      'deliveries.announcement',
      'deliveries.place',
      eb.ref('deliveries.worker').$notNull().as('worker'),
    ])
    .execute();
  return thoseOf(once(beginnings), rows);
}

/** How those stand whose worker still has them. */
async function standingOf(
  tx: Tx,
  settlements: readonly SettledDelivery[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx
    .with('held(announcement, place, worker)', () => givenRows<Held>(settlements.map(heldOf)))
    .selectFrom('held')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.announcement', '=', 'held.announcement')
        .onRef('deliveries.place', '=', 'held.place')
        .onRef('deliveries.worker', '=', 'held.worker'),
    )
    .innerJoin('announcements', 'announcements.id', 'held.announcement')
    .innerJoin('places', 'places.id', 'held.place')
    .selectAll('held')
    .select(settledColumnNames.map((name) => `deliveries.${name}` as const))
    .select(['announcements.revision', 'places.unreachable'])
    .execute();
  return new Map(
    rows.map(({ announcement, place, worker, ...standing }) => [
      keyOf({ announcement, place, worker }),
      standing,
    ]),
  );
}

async function writeColumns(tx: Tx, changes: readonly Change[]): Promise<readonly SettledDelivery[]> {
  const names = sql.join([...heldColumnNames, ...settledColumnNames].map((name) => sql.ref(name)));
  const rows = changes.map(({ settled, columns }) => ({
    ...heldOf(settled),
    ...Object.fromEntries(settledColumnNames.map((name) => [name, columns[name]])),
  }));
  const values = settledColumnNames.map((name) => sql`${sql.ref(name)} = done.${sql.ref(name)}`);
  const written = await sql<Pick<Held, 'announcement' | 'place'>>`
    with done(${names}) as ${givenRows(rows)}
    update deliveries set ${sql.join(values)}, worker = null, lease_until = null, begun = 0 from done
    where deliveries.announcement = done.announcement and deliveries.place = done.place
      and deliveries.worker = done.worker
    returning deliveries.announcement, deliveries.place`.execute(tx);
  const keys = new Set(written.rows.map((row) => keyOf({ ...row, worker: '' })));
  return changes.flatMap(({ settled }) => (keys.has(keyOf({ ...settled, worker: '' })) ? [settled] : []));
}

function heldOf({ announcement, place, worker }: Held): Held {
  return { announcement, place, worker };
}

function keyOf({ announcement, place, worker }: Held): string {
  return JSON.stringify([announcement, place, worker]);
}

/** Of two that say the same only the first counts. */
function once<T extends Held>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((each) => [keyOf(each), each])).values()].toReversed();
}

function thoseOf<T extends Held>(all: readonly T[], found: readonly Held[]): readonly T[] {
  const keys = new Set(found.map(keyOf));
  return all.filter((each) => keys.has(keyOf(each)));
}

const mostDeadlocks = 5;

export async function repeatingDeadlocks<T>(work: () => Promise<T>, left = mostDeadlocks): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (left === 0 || !isDeadlock(error)) throw error;
    return repeatingDeadlocks(work, left - 1);
  }
}
