import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PageStamp } from '../app/page-stamps.js';
import type { CharterName } from '../domain/charter.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';

/**
 * Of the page on what was asked, said and done. Themes are few and short, so they are read as they are; comments never
 * change their words, so that it is enough to count them.
 */
export async function feedbackStamp(
  query: Kysely<Tables>,
  charter: CharterName,
): Promise<PageStamp | undefined> {
  const row = await query
    .selectFrom('charters')
    .select(['rules', 'sealed_at', 'time_zone', 'framing'])
    .select((eb) =>
      eb
        .selectFrom('process_records')
        .whereRef('process_records.charter', '=', 'charters.name')
        .select(({ fn }) => fn.max('process_records.number').as('last'))
        .as('last'),
    )
    .where('name', '=', charter)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const [themes, gathered, outside, comments, drafts] = await Promise.all([
    query.selectFrom('themes').selectAll().where('charter', '=', charter).orderBy('number').execute(),
    query
      .selectFrom('theme_comments')
      .innerJoin('themes', 'themes.id', 'theme_comments.theme')
      .where('themes.charter', '=', charter)
      .select(['theme_comments.comment', 'theme_comments.theme'])
      .orderBy('theme_comments.comment')
      .execute(),
    query
      .selectFrom('outside_feedback')
      .select(['id', 'theme'])
      .where('charter', '=', charter)
      .orderBy('id')
      .execute(),
    query
      .selectFrom('comments')
      .where('charter', '=', charter)
      .groupBy('state')
      .select((eb) => ['state', eb.fn.countAll().as('count')])
      .orderBy('state')
      .execute(),
    query
      .selectFrom('drafts')
      .select(['number', 'revision', 'state', 'closes_at'])
      .where('charter', '=', charter)
      .orderBy('number')
      .execute(),
  ]);
  const content = JSON.stringify([row, themes, gathered, outside, comments, drafts]);
  return { page: rulesFromJson(row.rules).page, mark: hash('sha256', content) };
}
