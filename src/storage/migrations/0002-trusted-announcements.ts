import { sql, type Kysely } from 'kysely';

import { leaveRoom, textType, type Dialect } from '../dialect.js';
import type { Migration } from './migration.js';

export const trustedAnnouncements: Migration = { name: '0002-trusted-announcements', up };

async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);

  await db.schema
    .alterTable('charters')
    .addColumn('time_zone', text, (column) => column.notNull().defaultTo('UTC'))
    .execute();

  await db.schema
    .alterTable('drafts')
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('drafts').addColumn('closes_at', text).execute();

  await db.schema
    .createTable('corrections')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('draft', text, (column) => column.references('drafts.id'))
    .addColumn('announcement', text, (column) => column.references('announcements.id'))
    .addColumn('editor', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('source_before', text, (column) => column.notNull())
    .addColumn('changes', text, (column) => column.notNull())
    .addColumn('revision_before', 'integer', (column) => column.notNull())
    .addColumn('proposed_at', text, (column) => column.notNull())
    .addColumn('applied_at', text)
    .execute();
  await db.schema.createIndex('corrections_draft').on('corrections').column('draft').execute();

  await db.schema
    .createTable('tallies_before')
    .addColumn('draft', text, (column) => column.notNull().references('drafts.id'))
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('tally', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_before_key', ['draft', 'value'])
    .execute();

  for (const column of ['time_zone', 'quiet_from', 'quiet_until', 'paused_until', 'unreachable'])
    await db.schema.alterTable('places').addColumn(column, text).execute();
  await db.schema
    .createIndex('places_unreachable')
    .on('places')
    .column('id')
    .where(sql.ref('unreachable'), 'is not', null)
    .execute();

  await db.schema
    .createTable('tenants')
    .addColumn('tenant', text, (column) => column.primaryKey())
    .addColumn('next_turn', 'double precision', (column) => column.notNull().defaultTo(0))
    .addColumn('paused_until', 'double precision', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`insert into tenants (tenant) select distinct tenant from places`.execute(db);

  await db.schema
    .createTable('conversations')
    .addColumn('place', text, (column) => column.primaryKey())
    .addColumn('busy_until', 'double precision', (column) => column.notNull())
    .addColumn('holder', text)
    .addColumn('in_seconds', 'double precision', (column) => column.notNull())
    .addColumn('in_half_minute', 'double precision', (column) => column.notNull())
    .addColumn('in_hour', 'double precision', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('contacts')
    .addColumn('tenant', text, (column) => column.notNull())
    .addColumn('member', text, (column) => column.notNull())
    .addColumn('about', text, (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('announcements', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('contacts_key', ['tenant', 'member', 'about'])
    .execute();

  await db.schema
    .createTable('appointments')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('charter', text, (column) => column.notNull())
    .addColumn('draft', text)
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('time_zone', text, (column) => column.notNull())
    .addColumn('editor', text, (column) => column.notNull())
    .addColumn('source', text)
    .addColumn('audience', text)
    .addUniqueConstraint('appointments_one', ['charter', 'kind'])
    .execute();

  for (const [column, type] of [
    ['audience', text],
    ['framing', text],
    ['source', text],
  ] as const)
    await db.schema.alterTable('announcements').addColumn(column, type).execute();
  await db.schema
    .alterTable('announcements')
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update announcements set audience = 'all'`.execute(db);
  await sql`update announcements set framing = (select framing from charters where name = announcements.charter)
    where draft is null`.execute(db);
  await db.schema.createIndex('announcements_draft').on('announcements').column('draft').execute();

  await upgradeDeliveries(db, dialect);
}

/**
 * `task`: what is still to be done for a delivery; nothing where it is null. The key begins with the place, so that one
 * index serves what is asked of a place and tells deliveries apart; the other two hold the same words for thousands of
 * rows, which PostgreSQL writes once.
 */
async function upgradeDeliveries(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  await db.schema.alterTable('deliveries').renameTo('deliveries_before').execute();
  await db.schema
    .createTable('deliveries')
    .addColumn('announcement', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('tenant', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('task', text)
    .addColumn('edit', text)
    .addColumn('edit_reason', text)
    .addColumn('due', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('misses', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('doubts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('held', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('worker', text)
    .addColumn('lease_until', text)
    .addColumn('begun', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('message', text)
    .addColumn('settled_at', text)
    .addPrimaryKeyConstraint('deliveries_of_place', ['place', 'announcement'])
    .execute();
  await sql`
    insert into deliveries (announcement, place, tenant, state, reason, task, due, attempts, misses, worker,
      lease_until, begun, message, settled_at)
    select announcement, place, tenant, state, reason, case when settled_at is null then 'send' end, due, attempts,
      attempts, worker, lease_until, case when worker is null then 0 else 1 end, message, settled_at
    from deliveries_before`.execute(db);
  await db.schema.dropTable('deliveries_before').execute();
  await db.schema
    .createIndex('deliveries_due')
    .on('deliveries')
    .columns(['tenant', 'due'])
    .where(sql.ref('task'), 'is not', null)
    .execute();
  await db.schema.createIndex('deliveries_announcement').on('deliveries').column('announcement').execute();
  await leaveRoom(db, dialect, 'deliveries');
  await leaveRoom(db, dialect, 'conversations');
}
