import { everyCharter } from '../domain/place.js';
import { adopt } from './adopting.js';
import { madeUpMembers, placeOf, speakerOf } from './made-up-members.js';
import { announceAndPublish } from './publishing.js';
import { rateFirstDraft } from './rating.js';
import { answerAndRevise } from './revising.js';
import { openScratch, type Scratch } from './scratch.js';
import { createSeeded } from './seeded.js';
import type { Stage } from './stage.js';
import { createTranscript } from './transcript.js';

export interface Rehearsal {
  /** The same seed tells the same story. */
  readonly seed: number;
  /** How many made-up members there are. */
  readonly members: number;
  /** Markdown posts: the announcement of the process, if there is one, and the first draft. */
  readonly announcement?: string;
  readonly draft: string;
}

const start = new Date('2026-01-12T09:00:00.000Z');
const sharedPlaces = [
  ['channel', 'General'],
  ['channel', 'Newcomers'],
  ['group', 'Friday group'],
] as const;

/**
 * A whole process with made-up members, in a scratch database that is removed afterwards, with time sped up. Writes what
 * each side would have seen; nothing is sent anywhere.
 */
export async function rehearse(rehearsal: Rehearsal, write: (line: string) => void): Promise<void> {
  const scratch = await openScratch(start);
  try {
    const random = createSeeded(rehearsal.seed);
    const stage: Stage = {
      ...{ scratch, random },
      transcript: createTranscript(write),
      members: madeUpMembers(rehearsal.members, random),
      facilitator: speakerOf('Facilitator Mara'),
      second: speakerOf('Facilitator Noor'),
    };
    await moveIn(scratch, stage);
    stage.transcript.notes(
      `A rehearsal with ${String(rehearsal.members)} made-up members, seed ${String(rehearsal.seed)}. Nothing leaves this machine.`,
    );
    const draft = await announceAndPublish(stage, rehearsal);
    await rateFirstDraft(stage, draft);
    const next = await answerAndRevise(stage, draft);
    await adopt(stage, next);
  } finally {
    await scratch.end();
  }
}

/** Everybody has a chat with the bot, and hears of everything. */
async function moveIn({ ports }: Scratch, { members, facilitator, second }: Stage): Promise<void> {
  const at = ports.clock.now().toISOString();
  const chats = [...members.map(({ speaker }) => speaker), facilitator, second].map(({ place }) => place);
  for (const place of [...sharedPlaces.map(([scope, name]) => placeOf(scope, name)), ...chats]) {
    await ports.places.note({ ...place, at });
    await ports.places.subscribe({ place: place.id, charter: everyCharter, state: 'active', at });
  }
  for (const { member, name } of [facilitator, second]) {
    await ports.facilitators.add({ member, at });
    if (name !== undefined) await ports.facilitators.noteName({ member, name });
  }
}
