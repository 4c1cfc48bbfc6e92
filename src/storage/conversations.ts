import { sql, type Kysely, type RawBuilder } from 'kysely';

import type { PlaceId } from '../domain/place.js';
import type { Database } from './database.js';
import { clock, greatest } from './dialect.js';
import { givenRows } from './given-rows.js';
import type { Tables } from './schema.js';

/**
 * What Teams lets one bot send to one conversation: 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in 3,600 s. A column
 * keeps each as a burst and, after it, one message each so many milliseconds: it holds the time at which the whole
 * burst will be free again. Half a window's messages at once and the other half spread over it never exceed it; the
 * first line does so for the two short windows.
 */
export const conversationWindows = [
  { column: 'in_seconds', burst: 4, apart: 500 },
  { column: 'in_half_minute', burst: 30, apart: 1_000 },
  { column: 'in_hour', burst: 900, apart: 4_000 },
] as const;

/** Of a database, what the windows need to know of it. */
type Allowing = Pick<Database, 'dialect' | 'allowance'>;

interface Taker {
  readonly place: PlaceId;
  /** An announcement's id, or a mark of a message that is no delivery. */
  readonly holder: string;
}

/** False of a conversation that takes nothing now: something is on its way, or Teams would refuse more. */
export function isFree({ dialect, allowance }: Allowing): RawBuilder<boolean> {
  const now = clock(dialect);
  const notFull = conversationWindows.map(
    ({ column, burst, apart }) =>
      sql`conversations.${sql.ref(column)} <= ${now} + ${sql.lit(((burst - 1) * apart) / allowance)}`,
  );
  return sql<boolean>`(conversations.busy_until <= ${now} and ${sql.join(notFull, sql` and `)})`;
}

/**
 * Takes the conversations that are free, each for one message, and answers which. In one order, so that two who take
 * several never wait for each other.
 */
export async function takeConversations(
  query: Kysely<Tables>,
  { dialect, allowance }: Allowing,
  { takers, milliseconds }: { takers: readonly Taker[]; milliseconds: number },
): Promise<ReadonlySet<PlaceId>> {
  if (takers.length === 0) return new Set();
  const now = clock(dialect);
  const inOrder = takers.toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const rows = await query
    .with('takers(place, holder)', () =>
      givenRows<Taker>(inOrder.map(({ place, holder }) => ({ place, holder }))),
    )
    .insertInto('conversations')
    .columns(['place', 'holder', 'busy_until', 'in_seconds', 'in_half_minute', 'in_hour'])
    .expression((eb) =>
      eb
        .selectFrom('takers')
        // SQLite takes `on conflict` for the condition of a join unless something stands between.
        .where(sql<boolean>`true`)
        .select(['place', 'holder', sql<number>`${now} + ${sql.lit(milliseconds)}`.as('busy_until')])
        .select(
          conversationWindows.map(({ column, apart }) =>
            sql<number>`${now} + ${sql.lit(apart / allowance)}`.as(column),
          ),
        ),
    )
    .onConflict((conflict) =>
      conflict
        .column('place')
        .doUpdateSet((eb) => ({
          holder: eb.ref('excluded.holder'),
          busy_until: eb.ref('excluded.busy_until'),
          ...columns(
            (column, apart) =>
              sql`${greatest(dialect, sql`conversations.${sql.ref(column)}`, now)} + ${sql.lit(apart / allowance)}`,
          ),
        }))
        .where(isFree({ dialect, allowance })),
    )
    .returning('conversations.place')
    .execute();
  return new Set(rows.map(({ place }) => place));
}

/**
 * Frees what these hold; what another holds by now stays. The message counts from now on, for it may have waited for
 * its turn since the conversation was taken.
 */
export async function freeConversations(
  query: Kysely<Tables>,
  { dialect, allowance }: Allowing,
  holders: readonly Taker[],
): Promise<void> {
  if (holders.length === 0) return;
  const now = clock(dialect);
  await query
    .with('holders(place, holder)', () =>
      givenRows<Taker>(holders.map(({ place, holder }) => ({ place, holder }))),
    )
    .updateTable('conversations')
    .from('holders')
    .set({
      holder: null,
      busy_until: 0,
      ...columns((column, apart) =>
        greatest(dialect, sql`conversations.${sql.ref(column)}`, sql`${now} + ${sql.lit(apart / allowance)}`),
      ),
    })
    .whereRef('conversations.place', '=', 'holders.place')
    .whereRef('conversations.holder', '=', 'holders.holder')
    .execute();
}

function columns(valueOf: (column: string, apart: number) => RawBuilder<number>) {
  const [seconds, halfMinute, hour] = conversationWindows;
  return {
    in_seconds: valueOf(seconds.column, seconds.apart),
    in_half_minute: valueOf(halfMinute.column, halfMinute.apart),
    in_hour: valueOf(hour.column, hour.apart),
  };
}
