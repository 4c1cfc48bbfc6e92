import { createHash, randomBytes } from 'node:crypto';

import type { DownloadStore } from '../app/my-data/personal-data-store.js';
import type { Database } from './database.js';

const tokenBytes = 32;

export function createDownloadStore({ query }: Database): DownloadStore {
  return {
    async offer({ member, at, expiresAt }) {
      const token = randomBytes(tokenBytes).toString('base64url');
      await query.deleteFrom('downloads').where('expires_at', '<=', at).execute();
      await query
        .insertInto('downloads')
        .values({ token: digestOf(token), member, expires_at: expiresAt })
        .execute();
      return token;
    },

    async owner({ token, now }) {
      const row = await query
        .selectFrom('downloads')
        .select('member')
        .where('token', '=', digestOf(token))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row?.member;
    },
  };
}

/** Whoever reads the database finds no link to open. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
