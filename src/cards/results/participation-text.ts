import type { ResultsView } from '../../app/results/views.js';
import type { Headcount } from '../../domain/release.js';
import { worstCase } from '../../domain/statistics/worst-case.js';
import type { Words } from '../../words/catalogue.js';

type Results = NonNullable<ResultsView['results']>;

/** Who took part, of how many who are known to have been asked, and what those who did not answer could change. */
export function participationTexts(results: Results, words: Words): readonly string[] {
  const { started, finished, declined, asked, places } = results.participation;
  const key = asked.by === 'charter' ? 'results.took.ofCharter' : 'results.took.ofAsked';
  return [
    words.say(key, {
      asked: headcountText(asked.people, words),
      started: headcountText(started, words),
      finished: headcountText(finished, words),
    }),
    ...(declined.kind === 'exactly' && declined.count === 0
      ? []
      : [words.say('results.took.declined', { declined: headcountText(declined, words) })]),
    ...(places === 0 ? [] : [words.say('results.took.posted', { places })]),
    ...worstText(results, words),
  ];
}

/** As exactly as it may be told: "44", "at least 40", "fewer than 5". */
export function headcountText({ kind, count }: Headcount, words: Words): string {
  switch (kind) {
    case 'exactly':
      return words.say('results.took.exactly', { count });
    case 'at-least':
      return words.say('results.took.atLeast', { count });
    case 'fewer-than':
      return words.say('results.took.fewerThan', { count });
  }
}

/** Of the first value, once on a card; only where it is known exactly how many were asked. */
function worstText({ values, order, participation }: Results, words: Words): readonly string[] {
  const { people } = participation.asked;
  const first = values.find((result) => result.kind === 'shown');
  if (people.kind !== 'exactly' || first === undefined || people.count <= first.n) return [];
  const bounds = worstCase({ share: first.topTwoShare, answered: first.n, asked: people.count });
  const position = order.indexOf(first.value) + 1;
  return [words.say('results.took.worst', { position, low: bounds.low, high: bounds.high })];
}
