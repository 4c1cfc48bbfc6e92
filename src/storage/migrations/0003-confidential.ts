import { createHash } from 'node:crypto';

import { sql, type Kysely } from 'kysely';

import { textType, type Dialect } from '../dialect.js';
import type { Migration } from './migration.js';

export const confidential: Migration = { name: '0003-confidential', up };

const usualRules = JSON.stringify({
  least: 5,
  results: 'at-closing',
  review: 'before',
  page: 'community',
  identityDays: 30,
  groups: [],
});

async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);

  await db.schema
    .alterTable('charters')
    .addColumn('rules', text, (column) => column.notNull().defaultTo(usualRules))
    .execute();
  await db.schema.alterTable('charters').addColumn('sealed_at', text).execute();
  await db.schema.alterTable('charters').addColumn('identities_erased_at', text).execute();
  await db.schema
    .alterTable('drafts')
    .addColumn('round', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('facilitators')
    .addColumn('role', text, (column) => column.notNull().defaultTo('facilitator'))
    .execute();
  await db.schema.alterTable('facilitators').addColumn('name', text).execute();

  await db.schema
    .createTable('releases')
    .addColumn('draft', text, (column) => column.notNull().references('drafts.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('told', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('releases_key', ['draft', 'sequence'])
    .execute();
  await db.schema.createIndex('releases_charter').on('releases').columns(['charter', 'at']).execute();

  await db.schema
    .createTable('member_groups')
    .addColumn('charter', text, (column) => column.notNull())
    .addColumn('pseudonym', text, (column) => column.notNull())
    .addColumn('group_name', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('member_groups_key', ['charter', 'pseudonym'])
    .execute();
  await db.schema
    .createTable('declines')
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('pseudonym', text, (column) => column.notNull())
    .addColumn('declined_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('declines_key', ['draft', 'pseudonym'])
    .execute();

  await keepRatingsByMember(db, dialect);
  await createSealedAnswers(db, dialect);
  await createComments(db, dialect);

  await db.schema
    .createTable('process_records')
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('entry', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('process_records_key', ['charter', 'number'])
    .execute();
  await db.schema
    .createTable('downloads')
    .addColumn('token', text, (column) => column.primaryKey())
    .addColumn('member', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('installation_keys')
    .addColumn('purpose', text, (column) => column.primaryKey())
    .addColumn('key', text, (column) => column.notNull())
    .execute();

  await keepWhatWasTold(db);
  await db.schema.dropTable('tallies_before').execute();
}

/**
 * SQLite keeps a table that has row ids in the order in which rows came; counting all answers to a draft, by way of an
 * index, takes it four times as long. PostgreSQL has no such table.
 */
async function keepRatingsByMember(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') return;
  await sql`alter table ratings rename to ratings_before`.execute(db);
  await sql`create table ratings (
    draft text not null, pseudonym text not null, value text not null, answer text, pressed text not null,
    pressed_before text not null, rated_at text not null, primary key (draft, pseudonym, value),
    foreign key (draft, value) references draft_values (draft, value)
  ) without rowid`.execute(db);
  await sql`insert into ratings (draft, pseudonym, value, answer, pressed, pressed_before, rated_at)
    select draft, pseudonym, value, answer, pressed, pressed_before, rated_at from ratings_before
    order by draft, pseudonym, value`.execute(db);
  await sql`drop table ratings_before`.execute(db);
}

/** SQLite keeps rows in the order of this key only without row ids of its own; those would tell who came first. */
async function createSealedAnswers(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  await sql`create table sealed_answers (
    draft ${text} not null, value ${text} not null, respondent ${text} not null, answer ${text} not null,
    group_name ${text}, primary key (respondent, draft, value)
  ) ${dialect === 'sqlite' ? sql`without rowid` : sql``}`.execute(db);
  await db.schema.createIndex('sealed_answers_draft').on('sealed_answers').column('draft').execute();
}

async function createComments(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect);
  await db.schema
    .createTable('comments')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('charter', text, (column) => column.notNull().references('charters.name'))
    .addColumn('draft', text)
    .addColumn('value', text)
    .addColumn('sort', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('signed_by', text)
    .addColumn('author', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('merged_into', text)
    .addColumn('people', 'integer')
    .addColumn('names_person', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('receipt', text, (column) => column.notNull().unique())
    .addColumn('pressed', text, (column) => column.unique())
    .addColumn('appeal', text)
    .addColumn('appeal_state', text)
    .addColumn('agree', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('disagree', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('pass', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('comments_charter').on('comments').columns(['charter', 'state']).execute();
  await db.schema.createIndex('comments_merged').on('comments').column('merged_into').execute();
  await db.schema
    .createTable('comment_votes')
    .addColumn('comment', text, (column) => column.notNull())
    .addColumn('pseudonym', text, (column) => column.notNull())
    .addColumn('vote', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('comment_votes_key', ['comment', 'pseudonym'])
    .execute();
  await db.schema
    .createTable('comments_apart')
    .addColumn('comment', text, (column) => column.notNull())
    .addColumn('other', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('comments_apart_key', ['comment', 'other'])
    .execute();
  await db.schema
    .createTable('wrong_guesses')
    .addColumn('asker', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('wrong_guesses_asker').on('wrong_guesses').columns(['asker', 'at']).execute();
}

interface EarlierTally {
  readonly draft: string;
  readonly value: string;
  readonly tally: string;
  readonly at: string;
}

/** What was shown before a draft was opened again becomes the releases it was: one for each time, with what was new. */
async function keepWhatWasTold(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<EarlierTally & { charter: string; number: number; title: string; text: string }>`
    select tallies_before.*, drafts.charter, drafts.number, draft_values.title, draft_values.text
    from tallies_before
    join drafts on drafts.id = tallies_before.draft
    join draft_values on draft_values.draft = tallies_before.draft and draft_values.value = tallies_before.value
    order by tallies_before.draft, draft_values.position`.execute(db);
  const sequences = new Map<string, number>();
  for (const { draft, charter, number, value, title, text, tally, at } of rows) {
    for (const shown of JSON.parse(tally) as readonly (readonly {
      answer: string | number;
      count: number;
    }[])[]) {
      const sequence = (sequences.get(draft) ?? 0) + 1;
      sequences.set(draft, sequence);
      const told = JSON.stringify(releaseOf({ number, value, title, text, shown }));
      await sql`insert into releases (draft, sequence, charter, round, kind, at, told)
        values (${draft}, ${sequence}, ${charter}, -1, 'closing', ${at}, ${told})`.execute(db);
    }
  }
}

function releaseOf(value: {
  number: number;
  value: string;
  title: string;
  text: string;
  shown: readonly { answer: string | number; count: number }[];
}): object {
  const all: Record<string, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, unclear: 0, 'no-opinion': 0 };
  for (const { answer, count } of value.shown) all[String(answer)] = count;
  const none = { kind: 'fewer-than', count: 5 };
  return {
    number: value.number,
    least: 5,
    values: [
      {
        value: value.value,
        title: value.title,
        wording: createHash('sha256')
          .update(`${value.title}\n${value.text}`)
          .digest('base64url')
          .slice(0, 22),
        figures: { all },
      },
    ],
    participation: {
      reached: 0,
      places: 0,
      started: none,
      finished: none,
      declined: none,
      asked: { people: none, by: 'reached-or-answered' },
    },
  };
}
