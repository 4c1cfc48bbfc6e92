import type { ShownResult } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';
import { headcountText } from './participation-text.js';

/** What those did who rated a value in two drafts, and how many answers were carried; nothing of a first draft. */
export function comparedTexts(
  { carried, compared }: Pick<ShownResult, 'carried' | 'compared'>,
  words: Words,
): readonly string[] {
  const kept =
    carried === undefined ? [] : [words.say('results.carried', { answers: headcountText(carried, words) })];
  if (compared === undefined) return kept;
  const { up, same, down, newcomers, leavers, with: before } = compared;
  return [
    ...kept,
    words.say('results.compared.moved', { all: up + same + down, before, up, same, down }),
    words.say('results.compared.apart', {
      before,
      newcomers: headcountText(newcomers, words),
      leavers: headcountText(leavers, words),
    }),
  ];
}

/** The tests behind it, for whoever wants them. */
export function comparedFigures(
  { compared }: Pick<ShownResult, 'compared'>,
  words: Words,
): readonly string[] {
  if (compared === undefined) return [];
  const { signTest: p, signedRank, stands } = compared;
  return [
    words.say(stands ? 'results.compared.stands' : 'results.compared.chance', { p }),
    ...(signedRank === undefined ? [] : [words.say('results.compared.ranks', signedRank)]),
  ];
}
