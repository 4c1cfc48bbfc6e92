import { randomUUID } from 'node:crypto';
import { openLedger } from './app/ledger/open-ledger.js';
import { openDownload } from './app/my-data/open-download.js';
import { downloadMinutes } from './app/my-data/show-my-data.js';
import { eraseIdentities } from './app/process/erase-identities.js';
import { releaseInterim } from './app/results/release-interim.js';
import { keepAppointments } from './app/keep-appointments.js';
import type { DeliverySettings } from './app/deliver-due.js';
import type { Clock, DraftStore, Manners, Ports } from './app/ports.js';
import type { Config } from './config.js';
import { isOnHosts } from './domain/host-list.js';
import type { MemberId } from './domain/place.js';
import { createApi } from './http/api.js';
import { createAddresses } from './http/addresses.js';
import { startServer } from './http/server.js';
import { createLinkSigner } from './http/signed-link.js';
import { stemsOf } from './language/stems.js';
import { log } from './log.js';
import {
  databaseErrors,
  edits,
  pressSeconds,
  readMetrics,
  sends,
  turnSeconds,
  type Queue,
} from './metrics.js';
import { gonePage } from './pages/message-page.js';
import { overPage } from './pages/over-page.js';
import { createPages } from './pages/pages.js';
import { createBlogWriter } from './posts/blog-notes.js';
import { readPost } from './posts/read-post.js';
import { writePost } from './posts/write-post.js';
import { openDatabase } from './storage/database.js';
import { createPageStamps } from './storage/page-stamps.js';
import { createStores } from './storage/stores.js';
import { startTeams, type TeamsSettings } from './teams/teams.js';
import { noteWordsFor } from './cards/blog/note-words.js';
import { reportWordsFor } from './cards/report-words.js';
import { outcomeOf } from './teams/send-outcome.js';
import { wordsFor } from './words/catalogue.js';
import { Bell } from './worker/bell.js';
import { DeliveryLoop } from './worker/delivery-loop.js';
import { Repeating } from './worker/repeating.js';
import { createReplyPace } from './worker/reply-pace.js';
import { apartAt } from './worker/turns.js';

