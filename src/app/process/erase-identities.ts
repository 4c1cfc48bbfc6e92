import { log } from '../../log.js';
import type { Ports } from '../ports.js';
import { identitiesEnd } from './identities-end.js';

/**
 * Erases the identities of charters whose time after sealing is over. Answers how many charters. Whatever sealing could
 * not overwrite at once is overwritten here too.
 */
export async function eraseIdentities(ports: Pick<Ports, 'process' | 'charters' | 'clock'>): Promise<number> {
  const at = ports.clock.now().toISOString();
  let erased = 0;
  for (const { charter, sealedAt } of await ports.process.identitiesKept()) {
    const found = await ports.charters.find(charter);
    if (found === undefined || identitiesEnd({ ...found, sealedAt }) > at) continue;
    await ports.process.eraseIdentities({ charter, at });
    erased += 1;
    log.info('the identities of a sealed charter were erased');
  }
  await ports.process.wipeTraces();
  return erased;
}
