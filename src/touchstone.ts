import { randomUUID } from 'node:crypto';
import type { Ports } from './app/ports.js';
import type { Config } from './config.js';
import { isOnHosts } from './domain/host-list.js';
import type { MemberId } from './domain/place.js';
import { createApi } from './http/api.js';
import { startServer } from './http/server.js';
import { log } from './log.js';
import { pressSeconds, readMetrics, sends } from './metrics.js';
import { readPost } from './posts/read-post.js';
import { openDatabase } from './storage/database.js';
import { createStores } from './storage/stores.js';
import { startTeams, type TeamsSettings } from './teams/teams.js';
import { reportWordsFor } from './cards/report-words.js';
import { DeliveryLoop } from './worker/delivery-loop.js';

export interface Touchstone {
  readonly port: number;
  readonly ports: Ports;
  /** Answers what has begun, finishes what is on its way, and closes the database. The second call waits for the first. */
  stop(): Promise<void>;
}

/** Builds everything once and starts it. `credentials` takes the place of those of the configuration. */
export async function startTouchstone(
  config: Config,
  { credentials }: Pick<TeamsSettings, 'credentials'> = {},
): Promise<Touchstone> {
  const database = await openDatabase(config.databaseUrl, {
    onConnectionLost: (error) => log.error({ err: error }, 'a database connection was lost'),
  });
  const stores = createStores(database);
  const teams = startTeams({
    botFramework: config.botFramework,
    issuer: config.issuer,
    ...(credentials === undefined ? {} : { credentials }),
    allowedTenants: config.allowedTenants,
    mayReach: (url) => isOnHosts(url, config.allowedServiceHosts),
    mayFetch: (url) => isOnHosts(url, config.allowedFileHosts),
    pressed: (seconds) => pressSeconds.observe(seconds),
  });
  const clock = { now: () => new Date() };
  const ports: Ports = {
    ...stores,
    ...(config.development
      ? { facilitators: { ...stores.facilitators, has: () => Promise.resolve(true) } }
      : {}),
    messenger: teams.messenger,
    clock,
    readPost,
  };
  const server = await addFirstFacilitators(ports, config)
    .then(() =>
      startServer({
        ...(config.host === undefined ? {} : { host: config.host }),
        port: config.port,
        apiTokens: config.apiTokens,
        receive: teams.endpointFor(ports),
        api: createApi(ports, reportWordsFor('en')),
        ready: () => database.ready(),
        metrics: readMetrics,
      }),
    )
    .catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
  const deliveries = new DeliveryLoop(ports, {
    worker: randomUUID(),
    batch: 200,
    leaseSeconds: 60,
    random: Math.random,
    perSecond: config.sendsPerSecond,
    idleMilliseconds: 500,
    tried: (outcome) => sends.inc({ outcome }),
  });
  const end = async (): Promise<void> => {
    await Promise.all([server.close().then(() => teams.settle()), deliveries.stop()]);
    await database.close();
  };
  let ended: Promise<void> | undefined;
  return { port: server.port, ports, stop: () => (ended ??= end()) };
}

async function addFirstFacilitators({ facilitators, clock }: Ports, config: Config): Promise<void> {
  const at = clock.now().toISOString();
  for (const member of config.facilitators) await facilitators.add({ member: member as MemberId, at });
}
