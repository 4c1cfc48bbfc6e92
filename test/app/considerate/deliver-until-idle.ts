import { createDeliveries, type Deliveries } from '../../../src/app/deliver-due.js';
import type { Ports } from '../../../src/app/ports.js';
import type { Database } from '../../../src/storage/database.js';

/** Delivers all that is due at this moment, one after the other. */
export function createDelivering(ports: Ports, { query }: Database): () => Promise<void> {
  const deliveries: Deliveries = createDeliveries(ports, {
    worker: 'the only one',
    leaseSeconds: 60,
    trySeconds: 20,
    random: () => 0.5,
    persist: (work) => work(),
  });
  return async () => {
    for (;;) {
      // Their windows go by the database's clock, which does not follow the one of the test.
      await query.deleteFrom('conversations').execute();
      const { claimed, ready } = await deliveries.prepare({ tenant: 'home', limit: 20 });
      if (claimed === 0) return;
      for (const each of ready) {
        if (await deliveries.begin(each)) await deliveries.settle(each, await deliveries.send(each));
      }
    }
  };
}
