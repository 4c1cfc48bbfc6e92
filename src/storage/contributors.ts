import type { Kysely, Transaction } from 'kysely';

import { pseudonymUnder } from '../app/pseudonym.js';
import type { Announcement } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { CommentId } from '../domain/comment.js';
import type { PlaceId } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';
import type { ThemeId } from '../domain/theme.js';
import { inSlices } from './in-slices.js';
import { readThemes, speaking } from './read-themes.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** A signed comment whose writer was not told of its answer yet, and the chat in which they can be. */
interface Contributor {
  readonly comment: CommentId;
  readonly place: PlaceId;
  readonly tenant: string;
}

/** Rows that are read or written with one statement. */
const together = 500;

/**
 * Of comments that belong to these themes, also by way of those that speak for them. Whose a comment is is found by making
 * the pseudonyms of all members with a personal chat: nothing is kept that leads back.
 */
export async function contributorsTo(
  query: Kysely<Tables>,
  charter: CharterName,
  themes: readonly ThemeId[],
): Promise<readonly Contributor[]> {
  const those = (await readThemes(query, charter)).filter(({ id }) => themes.includes(id));
  const signed = await readSigned(
    query,
    those.flatMap(({ comments }) => comments),
  );
  if (signed.length === 0) return [];
  const chats = await readChats(query, charter);
  return signed.flatMap(({ comment, author }) => {
    const chat = chats.get(author);
    return chat === undefined ? [] : [{ comment, ...chat }];
  });
}

/**
 * Each hears of it once: whoever hears of it anyway does so there, the others in their chat. Answers how many of those
 * there are.
 */
export async function tellContributors(
  tx: Tx,
  { id: announcement, at }: Announcement,
  contributors: readonly Contributor[],
): Promise<number> {
  const places = new Map(contributors.map(({ place, tenant }) => [place, tenant]));
  const rows = [...places].toSorted(([one], [other]) => (one < other ? -1 : 1));
  let written = 0n;
  for (const slice of inSlices(rows, together)) {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('deliveries')
      .values(
        slice.map(([place, tenant]) => ({
          ...{ announcement, place, tenant, due: at },
          ...({ state: 'waiting', task: 'send', attempts: 0 } as const),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    written += numInsertedOrUpdatedRows;
  }
  for (const slice of inSlices(contributors, together))
    await tx
      .insertInto('contributors_told')
      .values(slice.map(({ comment }) => ({ comment, announcement })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return Number(written);
}

/** By these comments, and by those that they speak for. */
async function readSigned(
  query: Kysely<Tables>,
  spoken: readonly CommentId[],
): Promise<readonly { readonly comment: CommentId; readonly author: Pseudonym }[]> {
  const signed: { readonly comment: CommentId; readonly author: Pseudonym }[] = [];
  for (const slice of inSlices(spoken, together)) {
    const rows = await query
      .selectFrom('comments as said')
      .where(speaking, 'in', slice)
      .where('said.signed_by', 'is not', null)
      .where('said.author', 'is not', null)
      .where('said.id', 'not in', (eb) => eb.selectFrom('contributors_told').select('comment'))
      .select((eb) => ['said.id as comment', eb.ref('said.author').$notNull().as('author')])
      .orderBy('said.id')
      .execute();
    signed.push(...rows);
  }
  return signed;
}

/** A member who has several hears of it in the one that was noted last. Also where they asked to hear nothing else. */
async function readChats(
  query: Kysely<Tables>,
  charter: CharterName,
): Promise<ReadonlyMap<Pseudonym, Omit<Contributor, 'comment'>>> {
  const kept = await query
    .selectFrom('charter_keys')
    .select('pseudonym_key')
    .where('charter', '=', charter)
    .executeTakeFirstOrThrow();
  const key = Buffer.from(kept.pseudonym_key, 'hex');
  const rows = await query
    .selectFrom('places')
    .select((eb) => ['id', 'tenant', eb.ref('member').$notNull().as('member')])
    .where('scope', '=', 'personal')
    .where('member', 'is not', null)
    .where('unreachable', 'is', null)
    .orderBy('noted_at')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map(({ id: place, tenant, member }) => [pseudonymUnder(key, member), { place, tenant }]),
  );
}
