import type { Selectable } from 'kysely';

import type { Place } from '../domain/place.js';
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
] as const;

type Column = (typeof placeColumns)[number] extends `places.${infer Name}` ? Name : never;

export function placeOf(row: Pick<Selectable<Tables['places']>, Column>): Place {
  const { id, name, locale, service_url: serviceUrl, tenant, conversation, scope, team, member } = row;
  return {
    ...filled({ id, name, locale }),
    address: filled({ tenant, conversation, scope, serviceUrl, team, member }),
  };
}
