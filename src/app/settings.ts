import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { everyCharter, type PlaceId, type SubscriptionState, type Wishes } from '../domain/place.js';
import { notePlace } from './arrive.js';
import type { Intent, PauseEnd } from './intent.js';
import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { SettingsView, View } from './views.js';
import { addDays, localDay, morningOf } from './zoned-time.js';

/** A year, whichever. */
const longestPauseDays = 366;

/** What comes to this place, and when. */
export async function showSettings(ports: Ports, speaker: Speaker): Promise<SettingsView> {
  const { id, address } = speaker.place;
  const { pausedUntil, quietHours } = await ports.places.wishes(id);
  const timeZone = await timeZoneOf(ports, speaker);
  const now = ports.clock.now();
  const paused = pausedUntil !== undefined && pausedUntil > now.toISOString();
  const { manners } = ports;
  const ofPerson = {
    quiet: { hours: quietHours ?? manners.quietHours ?? 'off', chosen: quietHours !== undefined },
    contactsPerDraft: manners.contactsPerDraft,
  } as const;
  return {
    kind: 'settings',
    scope: address.scope,
    subscribed: await heardAt(ports, id),
    timeZone,
    today: localDay(now, timeZone),
    ...(paused ? { pausedUntil: { at: pausedUntil, timeZone } } : {}),
    ...(address.scope === 'personal' ? ofPerson : {}),
  };
}

/** Nothing is announced at this place until the morning of a day. */
export async function pause(
  ports: Ports,
  speaker: Speaker,
  { until }: Extract<Intent, { kind: 'pause' }>,
): Promise<View> {
  if (until === undefined) return showSettings(ports, speaker);
  if (until === 'unreadable') return { kind: 'notice', what: 'day-unreadable' };
  const timeZone = await timeZoneOf(ports, speaker);
  const now = ports.clock.now();
  const today = localDay(now, timeZone);
  const date = dateOf(until, today);
  const end = morningOf(date, timeZone);
  if (end === undefined) return { kind: 'notice', what: 'day-unreadable' };
  if (end <= now) return { kind: 'notice', what: 'time-past', timeZone };
  if (date > addDays(today, longestPauseDays)) return { kind: 'notice', what: 'pause-too-long', timeZone };
  const at = end.toISOString();
  await wish(ports, speaker, (wishes) => ({ ...wishes, pausedUntil: at }));
  return { kind: 'notice', what: 'paused', scope: speaker.place.address.scope, until: { at, timeZone } };
}

export async function resume(ports: Ports, speaker: Speaker): Promise<View> {
  await endPause(ports, speaker);
  return { kind: 'notice', what: 'resumed', scope: speaker.place.address.scope };
}

/** Whoever asks to hear something hears it from now on. */
export async function endPause(ports: Ports, speaker: Speaker): Promise<void> {
  const { pausedUntil } = await ports.places.wishes(speaker.place.id);
  if (pausedUntil === undefined) return;
  await wish(ports, speaker, ({ quietHours }) => given({ quietHours }));
}

/** When a person is not to be written to: a place with several people has no such hours. */
export async function setQuietHours(
  ports: Ports,
  speaker: Speaker,
  { hours }: Extract<Intent, { kind: 'quiet' }>,
): Promise<View> {
  if (hours === undefined) return showSettings(ports, speaker);
  if (speaker.place.address.scope !== 'personal') return { kind: 'notice', what: 'quiet-hours-shared' };
  if (hours === 'unreadable') return { kind: 'notice', what: 'hours-unreadable' };
  await wish(ports, speaker, (wishes) => ({ ...wishes, quietHours: hours }));
  return { kind: 'notice', what: 'quiet-hours', hours, timeZone: await timeZoneOf(ports, speaker) };
}

/** A place may be known by this press alone; it is noted first. */
async function wish(ports: Ports, { place }: Speaker, change: (wishes: Wishes) => Wishes): Promise<void> {
  await notePlace(ports, place);
  const wishes = change(await ports.places.wishes(place.id));
  await ports.places.wish({ place: place.id, wishes, at: ports.clock.now().toISOString() });
}

/** Not every press tells it. */
export async function timeZoneOf({ places, manners }: Ports, { place }: Speaker): Promise<string> {
  return place.timeZone ?? (await places.find(place.id))?.timeZone ?? manners.timeZone;
}

function dateOf(end: PauseEnd, today: string): string {
  return 'date' in end ? end.date : addDays(today, end.days);
}

async function heardAt({ places, charters }: Ports, place: PlaceId): Promise<SettingsView['subscribed']> {
  const said = await places.subscriptions(place);
  const toAll = said.get(everyCharter) === 'active';
  if (toAll && ![...said.values()].includes('stopped')) return 'all';
  const heard = (await charters.all()).map(({ name }) => name).filter((name) => hears(said, name, toAll));
  return heard.length === 0 ? 'none' : heard;
}

function hears(said: ReadonlyMap<string, SubscriptionState>, name: CharterName, toAll: boolean): boolean {
  const own = said.get(name);
  return own === undefined ? toAll : own === 'active';
}
