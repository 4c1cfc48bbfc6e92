import { hash } from 'node:crypto';

import type { CommentStore } from '../app/comments/comment-store.js';
import type { Comment, CommentId, HidingReason } from '../domain/comment.js';
import type { Pseudonym } from '../domain/rating.js';
import { bySupport } from '../domain/support.js';
import { commentOf, selectComments } from './comment-row.js';
import type { Database } from './database.js';
import { holding } from './dialect.js';
import { mergeComments } from './merge-comments.js';
import { decideAppeal, moderateComment } from './moderate-comment.js';
import { voteOn } from './vote-on-comment.js';

export function createCommentStore(database: Database): CommentStore {
  const { query } = database;
  const one = () => selectComments(query);

  return {
    write: (comment) => writeComment(database, comment),

    async find(comment) {
      const row = await one().where('id', '=', comment).executeTakeFirst();
      return row && commentOf(row);
    },

    async beginning(letters) {
      const rows = await one()
        .where('id', '>=', letters as CommentId)
        .where('id', '<', `${letters}~` as CommentId)
        .limit(2)
        .execute();
      return rows.length === 1 ? rows.map(commentOf)[0] : undefined;
    },

    async byReceipt(receipt) {
      const row = await one().where('receipt', '=', receipt).executeTakeFirst();
      return row && commentOf(row);
    },

    async byPress({ author, press }) {
      const row = await one().where('pressed', '=', digestOf(author, press)).executeTakeFirst();
      return row && commentOf(row);
    },

    async published({ charter, draft, value }) {
      const rows = await one()
        .where('charter', '=', charter)
        .where('state', '=', 'published')
        .where('draft', 'is not distinct from', draft ?? null)
        .where('value', 'is not distinct from', value ?? null)
        .execute();
      return bySupport(rows.map(commentOf));
    },

    async all(charter) {
      const rows = await one().where('charter', '=', charter).orderBy('id').execute();
      return rows.map(commentOf);
    },

    async queue(charter) {
      const rows = await one()
        .where('charter', '=', charter)
        .where((eb) =>
          eb.or([
            eb('state', '=', 'waiting'),
            eb.and([eb('state', '=', 'hidden'), eb('appeal_state', '=', 'waiting')]),
          ]),
        )
        .orderBy('day')
        .orderBy('id')
        .execute();
      return rows.map(commentOf);
    },

    moderate: (change) => query.transaction().execute((tx) => moderateComment(tx, change)),
    merge: (which) => query.transaction().execute((tx) => mergeComments(database, tx, which)),

    async keepApart({ comment, other }) {
      const [first, second] = comment < other ? [comment, other] : [other, comment];
      await query
        .insertInto('comments_apart')
        .values({ comment: first, other: second })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async keptApart(charter) {
      const rows = await query
        .selectFrom('comments_apart')
        .innerJoin('comments', 'comments.id', 'comments_apart.comment')
        .select(['comments_apart.comment', 'comments_apart.other'])
        .where('comments.charter', '=', charter)
        .execute();
      return rows.map(({ comment, other }) => [comment, other] as const);
    },

    async appeal({ comment, text }) {
      const { numUpdatedRows } = await query
        .updateTable('comments')
        .set({ appeal: text, appeal_state: 'waiting' })
        .where('id', '=', comment)
        .where('state', '=', 'hidden')
        .where('appeal', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    decideAppeal: (which) => query.transaction().execute((tx) => decideAppeal(tx, which)),
    vote: (vote) => query.transaction().execute((tx) => voteOn(database, tx, vote)),

    async votesOf({ charter, pseudonym }) {
      const rows = await query
        .selectFrom('comment_votes')
        .innerJoin('comments', 'comments.id', 'comment_votes.comment')
        .select(['comment_votes.comment', 'comment_votes.vote'])
        .where('comments.charter', '=', charter)
        .where('comment_votes.pseudonym', '=', pseudonym)
        .execute();
      return new Map(rows.map(({ comment, vote }) => [comment, vote]));
    },

    async hidden(charter) {
      const rows = await query
        .selectFrom('comments')
        .select('reason')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('charter', '=', charter)
        .where('state', '=', 'hidden')
        .where('reason', 'is not', null)
        .groupBy('reason')
        .orderBy('reason')
        .execute();
      return new Map(rows.map(({ reason, count }) => [reason as HidingReason, Number(count)]));
    },
  };
}

/**
 * Nothing is written in a charter that is sealed. On PostgreSQL the charter's row is held, so that no author arrives
 * after the transaction that seals it.
 */
export async function writeComment(
  { query, dialect }: Pick<Database, 'query' | 'dialect'>,
  { comment, author, receipt, press }: Parameters<CommentStore['write']>[0],
): Promise<boolean> {
  const cells = { ...columnsOf(comment), author, receipt, pressed: digestOf(author, press) };
  const names = Object.keys(cells) as (keyof typeof cells)[];
  const charter = query
    .selectFrom('charters')
    .where('name', '=', comment.charter)
    .where('sealed_at', 'is', null);
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('comments')
    .columns([...names, 'charter'])
    .expression(
      holding(dialect, charter, 'charters').select((eb) => [
        ...names.map((name) => eb.val(cells[name]).as(name)),
        'charters.name as charter',
      ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function columnsOf({ id, draft, value, sort, text, signedBy, state, namesPerson, day }: Comment) {
  return {
    ...{ id, draft: draft ?? null, value: value ?? null, sort, text, signed_by: signedBy ?? null },
    ...{ state, names_person: namesPerson ? 1 : 0, day },
  };
}

/** A card in a channel is pressed by many: each has presses of their own. Nothing of the card stays beside the comment. */
function digestOf(author: Pseudonym, press: string): string {
  return hash('sha256', `${author} ${press}`, 'base64url');
}
