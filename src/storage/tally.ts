import type { Kysely } from 'kysely';

import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { parseAnswer, type Answer } from '../domain/rating.js';
import type { GroupTally } from '../domain/release.js';
import type { Tables } from './schema.js';

/** How often each answer stands for each value. */
async function readTally(query: Kysely<Tables>, draft: DraftId): Promise<readonly GroupTally[]> {
  const rows = await answersTo(query, draft)
    .select((eb) => ['value', eb.ref('answer').$notNull().as('answer'), eb.fn.countAll().as('count')])
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

/** The same by where members say they belong. Where nobody can say, nothing is joined: that takes as long again. */
export async function readGroupTally(
  query: Kysely<Tables>,
  { draft, charter }: { draft: DraftId; charter: CharterName },
): Promise<readonly GroupTally[]> {
  const somebody = await query
    .selectFrom('member_groups')
    .select('charter')
    .where('charter', '=', charter)
    .limit(1)
    .executeTakeFirst();
  if (somebody === undefined) return readTally(query, draft);
  const rows = await answersTo(query, draft)
    .leftJoin('member_groups', (join) =>
      join
        .onRef('member_groups.pseudonym', '=', 'ratings.pseudonym')
        .on('member_groups.charter', '=', charter),
    )
    .select((eb) => ['value', eb.ref('answer').$notNull().as('answer'), 'group_name'])
    .select((eb) => eb.fn.countAll().as('count'))
    .groupBy(['value', 'answer', 'group_name'])
    .execute();
  return rows.map(({ value, answer, group_name: group, count }) => ({
    value,
    answer: answerOf(answer),
    ...given({ group: group ?? undefined }),
    count: Number(count),
  }));
}

function answersTo(query: Kysely<Tables>, draft: DraftId) {
  return query.selectFrom('ratings').where('draft', '=', draft).where('answer', 'is not', null);
}

export function answerOf(stored: string): Answer {
  const answer = parseAnswer(stored);
  if (answer === undefined) throw new Error('The database holds an answer that is none.');
  return answer;
}
