import { sql, type Kysely, type Selectable } from 'kysely';

import type { CharterName } from '../domain/charter.js';
import type { Comment, CommentId } from '../domain/comment.js';
import type { DraftId } from '../domain/draft.js';
import type { FollowUp, OutsideId, Theme, ThemeAnswer, ThemeId } from '../domain/theme.js';
import { commentOf, people, selectComments } from './comment-row.js';
import { filled } from './filled.js';
import type { Tables } from './schema.js';

type Query = Kysely<Tables>;
type Row = Selectable<Tables['themes']>;

interface Gathered {
  readonly theme: ThemeId;
  /** The comment that speaks. */
  readonly comment: CommentId;
  readonly people: number;
}

/** In the order of their numbers. */
export async function readThemes(query: Query, charter: CharterName): Promise<readonly Theme[]> {
  const rows = await query
    .selectFrom('themes')
    .selectAll()
    .where('charter', '=', charter)
    .orderBy('number')
    .execute();
  const [gathered, outside] = await Promise.all([gatheredBy(query, rows), outsideOf(query, charter)]);
  return rows.map((row) => {
    const comments = gathered.filter(({ theme }) => theme === row.id);
    return {
      ...themeOf(row),
      comments: comments.map(({ comment }) => comment),
      outside: outside.filter(({ theme }) => theme === row.id).map(({ id }) => id),
      // Each comment tells of its own people: whoever knew how many different ones wrote several comments would know
      // whether what somebody signed and what nobody signed is of one person.
      people: comments.reduce((sum, each) => sum + each.people, 0),
    };
  });
}

/** Published ones that neither belong to a theme nor speak for one that does, in the order of their ids. */
export async function readUngrouped(
  query: Query,
  { charter, draft }: { charter: CharterName; draft?: DraftId },
): Promise<readonly Comment[]> {
  const rows = await selectComments(query)
    .where('charter', '=', charter)
    .where('draft', 'is not distinct from', draft ?? null)
    .where('state', '=', 'published')
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('theme_comments')
        .innerJoin('comments as said', 'said.id', 'theme_comments.comment')
        .where('said.charter', '=', charter)
        .select(speaking.as('speaking')),
    )
    .orderBy('id')
    .execute();
  return rows.map(commentOf);
}

/** Of a comment, or of one that was merged into another. */
export const speaking = sql<CommentId>`coalesce(said.merged_into, said.id)`;

/**
 * A comment that speaks for others is in its own theme; without one it is in the first that one of the others is in. Those
 * that were hidden are in none.
 */
async function gatheredBy(query: Query, themes: readonly Row[]): Promise<readonly Gathered[]> {
  const [first] = themes;
  if (first === undefined) return [];
  const rows = await query
    .selectFrom('theme_comments')
    .innerJoin('themes', 'themes.id', 'theme_comments.theme')
    .innerJoin('comments as said', 'said.id', 'theme_comments.comment')
    .innerJoin('comments', (join) => join.on('comments.id', '=', speaking))
    .where('themes.charter', '=', first.charter)
    .where('comments.state', '=', 'published')
    .select(['theme_comments.theme', 'comments.id as comment', people.as('people')])
    .orderBy('comments.id')
    .orderBy((eb) => eb('said.id', '<>', eb.ref('comments.id')))
    .orderBy('themes.number')
    .execute();
  return rows.filter(({ comment }, index) => rows[index - 1]?.comment !== comment);
}

async function outsideOf(
  query: Query,
  charter: CharterName,
): Promise<readonly { readonly id: OutsideId; readonly theme: ThemeId | null }[]> {
  return query
    .selectFrom('outside_feedback')
    .select(['id', 'theme'])
    .where('charter', '=', charter)
    .where('theme', 'is not', null)
    .orderBy('id')
    .execute();
}

function themeOf(row: Row): Omit<Theme, 'comments' | 'outside' | 'people'> {
  const { id, charter, number, draft, title, told_at } = row;
  const answer = answerOf(row);
  return {
    ...filled({ id, charter, number, draft, title, toldAt: told_at }),
    ...(answer === undefined ? {} : { answer }),
  };
}

export function answerOf({ status, reason, follow_up, answered_on }: Row): ThemeAnswer | undefined {
  if (status === null || reason === null || answered_on === null) return undefined;
  const followUp = follow_up === null ? null : (JSON.parse(follow_up) as FollowUp);
  return filled({ status, reason, followUp, day: answered_on });
}
