import { everyCharter, type MemberId, type Place } from '../domain/place.js';
import { given } from '../domain/given.js';
import { textOfDraft } from './text.js';
import type { Ports } from './ports.js';
import type { View } from './views.js';

/**
 * The bot was added to a place. A team or group hears announcements from now on; a person only when they say so.
 * Nothing to show when the same installation is told again.
 */
export async function arrive(
  ports: Ports,
  { place, by }: { place: Place; by: MemberId | undefined },
): Promise<View | undefined> {
  const at = ports.clock.now().toISOString();
  await notePlace(ports, place);
  if (!(await ports.places.welcome({ place: place.id, at }))) return undefined;
  const { scope } = place.address;
  const subscribed = scope !== 'personal';
  if (subscribed)
    await ports.places.subscribe({ place: place.id, charter: everyCharter, state: 'active', at });
  return showWelcome(ports, { place, by, subscribed });
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

/** The bot was removed from a place, or from a team with all its channels: nothing more is sent there. */
export async function leave(
  { places, clock }: Pick<Ports, 'places' | 'clock'>,
  { place, team }: { place: Place; team: string | undefined },
): Promise<void> {
  const at = clock.now().toISOString();
  const { tenant } = place.address;
  const gone = new Set([place.id, ...(team === undefined ? [] : await places.inTeam({ tenant, team }))]);
  for (const id of gone) await places.remove({ place: id, at, reason: 'uninstalled' });
}

/** Keeps what is known of a place up to date; the language of a shared one stays as it was at the installation. */
export async function notePlace(
  { places, clock }: Pick<Ports, 'places' | 'clock'>,
  place: Place,
): Promise<Place> {
  const known = await places.find(place.id);
  const current: Place = { ...place, ...given({ name: place.name ?? known?.name }) };
  const locale = known !== undefined && place.address.scope !== 'personal' ? known.locale : place.locale;
  const noted = { ...current, locale };
  await places.note({ ...noted, at: clock.now().toISOString() });
  return noted;
}
