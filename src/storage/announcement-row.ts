import type { Selectable } from 'kysely';

import type { Announcement } from '../domain/announcement.js';
import { filled } from './filled.js';
import { framingFromJson } from './framing-json.js';
import type { Tables } from './schema.js';

export const announcementColumns = [
  'announcements.id',
  'announcements.charter',
  'announcements.kind',
  'announcements.draft',
  'announcements.audience',
  'announcements.framing',
  'announcements.at',
] as const;

type Column = (typeof announcementColumns)[number] extends `announcements.${infer Name}` ? Name : never;

export function announcementOf(row: Pick<Selectable<Tables['announcements']>, Column>): Announcement {
  const { id, charter, kind, draft, audience, framing, at } = row;
  return filled({
    id,
    charter,
    kind,
    draft,
    audience,
    framing: framing === null ? null : framingFromJson(framing),
    at,
  });
}
