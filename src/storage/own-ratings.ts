import type { Kysely } from 'kysely';

import type { RatingStore } from '../app/ports.js';
import type { DraftId, ValueId } from '../domain/draft.js';
import type { Answer, Pseudonym } from '../domain/rating.js';
import type { Tables } from './schema.js';
import { answerOf } from './tally.js';

interface Own {
  readonly draft: DraftId;
  readonly pseudonym: Pseudonym;
}

/** By value, the number of the draft that a carried answer was given to. */
export async function readCarried(
  query: Kysely<Tables>,
  { draft, pseudonym }: Own,
): Promise<ReadonlyMap<ValueId, number>> {
  const rows = await query
    .selectFrom('ratings')
    .innerJoin('drafts', 'drafts.id', 'ratings.carried_from')
    .select(['ratings.value', 'drafts.number'])
    .where('ratings.draft', '=', draft)
    .where('ratings.pseudonym', '=', pseudonym)
    .where('ratings.answer', 'is not', null)
    .execute();
  return new Map(rows.map(({ value, number }) => [value, number]));
}

/** The last answer to each value before a draft; one that was taken back leaves none, also of those before it. */
export async function readLastAnswers(
  query: Kysely<Tables>,
  { draft, pseudonym }: Own,
): ReturnType<RatingStore['before']> {
  const rows = await query
    .selectFrom('drafts as next')
    .innerJoin('drafts', (join) =>
      join.onRef('drafts.charter', '=', 'next.charter').onRef('drafts.number', '<', 'next.number'),
    )
    .innerJoin('ratings', 'ratings.draft', 'drafts.id')
    .leftJoin('drafts as first', 'first.id', 'ratings.carried_from')
    .select(['ratings.value', 'ratings.answer', 'drafts.number', 'first.number as carried'])
    .where('next.id', '=', draft)
    .where('drafts.state', '<>', 'withdrawn')
    .where('ratings.pseudonym', '=', pseudonym)
    .orderBy('drafts.number')
    .execute();
  const last = new Map<ValueId, { readonly answer: Answer; readonly number: number }>();
  for (const { value, answer, number, carried } of rows) {
    if (answer === null) last.delete(value);
    else last.set(value, { answer: answerOf(answer), number: carried ?? number });
  }
  return last;
}
