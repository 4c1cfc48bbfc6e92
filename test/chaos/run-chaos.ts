import { setTimeout as delay } from 'node:timers/promises';

import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { DeliveryReport, DeliveryState } from '../../src/domain/delivery.js';
import { placeIdOf, type PlaceId } from '../../src/domain/place.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { apiEnvironment, createApiClient, type ApiJson } from '../http/api-client.js';
import { gardenPost } from '../http/garden-post.js';
import { startIdentityEndpoint, startProgram, type IdentityEndpoint } from '../http/program.js';
import { startBotConnector, type BotConnector } from '../support/bot-connector.js';
import { homeTenant } from '../support/cast.js';
import { drawnFaults, type FaultMix } from '../support/connector-chance.js';
import type { ConnectorCall } from '../support/connector-calls.js';
import { teamsLimits } from '../support/connector-limits.js';
import { channelOf } from '../support/connector-store.js';
import { seedPlaces } from '../support/seeded-places.js';
import { startTokenIssuer } from '../support/token-issuer.js';
import { startFleet, type Fleet, type Replica } from './fleet.js';

export interface ChaosPlan {
  readonly databaseUrl: string;
  readonly seed: string;
  readonly recipients: number;
  readonly kills: number;
  readonly processes: number;
  /** Messages a second, which the connector enforces too. */
  readonly perSecond: number;
  readonly faults: FaultMix;
  /** The leases of a killed process are over at once, so that a short run does not wait for their end. */
  readonly leasesEnd: boolean;
}

/** What became of one place. */
export interface PlaceRecord {
  readonly conversation: string;
  /** Ids of the messages that stand there. */
  readonly copies: readonly string[];
  /** Messages that were taken without telling so. */
  readonly unacknowledged: number;
  /** Kills after which the database showed something on its way there that the connector had taken. */
  readonly interrupted: number;
  /** As the database has it. */
  readonly delivery:
    | {
        readonly state: DeliveryState;
        readonly reason: string | null;
        readonly message: string | null;
        readonly doubts: number;
      }
    | undefined;
}

export interface ChaosRecord {
  readonly places: readonly PlaceRecord[];
  readonly kills: number;
  readonly seconds: number;
  /** Calls to the connector, by what became of them. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Reports read while it went on; all that did not add up. */
  readonly looks: number;
  readonly wrong: readonly DeliveryReport[];
  /** The last one, as the API of a process tells it. */
  readonly report: ApiJson;
  /** How the processes that lived to the end ended, told to stop. */
  readonly ends: readonly (number | NodeJS.Signals)[];
}

/** Publishes to many places while processes are killed and Teams is difficult, until nothing is left to do. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosRecord> {
  const issuer = await startTokenIssuer();
  const identity = await startIdentityEndpoint(issuer);
  const database = await openDatabase(plan.databaseUrl);
  const interruptions: Interruption[] = [];
  let fleet: Fleet | undefined;
  const connector = await startBotConnector({
    issuer,
    ...{ limits: teamsLimits(plan.perSecond / 50), latency: 10, oneAtATime: true, compact: true },
    settled: () => fleet?.called(),
  });
  try {
    const { serviceUrl } = connector;
    const conversations = await seedPlaces(database, { count: plan.recipients, serviceUrl });
    connector.inject(drawnFaults(plan.seed, plan.faults));
    const environment = {
      ...apiEnvironment,
      DATABASE_URL: plan.databaseUrl,
      SENDS_PER_SECOND: String(plan.perSecond),
    };
    fleet = await startFleet({
      size: plan.processes,
      seed: plan.seed,
      kills: plan.kills,
      withinCalls: Math.floor(plan.recipients * 0.9),
      start: (name) => startProgram({ ...identity.environmentOf(name), ...environment }),
      fallen: async (replica) => {
        interruptions.push(...(await interruptionsOf(database, replica)));
        if (plan.leasesEnd) await endLeases(database, replica);
      },
    });
    const ran = await run(fleet, database, plan.recipients);
    const ends = await fleet.stop();
    const evidence = { connector, identity, interruptions };
    const places = await recordPlaces(database, ran.announcement, conversations, evidence);
    return { ...ran, places, ends, kills: fleet.kills, outcomes: countOutcomes(connector) };
  } finally {
    for (const { program } of fleet?.up ?? []) program.kill('SIGKILL');
    await Promise.all([connector.stop(), identity.stop(), issuer.stop(), database.close()]);
  }
}

/** Publishes, and looks at the report all the time until it says that all is done and the last kill has its successor. */
async function run(fleet: Fleet, database: Database, recipients: number) {
  const begun = performance.now();
  const api = createApiClient(() => fleet.up[0]?.program.origin ?? '');
  const { json, text } = await api.publish('garden', gardenPost());
  if (json.announcement == null) throw new Error(`Publishing was refused: ${text}`);
  const announcement = json.announcement as AnnouncementId;
  const { announcements } = createStores(database);
  const wrong: DeliveryReport[] = [];
  for (let looks = 1; ; looks += 1) {
    const look = await announcements.report(announcement);
    if (!addsUp(look) || look.intended !== recipients) wrong.push(look);
    if (look.waiting + look.sending === 0) {
      await fleet.settled();
      const report = (await api.get(`/api/announcements/${announcement}`)).json;
      return { announcement, looks, wrong, report, seconds: (performance.now() - begun) / 1000 };
    }
    // Between two looks, so that they do not take the time of those that are looked at.
    await delay(20);
  }
}

