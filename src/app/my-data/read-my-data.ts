import type { CharterName } from '../../domain/charter.js';
import type { MemberId } from '../../domain/place.js';
import type { Pseudonym } from '../../domain/rating.js';
import type { Ports } from '../ports.js';
import { pseudonymUnlessSealed } from '../pseudonym.js';
import type { MyData } from './my-data.js';
import type { KeptInCharter } from './personal-data-store.js';

export async function readMyData(
  ports: Pick<Ports, 'charters' | 'personalData'>,
  member: MemberId,
): Promise<MyData> {
  const { pseudonyms, sealed } = await pseudonymsOf(ports, member);
  const charters = await Promise.all(
    [...pseudonyms].map(([charter, pseudonym]) => ports.personalData.inCharter({ charter, pseudonym })),
  );
  const kept = await ports.personalData.ofMember(member);
  return { kept, charters: charters.filter(holdsAnything), sealed };
}

/** A member's pseudonym in each charter that still has a key; where there is none, nobody can tell it any more. */
export async function pseudonymsOf(
  ports: Pick<Ports, 'charters'>,
  member: MemberId,
): Promise<{
  readonly pseudonyms: ReadonlyMap<CharterName, Pseudonym>;
  readonly sealed: readonly CharterName[];
}> {
  const pseudonyms = new Map<CharterName, Pseudonym>();
  const sealed: CharterName[] = [];
  for (const { name } of await ports.charters.all()) {
    const pseudonym = await pseudonymUnlessSealed(ports, name, member);
    if (pseudonym === undefined) sealed.push(name);
    else pseudonyms.set(name, pseudonym);
  }
  return { pseudonyms, sealed };
}

function holdsAnything({ group, answers, declined, ...rest }: KeptInCharter): boolean {
  const { consents, disputes, comments, votes } = rest;
  const lists = [answers, declined, consents, disputes, comments, votes];
  return group !== undefined || lists.some(({ length }) => length > 0);
}
