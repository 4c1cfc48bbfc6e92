import { randomBytes } from 'node:crypto';

import { pseudonymUnder } from '../../src/app/pseudonym.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent, ValueId } from '../../src/domain/draft.js';
import type { MemberId } from '../../src/domain/place.js';
import { usualRules } from '../../src/domain/process.js';
import { answers, type Pseudonym } from '../../src/domain/rating.js';
import type { Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { aDraft, aPublication, noon, unique } from '../contract/made-up.js';
import { seedPlaces } from '../support/seeded-places.js';

export const values = 20;
export const members = 10_000;
export const groups = ['laboratory', 'office', 'field', 'guests'];

/** Of a hundred places seeded, 80 are personal chats. */
const places = members / 0.8;
const rowsAtOnce = 2_000;

export interface LargeCommunity {
  readonly draft: DraftContent;
  readonly pseudonyms: readonly Pseudonym[];
}

/**
 * A closed draft that everybody was told of in their personal chat and answered in full, one value after another, each
 * value in an order of its own. Written straight into the tables.
 */
export async function aLargeCommunity(database: Database): Promise<LargeCommunity> {
  const { drafts } = createStores(database);
  // Members are told apart by its name and their number: it ends with no digit.
  const charter = `${unique('charter')}-of-many` as CharterName;
  await seedPlaces(database, { count: places, serviceUrl: 'http://127.0.0.1:9/teams/', charter });
  const draft = aDraft(charter, { values: Array.from({ length: values }, (_, index) => aValue(index)) });
  await drafts.publish(aPublication(draft));
  await tellEverybody(database, draft);
  const pseudonyms = await pseudonymsIn(database, charter);
  await answerAll(database, draft, pseudonyms);
  await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(60) });
  return { draft, pseudonyms };
}

/** Everybody says where they belong. */
export async function sayGroups(
  { query }: Database,
  { draft: { charter }, pseudonyms }: LargeCommunity,
): Promise<void> {
  const rules = JSON.stringify({ ...usualRules, groups });
  await query.updateTable('charters').set({ rules }).where('name', '=', charter).execute();
  const rows = pseudonyms.map((pseudonym, index) => ({
    charter,
    pseudonym,
    group_name: groups[index % groups.length] ?? '',
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await query
      .insertInto('member_groups')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

function aValue(index: number) {
  const id = `value-${String(index)}-of-a-charter` as ValueId;
  return { id, title: `Value ${String(index)}`, text: 'We **try** to.' };
}

async function tellEverybody({ query }: Database, { id }: DraftContent): Promise<void> {
  const ofDraft = query.selectFrom('announcements').select('id').where('draft', '=', id);
  await query
    .updateTable('deliveries')
    .set({ state: 'sent', task: null, settled_at: noon() })
    .where('announcement', 'in', ofDraft)
    .execute();
}

async function pseudonymsIn({ query }: Database, charter: CharterName): Promise<readonly Pseudonym[]> {
  const { pseudonym_key } = await query
    .selectFrom('charter_keys')
    .select('pseudonym_key')
    .where('charter', '=', charter)
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectFrom('places')
    .innerJoin('subscriptions', 'subscriptions.place', 'places.id')
    .where('subscriptions.charter', '=', charter)
    .where('member', 'is not', null)
    .select('member')
    .execute();
  const key = Buffer.from(pseudonym_key, 'hex');
  return rows.map(({ member }) => pseudonymUnder(key, member as MemberId));
}

async function answerAll(
  { query }: Database,
  draft: DraftContent,
  pseudonyms: readonly Pseudonym[],
): Promise<void> {
  for (const [index, { id }] of draft.values.entries()) {
    const rows = pseudonyms.map((_, nth) => {
      const who = (nth * 7919 + index) % pseudonyms.length;
      const answer = String(answers[(who + index * nth) % answers.length]);
      return { draft: draft.id, value: id, pseudonym: pseudonyms[who]!, answer, ...press() };
    });
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await query
        .insertInto('ratings')
        .values(rows.slice(from, from + rowsAtOnce))
        .execute();
  }
}

function press() {
  return { pressed: randomBytes(16).toString('base64url'), pressed_before: '', rated_at: noon() };
}
