import type { Ports } from '../../src/app/ports.js';
import { everyCharter, placeIdOf, type Address, type PlaceId } from '../../src/domain/place.js';
import { homeTenant } from '../support/cast.js';

/** So many group chats that hear every announcement, as if the bot had been installed in each of them. */
export async function subscribePlaces(
  { places }: Pick<Ports, 'places'>,
  count: number,
  serviceUrl: string,
): Promise<readonly PlaceId[]> {
  const at = new Date().toISOString();
  const ids: PlaceId[] = [];
  for (let index = 1; index <= count; index += 1) {
    const conversation = `19:circle-${String(index)}@thread.v2`;
    const address: Address = { tenant: homeTenant, conversation, scope: 'group', serviceUrl };
    const id = placeIdOf(address);
    await places.note({ id, address, locale: 'en-GB', at });
    await places.subscribe({ place: id, charter: everyCharter, state: 'active', at });
    ids.push(id);
  }
  return ids;
}
