import type { CorrectedWords, Correction } from '../domain/correction.js';
import type { Words } from '../words/catalogue.js';
import { dayText } from './moment.js';
import { inline, shorten } from './text.js';

const wordsShown = 60;
const changesShown = 3;
const correctionsShown = 3;

/** What was put right since it was published, the newest first, each in a line; older ones are counted. */
export function correctionLines(
  corrections: readonly Correction[],
  words: Words,
): readonly { readonly text: string }[] {
  const shown = corrections.slice(-correctionsShown).toReversed();
  const left = corrections.length - shown.length;
  return [
    ...shown.map(({ at, changes }) =>
      words.say('announcement.corrected', { day: dayText(at, words), changes: changesText(changes, words) }),
    ),
    ...(left > 0 ? [words.say('announcement.correctedMore', { count: left })] : []),
  ].map((text) => ({ text }));
}

function changesText(changes: readonly CorrectedWords[], words: Words): string {
  const left = changes.length - changesShown;
  return [
    ...changes.slice(0, changesShown).map((change) => changeText(change, words)),
    ...(left > 0 ? [words.say('announcement.changesMore', { count: left })] : []),
  ].join('; ');
}

function changeText(change: CorrectedWords, words: Words): string {
  const before = quoted(change.before);
  const after = quoted(change.after);
  if (before === '') return words.say('announcement.added', { after });
  if (after === '') return words.say('announcement.removed', { before });
  return words.say('announcement.change', { before, after });
}

function quoted(text: string): string {
  return inline(shorten(text.trim(), wordsShown));
}
