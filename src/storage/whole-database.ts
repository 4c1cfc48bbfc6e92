import { sql, type Kysely, type Transaction } from 'kysely';

import type { Database } from './database.js';
import { migrations } from './migrate.js';
import type { Tables } from './schema.js';

type Query = Kysely<Tables>;
type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;
type Stored = Exclude<keyof Tables, 'migrations'>;

/** Every table with its key, those that others refer to first. */
const keys: Readonly<Record<Stored, readonly string[]>> = {
  charters: ['name'],
  charter_keys: ['charter'],
  drafts: ['id'],
  charter_values: ['charter', 'id'],
  draft_values: ['draft', 'value'],
  working_copies: ['charter', 'editor'],
  ratings: ['draft', 'pseudonym', 'value'],
  sealed_answers: ['respondent', 'draft', 'value'],
  releases: ['draft', 'sequence'],
  member_groups: ['charter', 'pseudonym'],
  declines: ['draft', 'pseudonym'],
  comments: ['id'],
  comment_votes: ['comment', 'pseudonym'],
  comments_apart: ['comment', 'other'],
  wrong_guesses: ['asker', 'at'],
  process_records: ['charter', 'number'],
  facilitators: ['member'],
  places: ['id'],
  subscriptions: ['place', 'charter'],
  announcements: ['id'],
  corrections: ['id'],
  appointments: ['id'],
  deliveries: ['announcement', 'place'],
  requests: ['key'],
  tenants: ['tenant'],
  conversations: ['place'],
  contacts: ['tenant', 'member', 'about'],
  downloads: ['token'],
  installation_keys: ['purpose'],
  spelling_disputes: ['draft', 'value'],
  working_copy_versions: ['charter', 'editor', 'revision'],
  themes: ['id'],
  theme_comments: ['comment'],
  outside_feedback: ['id'],
  contributors_told: ['comment'],
  consent_rounds: ['draft'],
  consents: ['draft', 'pseudonym'],
  outcomes: ['charter'],
  invitations: ['code'],
  approvals: ['id'],
  deleted_charters: ['name', 'deleted_at'],
};
const tables = Object.keys(keys) as Stored[];

/** What the first line says, but for the warning. */
const format = { touchstone: 'backup', version: 1, migrations: migrations.map(({ name }) => name) } as const;
const warning =
  'This file holds the keys and the identities of everybody: who has it can tell who answered what. ' +
  'Keep it as you keep the database, and delete it when it is not needed any more.';

/** Rows that are read or written with one statement. */
const slice = 500;

/** A backup that cannot be restored, or not here; the message says why. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

/**
 * Every row of every table as a line of JSON, as all of them stood at one moment, while others go on writing. The same
 * state gives the same lines, whichever database it lies in. `write` may take its time.
 */
export async function backUp({ query }: Database, write: (line: string) => Promise<void>): Promise<number> {
  const snapshot = query.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async (tx) => {
    await write(JSON.stringify({ ...format, warning }));
    let count = 0;
    for (const table of tables) {
      for await (const row of rowsOf(tx, table)) {
        await write(JSON.stringify({ table, row: inOrder(row) }));
        count += 1;
      }
    }
    await write(JSON.stringify({ end: true, rows: count }));
    return count;
  });
}

