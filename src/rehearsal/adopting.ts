import type { Draft } from '../domain/draft.js';
import type { MadeUpMember } from './made-up-members.js';
import { answering, publishComments } from './rating.js';
import { ask, play, writeTold, type Stage } from './stage.js';

const objection =
  'I cannot stand behind the last value: it asks more of those with little time than of the rest.';
/** Below this mood a member can live with it and does not support it. */
const hesitatingBelow = -0.3;
const day = 24 * 60 * 60 * 1000;

/** Everybody is asked whether the draft may be adopted; it is, with its dissent, and a year later it comes back. */
export async function adopt(stage: Stage, draft: Draft): Promise<void> {
  const { scratch, transcript, facilitator } = stage;
  const about = { draft: draft.id };
  transcript.chapter('May we adopt it?', scratch.now());
  await play(stage, facilitator, 'proposes it for adoption', {
    kind: 'open-consent',
    about,
    confirmed: true,
  });
  writeTold(stage, await scratch.deliver());
  await consent(stage, draft);
  await scratch.pass(8);
  transcript.chapter('Adopted', scratch.now());
  const adoptedOn = dayOf(scratch.now());
  const reviewOn = dayOf(new Date(scratch.now().getTime() + 365 * day));
  await play(stage, facilitator, 'records the adoption', {
    kind: 'adopt',
    ...{ about, confirmed: true, adoptedOn, reviewOn },
    followUps: 'Put the values on our page; Newcomers group; 2026-04-01',
  });
  writeTold(stage, await scratch.deliver());
  const [reader] = answering(stage);
  const { charter } = draft;
  if (reader !== undefined) {
    await play(stage, reader.speaker, 'reads the outcome', { kind: 'outcome', charter });
    await play(stage, reader.speaker, 'asks how the process went', { kind: 'process', charter });
  }
  const later = await scratch.passUntilTold(366);
  transcript.chapter('A year later', scratch.now());
  writeTold(stage, later);
}

async function consent(stage: Stage, { id, charter }: Draft): Promise<void> {
  const { facilitator, transcript } = stage;
  const about = { draft: id };
  const [reader, ...others] = answering(stage);
  if (reader === undefined) return;
  await play(stage, reader.speaker, 'opens the proposal', { kind: 'consent', about });
  await play(stage, reader.speaker, 'supports it', { kind: 'give-consent', about, answer: 'support' });
  const objecting = lowest(others);
  await play(stage, objecting.speaker, 'objects', {
    kind: 'give-consent',
    ...{ about, answer: 'object', reason: objection },
  });
  for (const member of others.filter((each) => each !== objecting))
    await ask(stage, member.speaker, {
      kind: 'give-consent',
      about,
      answer: member.mood < hesitatingBelow ? 'live-with' : 'support',
    });
  transcript.notes(`${String(others.length + 1)} members answer.`);
  await publishComments(stage);
  await answerObjection(stage, { id, charter });
  await play(stage, facilitator, 'ends the round', { kind: 'end-consent', about, confirmed: true });
}

async function answerObjection(stage: Stage, { id, charter }: Pick<Draft, 'id' | 'charter'>): Promise<void> {
  const { facilitator, scratch } = stage;
  const objections = await scratch.ports.adoption.objections(id);
  await play(stage, facilitator, 'makes a theme of the objection', {
    kind: 'save-theme',
    ...{ charter, title: 'What it asks of those with little time', outside: [], press: 'objection' },
    comments: objections.map((each) => each.id),
  });
  const number = (await scratch.ports.themes.all(charter)).length;
  await play(stage, facilitator, 'answers it', {
    kind: 'save-answer',
    ...{ charter, number, status: 'partly' },
    reason: 'The value says “what we can give”. At the review we look at who had the time.',
  });
  await ask(stage, facilitator, { kind: 'tell-answers', charter, confirmed: true });
  writeTold(stage, await scratch.deliver());
}

function lowest(members: readonly MadeUpMember[]): MadeUpMember {
  const [first] = [...members].sort((one, other) => one.mood - other.mood);
  if (first === undefined) throw new Error('A rehearsal needs more members.');
  return first;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
