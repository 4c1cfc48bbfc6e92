import { hash } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import type { AdoptionStore } from '../app/adoption/adoption-store.js';
import type { CommentId } from '../domain/comment.js';
import { writeComment } from './comment-store.js';
import type { Database } from './database.js';
import { holding } from './dialect.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Giving = Parameters<AdoptionStore['give']>[0];

/** For so long a press that was replaced is known again, in milliseconds; as in `rating-store.ts`. */
const redelivered = 2 * 60 * 1000;
const mostPressesBefore = 8;
const digestLength = 22;

/** Ends the transaction with nothing changed. */
class Repeated extends Error {}

export async function giveConsent(
  database: Database,
  consent: Giving,
): Promise<'given' | 'repeated' | 'not-open'> {
  try {
    return await database.query.transaction().execute((tx) => giveIn(database, tx, consent));
  } catch (error) {
    if (error instanceof Repeated) return 'repeated';
    throw error;
  }
}

async function giveIn(
  database: Database,
  tx: Tx,
  consent: Giving,
): Promise<'given' | 'repeated' | 'not-open'> {
  if (!(await holdOpenRound(database, tx, consent))) return 'not-open';
  if (!(await writeConsent(tx, consent))) return 'repeated';
  const { objection, pseudonym: author, press, answer } = consent;
  if (answer !== 'object' || objection === undefined) return 'given';
  if (!(await writeComment({ query: tx, dialect: database.dialect }, { ...objection, author, press })))
    throw new Repeated();
  return 'given';
}

/** The charter and then the round are held: nobody answers after the transaction that closes the one or seals the other. */
async function holdOpenRound({ dialect }: Database, tx: Tx, { draft }: Giving): Promise<boolean> {
  const charter = tx
    .selectFrom('charters')
    .select('name')
    .where('name', '=', (eb) => eb.selectFrom('drafts').select('charter').where('id', '=', draft))
    .where('sealed_at', 'is', null);
  if ((await holding(dialect, charter, 'charters').executeTakeFirst()) === undefined) return false;
  const round = tx
    .selectFrom('consent_rounds')
    .select('draft')
    .where('draft', '=', draft)
    .where('closed_at', 'is', null);
  return (await holding(dialect, round, 'consent_rounds').executeTakeFirst()) !== undefined;
}

/** False when the press was delivered before. An objection that is given again without words keeps those it had. */
async function writeConsent(
  tx: Tx,
  { draft, pseudonym, answer, objection, press, at }: Giving,
): Promise<boolean> {
  const since = new Date(Date.parse(at) - redelivered).toISOString();
  const why: CommentId | null = answer === 'object' ? (objection?.comment.id ?? null) : null;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consents')
    .values({
      ...{ draft, pseudonym, answer, objection: why },
      ...{ pressed: digestOf(press), pressed_before: '', given_at: at },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['draft', 'pseudonym'])
        .doUpdateSet((eb) => ({
          answer: eb.ref('excluded.answer'),
          objection: sql<CommentId | null>`case when excluded.answer = 'object'
            then coalesce(excluded.objection, consents.objection) end`,
          pressed: eb.ref('excluded.pressed'),
          pressed_before: sql<string>`case when consents.given_at < ${since} then consents.pressed
            else substr(consents.pressed || consents.pressed_before, 1, ${sql.lit(mostPressesBefore * digestLength)}) end`,
          given_at: eb.ref('excluded.given_at'),
        }))
        .whereRef('consents.pressed', '<>', 'excluded.pressed')
        .where(
          sql<boolean>`(consents.given_at < ${since}
            or replace(consents.pressed_before, excluded.pressed, '') = consents.pressed_before)`,
        ),
    )
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/** Short and of one length, whatever a client sends; and an activity's id does not stand beside an answer. */
function digestOf(press: string): string {
  return hash('sha256', press, 'base64url').slice(0, digestLength);
}
