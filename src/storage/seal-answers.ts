import { sql, type RawBuilder, type Transaction } from 'kysely';

import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import { groupsToKeep } from '../domain/sealed-groups.js';
import type { Database } from './database.js';
import type { Dialect } from './dialect.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

interface Answers {
  readonly charter: CharterName;
  readonly drafts: readonly DraftId[];
  /** The threshold of the charter. */
  readonly least: number;
}

/** Moves answers under random ids, without their times, in the order of those ids; nothing is left where they were. */
export async function sealAnswers({ dialect }: Database, tx: Tx, answers: Answers): Promise<void> {
  const { charter, drafts } = answers;
  if (drafts.length > 0) {
    await move(tx, dialect, answers);
    await tx.deleteFrom('ratings').where('draft', 'in', drafts).execute();
    await tx.deleteFrom('declines').where('draft', 'in', drafts).execute();
    await tx.updateTable('spelling_disputes').set({ pseudonym: null }).where('draft', 'in', drafts).execute();
  }
  await tx.deleteFrom('member_groups').where('charter', '=', charter).execute();
}

/**
 * The database makes the ids, once for each pseudonym, from the randomness of its operating system; nothing else has
 * ever seen which belongs to which.
 */
async function move(tx: Tx, dialect: Dialect, { charter, drafts, least }: Answers): Promise<void> {
  const those = sql.join([...drafts]);
  const kept = [...(await keptGroups(tx, { charter, drafts, least }))];
  const group =
    kept.length === 0
      ? sql`null`
      : sql`case when said.group_name in (${sql.join(kept)}) then said.group_name end`;
  await sql`
    with answering as (select distinct pseudonym from ratings where draft in (${those}) and answer is not null),
    respondents as materialized (select pseudonym, ${randomId(dialect)} as respondent from answering)
    insert into sealed_answers (draft, value, respondent, answer, group_name)
    select ratings.draft, ratings.value, respondents.respondent, ratings.answer, ${group}
    from ratings
    join respondents on respondents.pseudonym = ratings.pseudonym
    left join member_groups as said on said.charter = ${charter} and said.pseudonym = ratings.pseudonym
    where ratings.draft in (${those}) and ratings.answer is not null
    order by respondents.respondent, ratings.draft, ratings.value`.execute(tx);
}

function randomId(dialect: Dialect): RawBuilder<string> {
  return dialect === 'postgres'
    ? sql`replace(cast(gen_random_uuid() as text), '-', '')`
    : sql`lower(hex(randomblob(16)))`;
}

async function keptGroups(tx: Tx, { charter, drafts, least }: Answers): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('ratings')
    .leftJoin('member_groups as said', (join) =>
      join.onRef('said.pseudonym', '=', 'ratings.pseudonym').on('said.charter', '=', charter),
    )
    .select('said.group_name as group')
    .select(({ fn }) => fn.count('ratings.pseudonym').distinct().as('count'))
    .where('ratings.draft', 'in', drafts)
    .where('ratings.answer', 'is not', null)
    .groupBy('said.group_name')
    .execute();
  const sizes = rows.map(({ group, count }) => ({
    ...(group === null ? {} : { group }),
    count: Number(count),
  }));
  return groupsToKeep(sizes, least);
}
