import { sql, type Kysely } from 'kysely';

import { textType, type Dialect } from '../dialect.js';
import type { Migration } from './migration.js';

export const first: Migration = { name: '0001-first', up };

async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);

  await db.schema
    .createTable('charters')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('framing', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('charter_keys')
    .addColumn('charter', text, (column) => column.primaryKey().references('charters.name'))
    .addColumn('pseudonym_key', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('drafts')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('state_at', text, (column) => column.notNull())
    .addColumn('framing', text, (column) => column.notNull())
    .addColumn('lead_in', text)
    .addColumn('reason', text)
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('published_at', text, (column) => column.notNull())
    .addUniqueConstraint('drafts_number', ['charter', 'number'])
    .execute();

  await db.schema
    .createTable('charter_values')
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('first_draft', text, (column) => column.notNull().references('drafts.id'))
    .addPrimaryKeyConstraint('charter_values_key', ['charter', 'id'])
    .execute();

  await db.schema
    .createTable('draft_values')
    .addColumn('draft', text, (column) => column.notNull().references('drafts.id'))
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_values_key', ['draft', 'value'])
    .execute();

  await db.schema
    .createTable('working_copies')
    .addColumn('charter', text, (column) => column.notNull())
    .addColumn('editor', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('revision', text, (column) => column.notNull())
    .addColumn('saved_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('working_copies_key', ['charter', 'editor'])
    .execute();

  await db.schema
    .createTable('ratings')
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('pseudonym', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('answer', text)
    .addColumn('pressed', text, (column) => column.notNull())
    .addColumn('pressed_before', text, (column) => column.notNull())
    .addColumn('rated_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('ratings_key', ['draft', 'pseudonym', 'value'])
    .addForeignKeyConstraint('ratings_value', ['draft', 'value'], 'draft_values', ['draft', 'value'])
    .execute();

  await db.schema
    .createTable('places')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('tenant', text, (column) => column.notNull())
    .addColumn('conversation', text, (column) => column.notNull())
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('service_url', text, (column) => column.notNull())
    .addColumn('team', text)
    .addColumn('member', text)
    .addColumn('name', text)
    .addColumn('locale', text, (column) => column.notNull())
    .addColumn('noted_at', text, (column) => column.notNull())
    .addColumn('welcomed_at', text)
    .execute();
  await db.schema.createIndex('places_team').on('places').columns(['tenant', 'team']).execute();

  await db.schema
    .createTable('subscriptions')
    .addColumn('place', text, (column) => column.notNull().references('places.id'))
    .addColumn('charter', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('state_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_key', ['place', 'charter'])
    .execute();

  await db.schema
    .createTable('announcements')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('draft', text, (column) => column.references('drafts.id'))
    .addColumn('at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('announcements_at').on('announcements').columns(['charter', 'at']).execute();

  // No references: one statement writes the rows of an announcement from the places that are there, 100,000 of them
  // perhaps, and PostgreSQL takes as long again to check each one by itself.
  await db.schema
    .createTable('deliveries')
    .addColumn('announcement', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('tenant', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due', text, (column) => column.notNull())
    .addColumn('worker', text)
    .addColumn('lease_until', text)
    .addColumn('message', text)
    .addColumn('settled_at', text)
    .addPrimaryKeyConstraint('deliveries_key', ['announcement', 'place'])
    .execute();
  await db.schema
    .createIndex('deliveries_due')
    .on('deliveries')
    .column('due')
    .where(sql.ref('settled_at'), 'is', null)
    .execute();
  await db.schema
    .createIndex('deliveries_place')
    .on('deliveries')
    .column('place')
    .where(sql.ref('settled_at'), 'is', null)
    .execute();

  await db.schema
    .createTable('requests')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('announcement', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('facilitators')
    .addColumn('member', text, (column) => column.primaryKey())
    .addColumn('added_at', text, (column) => column.notNull())
    .execute();
}
