import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import { addDays, localDay, morningOf } from '../../src/app/zoned-time.js';
import { placeIdOf, type Wishes } from '../../src/domain/place.js';
import { wordsFor } from '../../src/words/catalogue.js';
import { bento, castMember, chiara, homeTenant, inZone, type CastMember } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, groupChat, personalChat, type CastPlace } from '../support/places.js';
import { cardIn, cardOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { buttonTitle } from './button-title.js';
import { gardenPost } from './garden-post.js';

const texts = wordsFor('en').all.settings;
const kathmandu = 'Asia/Kathmandu';

let made = 0;
/** A member that no other test of this file has. */
function someone(timeZone = 'UTC'): CastMember {
  made += 1;
  return inZone(timeZone, castMember(`Member ${String(made)}`));
}
function fresh(word: string): string {
  made += 1;
  return `${word} ${String(made)}`;
}
const idOf = (place: CastPlace) => placeIdOf({ tenant: homeTenant, conversation: place.id });
/** A day that is far enough from today, whichever day it is while the test runs. */
const inDays = (days: number): string => addDays(localDay(new Date(), 'UTC'), days);

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`What comes to a place, and when, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      const environment = { ...apiEnvironment, TIME_ZONE: 'Pacific/Apia', QUIET_HOURS: '02:00-02:01' };
      stage = await startStage({ databaseUrl: url(), environment });
      await api.publish('garden', gardenPost());
    });
    after(() => stage.stop());

    const wishesOf = (place: CastPlace): Promise<Wishes> => stage.bot.ports.places.wishes(idOf(place));
    const timeZoneOf = async (place: CastPlace): Promise<string | undefined> =>
      (await stage.bot.ports.places.find(idOf(place)))?.timeZone;
    const sayIn = async (member: CastMember, place: CastPlace, text: string): Promise<Card> => {
      const [card] = await stage.say(member, place, text);
      assert.ok(card, text);
      return card;
    };
    const answersTo = async (member: CastMember, place: CastPlace, text: string): Promise<string> =>
      textOf(await sayIn(member, place, text));
    it('is paused by a word as by a button', async () => {
      const [typing, pressing] = [personalChat(bento), groupChat(fresh('Circle'))];
      await stage.say(bento, typing, 'subscribe');
      await stage.say(bento, pressing, 'subscribe');
      const settings = await sayIn(bento, pressing, 'settings');

      for (const [words, title, inputs] of [
        ['pause 2 weeks', texts.twoWeeks, {}],
        [`pause until ${inDays(20)}`, texts.pauseUntil, { pauseDate: inDays(20) }],
        ['pausa 1 semana', texts.week, { pauseDate: inDays(20) }],
      ] as const) {
        const said = await answersTo(bento, typing, words);
        const pressed = textOf(await stage.press(bento, pressing, settings, title, inputs));

        assert.match(said, /Nothing comes here of our own accord until/);
        assert.match(pressed, /Nothing is announced in this chat until/);
        const until = (await wishesOf(typing)).pausedUntil;
        assert.ok(until !== undefined && until > new Date().toISOString());
        const inGroup = (await wishesOf(pressing)).pausedUntil;
        // The same days ahead, each at eight in the morning of its own place.
        assert.match(new Date(until).toLocaleTimeString('en-GB', { timeZone: bento.timeZone }), /^08:00/);
        assert.match(
          new Date(inGroup ?? '').toLocaleTimeString('en-GB', { timeZone: 'Pacific/Apia' }),
          /^08:00/,
        );
      }
    });

    it('is paused until eight in the morning of a day, where the member is', async () => {
      const member = someone(kathmandu);
      const place = personalChat(member);

      const answer = await answersTo(member, place, `pause until ${inDays(10)}`);

      assert.deepEqual(await wishesOf(place), {
        pausedUntil: morningOf(inDays(10), kathmandu)?.toISOString(),
      });
      assert.match(answer, /Nothing comes here of our own accord until .*8:00/);
    });

    it('goes on when somebody says so, by a word or a button, or subscribes', async () => {
      const member = someone();
      const place = personalChat(member);
      const pause = () => sayIn(member, place, 'pause 3 days');
      const settled = { hours: { from: '21:00', until: '07:30' } };
      await stage.say(member, place, 'quiet 21-7:30');

      for (const go of [
        () => sayIn(member, place, 'resume'),
        () => sayIn(member, place, 'subscribe'),
        () => sayIn(member, place, 'subscribe garden'),
        async (paused: Card) => stage.press(member, place, paused, buttonTitle(paused, 'resume')),
        async () => {
          const settings = await sayIn(member, place, 'settings');
          return stage.press(member, place, settings, buttonTitle(settings, 'resume'));
        },
      ]) {
        const paused = await pause();
        assert.ok((await wishesOf(place)).pausedUntil);

        await go(paused);

        assert.deepEqual(await wishesOf(place), { quietHours: settled.hours });
      }
    });

    it('is not paused by anything that is no day ahead, or further ahead than a year', async () => {
      const member = someone(kathmandu);
      const place = personalChat(member);
      for (const [text, answer] of [
        ['pause until soon', /cannot read that as a day/],
        ['pause 2027-02-30', /cannot read that as a day/],
        ['pause 2025-01-01', /In .*Kathmandu.* that time is over/],
        [`pause ${inDays(370)}`, /too far ahead for a pause/],
        ['pause 999 months', /too far ahead for a pause/],
        ['pause', /What comes here/],
      ] as const) {
        assert.match(await answersTo(member, place, text), answer, text);
        assert.deepEqual(await wishesOf(place), {}, text);
      }
    });

    it('keeps quiet hours that were typed as those that were chosen on the card', async () => {
      const [typing, pressing] = [someone(), someone()];
      await stage.say(pressing, personalChat(pressing), 'subscribe');
      const settings = await sayIn(pressing, personalChat(pressing), 'settings');
      assert.match(textOf(settings), /These are the hours set for everybody/);

      for (const [words, title, inputs, hours] of [
        [
          'quiet 20:00-8:00',
          texts.setQuiet,
          { quietFrom: '20:00', quietUntil: '08:00' },
          { from: '20:00', until: '08:00' },
        ],
        ['quiet off', texts.endQuiet, { quietFrom: '20:00', quietUntil: '08:00' }, 'off'],
        [
          'silencio de 12 a 14:30',
          texts.setQuiet,
          { quietFrom: '12:00', quietUntil: '14:30' },
          { from: '12:00', until: '14:30' },
        ],
      ] as const) {
        await stage.say(typing, personalChat(typing), words);
        await stage.press(pressing, personalChat(pressing), settings, title, inputs);

        assert.deepEqual(await wishesOf(personalChat(typing)), { quietHours: hours });
        assert.deepEqual(await wishesOf(personalChat(pressing)), { quietHours: hours });
      }
      const changed = await sayIn(pressing, personalChat(pressing), 'quiet');
      assert.match(textOf(changed), /From 12:00 to 14:30/);
      assert.doesNotMatch(textOf(changed), /set for everybody/);
    });

    it('has no quiet hours that cannot be read, and none where several people read', async () => {
      const member = someone();
      for (const [place, text, answer] of [
        [personalChat(member), 'quiet 8pm-8am', /cannot read those hours/],
        [personalChat(member), 'quiet 8-8', /cannot read those hours/],
        [groupChat(fresh('Circle')), 'quiet 20-8', /one person’s own/],
        [channel('General', fresh('Team')), 'quiet off', /one person’s own/],
      ] as const) {
        assert.match(await answersTo(member, place, text), answer);
        assert.deepEqual(await wishesOf(place), {});
      }
    });

    it('shows on one card what is said, in the words of the place', async () => {
      const member = someone(kathmandu);
      const place = personalChat(member);
      const circle = groupChat(fresh('Circle'));
      assert.match(await answersTo(member, place, 'settings'), /New drafts are not announced here/);

      await stage.say(member, place, 'subscribe garden');
      await stage.say(member, place, 'quiet 22-7');
      const some = await answersTo(member, place, 'settings');
      assert.match(some, /New drafts of these are announced here: garden/);
      assert.match(some, /at most 3 messages/);
      assert.match(some, /From 22:00 to 07:00/);
      assert.match(some, /Kathmandu/);

      await stage.say(member, place, 'subscribe');
      assert.match(await answersTo(member, place, 'settings'), /of every set of values/);
      await stage.say(member, place, 'unsubscribe garden');
      assert.match(await answersTo(member, place, 'settings'), /New drafts are not announced here/);

      await stage.say(member, circle, 'subscribe');
      await stage.say(member, circle, `pause until ${inDays(5)}`);
      const shared = await answersTo(member, circle, 'settings');
      assert.match(shared, /This is paused until/);
      assert.doesNotMatch(shared, /at most 3 messages|From .* to/);
      assert.match(shared, /Apia/);
    });

    it('goes by the clock of the person in a personal chat, as Teams told it last', async () => {
      const member = someone('Europe/Berlin');
      const place = personalChat(member);
      await stage.say(member, place, 'subscribe');
      const settings = await sayIn(member, place, 'settings');
      assert.equal(await timeZoneOf(place), 'Europe/Berlin');
      assert.match(textOf(settings), /Berlin/);

      await stage.say(inZone('America/New_York', member), place, 'status');
      assert.equal(await timeZoneOf(place), 'America/New_York');

      for (const timeZone of ['W. Europe Standard Time', '+02:00', '', 'x'.repeat(3_000)]) {
        await stage.teams.deliver(
          stage.activities.message(member, place, 'status', {
            entities: [{ type: 'clientInfo', timezone: timeZone }],
          }),
        );
      }
      for (const entities of [undefined, [], 'none', [7, null, { type: 'clientInfo' }], [[]]]) {
        await stage.teams.deliver(stage.activities.message(member, place, 'status', { entities }));
      }
      assert.equal(await timeZoneOf(place), 'America/New_York');

      await stage.teams.deliver(
        stage.activities.message(member, place, 'status', {
          entities: [7, { type: 'mention' }, { type: 'clientInfo', timezone: kathmandu }],
        }),
      );
      assert.equal(await timeZoneOf(place), kathmandu);
    });

    it('goes by the clock of nobody where several people read', async () => {
      for (const place of [groupChat(fresh('Circle')), channel('General', fresh('Team'))]) {
        await stage.say(chiara, place, 'status');

        assert.equal(await timeZoneOf(place), undefined);
      }
    });

    it('is understood by the clock that a press tells of, or else by the one that is known', async () => {
      const member = someone(kathmandu);
      const place = personalChat(member);
      const press = (overrides: object) =>
        stage.teams.deliver(
          stage.activities.press(
            member,
            place,
            { verb: 'pause', data: { v: 1, do: 'pause', pauseDate: inDays(9) } },
            { ...overrides },
          ),
        );
      const until = async () => (await wishesOf(place)).pausedUntil;
      await stage.say(member, place, 'settings');

      cardIn(await press({ entities: undefined }));
      assert.equal(await until(), morningOf(inDays(9), kathmandu)?.toISOString());
      cardIn(await press({ entities: [{ type: 'clientInfo', timezone: 'Europe/Berlin' }] }));
      assert.equal(await until(), morningOf(inDays(9), 'Europe/Berlin')?.toISOString());
    });

    it('can be set on a card in a chat that is not known yet', async () => {
      const member = someone();
      const place = personalChat(member);
      const data = { v: 1, do: 'quiet', quietFrom: '20:00', quietUntil: '08:00' };

      const answer = await stage.teams.deliver(
        stage.activities.press(member, place, { verb: 'quiet', data }),
      );

      assert.match(textOf(cardIn(answer)), /From 20:00 to 08:00/);
      assert.deepEqual(await wishesOf(place), { quietHours: { from: '20:00', until: '08:00' } });
    });

    it('is not looked at when a card is read or rated', async () => {
      const member = someone(kathmandu);
      const place = personalChat(member);
      const values = await sayIn(member, place, 'values');

      await stage.press(inZone('Europe/Berlin', member), place, values, buttonTitle(values, 'ballot'));

      assert.equal(await timeZoneOf(place), kathmandu);
    });
  });

  describe(`What is held back on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    });
    after(() => stage.stop());

    const cardsIn = (place: CastPlace): readonly Card[] =>
      stage.connector.calls
        .filter(({ operation, conversation }) => operation !== 'update' && conversation === place.id)
        .map(cardOf);
    /** Waits until the report of an announcement reads so. */
    const reads = async (announcement: string | null | undefined, expected: object): Promise<void> => {
      for (;;) {
        const { json } = await api.get(`/api/announcements/${announcement ?? ''}`);
        if (isDeepStrictEqual({ ...json, ...expected }, json)) return;
      }
    };

    it('comes once when the pause is ended, and not before', async () => {
      const [paused, listening] = [someone(), someone()];
      for (const member of [paused, listening]) await stage.say(member, personalChat(member), 'subscribe');
      await stage.say(paused, personalChat(paused), 'pause 3 days');
      const { json } = await api.publish('garden', gardenPost());
      await reads(json.announcement, { intended: 2, sent: 1, waiting: 1, sending: 0 });
      const before = cardsIn(personalChat(paused)).length;

      const [resumed] = await stage.say(paused, personalChat(paused), 'resume');
      await reads(json.announcement, { sent: 2, waiting: 0 });

      const since = cardsIn(personalChat(paused)).slice(before);
      assert.equal(since.length, 2);
      assert.ok(since.some((card) => isDeepStrictEqual(card, resumed)));
      assert.ok(since.some((card) => textOf(card).includes('Read each value')));
    });

    it('comes to nobody who has unsubscribed meanwhile', async () => {
      const member = someone();
      const place = personalChat(member);
      await stage.say(member, place, 'subscribe');
      await stage.say(member, place, 'pause 3 days');
      const { json } = await api.publish('garden', gardenPost());
      await reads(json.announcement, { waiting: 1, sending: 0 });

      await stage.say(member, place, 'unsubscribe');

      await reads(json.announcement, { waiting: 0, skipped: { unsubscribed: 1 } });
    });

    it('by quiet hours comes when there are none any more', async () => {
      const member = someone();
      const place = personalChat(member);
      await stage.say(member, place, 'subscribe');
      await stage.say(member, place, quietNow());
      const { json } = await api.publish('garden', gardenPost());
      await reads(json.announcement, { waiting: 1, sending: 0 });
      const before = cardsIn(place).length;

      await stage.say(member, place, 'quiet off');
      await reads(json.announcement, { waiting: 0, sending: 0 });

      assert.equal(cardsIn(place).length, before + 2);
    });
  });
}

/** Hours in which this minute lies, and the next: twelve, of which six are over in the member's zone, UTC. */
function quietNow(): string {
  const hour = new Date().getUTCHours();
  return `quiet ${String((hour + 18) % 24)}-${String((hour + 6) % 24)}`;
}
