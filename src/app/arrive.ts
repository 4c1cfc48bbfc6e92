import { everyCharter, type MemberId, type Place, type SubscriptionState } from '../domain/place.js';
import { given } from '../domain/given.js';
import { textOfDraft } from './text.js';
import type { Ports } from './ports.js';
import type { View } from './views.js';

/**
 * The bot was added to a place. A team or group hears announcements from now on, unless its people said otherwise when
 * the bot was there before; a person only when they say so. Nothing to show when the same installation is told again.
 */
export async function arrive(
  ports: Ports,
  { place, by }: { place: Place; by: MemberId | undefined },
): Promise<View | undefined> {
  const at = ports.clock.now().toISOString();
  await notePlace(ports, place);
  if (!(await ports.places.welcome({ place: place.id, at }))) return undefined;
  await noteTeam(ports, place);
  const said = await ports.places.subscriptions(place.id);
  const subscribed = said.size === 0 ? place.address.scope !== 'personal' : hearsAny(said);
  if (said.size === 0 && subscribed)
    await ports.places.subscribe({ place: place.id, charter: everyCharter, state: 'active', at });
  return showWelcome(ports, { place, by, subscribed });
}

/** A bot comes back to a team as it goes: with all the channels it knew. */
async function noteTeam(ports: Ports, { id, address: { tenant, team } }: Place): Promise<void> {
  if (team === undefined) return;
  for (const other of await ports.places.inTeam({ tenant, team })) {
    const known = other === id ? undefined : await ports.places.find(other);
    if (known !== undefined) await notePlace(ports, known);
  }
}

function hearsAny(said: ReadonlyMap<unknown, SubscriptionState>): boolean {
  return [...said.values()].includes('active');
}

/** What the bot is for, what is open, and the first step. */
async function showWelcome(
  ports: Ports,
  { place, by, subscribed }: { place: Place; by: MemberId | undefined; subscribed: boolean },
): Promise<View> {
  const charters = await ports.charters.all();
  const latest = await Promise.all(charters.map(({ name }) => ports.drafts.latest(name)));
  const open = latest.flatMap((draft) => (draft?.state === 'open' ? [textOfDraft(draft).subject] : []));
  // Where others read it too, who may write drafts is nobody's business.
  const alone = place.address.scope === 'personal';
  const facilitator = alone && by !== undefined && (await ports.facilitators.has(by));
  return { kind: 'welcome', scope: place.address.scope, subscribed, facilitator, open };
}

/**
 * The bot was removed from a place, or from a team with all its channels: nothing is sent there until it is back. Of a
 * person who removed it nothing that leads to them is kept.
 */
export async function leave(
  { places, personalData, clock }: Pick<Ports, 'places' | 'personalData' | 'clock'>,
  { place, team }: { place: Place; team: string | undefined },
): Promise<void> {
  const at = clock.now().toISOString();
  const { tenant, scope } = place.address;
  if (scope === 'personal') return personalData.forgetPlace({ place: place.id, at });
  const gone = new Set([place.id, ...(team === undefined ? [] : await places.inTeam({ tenant, team }))]);
  for (const id of gone) await places.park({ place: id, at, reason: 'uninstalled' });
}

/**
 * Keeps what is known of a place up to date, so that it can be reached again; the language of a shared one stays as it
 * was at the installation.
 */
export async function notePlace(
  { places, clock }: Pick<Ports, 'places' | 'clock'>,
  place: Place,
): Promise<Place> {
  const known = await places.find(place.id);
  const kept = { name: place.name ?? known?.name, timeZone: place.timeZone ?? known?.timeZone };
  const locale = known !== undefined && place.address.scope !== 'personal' ? known.locale : place.locale;
  const noted: Place = { ...place, ...given(kept), locale };
  await places.note({ ...noted, at: clock.now().toISOString() });
  return noted;
}
