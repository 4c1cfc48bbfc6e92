import assert from 'node:assert/strict';

import { keepAppointments } from '../../src/app/keep-appointments.js';
import type { Appointment } from '../../src/domain/appointment.js';
import type { Ports } from '../../src/app/ports.js';
import type { CharterName } from '../../src/domain/charter.js';
import { stemsOf } from '../../src/language/stems.js';
import { noteWordsFor } from '../../src/cards/blog/note-words.js';
import { createBlogWriter } from '../../src/posts/blog-notes.js';
import { readPost } from '../../src/posts/read-post.js';
import { writePost } from '../../src/posts/write-post.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { anAnnouncement, anOpenDraft, unique } from '../contract/made-up.js';
import { paperAddresses } from '../support/paper-addresses.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { aPost } from './posts.js';

const replicas = 4;
const time = '2026-12-01T09:00:00.000Z';

for (const dialect of ['sqlite', 'postgres'] as const satisfies readonly Dialect[]) {
  describe(`Appointments that several processes keep, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let databases: readonly Database[];
    let all: readonly (Ports & Stores)[];
    before(async () => {
      const first = await openDatabase(url());
      // Connections to one SQLite file wait for one another without letting go of the process they are in.
      const others = Array.from({ length: dialect === 'sqlite' ? 0 : replicas - 1 }, () =>
        openDatabase(url()),
      );
      databases = [first, ...(await Promise.all(others))];
      all = Array.from({ length: replicas }, (_, index) => portsOn(databases[index] ?? first));
    });
    after(() => Promise.all(databases.map((database) => database.close())));

    const keepTogether = async (): Promise<void> => {
      await Promise.all(all.map(keepAppointments));
      await keepAppointments(all[0]!);
    };
    const announced = async (charter: CharterName) =>
      (await all[0]!.announcements.latest({ charter, limit: 100 })).map(({ kind }) => kind).sort();
    const make = (appointment: Pick<Appointment, 'kind' | 'charter' | 'draft' | 'source'>): Promise<void> =>
      all[0]!.appointments.make({
        ...appointment,
        id: unique('appointment'),
        at: time,
        timeZone: 'Europe/Berlin',
        editor: 'ada',
      });

    it('publish each text once', async () => {
      const charters = Array.from({ length: 10 }, () => unique('garden') as CharterName);
      for (const charter of charters) await make({ kind: 'publish', charter, source: aPost() });

      await keepTogether();

      for (const charter of charters) {
        assert.deepEqual(await announced(charter), ['published']);
        assert.equal((await all[0]!.drafts.latest(charter))?.number, 1);
        assert.deepEqual(await all[0]!.appointments.of(charter), []);
      }
    });

    it('end consent rounds and bring back what was adopted once', async () => {
      const [rounds, adopted] = [[], []] as [DraftContent[], DraftContent[]];
      for (let count = 0; count < 5; count += 1) {
        rounds.push(await aRound(all[0]!));
        adopted.push(await anAdoptedDraft(all[0]!));
      }
      for (const { id: draft, charter } of rounds) await make({ kind: 'end-consent', charter, draft });
      for (const { id: draft, charter } of adopted) await make({ kind: 'review', charter, draft });

      await keepTogether();

      for (const { id, charter } of rounds) {
        assert.equal((await all[0]!.adoption.round(id))?.closedAt, time);
        const kinds = (await all[0]!.process.records(charter)).map(({ entry }) => entry.kind);
        assert.equal(kinds.filter((kind) => kind === 'consent-closed').length, 1);
      }
      for (const { charter } of adopted) {
        assert.deepEqual(await announced(charter), ['adopted', 'published', 'review']);
        assert.deepEqual(await all[0]!.appointments.of(charter), []);
      }
    });

    it('remind and close once', async () => {
      const drafts = [];
      for (let count = 0; count < 10; count += 1) drafts.push(await anOpenDraft(all[0]!));
      for (const { id: draft, charter } of drafts) {
        await make({ kind: 'remind', charter, draft });
        await make({ kind: 'close', charter, draft });
      }

      await keepTogether();

      for (const { id, charter } of drafts) {
        assert.deepEqual(await announced(charter), ['published', 'reminder']);
        assert.equal((await all[0]!.drafts.find(id))?.state, 'closed');
        assert.deepEqual(await all[0]!.appointments.of(charter), []);
      }
    });
  });
}

async function aRound(stores: Stores): Promise<DraftContent> {
  const draft = await anOpenDraft(stores);
  const { id, charter } = draft;
  await stores.drafts.change({ draft: id, from: 'open', to: 'closed', at: time });
  const opened = await stores.adoption.open({
    round: { draft: id, openedAt: time, closesAt: time },
    charter,
    terms: 'terms',
    announcement: anAnnouncement(charter, { kind: 'consent', draft: id }),
  });
  assert.ok(opened);
  return draft;
}

async function anAdoptedDraft(stores: Stores): Promise<DraftContent> {
  const draft = await anOpenDraft(stores);
  const { id, charter, number } = draft;
  await stores.drafts.change({ draft: id, from: 'open', to: 'closed', at: time });
  const sealed = await stores.process.seal({
    charter,
    announcement: anAnnouncement(charter, { kind: 'adopted', draft: id }),
    outcome: {
      ...{ charter, draft: id, number, adoptedOn: '2026-11-30', recordedAt: time },
      rule: { quorum: 5, mostObjecting: 20, consentDays: 7 },
      figures: { kind: 'hidden', people: { kind: 'fewer-than', count: 5 } },
      ...{ dissent: [], followUps: [], reviewOn: '2027-11-30' },
    },
  });
  assert.equal(sealed, 'sealed');
  return draft;
}

function portsOn(database: Database): Ports & Stores {
  const nobody = (): never => {
    throw new Error('nothing is sent here');
  };
  return {
    ...createStores(database),
    messenger: { announce: nobody, edit: nobody },
    clock: { now: () => new Date(time) },
    manners: { contactsPerDraft: 3, timeZone: 'UTC' },
    readPost,
    writePost,
    writeBlog: createBlogWriter(noteWordsFor),
    stemsOf,
    addresses: paperAddresses,
  };
}
