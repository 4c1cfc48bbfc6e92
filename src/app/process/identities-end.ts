import type { Charter } from '../../domain/charter.js';

const dayMs = 24 * 60 * 60 * 1000;

/** When the time of identities in a sealed charter is over, ISO-8601 UTC. */
export function identitiesEnd({ sealedAt, rules }: { sealedAt: string } & Pick<Charter, 'rules'>): string {
  return new Date(Date.parse(sealedAt) + rules.identityDays * dayMs).toISOString();
}
