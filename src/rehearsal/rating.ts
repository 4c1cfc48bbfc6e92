import type { Draft } from '../domain/draft.js';
import { answerOf, groups, remarks, type MadeUpMember } from './made-up-members.js';
import { ask, play, writeTold, type Stage } from './stage.js';

/** Members rate and comment, somebody reviews the comments, and the draft is closed. */
export async function rateFirstDraft(stage: Stage, draft: Draft): Promise<void> {
  const { members, transcript, scratch, facilitator } = stage;
  transcript.chapter('Members read, rate and say what is missing', scratch.now());
  const about = { draft: draft.id };
  const [shown] = answering(stage);
  if (shown !== undefined) await play(stage, shown.speaker, 'opens the draft', { kind: 'ballot', about });
  await sayWhereTheyBelong(stage, draft);
  await rateAll(stage, draft, answering(stage));
  transcript.notes(
    `${String(answering(stage).length)} of ${String(members.length)} members rate every value; the others do not answer.`,
  );
  if (shown !== undefined)
    await play(stage, shown.speaker, 'looks at the answers', { kind: 'answers', about });
  await comment(stage, draft);
  await scratch.pass(5);
  transcript.chapter('A reminder', scratch.now());
  await play(stage, facilitator, 'reminds those who have not finished', {
    kind: 'remind',
    about,
    confirmed: true,
  });
  writeTold(stage, await scratch.deliver());
  await scratch.pass(5);
  transcript.chapter('The draft is closed', scratch.now());
  await play(stage, facilitator, 'closes it', { kind: 'close', about, confirmed: true });
  writeTold(stage, await scratch.deliver());
  const reader = shown?.speaker ?? facilitator;
  await play(stage, reader, 'reads the results', { kind: 'results', about });
}

export function answering({ members }: Stage): readonly MadeUpMember[] {
  return members.filter((member) => member.answers);
}

/** Each of them rates whatever they are asked, as they would. */
export async function rateAll(
  stage: Stage,
  draft: Draft,
  members: readonly MadeUpMember[],
  liking: (position: number) => number = (position) => 0.8 - position * 0.3,
): Promise<void> {
  for (const member of members)
    for (const [index, { id }] of draft.values.entries())
      await ask(stage, member.speaker, {
        kind: 'rate',
        about: { draft: draft.id },
        value: { by: 'id', id },
        answer: answerOf(member, liking(index), stage.random),
      });
}

/** Two groups that are large enough to be told, and two that are not. */
async function sayWhereTheyBelong(stage: Stage, draft: Draft): Promise<void> {
  const [large, other, small, smallest] = groups;
  const about = { draft: draft.id };
  for (const [index, { speaker }] of answering(stage).entries()) {
    const few = index < 3 ? smallest : small;
    const many = index % 2 === 0 ? large : other;
    const group = index < 7 ? few : many;
    await ask(stage, speaker, { kind: 'group', about, group });
  }
}

async function comment(stage: Stage, draft: Draft): Promise<void> {
  const { scratch, facilitator } = stage;
  const about = { draft: draft.id };
  const weakest = draft.values.length;
  for (const [index, { sort, text }] of remarks.entries()) {
    const writer = answering(stage)[index];
    if (writer === undefined) continue;
    const value = sort === 'missing' ? {} : { value: { by: 'position', position: weakest } as const };
    await play(stage, writer.speaker, index === 0 ? 'comments, and signs' : 'comments', {
      kind: 'send-comment',
      about,
      draft: { ...value, sort, text, signed: index === 0 },
    });
    await scratch.pass(1);
  }
  await play(stage, facilitator, 'looks at what waits to be read', { kind: 'moderation' });
  await publishComments(stage);
  await scratch.deliver();
}

/** Whatever waits to be read is shown. */
export async function publishComments(stage: Stage): Promise<void> {
  const { ports } = stage.scratch;
  for (const { name } of await ports.charters.all())
    for (const { id } of await ports.comments.queue(name))
      await ask(stage, stage.facilitator, {
        kind: 'moderate',
        comment: id,
        decision: { kind: 'publish' },
      });
}
