import { changedStretches } from '../app/feedback/changed-stretches.js';
import type { CausedChange } from '../app/feedback/views.js';
import type { Words } from '../words/catalogue.js';
import { oneFullStop } from '../words/full-stop.js';

/** "In draft 2: “Champion …” now reads “…”.": what a theme led to. */
export function changeText(change: CausedChange, words: Words): string {
  return oneFullStop(
    words.say('feedback.caused.in', { number: change.number, what: whatChanged(change, words) }),
  );
}

function whatChanged({ of, title, kinds, before, after }: CausedChange, words: Words): string {
  const { caused } = words.all.feedback;
  if (of === 'considerations' || of === 'lead-in') return caused[of];
  if (of === 'removed') return words.say('feedback.caused.removed', { title });
  if (kinds.includes('added')) return words.say('feedback.caused.added', { title });
  const renamed =
    before === undefined || after === undefined || before.title === after.title
      ? []
      : [words.say('feedback.caused.title', { before: before.title, after: after.title })];
  const stretches =
    kinds.includes('text') && before !== undefined && after !== undefined
      ? changedStretches(before.text, after.text)
      : [];
  const told = (['reordered', 'moved', 'split', 'merged'] as const).filter((kind) => kinds.includes(kind));
  const others = [
    ...stretches.map((stretch) => {
      if (stretch.before === '') return words.say('feedback.caused.wordsAdded', { ...stretch });
      if (stretch.after === '') return words.say('feedback.caused.wordsRemoved', { ...stretch });
      return words.say('feedback.caused.words', { ...stretch });
    }),
    ...told.map((kind) => caused[kind]),
  ];
  if (renamed.length > 0) return [...renamed, ...others].join('; ');
  return others.length === 0
    ? title
    : words.say('feedback.caused.value', { title, changes: others.join('; ') });
}
