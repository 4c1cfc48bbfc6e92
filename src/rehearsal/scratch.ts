import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeliveries } from '../app/deliver-due.js';
import { keepAppointments } from '../app/keep-appointments.js';
import type { Messenger, Ports, Post } from '../app/ports.js';
import { noteWordsFor } from '../cards/blog/note-words.js';
import { cardText } from './card-text.js';
import { renderCard } from '../cards/render.js';
import { stemsOf } from '../language/stems.js';
import { createBlogWriter } from '../posts/blog-notes.js';
import { readPost } from '../posts/read-post.js';
import { writePost } from '../posts/write-post.js';
import { openDatabase } from '../storage/database.js';
import { createStores } from '../storage/stores.js';

export const tenant = 'rehearsal';
const day = 24 * 60 * 60 * 1000;
/** Far more than anybody is sent here; Teams is played. */
const allowance = 10_000;
const lease = { leaseSeconds: 60, trySeconds: 20 };
/** Claimed at once. */
const slice = 200;

/** A card that was posted or edited, in plain words, and to what kind of place. */
export interface Told {
  readonly scope: Post['address']['scope'];
  readonly text: string;
  readonly edited: boolean;
}

/** Touchstone on a database of its own, with a clock that is moved by hand and a Teams that only listens. */
export interface Scratch {
  readonly ports: Ports;
  now(): Date;
  /** Lets days pass, one by one: what is planned happens, and what is due is delivered. Answers what was told. */
  pass(days: number): Promise<readonly Told[]>;
  /** Lets days pass until something is posted, at the most so many. */
  passUntilTold(days: number): Promise<readonly Told[]>;
  /** Delivers what is due now. */
  deliver(): Promise<readonly Told[]>;
  end(): Promise<void>;
}

export async function openScratch(start: Date): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-rehearsal-'));
  const database = await openDatabase(`sqlite:${join(folder, 'scratch.db')}`, { allowance });
  let now = start.getTime();
  let told: Told[] = [];
  const clock = { now: () => new Date(now) };
  const messenger = listening((each) => told.push(each));
  const ports: Ports = {
    ...createStores(database),
    ...{ clock, messenger, readPost, writePost, stemsOf },
    writeBlog: createBlogWriter(noteWordsFor),
    manners: { contactsPerDraft: 3, timeZone: 'UTC' },
    addresses: nowhere,
  };
  const worker = 'rehearsal';
  const deliveries = createDeliveries(ports, {
    ...{ worker, ...lease },
    random: () => 0.5,
    persist: (work) => work(),
  });

  async function deliver(): Promise<readonly Told[]> {
    told = [];
    for (;;) {
      const { claimed, ready } = await deliveries.prepare({ tenant, limit: slice });
      for (const each of ready)
        if (await deliveries.begin(each)) await deliveries.settle(each, await deliveries.send(each));
      if (claimed === 0) return told;
    }
  }

  async function nextDay(): Promise<readonly Told[]> {
    now += day;
    await keepAppointments(ports);
    return deliver();
  }

  return {
    ports,
    now: clock.now,
    deliver,
    async pass(days) {
      const all: Told[] = [];
      for (let passed = 0; passed < days; passed += 1) all.push(...(await nextDay()));
      return all;
    },
    async passUntilTold(days) {
      for (let passed = 0; passed < days; passed += 1) {
        const posted = (await nextDay()).filter(({ edited }) => !edited);
        if (posted.length > 0) return posted;
      }
      return [];
    },
    async end() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

function listening(hear: (told: Told) => void): Messenger {
  let messages = 0;
  const take = (post: Post, edited: boolean) => {
    const shared = post.address.scope !== 'personal';
    const { card } = renderCard(post.view, { locale: post.locale, shared });
    hear({ scope: post.address.scope, text: cardText(card), edited });
    messages += 1;
    return Promise.resolve({ kind: 'sent', message: `message-${String(messages)}` } as const);
  };
  return { announce: (post) => take(post, false), edit: (post) => take(post, true) };
}

/** There is no page to open in a rehearsal. */
const nowhere: Ports['addresses'] = {
  results: () => page('results'),
  process: () => page('process'),
  draft: () => page('draft'),
  changes: () => page('changes'),
  feedback: () => page('feedback'),
  outcome: () => page('outcome'),
  ledger: () => page('ledger'),
  download: () => 'https://rehearsal.invalid/download',
};

function page(name: string): Promise<string> {
  return Promise.resolve(`https://rehearsal.invalid/${name}`);
}
