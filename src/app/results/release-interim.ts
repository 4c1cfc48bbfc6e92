import type { Ports } from '../ports.js';
import { tryRelease } from './release-for.js';

/** Makes what interim releases are due, of charters that chose them. Answers how many were made. */
export async function releaseInterim(
  ports: Pick<Ports, 'releases' | 'charters' | 'drafts' | 'clock'>,
): Promise<number> {
  let made = 0;
  for (const { name, rules, sealedAt } of await ports.charters.all()) {
    if (rules.results !== 'interim' || sealedAt !== undefined) continue;
    const draft = await ports.drafts.latest(name);
    if (draft?.state !== 'open') continue;
    const tried = await tryRelease(ports, draft, 'interim');
    // Whoever was first has told what there is to tell; the next look comes soon.
    if (tried !== undefined && tried !== 'overtaken') made += 1;
  }
  return made;
}