export interface Touchstone {
  readonly port: number;
  /** Names this process among those that share the work. */
  readonly worker: string;
  readonly ports: Ports;
  /** Answers what has begun, finishes what is on its way, and closes the database. The second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * What a process that died held is taken up by others after its lease. Teams has as long to answer a try as
 * `teams/authentication.ts` has patience, and a little is left for writing it down.
 */
const lease = { leaseSeconds: 20, trySeconds: 16 };
/** Milliseconds between two looks whether the time of an appointment has come. */
const appointmentsApart = 1_000;
/** Between two looks whether enough answers changed for interim results. */
const releasesApart = 60_000;
/** Between two looks whether the time of identities is over. */
const erasingApart = 3_600_000;

/** What is played where nobody is there. */
export interface Played extends Pick<TeamsSettings, 'credentials'> {
  readonly allowance?: number;
  readonly clock?: Clock;
}

const systemClock: Clock = { now: () => new Date() };

/**
 * Builds everything once and starts it. `credentials` takes the place of those of the configuration; `allowance` is how
 * many times what Teams takes in one conversation is taken there, where somebody else plays Teams; `clock` tells the time of
 * the process, not that of timers.
 */
export async function startTouchstone(
  config: Config,
  { credentials, allowance = 1, clock = systemClock }: Played = {},
): Promise<Touchstone> {
  const database = await openDatabase(config.databaseUrl, {
    onConnectionLost: (error) => {
      databaseErrors.inc();
      log.error({ err: error }, 'a database connection was lost');
    },
    onError: () => databaseErrors.inc(),
    allowance,
  });
  const { turns, keys, ...stores } = createStores(database);
  const teams = startTeams({
    botFramework: config.botFramework,
    issuer: config.issuer,
    ...(credentials === undefined ? {} : { credentials }),
    allowedTenants: config.allowedTenants,
    mayReach: (url) => isOnHosts(url, config.allowedServiceHosts),
    mayFetch: (url) => isOnHosts(url, config.allowedFileHosts),
    pressed: (seconds) => pressSeconds.observe(seconds),
  });
  const bell = new Bell();
  const signer = createLinkSigner(() => keys('links'));
  const ports: Ports = {
    ...stores,
    ...(config.development
      ? { facilitators: { ...stores.facilitators, has: everybody, isModerator: everybody } }
      : {}),
    drafts: ringing(stores.drafts, bell),
    messenger: teams.messenger,
    clock,
    manners: mannersOf(config),
    readPost,
    writePost,
    writeBlog: createBlogWriter(noteWordsFor),
    stemsOf,
    addresses: createAddresses({ publicUrl: config.publicUrl, signer }),
  };
  const replies = createReplyPace(turns, { apart: apartAt(config.sendsPerSecond), outcomeOf });
  const server = await addFirstFacilitators(ports, config)
    .then(() =>
      startServer({
        ...(config.host === undefined ? {} : { host: config.host }),
        port: config.port,
        apiTokens: config.apiTokens,
        receive: teams.endpointFor(ports, replies),
        api: createApi(ports, reportWordsFor('en')),
        pages: createPages(ports, createPageStamps(database)),
        myData: {
          openDownload: (token) => openDownload(ports, token),
          overPage: (language) => overPage(downloadMinutes, wordsFor(language)),
        },
        ledger: {
          open: (charter) => openLedger(ports, charter),
          gonePage: (language) => gonePage(wordsFor(language)),
        },
        signer,
        ready: () => database.ready(),
        metrics: () => readMetrics(() => queueOf(ports)),
      }),
    )
    .catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
  const worker = randomUUID();
  const deliveries = new DeliveryLoop(ports, turns, {
    worker,
    ...lease,
    random: Math.random,
    perSecond: config.sendsPerSecond,
    bell,
    tried: count,
    waited: (seconds) => turnSeconds.observe(seconds),
  });
  const appointments = new Repeating(
    'keeping appointments',
    () => keepAppointments(ports),
    appointmentsApart,
  );
  const releases = new Repeating('releasing results', () => releaseInterim(ports), releasesApart);
  const erasing = new Repeating('erasing identities', () => eraseIdentities(ports), erasingApart);
  const end = async (): Promise<void> => {
    const loops = [deliveries, appointments, releases, erasing];
    await Promise.all([server.close().then(() => teams.settle()), ...loops.map((loop) => loop.stop())]);
    await database.close();
  };
  let ended: Promise<void> | undefined;
  return { port: server.port, worker, ports, stop: () => (ended ??= end()) };
}

/** What is published here begins to go out here at once, and elsewhere when somebody looks. */
function ringing(drafts: DraftStore, bell: Bell): DraftStore {
  return {
    ...drafts,
    async publish(publication) {
      const outcome = await drafts.publish(publication);
      bell.ring();
      return outcome;
    },
  };
}

function mannersOf({ contactsPerDraft, quietHours, timeZone, development }: Config): Manners {
  return {
    contactsPerDraft,
    timeZone,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(development ? { everybodyFacilitates: true } : {}),
  };
}

const count: NonNullable<DeliverySettings['tried']> = (task, outcome) => {
  (task === 'send' ? sends : edits).inc({ outcome });
};

async function queueOf({ deliveries, clock }: Pick<Ports, 'deliveries' | 'clock'>): Promise<Queue> {
  const now = clock.now();
  const { length, oldest } = await deliveries.queue(now.toISOString());
  return { length, age: oldest === undefined ? 0 : (now.getTime() - Date.parse(oldest)) / 1000 };
}

async function addFirstFacilitators({ facilitators, clock }: Ports, config: Config): Promise<void> {
  const at = clock.now().toISOString();
  for (const member of config.facilitators)
    await facilitators.add({ member: member as MemberId, at, by: 'configuration' });
  for (const member of config.moderators) await facilitators.addModerator({ member: member as MemberId, at });
}

const everybody = (): Promise<boolean> => Promise.resolve(true);
