import type { CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import { groups } from './made-up-members.js';
import { play, writeTold, type Stage } from './stage.js';

/** The process is announced, and days later its first draft is published. */
export async function announceAndPublish(
  stage: Stage,
  { announcement, draft }: { readonly announcement?: string; readonly draft: string },
): Promise<Draft> {
  const { facilitator, scratch, transcript } = stage;
  if (announcement !== undefined) {
    transcript.chapter('The process is announced', scratch.now());
    await play(stage, facilitator, 'pastes the announcement', { kind: 'import', source: announcement });
    await play(stage, facilitator, 'publishes it', { kind: 'publish' });
    writeTold(stage, await scratch.deliver());
    await scratch.pass(7);
  }
  transcript.chapter('The first draft', scratch.now());
  await play(stage, facilitator, 'pastes the draft', { kind: 'import', source: draft });
  await play(stage, facilitator, 'publishes it', { kind: 'publish' });
  writeTold(stage, await scratch.deliver());
  await play(stage, facilitator, 'lets members say where they belong, before anybody answers', {
    kind: 'change-rules',
    rules: { groups },
  });
  writeTold(stage, await scratch.deliver());
  return newestDraft(stage);
}

export async function newestDraft({ scratch: { ports } }: Stage, charter?: CharterName): Promise<Draft> {
  const name = charter ?? (await ports.charters.all())[0]?.name;
  const draft = name === undefined ? undefined : await ports.drafts.latest(name);
  if (draft === undefined) throw new Error('The rehearsal has no draft: is the post one with values?');
  return draft;
}
