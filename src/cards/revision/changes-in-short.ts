import { isAskedAgain } from '../../domain/asked-again.js';
import type { ChangeKind, DraftChanges } from '../../domain/change.js';
import type { Words } from '../../words/catalogue.js';
import type { Line } from '../line-pages.js';

/** What a draft changes, in a sentence or two: how much, how many questions that is, and what was left without an answer. */
export function changesInShort(changes: DraftChanges | undefined, words: Words): readonly Line[] {
  if (changes === undefined) return [];
  const base = String(changes.base);
  const asked = changes.values.filter((change) => isAskedAgain(changes, change)).length;
  const { themes, comments } = changes.unanswered;
  return [
    words.say('revision.announcement.since', { base, parts: partsOf(changes, words).join(', ') }),
    words.say('revision.announcement.asked', { asked }),
    ...(themes.length + comments === 0
      ? []
      : [words.say('revision.announcement.unanswered', { base, themes: themes.length, comments })]),
  ].map((text) => ({ text }));
}

function partsOf({ values, removed }: DraftChanges, words: Words): readonly string[] {
  const having = (...kinds: readonly ChangeKind[]): number =>
    values.filter((change) => kinds.some((kind) => change.kinds.includes(kind))).length;
  const counts = {
    added: having('added'),
    title: having('title'),
    text: having('text', 'reordered', 'split', 'merged'),
    removed: removed.length,
    same: values.filter(({ kinds }) => kinds.every((kind) => kind === 'moved')).length,
  };
  return (['added', 'title', 'text', 'removed', 'same'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => words.say(`revision.announcement.${name}`, { count: counts[name] }));
}
