import { scratchIsKept } from './database.js';
import { endSharedPostgres } from './postgres.js';

/** Mocha calls it by this name, once, after the last test. */
export async function mochaGlobalTeardown(): Promise<void> {
  await endSharedPostgres({ keep: scratchIsKept() });
}
