import { createHmac } from 'node:crypto';
import type { CharterName } from '../domain/charter.js';
import type { MemberId } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';
import type { Ports } from './ports.js';

/** A member's pseudonym within one charter: HMAC-SHA-256 of the member's id under the charter's key. */
export async function pseudonymOf(
  { charters }: Pick<Ports, 'charters'>,
  charter: CharterName,
  member: MemberId,
): Promise<Pseudonym> {
  const key = await charters.pseudonymKey(charter);
  if (key === undefined) throw new Error(`charter ${charter} has no pseudonym key`);
  return createHmac('sha256', Buffer.from(key, 'hex')).update(member).digest('base64url') as Pseudonym;
}
