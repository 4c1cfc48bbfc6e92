import assert from 'node:assert/strict';

import { paperAddresses } from '../support/paper-addresses.js';
import type { Intent } from '../../src/app/intent.js';
import type { Manners, Ports } from '../../src/app/ports.js';
import { respond } from '../../src/app/respond.js';
import type { Speaker } from '../../src/app/speaker.js';
import type { NoticeView, View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Draft } from '../../src/domain/draft.js';
import { everyCharter, placeIdOf, type Address, type MemberId, type Place } from '../../src/domain/place.js';
import { logTo } from '../../src/log.js';
import { stemsOf } from '../../src/language/stems.js';
import { noteWordsFor } from '../../src/cards/blog/note-words.js';
import { createBlogWriter } from '../../src/posts/blog-notes.js';
import { readPost } from '../../src/posts/read-post.js';
import { writePost } from '../../src/posts/write-post.js';
import { openDatabase } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';

export const garden = 'garden' as CharterName;
export const pond = 'pond' as CharterName;

/** The use-cases with everything real but time and Teams; nothing is sent. */
export interface Community {
  readonly ports: Ports;
  /** A facilitator in her personal chat. */
  readonly ada: Speaker;
  readonly logged: readonly string[];
  setClock(now: string): void;
  /** Somebody else, in a personal chat or in a shared place. */
  member(name: string, place?: Partial<Address> & { readonly timeZone?: string }): Speaker;
  /** A place that hears all charters. */
  subscribe(speaker: Speaker): Promise<void>;
  ask(intent: Intent, speaker?: Speaker): Promise<readonly View[]>;
  /** Where one view is answered. */
  askOne(intent: Intent, speaker?: Speaker): Promise<View>;
  /** Imports a post and publishes it now. */
  publish(source: string, charter?: CharterName): Promise<Draft>;
  stop(): Promise<void>;
}

export async function aCommunity({
  now,
  manners = { contactsPerDraft: 3, timeZone: 'UTC' },
  timeZone,
}: {
  now: string;
  manners?: Manners;
  /** Of the facilitator. */
  timeZone?: string;
}): Promise<Community> {
  const database = await openDatabase('sqlite::memory:');
  const logged: string[] = [];
  logTo((line) => void logged.push(line));
  let time = new Date(now);
  const nobody = { announce: unexpected, edit: unexpected };
  const clock = { now: () => time };
  const ports: Ports = {
    ...createStores(database),
    messenger: nobody,
    clock,
    manners,
    readPost,
    writePost,
    writeBlog: createBlogWriter(noteWordsFor),
    stemsOf,
    addresses: paperAddresses,
  };
  const ada = speakerOf('ada', timeZone === undefined ? {} : { timeZone });
  await ports.facilitators.add({ member: ada.member, at: now });

  const ask = (intent: Intent, speaker = ada): Promise<readonly View[]> => respond(ports, speaker, intent);
  const askOne = async (intent: Intent, speaker = ada): Promise<View> => {
    const views = await ask(intent, speaker);
    assert.equal(views.length, 1, views.map(({ kind }) => kind).join(', '));
    return views[0]!;
  };
  return {
    ports,
    ada,
    logged,
    setClock: (instant) => {
      time = new Date(instant);
    },
    member: speakerOf,
    async subscribe({ place }) {
      const at = time.toISOString();
      await ports.places.note({ ...place, at });
      await ports.places.subscribe({ place: place.id, charter: everyCharter, state: 'active', at });
    },
    ask,
    askOne,
    async publish(source, charter = garden) {
      await ask({ kind: 'import', charter, source });
      const view = await askOne({ kind: 'publish', charter });
      assert.equal(whatOf(view), 'published');
      const draft = await ports.drafts.latest(charter);
      assert.ok(draft);
      return draft;
    },
    stop: () => database.close(),
  };
}

/** What a notice says. */
export function whatOf(view: View | undefined): NoticeView['what'] {
  assert.equal(view?.kind, 'notice');
  return view.what;
}

/** A notice without what it is about. */
export function said(view: View | undefined): object {
  assert.equal(view?.kind, 'notice');
  const { kind: _kind, subject: _subject, ...rest } = view;
  return rest;
}

/** A view of this kind. */
export function viewed<K extends View['kind']>(kind: K, view: View | undefined): Extract<View, { kind: K }> {
  assert.equal(view?.kind, kind);
  return view as Extract<View, { kind: K }>;
}

function speakerOf(
  name: string,
  { timeZone, ...where }: Partial<Address> & { readonly timeZone?: string } = {},
): Speaker {
  const member = name as MemberId;
  const address: Address = {
    tenant: 'tenant-1',
    conversation: `chat-of-${name}`,
    scope: 'personal',
    serviceUrl: 'https://smba.example/emea/',
    member,
    ...where,
  };
  const zone = timeZone === undefined ? {} : { timeZone };
  const place: Place = { id: placeIdOf(address), address, locale: 'en-US', ...zone };
  return { member, place, overheard: address.scope !== 'personal' };
}

function unexpected(): never {
  throw new Error('nothing is sent here');
}
