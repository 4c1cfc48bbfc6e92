import type { Kysely } from 'kysely';

import type { DraftId } from '../domain/draft.js';
import { parseAnswer, type Answer } from '../domain/rating.js';
import type { Tally } from '../domain/results.js';
import type { Tables } from './schema.js';

/** How often each answer stands for each value. */
export async function readTally(query: Kysely<Tables>, draft: DraftId): Promise<readonly Tally[]> {
  const rows = await query
    .selectFrom('ratings')
    .select((eb) => ['value', eb.ref('answer').$notNull().as('answer'), eb.fn.countAll().as('count')])
    .where('draft', '=', draft)
    .where('answer', 'is not', null)
    .groupBy(['value', 'answer'])
    .orderBy('value')
    .orderBy('answer')
    .execute();
  return rows.map(({ value, answer, count }) => ({
    value,
    answer: answerOf(answer),
    count: Number(count),
  }));
}

export function answerOf(stored: string): Answer {
  const answer = parseAnswer(stored);
  if (answer === undefined) throw new Error('The database holds an answer that is none.');
  return answer;
}
