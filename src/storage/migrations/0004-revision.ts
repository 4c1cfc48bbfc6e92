import { createHash } from 'node:crypto';

import { sql, type Kysely } from 'kysely';

import { textType, type Dialect } from '../dialect.js';
import type { Migration } from './migration.js';

export const revision: Migration = { name: '0004-revision', up };

async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  await db.schema.alterTable('drafts').addColumn('changes', text).execute();
  await db.schema.alterTable('ratings').addColumn('carried_from', text).execute();
  await db.schema
    .alterTable('charters')
    .addColumn('last_theme', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await createDisputes(db, text);
  await shareWorkingCopies(db, text);
  await createThemes(db, text);
  await createConsents(db, text);
  await createPeople(db, text);
  await chainRecords(db, text);
}

type Text = ReturnType<typeof textType>;

async function createDisputes(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('spelling_disputes')
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('pseudonym', text)
    .addPrimaryKeyConstraint('spelling_disputes_key', ['draft', 'value'])
    .execute();
}

/** What each facilitator had for themselves belongs to all of them now: the last one saved stands, the others are kept. */
async function shareWorkingCopies(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('working_copy_versions')
    .addColumn('charter', text, (column) => column.notNull())
    .addColumn('editor', text, (column) => column.notNull())
    .addColumn('revision', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('saved_at', text, (column) => column.notNull())
    .addColumn('saved_by', text)
    .addColumn('saved_by_name', text)
    .addColumn('stood', 'integer', (column) => column.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('working_copy_versions_key', ['charter', 'editor', 'revision'])
    .execute();
  await sql`insert into working_copy_versions (charter, editor, revision, source, saved_at, saved_by)
    select charter, case when editor like 'api:%' then editor else 'facilitators' end, revision, source, saved_at,
      case when editor like 'api:%' then null else editor end
    from working_copies`.execute(db);
  await sql`delete from working_copies where editor not like 'api:%' and exists (
    select 1 from working_copies as later where later.charter = working_copies.charter
      and later.editor not like 'api:%'
      and (later.saved_at > working_copies.saved_at
        or (later.saved_at = working_copies.saved_at and later.editor > working_copies.editor)))`.execute(db);
  await sql`update working_copies set editor = 'facilitators' where editor not like 'api:%'`.execute(db);
  await sql`update appointments set editor = 'facilitators' where editor not like 'api:%'`.execute(db);
}

async function createThemes(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('themes')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('draft', text)
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('status', text)
    .addColumn('reason', text)
    .addColumn('follow_up', text)
    .addColumn('answered_on', text)
    .addColumn('told_at', text)
    .addColumn('pressed', text, (column) => column.notNull().unique())
    .addUniqueConstraint('themes_number', ['charter', 'number'])
    .execute();
  await db.schema
    .createTable('theme_comments')
    .addColumn('comment', text, (column) => column.primaryKey())
    .addColumn('theme', text, (column) => column.notNull().references('themes.id'))
    .execute();
  await db.schema.createIndex('theme_comments_theme').on('theme_comments').column('theme').execute();
  await db.schema
    .createTable('outside_feedback')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('draft', text)
    .addColumn('theme', text)
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('label', text, (column) => column.notNull())
    .addColumn('people', 'integer')
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('pressed', text, (column) => column.notNull().unique())
    .execute();
  await db.schema
    .createTable('contributors_told')
    .addColumn('comment', text, (column) => column.primaryKey())
    .addColumn('announcement', text, (column) => column.notNull())
    .execute();
}

async function createConsents(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('consent_rounds')
    .addColumn('draft', text, (column) => column.primaryKey().references('drafts.id'))
    .addColumn('opened_at', text, (column) => column.notNull())
    .addColumn('closes_at', text, (column) => column.notNull())
    .addColumn('closed_at', text)
    .execute();
  await db.schema
    .createTable('consents')
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('pseudonym', text, (column) => column.notNull())
    .addColumn('answer', text)
    .addColumn('objection', text)
    .addColumn('pressed', text, (column) => column.notNull())
    .addColumn('pressed_before', text, (column) => column.notNull())
    .addColumn('given_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('consents_key', ['draft', 'pseudonym'])
    .execute();
  await db.schema
    .createTable('outcomes')
    .addColumn('charter', text, (column) => column.primaryKey().references('charters.name'))
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .execute();
}

async function createPeople(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema.alterTable('facilitators').addColumn('removed_at', text).execute();
  await db.schema
    .createTable('invitations')
    .addColumn('code', text, (column) => column.primaryKey())
    .addColumn('until', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('approvals')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('intent', text, (column) => column.notNull())
    .addColumn('asked_by', text, (column) => column.notNull())
    .addColumn('asked_by_name', text)
    .addColumn('asked_at', text, (column) => column.notNull())
    .addUniqueConstraint('approvals_action', ['charter', 'action'])
    .execute();
  await db.schema
    .createTable('deleted_charters')
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('deleted_at', text, (column) => column.notNull())
    .addColumn('head', text, (column) => column.notNull())
    .addColumn('wiped', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('deleted_charters_key', ['name', 'deleted_at'])
    .execute();
}

/** What was recorded so far becomes a chain, as `app/ledger/chain.ts` makes it today. */
async function chainRecords(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .alterTable('process_records')
    .addColumn('hash', text, (column) => column.notNull().defaultTo(''))
    .execute();
  const { rows } = await sql<{ charter: string; number: number; at: string; entry: string }>`
    select charter, number, at, entry from process_records order by charter, number`.execute(db);
  const heads = new Map<string, string>();
  for (const { charter, number, at, entry } of rows) {
    const previous = heads.get(charter) ?? '0'.repeat(64);
    const linked = { charter, number, at, entry: JSON.parse(entry) as unknown, previous };
    const hash = createHash('sha256').update(canonical(linked)).digest('hex');
    heads.set(charter, hash);
    await sql`update process_records set hash = ${hash} where charter = ${charter} and number = ${number}`.execute(
      db,
    );
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
