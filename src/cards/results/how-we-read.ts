import { fewestAnswers, fewestForBadge } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';

/** The rules by which figures become words, for whoever wants to know. */
export function howTexts(words: Words, { compares }: { readonly compares: boolean }): readonly string[] {
  const { share, agreement, doubt } = words.all.results.how;
  return [
    words.say('results.how.badge', { least: fewestForBadge }),
    share,
    agreement,
    ...(compares ? [words.say('results.compared.how', { least: fewestAnswers })] : []),
    doubt,
  ];
}
