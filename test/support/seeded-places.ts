import { createHash } from 'node:crypto';

import type { CharterName } from '../../src/domain/charter.js';
import { everyCharter, placeIdOf, type Address, type MemberId } from '../../src/domain/place.js';
import type { Database } from '../../src/storage/database.js';
import { homeTenant } from './cast.js';

/** Of each hundred places, so many are group chats and channels; the rest are personal chats. */
const groupChats = 15;
const channels = 5;
/** Rows that are written with one statement; both databases bind so many values. */
const rowsAtOnce = 500;

interface SeededPlaces {
  readonly count: number;
  readonly serviceUrl: string;
  /** The one they hear of; all, if nothing is said. */
  readonly charter?: CharterName;
}

/**
 * So many places that hear announcements, as if the bot had been installed in each of them; written straight into
 * the tables, because a hundred thousand through the stores take minutes. Answers their conversations.
 */
export async function seedPlaces(
  { query }: Pick<Database, 'query'>,
  seed: SeededPlaces,
): Promise<readonly string[]> {
  const addresses = Array.from({ length: seed.count }, (_, index) => addressOf(index, seed));
  const at = new Date().toISOString();
  await query
    .insertInto('tenants')
    .values({ tenant: homeTenant })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (let from = 0; from < seed.count; from += rowsAtOnce) {
    const some = addresses.slice(from, from + rowsAtOnce);
    await query
      .insertInto('places')
      .values(some.map((address) => placeRow(address, at)))
      .execute();
    await query
      .insertInto('subscriptions')
      .values(
        some.map((address) => ({
          place: placeIdOf(address),
          charter: seed.charter ?? everyCharter,
          state: 'active' as const,
          state_at: at,
        })),
      )
      .execute();
  }
  return addresses.map(({ conversation }) => conversation);
}

function addressOf(index: number, { serviceUrl, charter }: SeededPlaces): Address {
  const number = `${charter ?? ''}${String(index + 1)}`;
  const shared = { tenant: homeTenant, serviceUrl };
  if (index % 100 < channels) {
    const team = `19:team-${number}@thread.tacv2`;
    return { ...shared, scope: 'channel', conversation: `19:channel-${number}@thread.tacv2`, team };
  }
  if (index % 100 < channels + groupChats)
    return { ...shared, scope: 'group', conversation: `19:circle-${number}@thread.v2` };
  return { ...shared, scope: 'personal', conversation: `a:1member-${number}`, member: memberOf(number) };
}

/** Entra's ids are spread evenly, and so are these. */
function memberOf(number: string): MemberId {
  const hex = createHash('sha256').update(number).digest('hex');
  return [8, 4, 4, 4, 12]
    .map((length, part) => hex.slice(part * 12, part * 12 + length))
    .join('-') as MemberId;
}

function placeRow(address: Address, at: string) {
  const { tenant, conversation, scope, serviceUrl, team, member } = address;
  return {
    id: placeIdOf(address),
    ...{ tenant, conversation, scope },
    service_url: serviceUrl,
    team: team ?? null,
    member: member ?? null,
    name: null,
    locale: 'en-GB',
    noted_at: at,
    welcomed_at: at,
    time_zone: null,
    quiet_from: null,
    quiet_until: null,
    paused_until: null,
    unreachable: null,
  };
}
