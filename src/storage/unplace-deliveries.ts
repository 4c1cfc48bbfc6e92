import { randomBytes } from 'node:crypto';

import type { ExpressionBuilder, Selectable, Transaction } from 'kysely';

import type { AnnouncementId } from '../domain/announcement.js';
import { hasNews, type DraftId, type Value } from '../domain/draft.js';
import type { PlaceId } from '../domain/place.js';
import { noLease } from './announce.js';
import { inSlices } from './in-slices.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Row = Selectable<Tables['deliveries']>;

/** A delivery has 18 columns. */
const together = 500;

/** Whose deliveries to personal chats lose their place. */
export interface Telling {
  /** All of them. */
  readonly all: readonly AnnouncementId[];
  /** Those that did not go out at once: what came in between had a say in what became of them. */
  readonly late: readonly { readonly announcement: AnnouncementId; readonly from: string }[];
}

/**
 * The report of an announcement still adds up, and tells of nobody any more. The rows are written anew in the order of
 * their random ids: in their old places they would lie in the order in which the chats were. Whatever was left to do for
 * them is left.
 */
export async function unplaceDeliveries(tx: Tx, { all, late }: Telling): Promise<void> {
  if (all.length > 0) await unplace(tx, (eb) => eb('announcement', 'in', all));
  for (const { announcement, from } of late) {
    await unplace(tx, (eb) =>
      eb.and([
        eb('announcement', '=', announcement),
        eb.or([eb('state', '<>', 'sent'), eb('settled_at', '>=', from)]),
      ]),
    );
  }
}

async function unplace(
  tx: Tx,
  which: (eb: ExpressionBuilder<Tables, 'deliveries'>) => ReturnType<typeof eb.and>,
): Promise<void> {
  const rows = await tx
    .deleteFrom('deliveries')
    .where(which)
    .where('place', 'not in', (eb) => eb.selectFrom('places').select('id').where('scope', '<>', 'personal'))
    .returningAll()
    .execute();
  const placed = rows.map(withoutPlace).toSorted((one, other) => (one.place < other.place ? -1 : 1));
  for (const slice of inSlices(placed, together)) await tx.insertInto('deliveries').values(slice).execute();
}

/** Nothing is left but what a report counts. */
function withoutPlace({ announcement, state, reason, edit, edit_reason, doubts, settled_at }: Row): Row {
  const isOver = settled_at !== null;
  const neverEdited = edit === 'waiting';
  return {
    announcement,
    place: randomBytes(16).toString('hex') as PlaceId,
    tenant: '',
    state: isOver ? state : 'cancelled',
    reason: isOver ? reason : null,
    edit: neverEdited ? null : edit,
    edit_reason: neverEdited ? null : edit_reason,
    doubts: doubts > 0 ? 1 : 0,
    task: null,
    due: '',
    settled_at: '',
    message: null,
    ...{ attempts: 0, misses: 0, held: 0 },
    ...noLease,
  };
}

/**
 * Reminders, drafts opened again and drafts without news go to those who had not finished. What was put off (for a pause
 * or a quiet night) may have been passed over for one of these.
 */
export async function tellingOfAnswers(tx: Tx, drafts: readonly DraftId[]): Promise<Telling> {
  if (drafts.length === 0) return { all: [], late: [] };
  const rows = await tx
    .selectFrom('announcements')
    .innerJoin('drafts', 'drafts.id', 'announcements.draft')
    .select(['announcements.id', 'announcements.kind', 'announcements.at', 'drafts.id as draft', 'number'])
    .where('drafts.id', 'in', drafts)
    .orderBy('announcements.at')
    .execute();
  const values = await valuesOf(tx, drafts);
  const byNumber = new Map(rows.map(({ number, draft }) => [number, values.get(draft) ?? []]));
  const isForAll = ({ kind, number, draft }: (typeof rows)[number]): boolean => {
    const before = byNumber.get(number - 1);
    return kind === 'published' && (before === undefined || hasNews(values.get(draft) ?? [], before));
  };
  return {
    all: rows.filter((row) => !isForAll(row)).map(({ id }) => id),
    late: rows.filter(isForAll).map(({ id, draft }) => ({
      announcement: id,
      from: rows.find((row) => row.draft === draft && row.id !== id)?.at ?? '9999',
    })),
  };
}

async function valuesOf(tx: Tx, drafts: readonly DraftId[]): Promise<ReadonlyMap<DraftId, readonly Value[]>> {
  const rows = await tx
    .selectFrom('draft_values')
    .select(['draft', 'value as id', 'title', 'text'])
    .where('draft', 'in', drafts)
    .execute();
  return new Map(drafts.map((draft) => [draft, rows.filter((row) => row.draft === draft)]));
}
