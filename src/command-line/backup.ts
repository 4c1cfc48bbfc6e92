import { createReadStream, existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

import { openDatabase, type Database } from '../storage/database.js';
import { backUp, restore, RestoreError } from '../storage/whole-database.js';
import type { Call } from './call.js';
import { CommandError } from './client.js';
import { count } from './say.js';

/** Nobody but the operator may read the file. */
const ownerOnly = 0o600;

/** Everything in the database, identities and keys too, as one file. The bot may run meanwhile. */
export async function backup(call: Call): Promise<string> {
  const file = fileOf(call);
  const target = await open(file, 'wx', ownerOnly).catch((cause: unknown) => {
    throw new CommandError(
      `${file} cannot be made: ${reasonOf(cause)}. A file that is there is not overwritten.`,
    );
  });
  try {
    const stream = target.createWriteStream();
    const rows = await withDatabase(call, { asItIs: true }, (database) =>
      backUp(database, (line) => written(stream, `${line}\n`)),
    );
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      stream.end(resolve);
    });
    return `${count(rows, 'row')} in ${file}.\n${caution}`;
  } catch (error) {
    await target.close().catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}

/** Into a new database of either kind; nothing is overwritten. */
export async function restoreFrom(call: Call): Promise<string> {
  const file = fileOf(call);
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  const rows = await withDatabase(call, {}, (database) => restore(database, lines));
  return `${count(rows, 'row')} restored. Start the bot on this database, and on no other copy of it.\n${caution}`;
}

const caution =
  'THIS FILE HOLDS KEYS AND IDENTITIES: whoever has it can tell who answered what. Keep it as you keep the database.\n' +
  'What is sealed, forgotten or erased later is still in it: delete it when it is not needed any more.';

function fileOf({ operand }: Call): string {
  if (operand === undefined) throw new CommandError('Which file? Its name follows the command.');
  return operand;
}

async function withDatabase<T>(
  { databaseUrl }: Call,
  options: { readonly asItIs?: boolean },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (databaseUrl === undefined)
    throw new CommandError(
      'Set DATABASE_URL to the database, as the bot has it: this command works on it directly.',
    );
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  if (options.asItIs === true && file !== undefined && !existsSync(file))
    throw new CommandError(`There is no database ${file}. DATABASE_URL names it as the bot does.`);
  const database = await openDatabase(databaseUrl, options).catch((cause: unknown) => {
    throw new CommandError(reasonOf(cause), { cause });
  });
  try {
    return await work(database);
  } catch (error) {
    throw error instanceof RestoreError ? new CommandError(error.message, { cause: error }) : error;
  } finally {
    await database.close();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Waits when the disk is slower than the database. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (stream.write(text)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.once('drain', resolve);
    stream.once('error', reject);
  });
}
