import { randomBytes } from 'node:crypto';

import type { Database } from './database.js';
import type { Tables } from './schema.js';

export type KeyPurpose = Tables['installation_keys']['purpose'];

/** The random keys of this installation; each is made when it is first asked for, and stays. */
export type InstallationKeys = (purpose: KeyPurpose) => Promise<Buffer>;

export function createInstallationKeys({ query }: Database): InstallationKeys {
  const known = new Map<KeyPurpose, Buffer>();

  async function readOrMake(purpose: KeyPurpose): Promise<Buffer> {
    const key = randomBytes(32).toString('hex');
    await query
      .insertInto('installation_keys')
      .values({ purpose, key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await query
      .selectFrom('installation_keys')
      .select('key')
      .where('purpose', '=', purpose)
      .executeTakeFirstOrThrow();
    return Buffer.from(row.key, 'hex');
  }

  return async (purpose) => {
    const key = known.get(purpose) ?? (await readOrMake(purpose));
    known.set(purpose, key);
    return key;
  };
}
