import type { ApprovalStore } from '../app/people/approval-store.js';
import type { Database } from './database.js';

const notBuilt = (): Promise<never> => Promise.reject(new Error('not built yet'));

export function createApprovalStore(_database: Database): ApprovalStore {
  return {
    ask: notBuilt,
    find: notBuilt,
    waiting: notBuilt,
    settle: notBuilt,
  };
}
