import { randomUUID } from 'node:crypto';

import { keepAppointments } from '../../../src/app/keep-appointments.js';
import { leave, notePlace } from '../../../src/app/arrive.js';
import type { Intent } from '../../../src/app/intent.js';
import type { Messenger, Ports } from '../../../src/app/ports.js';
import { respond } from '../../../src/app/respond.js';
import type { View } from '../../../src/app/views.js';
import type { CharterName } from '../../../src/domain/charter.js';
import type { SendOutcome } from '../../../src/domain/delivery.js';
import { placeIdOf, type MemberId, type Place } from '../../../src/domain/place.js';
import { stemsOf } from '../../../src/language/stems.js';
import { noteWordsFor } from '../../../src/cards/blog/note-words.js';
import { createBlogWriter } from '../../../src/posts/blog-notes.js';
import { readPost } from '../../../src/posts/read-post.js';
import { writePost } from '../../../src/posts/write-post.js';
import { openDatabase, type Database } from '../../../src/storage/database.js';
import { createStores } from '../../../src/storage/stores.js';
import { createDelivering } from './deliver-until-idle.js';
import { createJudge, type Judge } from './judge.js';
import { paperAddresses } from '../../support/paper-addresses.js';

export const garden = 'garden' as CharterName;

/** Somebody with a personal chat, or two of them: the second is what Teams makes when the first was lost. */
export interface WorldMember {
  readonly id: MemberId;
  readonly chats: readonly Place[];
}

export interface World {
  readonly ports: Ports;
  readonly judge: Judge;
  readonly members: readonly WorldMember[];
  readonly shared: readonly Place[];
  now(): Date;
  /** What somebody says or presses at a place; what came of it is delivered before this resolves. */
  hear(member: MemberId, place: Place, intent: Intent): Promise<readonly View[]>;
  facilitate(intent: Intent): Promise<readonly View[]>;
  /** Somebody throws the bot out of a place. */
  remove(place: Place): Promise<void>;
  /** Time goes on, in steps in which everything that is due is done. */
  pass(minutes: number): Promise<void>;
  stop(): Promise<void>;
}

/** A community of a few people in different time zones, with everything real but time and Teams. */
export async function startWorld(options: {
  start: string;
  contactsPerDraft: number;
  /** What Teams answers to the tries to send, in turn; then all goes well. */
  answers: readonly SendOutcome[];
}): Promise<World> {
  const database: Database = await openDatabase('sqlite::memory:');
  const stores = createStores(database);
  let time = Date.parse(options.start);
  const clock = { now: () => new Date(time) };
  const answers = [...options.answers];
  const { contactsPerDraft } = options;
  const judge = createJudge(clock, contactsPerDraft);
  const violations: unknown[] = [];
  const answer = (): SendOutcome => {
    const next = answers.shift() ?? { kind: 'sent' };
    return next.kind === 'sent' ? { kind: 'sent', message: randomUUID() } : next;
  };
  const messenger: Messenger = {
    announce: async ({ address, view }) => {
      await judge.look(placeIdOf(address), view).catch((error: unknown) => violations.push(error));
      const outcome = answer();
      judge.note(placeIdOf(address), view, outcome);
      return outcome;
    },
    edit: ({ address, view, message }) => {
      judge.noteEdit(placeIdOf(address), message, view);
      return Promise.resolve({ kind: 'sent' });
    },
  };
  const manners = { contactsPerDraft, timeZone: 'UTC' };
  const ports: Ports = {
    ...stores,
    messenger,
    clock,
    manners,
    readPost,
    writePost,
    writeBlog: createBlogWriter(noteWordsFor),
    stemsOf,
    addresses: paperAddresses,
  };
  judge.follow(ports);
  const deliver = createDelivering(ports, database);
  const facilitator = aMember('ada', ['UTC']);
  await stores.facilitators.add({ member: facilitator.id, at: clock.now().toISOString() });
  const members = [
    aMember('bento', ['Europe/Berlin']),
    aMember('chiara', ['America/New_York', 'America/New_York']),
    aMember('dilan', ['Asia/Kathmandu']),
    aMember('emeka', ['Australia/Lord_Howe']),
  ];
  const shared = [aPlace('channel-1', 'channel'), aPlace('group-1', 'group')];

  async function hear(member: MemberId, place: Place, intent: Intent): Promise<readonly View[]> {
    const known = await notePlace(ports, place);
    const overheard = place.address.scope !== 'personal';
    judge.heard(known, intent);
    const views = await respond(ports, { member, place: known, overheard }, intent);
    await settle();
    return views;
  }

  async function settle(): Promise<void> {
    await keepAppointments(ports);
    await deliver();
    if (violations.length > 0) throw violations[0];
  }

  for (const { id, chats } of members) for (const chat of chats) await hear(id, chat, { kind: 'subscribe' });
  for (const place of shared) await hear(facilitator.id, place, { kind: 'subscribe' });

  return {
    ports,
    judge,
    members,
    shared,
    now: clock.now,
    hear,
    facilitate: (intent) => hear(facilitator.id, facilitator.chats[0]!, intent),
    async remove(place) {
      judge.removed(place);
      await leave(ports, { place, team: undefined });
      await settle();
    },
    async pass(minutes) {
      const end = time + minutes * 60_000;
      while (time < end) {
        time = Math.min(end, time + 37 * 60_000);
        await settle();
      }
    },
    stop: () => database.close(),
  };
}

function aMember(name: string, zones: readonly string[]): WorldMember {
  const id = `member-${name}` as MemberId;
  const chats = zones.map((timeZone, index) => ({
    ...aPlace(`chat-${name}-${String(index)}`, 'personal', id),
    timeZone,
  }));
  return { id, chats };
}

function aPlace(conversation: string, scope: Place['address']['scope'], member?: MemberId): Place {
  const serviceUrl = 'https://smba.example/emea/';
  const address = { tenant: 'home', conversation, scope, serviceUrl, ...(member ? { member } : {}) };
  return { id: placeIdOf(address), address, locale: 'en' };
}