/** By its key, a slice at a time: no statement takes long, and a large table is never in memory as a whole. */
async function* rowsOf(tx: Query, table: Stored): AsyncGenerator<Row> {
  const key = sql.join(keys[table].map((column) => sql.ref(column)));
  for (let last: Row | undefined; ;) {
    const after =
      last === undefined
        ? sql``
        : sql`where (${key}) > (${sql.join(keys[table].map((name) => last?.[name]))})`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${key} limit ${sql.lit(slice)}`.execute(tx);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < slice) return;
  }
}

function inOrder(row: Row): Row {
  return Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Fills a database that has the tables of this program, and nothing in them, all or nothing. Answers how many rows. */
export async function restore({ query }: Database, lines: AsyncIterable<string>): Promise<number> {
  return query.transaction().execute(async (tx) => {
    await refuseUnlessEmpty(tx);
    const writing = new Writing(tx);
    for await (const line of lines) await writing.take(line);
    return writing.end();
  });
}

async function refuseUnlessEmpty(tx: Transaction<Tables>): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length > 0)
      throw new RestoreError(
        `This database is not empty (there is something in ${table}), and nothing of it is overwritten. ` +
          'Restore into a new one, in which no bot has been started yet.',
      );
  }
}

/** Lines as they come: the first, then rows of one table after the other, then the end. */
class Writing {
  readonly #tx: Transaction<Tables>;
  #line = 0;
  #rows = 0;
  #ended = false;
  #waiting: { readonly table: Stored; readonly rows: Row[] } | undefined;

  constructor(tx: Transaction<Tables>) {
    this.#tx = tx;
  }

  async take(line: string): Promise<void> {
    this.#line += 1;
    const said = this.#parse(line);
    if (this.#line === 1) return this.#checkFormat(said);
    if (this.#ended) throw this.#refusal('something follows the end');
    if (said['end'] === true) return this.#finish(said['rows']);
    const { table, row } = said;
    if (!isTable(table) || !isRow(row)) throw this.#refusal('it is no row of a table');
    if (this.#waiting?.table !== table || this.#waiting.rows.length === slice) await this.#flush();
    this.#waiting ??= { table, rows: [] };
    this.#waiting.rows.push(row);
    this.#rows += 1;
  }

  end(): number {
    if (!this.#ended)
      throw new RestoreError('The backup has no end: it was cut off, and nothing was restored.');
    return this.#rows;
  }

  #parse(line: string): Readonly<Record<string, unknown>> {
    try {
      const said: unknown = JSON.parse(line);
      if (typeof said === 'object' && said !== null) return said as Record<string, unknown>;
    } catch (error) {
      throw this.#refusal('it is not JSON', error);
    }
    throw this.#refusal('it is no row of a table');
  }

  #checkFormat(said: Readonly<Record<string, unknown>>): void {
    if (said['touchstone'] !== format.touchstone || said['version'] !== format.version)
      throw new RestoreError('This is no backup of Touchstone, or of a version that this one does not know.');
    if (JSON.stringify(said['migrations']) !== JSON.stringify(format.migrations))
      throw new RestoreError(
        `This backup was made with another schema (${JSON.stringify(said['migrations'])}) than this program has ` +
          `(${JSON.stringify(format.migrations)}). Restore it with the version that made it, and start the new one then.`,
      );
  }

  async #finish(rows: unknown): Promise<void> {
    await this.#flush();
    if (rows !== this.#rows)
      throw this.#refusal(`${String(rows)} rows were written, ${String(this.#rows)} came`);
    this.#ended = true;
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) return;
    const columns = Object.keys(waiting.rows[0] ?? {});
    const lines = waiting.rows.map((row) => sql`(${sql.join(columns.map((name) => row[name] ?? null))})`);
    const names = sql.join(columns.map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(waiting.table)} (${names}) values ${sql.join(lines)}`
      .execute(this.#tx)
      .catch((cause: unknown) => {
        throw this.#refusal(`a row of ${waiting.table} at or before it cannot be written`, cause);
      });
  }

  #refusal(why: string, cause?: unknown): RestoreError {
    return new RestoreError(`Line ${String(this.#line)} of the backup: ${why}. Nothing was restored.`, {
      cause,
    });
  }
}

function isTable(table: unknown): table is Stored {
  return typeof table === 'string' && Object.hasOwn(keys, table);
}

function isRow(row: unknown): row is Row {
  const isCell = (cell: unknown) => cell === null || ['string', 'number'].includes(typeof cell);
  return typeof row === 'object' && row !== null && Object.values(row).every(isCell);
}
