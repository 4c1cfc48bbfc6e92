import type { Draft } from '../domain/draft.js';
import { answering, rateAll } from './rating.js';
import { newestDraft } from './publishing.js';
import { ask, play, writeTold, type Stage } from './stage.js';

/** What was said is answered, the weakest value is revised, and members are asked about that alone. */
export async function answerAndRevise(stage: Stage, draft: Draft): Promise<Draft> {
  const { scratch, transcript } = stage;
  await scratch.pass(2);
  transcript.chapter('You said, we did', scratch.now());
  await answer(stage, draft);
  await scratch.pass(5);
  transcript.chapter('The next draft', scratch.now());
  await revise(stage, draft);
  const next = await newestDraft(stage, draft.charter);
  await rateAgain(stage, next);
  return next;
}

async function answer(stage: Stage, draft: Draft): Promise<void> {
  const { scratch, facilitator } = stage;
  const { charter, id } = draft;
  const comments = await scratch.ports.themes.ungrouped({ charter, draft: id });
  const texts = [...comments].sort((one, other) => (one.text < other.text ? -1 : 1));
  const onValue = texts.filter(({ value }) => value !== undefined).map((each) => each.id);
  const onWhole = texts.filter(({ value }) => value === undefined).map((each) => each.id);
  const outside: readonly [] = [];
  await play(stage, facilitator, 'enters what a meeting said', {
    kind: 'save-outside',
    ...{ charter, source: 'meeting', label: 'Friday meeting', people: 14 },
    day: scratch.now().toISOString().slice(0, 10),
    text: 'We agreed that the last value should say what it asks of newcomers.',
    press: 'outside',
  });
  await play(stage, facilitator, 'makes a theme of four comments', {
    kind: 'save-theme',
    ...{ charter, title: 'Say what it asks of us', comments: onValue, outside, press: 'first' },
  });
  await play(stage, facilitator, 'makes another of one', {
    kind: 'save-theme',
    ...{ charter, title: 'What happens when we disagree', comments: onWhole, outside, press: 'second' },
  });
  await play(stage, facilitator, 'answers the first', {
    kind: 'save-answer',
    ...{ charter, number: 1, status: 'done' },
    reason: 'The value says now what it asks of us, and of whom.',
  });
  await play(stage, facilitator, 'answers the second', {
    kind: 'save-answer',
    ...{ charter, number: 2, status: 'not-now' },
    reason: 'We want to try a way of settling disputes before we write it down.',
    followUp: { what: 'Try a way of settling disputes', owner: 'Friday group', due: '2026-06-01' },
  });
  await play(stage, facilitator, 'tells the answers', { kind: 'tell-answers', charter, confirmed: true });
  writeTold(stage, await scratch.deliver());
  const [reader] = answering(stage);
  if (reader !== undefined)
    await play(stage, reader.speaker, 'reads what became of it', { kind: 'feedback', charter });
}

async function revise(stage: Stage, { charter, values }: Draft): Promise<void> {
  const { scratch, facilitator } = stage;
  const value = { by: 'position', position: values.length } as const;
  const weakest = values.at(-1);
  if (weakest === undefined) return;
  await play(stage, facilitator, 'opens the working copy', { kind: 'revise', charter });
  await play(stage, facilitator, 'rewords the last value', {
    kind: 'save-value',
    ...{ charter, value, title: weakest.title },
    text: `${weakest.text}\n\nIt asks each of us for what we can give, newcomers and old hands alike.`,
  });
  await play(stage, facilitator, 'says how far that goes, and why', {
    kind: 'declare',
    ...{ charter, of: value, size: 'meaning', themes: [1] },
    why: 'Many asked what it means on an ordinary day.',
  });
  await play(stage, facilitator, 'looks at the preview', { kind: 'preview', charter });
  await play(stage, facilitator, 'publishes it', { kind: 'publish', charter });
  writeTold(stage, await scratch.deliver());
}

/** One question for whoever rated the draft before, all for whoever did not. */
async function rateAgain(stage: Stage, next: Draft): Promise<void> {
  const { scratch, transcript, members, facilitator } = stage;
  const about = { draft: next.id };
  const rated = answering(stage);
  const [reader] = rated;
  if (reader !== undefined) {
    await play(stage, reader.speaker, 'opens it: one question', { kind: 'ballot', about });
    await play(stage, reader.speaker, 'asks what changed', { kind: 'changes', about });
  }
  const changed = { ...next, values: next.values.slice(-1) };
  await rateAll(stage, changed, rated, () => 0.7);
  const newcomers = members.filter((member) => !member.answers).slice(0, 3);
  await rateAll(stage, next, newcomers);
  transcript.notes(
    `${String(rated.length)} members answer the one question; ${String(newcomers.length)} newcomers rate every value.`,
  );
  await scratch.pass(10);
  await play(stage, facilitator, 'closes it', { kind: 'close', about, confirmed: true });
  await scratch.deliver();
  const texts = await ask(stage, reader?.speaker ?? facilitator, { kind: 'results', about });
  texts.forEach((text) => transcript.sees('Everybody', text));
}
