import { randomBytes } from 'node:crypto';

import type { ExpressionBuilder, Selectable, Transaction } from 'kysely';

import type { AnnouncementId, AnnouncementKind } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import type { PlaceId } from '../domain/place.js';
import { tokensOf } from '../domain/word-changes.js';
import { noLease } from './announce.js';
import { isSpelling } from './changes-json.js';
import { inSlices } from './in-slices.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Delivery = Selectable<Tables['deliveries']>;

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
function withoutPlace({
  announcement,
  state,
  reason,
  edit,
  edit_reason,
  doubts,
  settled_at,
}: Delivery): Delivery {
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
 * Reminders, drafts opened again and drafts without news go to those who had not finished; answers to comments go to whoever
 * signed one, too. What was put off (for a pause or a quiet night) may have been passed over for one of these, or because
 * the member had finished by then; and so may what comes later, where somebody had heard enough.
 */
export async function tellingOfAnswers(tx: Tx, charter: CharterName): Promise<Telling> {
  const rows = await readAnnouncements(tx, charter);
  const passedOver = await readPassedOver(tx, charter);
  const news = await readNews(tx, charter);
  const isForAll = ({ id, kind, draft }: Row): boolean =>
    kind === 'published' ? draft !== null && news.has(draft) : toEverybody.has(kind) && !passedOver.has(id);
  return {
    all: rows.filter((row) => !isForAll(row)).map(({ id }) => id),
    late: rows.filter(isForAll).map((row) => ({ announcement: row.id, from: lateFrom(row, rows) })),
  };
}

/** Kinds that go to whoever hears the charter, whatever they answered. */
const toEverybody: ReadonlySet<AnnouncementKind> = new Set(['consent', 'terms']);

/** Milliseconds within which a message counts as sent at once: whoever answers everything in that time is few. */
const atOnce = 5 * 60 * 1000;

type Row = Awaited<ReturnType<typeof readAnnouncements>>[number];

function readAnnouncements(tx: Tx, charter: CharterName) {
  return tx
    .selectFrom('announcements')
    .select(['id', 'kind', 'at', 'draft', 'audience'])
    .where('charter', '=', charter)
    .where((eb) => eb.or([eb('draft', 'is not', null), eb('kind', '=', 'answered')]))
    .orderBy('at')
    .execute();
}

async function readPassedOver(tx: Tx, charter: CharterName): Promise<ReadonlySet<AnnouncementId>> {
  const rows = await tx
    .selectFrom('deliveries')
    .innerJoin('announcements', 'announcements.id', 'deliveries.announcement')
    .select('announcements.id')
    .distinct()
    .where('announcements.charter', '=', charter)
    .where('deliveries.reason', 'in', ['not-needed', 'heard-enough'])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function lateFrom({ id, at, draft, audience }: Row, rows: readonly Row[]): string {
  const next = rows.find((row) => row.draft === draft && row.id !== id && row.at >= at)?.at ?? '9999';
  if (audience === 'all') return next;
  const over = new Date(Date.parse(at) + atOnce).toISOString();
  return over < next ? over : next;
}

/** Drafts of which nobody can have finished the moment they came: with a value that no draft before has, word for word. */
async function readNews(tx: Tx, charter: CharterName): Promise<ReadonlySet<DraftId>> {
  const rows = await tx
    .selectFrom('drafts')
    .innerJoin('draft_values', 'draft_values.draft', 'drafts.id')
    .select(['drafts.id', 'drafts.changes', 'draft_values.value', 'title', 'text'])
    .where('charter', '=', charter)
    .orderBy('number')
    .execute();
  const known = new Set<string>();
  const news = new Set<DraftId>();
  for (const { id, changes, value, title, text } of rows) {
    const words = JSON.stringify([value, ...[title, text].map((words) => tokensOf(words).join(' '))]);
    if (!known.has(words) && !isSpelling(changes, value)) news.add(id);
    known.add(words);
  }
  return news;
}
