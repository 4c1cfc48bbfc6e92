import assert from 'node:assert/strict';

import { everyCharter, placeIdOf } from '../../src/domain/place.js';
import { ada, bento, castMember, chiara, homeTenant } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, groupChat, personalChat, type CastPlace } from '../support/places.js';
import { cardIn, cardOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { buttonTitle } from './button-title.js';
import { gardenPost } from './garden-post.js';
import { settledReport } from './settled-report.js';

let made = 0;
/** A name that no other test of this file has. */
function fresh(word: string): string {
  made += 1;
  return `${word} ${String(made)}`;
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Places on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
      await api.publish('garden', gardenPost());
    });
    after(() => stage.stop());

    const install = (place: CastPlace, action = 'add') =>
      stage.teams.deliver(stage.activities.installation(ada, place, action));
    const postsIn = (place: CastPlace): readonly Card[] =>
      stage.connector.calls
        .filter(({ operation }) => operation !== 'update')
        .filter(({ conversation }) => conversation?.split(';')[0] === place.id)
        .map(cardOf);
    const isSubscribed = (place: CastPlace): Promise<boolean> => {
      const id = placeIdOf({ tenant: homeTenant, conversation: place.id });
      return stage.bot.ports.places.subscribed({ place: id, charter: everyCharter });
    };
    /** Which of these places an announcement to everybody reaches now. */
    const hearing = async (places: readonly CastPlace[], charter = 'garden'): Promise<readonly boolean[]> => {
      const counts = (): readonly number[] => places.map((place) => postsIn(place).length);
      const before = counts();
      const path = `/api/charters/${charter}/drafts?publish=true&tell=everybody`;
      const { json } = await api.post(path, gardenPost());
      await settledReport(api, json.announcement);
      return counts().map((count, at) => count > before[at]!);
    };
    const hears = async (place: CastPlace): Promise<boolean> => (await hearing([place]))[0]!;

    for (const [kind, make] of [
      ['a channel', () => channel('General', fresh('Team'))],
      ['a group chat', () => groupChat(fresh('Circle'))],
      ['a personal chat', () => personalChat(castMember(fresh('Member')))],
    ] as const) {
      it(`welcome the bot in ${kind} once, however often and in whatever order the events come`, async () => {
        const place = make();
        const { activities } = stage;
        const events = [1, 2, 3].flatMap(() => [
          activities.membersAdded(ada, place, [activities.bot]),
          activities.installation(ada, place, 'add'),
          activities.installation(ada, place, 'add-upgrade'),
        ]);

        await Promise.all(events.map((event) => stage.teams.deliver(event)));
        await install(place);

        assert.equal(postsIn(place).length, 1);
        assert.match(textOf(postsIn(place)[0]!), /This is Touchstone/);
      });
    }

    it('hear announcements from the moment of installation, but a person only when they say so', async () => {
      const place = groupChat(fresh('Circle'));
      const personal = personalChat(castMember(fresh('Member')));
      await install(place);
      await install(personal);

      assert.deepEqual(await hearing([place, personal]), [true, false]);
    });

    it('end and begin hearing them in one tap on the welcome', async () => {
      const member = castMember(fresh('Member'));
      for (const [place, first, second] of [
        [groupChat(fresh('Circle')), 'unsubscribe', 'subscribe'],
        [channel('General', fresh('Team')), 'unsubscribe', 'subscribe'],
        [personalChat(member), 'subscribe', 'unsubscribe'],
      ] as const) {
        await install(place);
        const [welcome = {}] = postsIn(place);

        const after = await stage.press(member, place, welcome, buttonTitle(welcome, first));
        assert.equal(await isSubscribed(place), first === 'subscribe');
        await stage.press(member, place, after, buttonTitle(after, second));
        assert.equal(await isSubscribed(place), second === 'subscribe');
      }
    });

    it('end and begin hearing them by a word', async () => {
      const place = channel('General', fresh('Team'));
      await install(place);

      await stage.say(bento, place, 'unsubscribe');
      assert.equal(await hears(place), false);
      await stage.say(bento, place, 'subscribe');
      assert.equal(await hears(place), true);
    });

    it('can hear of one charter alone', async () => {
      const place = groupChat(fresh('Circle'));
      await install(place);
      await api.publish('pond', gardenPost());
      await stage.say(bento, place, 'unsubscribe pond');

      assert.deepEqual(await hearing([place], 'pond'), [false]);
      assert.deepEqual(await hearing([place], 'garden'), [true]);
    });

    it('stay as their people left them when the same installation is told again', async () => {
      const place = groupChat(fresh('Circle'));
      await install(place);
      await stage.say(bento, place, 'unsubscribe');

      await install(place, 'add-upgrade');
      await stage.teams.deliver(stage.activities.membersAdded(ada, place, [stage.activities.bot]));

      assert.equal(await isSubscribed(place), false);
    });

    it('hear nothing after a removal, and are welcomed again when the bot comes back', async () => {
      const places = [groupChat(fresh('Circle')), personalChat(castMember(fresh('Member')))];
      for (const place of places) {
        await install(place);
        await stage.say(bento, place, 'subscribe');
        await install(place, 'remove');
      }
      assert.deepEqual(await hearing(places), [false, false]);

      for (const place of places) {
        const before = postsIn(place).length;
        await install(place);
        await install(place);

        assert.equal(postsIn(place).length, before + 1);
        assert.match(textOf(postsIn(place).at(-1)!), /This is Touchstone/);
      }
      assert.deepEqual(await hearing(places), [true, false], 'a person is met for the first time');
    });

    it('that others share hear again what they asked for once somebody writes there after a removal', async () => {
      const places = [groupChat(fresh('Circle')), channel('General', fresh('Team'))];
      for (const place of places) {
        await install(place);
        await stage.say(bento, place, 'subscribe');
        await install(place, 'remove');
      }
      assert.deepEqual(await hearing(places), [false, false]);

      for (const place of places) await stage.say(bento, place, 'status');

      assert.deepEqual(await hearing(places), [true, true]);
    });

    it('of one person are unknown once the person removes the bot', async () => {
      const place = personalChat(castMember(fresh('Member')));
      const id = placeIdOf({ tenant: homeTenant, conversation: place.id });
      await install(place);
      await stage.say(bento, place, 'subscribe');
      await stage.say(bento, place, 'quiet 20:00-08:00');
      const { places } = stage.bot.ports;
      assert.notEqual(await places.find(id), undefined);

      await install(place, 'remove');
      await install(place, 'remove');

      assert.equal(await places.find(id), undefined);
      assert.deepEqual(await places.wishes(id), {});
      assert.equal((await places.subscriptions(id)).size, 0);
    });

    it('hear no more than they asked for when the bot comes back', async () => {
      const [silent, some] = [groupChat(fresh('Circle')), groupChat(fresh('Circle'))];
      for (const place of [silent, some]) {
        await install(place);
        await stage.say(bento, place, 'unsubscribe');
      }
      await stage.say(bento, some, 'subscribe pond');

      for (const place of [silent, some]) {
        await install(place, 'remove-upgrade');
        await install(place, 'add-upgrade');
      }

      assert.match(textOf(postsIn(silent).at(-1)!), /New drafts are not announced here/);
      assert.deepEqual(await hearing([silent, some], 'garden'), [false, false]);
      assert.deepEqual(await hearing([silent, some], 'pond'), [false, true]);
    });

    it('of a whole team go and come back with it, and those of other teams stay', async () => {
      for (const leave of [
        (place: CastPlace) => stage.activities.installation(ada, place, 'remove'),
        (place: CastPlace) => stage.activities.membersRemoved(ada, place, [stage.activities.bot]),
        (place: CastPlace) => stage.activities.conversationEvent(ada, place, 'teamDeleted'),
      ]) {
        const team = fresh('Team');
        const [general, second, third] = ['General', 'Plans', 'Seeds'].map((name) => channel(name, team));
        const elsewhere = channel('General', fresh('Team'));
        await install(general!);
        await install(elsewhere);
        for (const place of [second!, third!]) await stage.say(bento, place, 'subscribe');

        await stage.teams.deliver(leave(general!));

        const places = [general!, second!, third!, elsewhere];
        assert.deepEqual(await hearing(places), [false, false, false, true]);

        await install(second!);

        assert.deepEqual(await hearing(places), [true, true, true, true]);
      }
    });

    it('end alone when a channel is deleted, and leave the team its General', async () => {
      const team = fresh('Team');
      const [general, second, third] = ['General', 'Plans', 'Seeds'].map((name) => channel(name, team));
      await install(general!);
      for (const place of [second!, third!]) await stage.say(bento, place, 'subscribe');
      const deleted = (place: CastPlace, overrides = {}) =>
        stage.teams.deliver(stage.activities.conversationEvent(ada, place, 'channelDeleted', overrides));

      await deleted(second!);
      await deleted(third!, { channelData: { channel: undefined } });

      assert.deepEqual(await hearing([general!, second!, third!]), [true, false, true]);
    });

    it('are not changed by people who come and go, nor by events of other kinds', async () => {
      const place = channel('General', fresh('Team'));
      await install(place);
      const before = postsIn(place).length;
      const { activities } = stage;
      for (const event of [
        activities.membersAdded(ada, place, [bento]),
        activities.membersRemoved(ada, place, [bento]),
        ...['channelCreated', 'channelRenamed', 'channelRestored', 'teamRenamed', 'teamArchived'].map(
          (name) => activities.conversationEvent(ada, place, name),
        ),
      ]) {
        await stage.teams.deliver(event);
      }

      assert.equal(postsIn(place).length, before);
      assert.equal(await isSubscribed(place), true);
    });

    it('that nobody installed the bot in can still be subscribed on a card', async () => {
      const place = groupChat(fresh('Circle'));
      const data = { v: 1, do: 'subscribe' };

      const card = cardIn(
        await stage.teams.deliver(stage.activities.press(chiara, place, { verb: 'subscribe', data })),
      );

      assert.match(textOf(card), /From now on/);
      assert.equal(await hears(place), true);
    });

    it('keep the language of their installation, whoever speaks there', async () => {
      const place = groupChat(fresh('Círculo'));
      const spanish = { locale: 'es-MX' };
      await stage.teams.deliver(stage.activities.installation(ada, place, 'add', spanish));
      await stage.say(bento, place, 'status');
      assert.match(textOf(postsIn(place).at(-1)!), /abierto/i);

      await hears(place);
      const announcement = postsIn(place).at(-1)!;
      assert.match(textOf(announcement), /Lee cada valor/);
      const english = await stage.press(bento, place, announcement, buttonTitle(announcement, 'ballot'));
      assert.match(
        textOf(english),
        /How strongly does this value/,
        'a private view speaks its reader’s language',
      );
    });

    it('of one person speak the language that person uses now', async () => {
      const member = castMember(fresh('Member'));
      const place = personalChat(member);
      await install(place);
      await stage.say(member, place, 'subscribe');
      await stage.teams.deliver(stage.activities.message(member, place, 'ayuda', { locale: 'es-ES' }));
      assert.match(textOf(postsIn(place).at(-1)!), /Qué entiendo/);

      await hears(place);

      assert.match(textOf(postsIn(place).at(-1)!), /Lee cada valor/);
    });
  });
}
