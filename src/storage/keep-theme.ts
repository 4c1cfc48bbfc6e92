import { hash, randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { ThemeStore } from '../app/feedback/theme-store.js';
import { localDay } from '../app/zoned-time.js';
import type { CharterName } from '../domain/charter.js';
import type { CommentId } from '../domain/comment.js';
import type { OutsideId, ThemeId } from '../domain/theme.js';
import { holdUnsealed } from './hold-charter.js';
import { tellAnew } from './record-answer.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Which = Parameters<ThemeStore['numbered']>[0];

/** The number of the theme that this press made, now or before; nothing in a sealed charter. */
export async function makeTheme(
  tx: Tx,
  { charter, draft, title, press, ...belonging }: Parameters<ThemeStore['make']>[0],
): Promise<number | undefined> {
  const standing = await holdUnsealed(tx, charter);
  const pressed = pressDigest(charter, press);
  const before = await tx
    .selectFrom('themes')
    .select('number')
    .where('pressed', '=', pressed)
    .executeTakeFirst();
  if (before !== undefined) return before.number;
  if (standing === undefined) return undefined;
  const number = standing.lastTheme + 1;
  const id = randomUUID() as ThemeId;
  await tx.updateTable('charters').set({ last_theme: number }).where('name', '=', charter).execute();
  await tx
    .insertInto('themes')
    .values({ id, charter, number, draft: draft ?? null, title, pressed })
    .execute();
  await gather(tx, { charter, id, ...belonging });
  return number;
}

export async function changeTheme(
  tx: Tx,
  { charter, number, title, comments, outside, shown, at }: Parameters<ThemeStore['change']>[0],
): Promise<boolean> {
  const theme = await take(tx, { charter, number });
  if (theme === undefined) return false;
  await release(tx, charter, shown, theme.id);
  await gather(tx, { charter, id: theme.id, comments, outside });
  if (theme.title === title) return true;
  const changed = { ...theme, title };
  await tx.updateTable('themes').set({ title }).where('id', '=', theme.id).execute();
  await tellAnew(tx, changed, at);
  return true;
}

export async function dropTheme(tx: Tx, which: Which): Promise<boolean> {
  const theme = await take(tx, which);
  if (theme === undefined || theme.told_at !== null) return false;
  await tx.deleteFrom('theme_comments').where('theme', '=', theme.id).execute();
  await tx.updateTable('outside_feedback').set({ theme: null }).where('theme', '=', theme.id).execute();
  await tx.deleteFrom('themes').where('id', '=', theme.id).execute();
  return true;
}

export async function answerTheme(
  tx: Tx,
  { charter, number, status, reason, followUp, at }: Parameters<ThemeStore['answer']>[0],
): Promise<boolean> {
  const theme = await take(tx, { charter, number });
  if (theme === undefined) return false;
  const answer = {
    ...{ status, reason, follow_up: followUp === undefined ? null : JSON.stringify(followUp) },
    answered_on: localDay(new Date(at), theme.timeZone),
  };
  const isSame = status === theme.status && reason === theme.reason && answer.follow_up === theme.follow_up;
  if (isSame) return true;
  await tx.updateTable('themes').set(answer).where('id', '=', theme.id).execute();
  await tellAnew(tx, { ...theme, ...answer }, at);
  return true;
}

/** Tells one press from every other; nothing of the card stays beside what it made. */
export function pressDigest(charter: CharterName, press: string): string {
  return hash('sha256', `${charter} ${press}`, 'base64url');
}

async function take(tx: Tx, { charter, number }: Which) {
  const standing = await holdUnsealed(tx, charter);
  if (standing === undefined) return undefined;
  const theme = await tx
    .selectFrom('themes')
    .selectAll()
    .where('charter', '=', charter)
    .where('number', '=', number)
    .executeTakeFirst();
  return theme && { ...theme, timeZone: standing.timeZone };
}

interface Gathering {
  readonly charter: CharterName;
  readonly id: ThemeId;
  readonly comments: readonly CommentId[];
  readonly outside: readonly OutsideId[];
}

/** They leave the themes that they belonged to, with those that they speak for. What is not of this charter stays away. */
async function gather(tx: Tx, { charter, id: theme, comments, outside }: Gathering): Promise<void> {
  await release(tx, charter, comments);
  if (comments.length > 0)
    await tx
      .insertInto('theme_comments')
      .columns(['comment', 'theme'])
      .expression((eb) =>
        eb
          .selectFrom('comments')
          .where('id', 'in', comments)
          .where('charter', '=', charter)
          .select((from) => ['comments.id as comment', from.val(theme).as('theme')]),
      )
      .execute();
  if (outside.length > 0)
    await tx
      .updateTable('outside_feedback')
      .set({ theme })
      .where('id', 'in', outside)
      .where('charter', '=', charter)
      .execute();
}

/** Out of one theme, or of whichever they are in. */
async function release(tx: Tx, charter: CharterName, ids: readonly string[], theme?: ThemeId): Promise<void> {
  if (ids.length === 0) return;
  const those = ids as readonly CommentId[];
  await tx
    .deleteFrom('theme_comments')
    .where('comment', 'in', (eb) =>
      eb
        .selectFrom('comments')
        .select('id')
        .where('charter', '=', charter)
        .where((or) => or.or([or('id', 'in', those), or('merged_into', 'in', those)])),
    )
    .$if(theme !== undefined, (query) => query.where('theme', '=', theme as ThemeId))
    .execute();
  if (theme === undefined) return;
  await tx
    .updateTable('outside_feedback')
    .set({ theme: null })
    .where('theme', '=', theme)
    .where('id', 'in', ids as readonly OutsideId[])
    .execute();
}
