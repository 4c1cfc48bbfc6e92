import { createHmac } from 'node:crypto';
import type { CharterName } from '../domain/charter.js';
import type { MemberId } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';
import type { Ports } from './ports.js';

/** A member's pseudonym within one charter: HMAC-SHA-256 of the member's id under the charter's key. */
export async function pseudonymOf(
  ports: Pick<Ports, 'charters'>,
  charter: CharterName,
  member: MemberId,
): Promise<Pseudonym> {
  const pseudonym = await pseudonymUnlessSealed(ports, charter, member);
  if (pseudonym === undefined) throw new Error(`charter ${charter} has no pseudonym key`);
  return pseudonym;
}

/** The same; nothing in a sealed charter, whose key is destroyed. */
export async function pseudonymUnlessSealed(
  { charters }: Pick<Ports, 'charters'>,
  charter: CharterName,
  member: MemberId,
): Promise<Pseudonym | undefined> {
  const key = await charters.pseudonymKey(charter);
  if (key === undefined) return undefined;
  return pseudonymUnder(Buffer.from(key, 'hex'), member);
}

export function pseudonymUnder(key: Buffer, member: MemberId): Pseudonym {
  return createHmac('sha256', key).update(member).digest('base64url') as Pseudonym;
}
