import type { Selectable } from 'kysely';

import type { Place, QuietHours, TimeOfDay, Wishes } from '../domain/place.js';
import { filled } from './filled.js';
import type { Tables } from './schema.js';

export const placeColumns = [
  'places.id',
  'places.tenant',
  'places.conversation',
  'places.scope',
  'places.service_url',
  'places.team',
  'places.member',
  'places.name',
  'places.locale',
  'places.time_zone',
] as const;

export const wishColumns = ['places.paused_until', 'places.quiet_from', 'places.quiet_until'] as const;

type Named<Column extends string> = Column extends `places.${infer Name}` ? Name : never;
type Columns<Column extends string> = Pick<
  Selectable<Tables['places']>,
  Named<Column> & keyof Selectable<Tables['places']>
>;

/** In `quiet_from`, of a person who wants no quiet hours. */
const noQuietHours = 'off';

export function placeOf(row: Columns<(typeof placeColumns)[number]>): Place {
  const { id, name, locale, time_zone: timeZone, tenant, conversation, scope, team, member } = row;
  const { service_url: serviceUrl } = row;
  return {
    ...filled({ id, name, locale, timeZone }),
    address: filled({ tenant, conversation, scope, serviceUrl, team, member }),
  };
}

export function wishesOf(row: Columns<(typeof wishColumns)[number]>): Wishes {
  return filled({ pausedUntil: row.paused_until, quietHours: quietHoursOf(row.quiet_from, row.quiet_until) });
}

function quietHoursOf(from: string | null, until: string | null): QuietHours | 'off' | null {
  if (from === noQuietHours) return noQuietHours;
  return from !== null && until !== null ? { from: from as TimeOfDay, until: until as TimeOfDay } : null;
}

export function wishesAsRow({ pausedUntil, quietHours }: Wishes) {
  const hours = quietHours === noQuietHours ? { from: noQuietHours, until: null } : quietHours;
  return {
    paused_until: pausedUntil ?? null,
    quiet_from: hours?.from ?? null,
    quiet_until: hours?.until ?? null,
  };
}
