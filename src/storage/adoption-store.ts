import type { AdoptionStore } from '../app/adoption/adoption-store.js';
import type { Database } from './database.js';

const notBuilt = (): Promise<never> => Promise.reject(new Error('not built yet'));

export function createAdoptionStore(_database: Database): AdoptionStore {
  return {
    open: notBuilt,
    round: notBuilt,
    close: notBuilt,
    give: notBuilt,
    mine: notBuilt,
    counts: notBuilt,
    objections: notBuilt,
    outcome: notBuilt,
    amend: notBuilt,
    announceReview: notBuilt,
  };
}
