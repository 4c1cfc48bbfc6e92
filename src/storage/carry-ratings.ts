import { sql, type Transaction } from 'kysely';

import type { Publication } from '../app/ports.js';
import type { DraftContent, DraftId, ValueId } from '../domain/draft.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Carried = NonNullable<Publication['carried']>;

/** Values with answers from the same drafts: one statement copies them all. */
interface Alike {
  readonly values: readonly ValueId[];
  readonly from: readonly DraftId[];
}

/**
 * Copies each member's last answer, where it was given to one of the drafts named. Comes after the drafts before have
 * been replaced: nobody answers them any more.
 */
export async function carryRatings(tx: Tx, draft: DraftContent, carried: Carried): Promise<void> {
  for (const alike of together(carried)) await copy(tx, draft, alike);
}

function together(carried: Carried): readonly Alike[] {
  const groups = new Map<string, { values: ValueId[]; from: readonly DraftId[] }>();
  for (const { value, from } of carried) {
    const key = JSON.stringify(from.toSorted());
    const group = groups.get(key) ?? { values: [], from };
    groups.set(key, group);
    group.values.push(value);
  }
  return [...groups.values()].filter(({ from }) => from.length > 0);
}

/** Of each member and value the answer to the highest draft is the last. A withdrawn answer is one, too. */
async function copy(tx: Tx, { id, publishedAt }: DraftContent, { values, from }: Alike): Promise<void> {
  await sql`
    insert into ratings (draft, pseudonym, value, answer, pressed, pressed_before, rated_at, carried_from)
    select ${id}, pseudonym, value, answer, '', '', ${publishedAt}, coalesce(carried_from, draft)
    from (
      select ratings.draft, ratings.pseudonym, ratings.value, ratings.answer, ratings.carried_from,
        row_number() over (partition by ratings.pseudonym, ratings.value order by drafts.number desc) as nth
      from drafts as next
      join drafts on drafts.charter = next.charter and drafts.number < next.number
      join ratings on ratings.draft = drafts.id
      where next.id = ${id} and drafts.state <> 'withdrawn' and ratings.value in (${sql.join([...values])})
    ) as given
    where nth = 1 and answer is not null and draft in (${sql.join([...from])})
    order by pseudonym, value`.execute(tx);
}
