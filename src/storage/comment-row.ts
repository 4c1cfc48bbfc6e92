import { sql, type Kysely, type Transaction } from 'kysely';

import type { Comment, Support } from '../domain/comment.js';
import { filled } from './filled.js';
import type { Tables } from './schema.js';

/** Whoever said it: the author of the comment, and those of comments merged into it; a number once authors are gone. */
export const people = sql<number>`coalesce(comments.people, (
  select cast(count(distinct said.author) as integer) from comments as said
  where said.id = comments.id or said.merged_into = comments.id
))`;

/** Neither its author nor its receipt is ever read. */
export function selectComments(query: Kysely<Tables> | Transaction<Tables>) {
  return query
    .selectFrom('comments')
    .select(['id', 'charter', 'draft', 'value', 'sort', 'text', 'signed_by', 'state', 'reason'])
    .select(['merged_into', 'names_person', 'day', 'appeal', 'appeal_state', 'agree', 'disagree', 'pass'])
    .select(people.as('people'));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectComments>['execute']>>[number];

export function commentOf(row: Row): Comment {
  const { signed_by, merged_into, names_person, appeal, appeal_state, ...rest } = row;
  const { agree, disagree, pass, ...plain } = rest;
  return {
    ...filled(plain),
    ...filled({ signedBy: signed_by, mergedInto: merged_into }),
    ...(appeal === null || appeal_state === null ? {} : { appeal: { text: appeal, state: appeal_state } }),
    ...toldOf({ agree, disagree, pass }),
    namesPerson: names_person === 1,
  };
}

/** Nothing was told yet, or everybody took their vote back. */
function toldOf(support: Support): { readonly support?: Support } {
  return support.agree + support.disagree + support.pass === 0 ? {} : { support };
}