function addsUp(report: DeliveryReport): boolean {
  const { intended, sent, waiting, sending, failed, skipped, cancelled } = report;
  const reasons = [...Object.values(failed), ...Object.values(skipped)];
  return intended === reasons.reduce((sum, count) => sum + count, sent + waiting + sending + cancelled);
}

/** Something that was on its way when its process was killed. */
interface Interruption {
  readonly place: PlaceId;
  readonly replica: string;
}

async function interruptionsOf({ query }: Database, replica: Replica): Promise<readonly Interruption[]> {
  const begun = await query
    .selectFrom('deliveries')
    .select('place')
    .where('worker', '=', replica.worker)
    .where('begun', '=', 1)
    .execute();
  return begun.map(({ place }) => ({ place, replica: replica.name }));
}

async function endLeases({ query }: Database, { worker }: Replica): Promise<void> {
  const held = query.selectFrom('deliveries').select('place').where('worker', '=', worker);
  await query.updateTable('conversations').set({ busy_until: 0 }).where('place', 'in', held).execute();
  await query
    .updateTable('deliveries')
    .set({ lease_until: new Date().toISOString() })
    .where('worker', '=', worker)
    .execute();
}

interface Evidence {
  readonly connector: BotConnector;
  readonly identity: IdentityEndpoint;
  readonly interruptions: readonly Interruption[];
}

/** What the database says of each place, beside what the connector has seen. */
async function recordPlaces(
  { query }: Database,
  announcement: AnnouncementId,
  conversations: readonly string[],
  { connector, identity, interruptions }: Evidence,
): Promise<readonly PlaceRecord[]> {
  const deliveries = await query
    .selectFrom('deliveries')
    .select(['place', 'state', 'reason', 'message', 'doubts'])
    .where('announcement', '=', announcement)
    .execute();
  const byPlace = new Map(deliveries.map((delivery) => [delivery.place, delivery]));
  const posted = new Map<string, ConnectorCall[]>();
  for (const call of connector.calls.filter((each) => each.posted)) {
    const conversation = channelOf(call.conversation ?? '');
    posted.set(conversation, [...(posted.get(conversation) ?? []), call]);
  }
  return conversations.map((conversation) => {
    const place = placeIdOf({ tenant: homeTenant, conversation });
    const calls = posted.get(conversation) ?? [];
    const senders = new Set(calls.map(({ headers }) => identity.holderOf(headers.authorization)));
    return {
      conversation,
      copies: connector.messages(conversation).map(({ id }) => id),
      unacknowledged: calls.filter(({ outcome }) => outcome !== 201).length,
      interrupted: interruptions.filter((one) => one.place === place && senders.has(one.replica)).length,
      delivery: byPlace.get(place),
    };
  });
}

function countOutcomes({ calls }: BotConnector): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { outcome } of calls) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
