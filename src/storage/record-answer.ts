import type { Selectable, Transaction } from 'kysely';

import { digestOf } from '../app/ledger/chain.js';
import { refreshCopies } from './announce.js';
import { recordEntry } from './process-records.js';
import { answerOf } from './read-themes.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Row = Selectable<Tables['themes']>;

/** What everybody was told reads otherwise now: the copies posted are to be edited. Nothing of what was not told yet. */
export async function tellAnew(tx: Tx, theme: Row, at: string): Promise<void> {
  const { charter, told_at } = theme;
  if (told_at === null) return;
  const telling = await tx
    .selectFrom('announcements')
    .select('id')
    .where('charter', '=', charter)
    .where('kind', '=', 'answered')
    .where('at', '=', told_at)
    .orderBy('id')
    .execute();
  for (const { id } of telling) await refreshCopies(tx, { announcement: id }, at);
  await recordAnswer(tx, theme, at);
}

/** Comes last in a transaction, as whatever is recorded does. */
export async function recordAnswer(tx: Tx, theme: Row, at: string): Promise<void> {
  const { charter, number, title } = theme;
  const answer = answerOf(theme);
  if (answer === undefined) return;
  const { status, reason, followUp } = answer;
  const content = digestOf({ title, status, reason, followUp });
  await recordEntry(tx, charter, { kind: 'theme-answered', theme: number, status, content }, at);
}
