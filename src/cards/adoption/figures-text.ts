import type { AdoptionRule } from '../../domain/process.js';
import type { ConsentFigures } from '../../domain/consent.js';
import type { Words } from '../../words/catalogue.js';

/** How many gave each answer, as far as it may be told. */
export function figuresText(figures: ConsentFigures, words: Words): string {
  if (figures.kind === 'hidden') return words.say('adoption.figures.hidden', { least: figures.people.count });
  const { support, 'live-with': liveWith, object } = figures.counts;
  return words.say('adoption.figures.shown', { support, liveWith, object });
}

export function ruleText(rule: AdoptionRule, words: Words): string {
  return words.say('adoption.rule', { ...rule });
}
