import type { Kysely, Transaction } from 'kysely';

import type { ThemeStore } from '../app/feedback/theme-store.js';
import type { CharterName } from '../domain/charter.js';
import { hearing, writeAnnouncement } from './announce.js';
import { contributorsTo, tellContributors } from './contributors.js';
import { holdUnsealed } from './hold-charter.js';
import { recordAnswer } from './record-answer.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Telling = Parameters<ThemeStore['tell']>[0];

export async function tellAnswers(
  tx: Tx,
  { charter, announcement }: Telling,
): Promise<{ themes: number; intended: number }> {
  const untold = (await holdUnsealed(tx, charter)) && (await readUntold(tx, charter));
  if (untold === undefined || untold.length === 0) return { themes: 0, intended: 0 };
  const { at } = announcement;
  const ids = untold.map(({ id }) => id);
  const contributors = await contributorsTo(tx, charter, ids);
  await tx.updateTable('themes').set({ told_at: at }).where('id', 'in', ids).execute();
  const subscribed = await writeAnnouncement(tx, announcement);
  const others = await tellContributors(tx, announcement, contributors);
  for (const theme of untold) await recordAnswer(tx, theme, at);
  return { themes: untold.length, intended: subscribed + others };
}

export async function audienceOf(
  query: Kysely<Tables>,
  charter: CharterName,
): Promise<{ places: number; contributors: number }> {
  const untold = await readUntold(query, charter);
  const places = await query
    .selectFrom(hearing(query, { charter, kind: 'answered' }).as('hearing'))
    .select('hearing.id')
    .where('nth', '=', 1)
    .execute();
  const ids = untold.map(({ id }) => id);
  const hear = new Set(places.map(({ id }) => id));
  const contributors = (await contributorsTo(query, charter, ids)).filter(({ place }) => !hear.has(place));
  return { places: hear.size, contributors: new Set(contributors.map(({ place }) => place)).size };
}

function readUntold(query: Kysely<Tables>, charter: CharterName) {
  return query
    .selectFrom('themes')
    .selectAll()
    .where('charter', '=', charter)
    .where('status', 'is not', null)
    .where('told_at', 'is', null)
    .orderBy('number')
    .execute();
}
