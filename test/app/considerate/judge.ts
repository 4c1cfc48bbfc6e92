import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import type { Clock, Ports } from '../../../src/app/ports.js';
import { pseudonymOf } from '../../../src/app/pseudonym.js';
import type { AnnouncementView } from '../../../src/app/views.js';
import type { SendOutcome } from '../../../src/domain/delivery.js';
import type { Draft } from '../../../src/domain/draft.js';
import type { MemberId, Place, PlaceId, QuietHours } from '../../../src/domain/place.js';

/** Looks at every message when it goes out, with a memory of its own of what everybody asked for. */
export interface Judge {
  follow(ports: Ports): void;
  heard(place: Place, intent: Intent): void;
  removed(place: Place): void;
  /** Throws when this place must not get this message now. */
  look(place: PlaceId, view: AnnouncementView): Promise<void>;
  note(place: PlaceId, view: AnnouncementView, outcome: SendOutcome): void;
  noteEdit(place: PlaceId, message: string, view: AnnouncementView): void;
  /** Throws when a copy says what is not so any more. */
  lookAtCopies(): Promise<void>;
  /** How many messages were looked at. */
  readonly seen: number;
}

interface Wanted {
  readonly place: Place;
  subscribed: boolean;
  /** Or it cannot be reached for another reason. Nobody is told anything there until somebody there writes. */
  removed: boolean;
  pausedUntil: number;
  quiet: QuietHours | undefined;
}

export function createJudge(clock: Clock, ceiling: number): Judge {
  const places = new Map<PlaceId, Wanted>();
  /** What each member heard of each draft: announcements, and the places they came to. */
  const heardOf = new Map<string, Map<string, PlaceId>>();
  const copies = new Map<string, AnnouncementView>();
  let ports: Ports | undefined;
  let seen = 0;

  const wantedAt = (place: PlaceId): Wanted => {
    const wanted = places.get(place);
    assert.ok(wanted, `nobody knows ${place}`);
    return wanted;
  };
  const draftOf = async (view: AnnouncementView): Promise<Draft | undefined> =>
    view.subject.draft === undefined ? undefined : ports?.drafts.find(view.subject.draft);

  async function isUnfinished(member: MemberId, draft: Draft): Promise<boolean> {
    assert.ok(ports);
    const pseudonym = await pseudonymOf(ports, draft.charter, member);
    return (await ports.ratings.mine({ draft: draft.id, pseudonym })).size < draft.values.length;
  }

  return {
    follow: (followed) => void (ports = followed),
    get seen() {
      return seen;
    },

    heard(place, intent) {
      const wanted = places.get(place.id) ?? {
        place,
        subscribed: false,
        removed: false,
        pausedUntil: 0,
        quiet: undefined,
      };
      places.set(place.id, wanted);
      wanted.removed = false;
      if (intent.kind === 'subscribe') Object.assign(wanted, { subscribed: true, pausedUntil: 0 });
      if (intent.kind === 'unsubscribe') wanted.subscribed = false;
      if (intent.kind === 'pause' && typeof intent.until === 'object' && 'days' in intent.until)
        wanted.pausedUntil = startOfDay(clock.now(), place, intent.until.days);
      if (intent.kind === 'resume') wanted.pausedUntil = 0;
      if (intent.kind === 'quiet' && place.address.scope === 'personal')
        wanted.quiet = typeof intent.hours === 'object' ? intent.hours : undefined;
    },

    removed({ id, address }) {
      const wanted = Object.assign(wantedAt(id), { removed: true });
      if (address.scope !== 'personal') return;
      // A person who removes the bot is forgotten: what they wished for, and which copies they have.
      Object.assign(wanted, { subscribed: false, pausedUntil: 0, quiet: undefined });
      for (const copy of [...copies.keys()]) if (copy.startsWith(`${id} `)) copies.delete(copy);
    },

    async look(id, view) {
      seen += 1;
      const { place, subscribed, removed, pausedUntil, quiet } = wantedAt(id);
      const now = clock.now();
      const what = `${view.what} to ${id} at ${now.toISOString()}`;
      assert.ok(subscribed, `${what}: it does not subscribe`);
      assert.ok(!removed, `${what}: the bot was removed there`);
      assert.ok(now.getTime() >= pausedUntil, `${what}: it is paused`);
      const draft = await draftOf(view);
      if (draft !== undefined) {
        assert.equal(draft.state, 'open', `${what}: draft ${String(draft.number)} is not open`);
        assert.equal(view.corrections.length, draft.corrections.length, `${what}: it was corrected since`);
        assert.equal(view.closes?.at, draft.closesAt, `${what}: the closing date is another`);
      }
      const { member } = place.address;
      if (place.address.scope !== 'personal' || member === undefined) {
        assert.notEqual(view.what, 'reminder', `${what}: a reminder where others read it`);
        return;
      }
      if (quiet) assert.ok(!isQuiet(now, quiet, place.timeZone ?? 'UTC'), `${what}: in quiet hours`);
      if (view.what === 'reminder' && draft)
        assert.ok(await isUnfinished(member, draft), `${what}: finished`);
      const told = heardOf.get(`${member} ${view.subject.draft ?? ''}`) ?? new Map<string, PlaceId>();
      const key = `${view.what} ${view.at ?? ''}`;
      const before = told.get(key);
      assert.ok(before === undefined || before === id, `${what}: told at another place as well`);
      assert.ok(
        before !== undefined || told.size < ceiling,
        `${what}: more than ${String(ceiling)} contacts`,
      );
    },

    note(id, view, outcome) {
      const wanted = wantedAt(id);
      const { member } = wanted.place.address;
      if (outcome.kind === 'gone') wanted.removed = true;
      if (outcome.kind === 'sent') copies.set(`${id} ${outcome.message ?? ''}`, view);
      if (member === undefined || (outcome.kind !== 'sent' && outcome.kind !== 'unclear')) return;
      const about = `${member} ${view.subject.draft ?? ''}`;
      const told = heardOf.get(about) ?? new Map<string, PlaceId>();
      heardOf.set(about, told.set(`${view.what} ${view.at ?? ''}`, id));
    },

    noteEdit(id, message, view) {
      assert.ok(copies.has(`${id} ${message}`), `${id} never got ${message}`);
      copies.set(`${id} ${message}`, view);
    },

    async lookAtCopies() {
      for (const [copy, view] of copies) {
        if (places.get(copy.split(' ')[0] as PlaceId)?.removed === true) continue;
        const draft = await draftOf(view);
        if (draft === undefined) continue;
        assert.equal(
          view.subject.state,
          draft.state,
          `${copy} says that the draft is ${String(view.subject.state)}`,
        );
        assert.equal(view.corrections.length, draft.corrections.length, `${copy} was not corrected`);
      }
    },
  };
}

/** By the wall clock there, and by nothing that the program uses. */
function isQuiet(now: Date, { from, until }: QuietHours, timeZone: string): boolean {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(now);
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

/** No message comes before the day that was named has begun. */
function startOfDay(now: Date, { timeZone = 'UTC' }: Place, days: number): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  const wanted = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  let instant = now.getTime();
  while (new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant) < wanted) instant += 15 * 60_000;
  return instant;
}
