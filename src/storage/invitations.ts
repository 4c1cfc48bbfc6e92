import { hash } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { FacilitatorStore } from '../app/ports.js';
import { addFacilitator } from './facilitators.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

export async function keepInvitation(
  tx: Tx,
  { code, until }: Parameters<FacilitatorStore['invite']>[0],
): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({ code: digestOf(code), until })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of several who accept with one code at once, one does. Those that are too old go at the same time. */
export async function acceptInvitation(
  tx: Tx,
  { code, member, at }: Parameters<FacilitatorStore['accept']>[0],
): Promise<boolean> {
  await tx.deleteFrom('invitations').where('until', '<', at).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('invitations')
    .where('code', '=', digestOf(code))
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await addFacilitator(tx, { member, at });
  return true;
}

function digestOf(code: string): string {
  return hash('sha256', code, 'base64url');
}
