import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import {
  everyCharter,
  type MemberId,
  type Place,
  type PlaceId,
  type TimeOfDay,
  type Wishes,
} from '../../src/domain/place.js';
import { aDraft, aPlace, noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { again, sending } from './sending.js';

onEveryStore('places', (stores) => {
  const coop = 'coop' as CharterName;
  const noted = async (place: Place, seconds = 0) => {
    await stores().places.note({ ...place, at: noon(seconds) });
    return place;
  };
  const say = (place: PlaceId, charter: CharterName | typeof everyCharter, state: 'active' | 'stopped') =>
    stores().places.subscribe({ place, charter, state, at: noon() });
  const hears = (place: PlaceId, charter: CharterName | typeof everyCharter) =>
    stores().places.subscribed({ place, charter });

  it('a noted place is found again', async () => {
    const { places } = stores();
    const channel = await noted(aPlace({ name: 'General', address: { scope: 'channel', team: 'team-1' } }));
    const chat = await noted(aPlace({ address: { scope: 'personal', member: 'member-1' as MemberId } }));

    assert.deepEqual(await places.find(channel.id), channel);
    assert.deepEqual(await places.find(chat.id), chat);
    assert.equal(await places.find('nowhere' as PlaceId), undefined);
  });

  it('noting it again brings address, name and language up to date', async () => {
    const place = await noted(aPlace({ name: 'Old name' }));
    const address = { ...place.address, serviceUrl: 'https://smba.example/amer/' };
    const moved = { ...place, address, name: 'New name', locale: 'es-MX' };

    await noted(moved, 60);
    await noted(moved, 61);

    assert.deepEqual(await stores().places.find(place.id), moved);
  });

  it('what a later activity does not tell of a place stays known', async () => {
    const { name, ...nameless } = await noted(
      aPlace({ name: 'General', address: { scope: 'channel', team: 'team-1' } }),
    );
    const { team, ...address } = nameless.address;

    await noted({ ...nameless, address, locale: 'es-ES' }, 60);

    const expected = { ...nameless, name, locale: 'es-ES', address: { ...address, team } };
    assert.deepEqual(await stores().places.find(nameless.id), expected);
  });

  it('the time zone of a person is known until they are seen in another', async () => {
    const { places } = stores();
    const chat = aPlace({ address: { scope: 'personal' }, timeZone: 'Europe/Vienna' });
    const { timeZone, ...silent } = chat;
    await noted(chat);

    await noted(silent, 1);
    assert.equal((await places.find(chat.id))?.timeZone, timeZone);
    await noted({ ...chat, timeZone: 'Asia/Tokyo' }, 2);

    assert.equal((await places.find(chat.id))?.timeZone, 'Asia/Tokyo');
  });

  it('the welcome is due once after each installation', async () => {
    const { places } = stores();
    const { id: place } = await noted(aPlace());

    assert.equal(await places.welcome({ place, at: noon() }), true);
    await noted(aPlace({ id: place }), 1);
    assert.equal(await places.welcome({ place, at: noon(2) }), false);

    await places.park({ place, at: noon(3), reason: 'blocked' });
    assert.equal(await places.welcome({ place, at: noon(4) }), false);

    await places.park({ place, at: noon(5), reason: 'uninstalled' });
    assert.equal(await places.welcome({ place, at: noon(6) }), true);
    assert.equal(await places.welcome({ place, at: noon(7) }), false);
  });

  it('an unknown place has no welcome and no wishes, and parking it does nothing', async () => {
    const { places } = stores();
    const place = 'nowhere' as PlaceId;

    await places.park({ place, at: noon(), reason: 'uninstalled' });

    assert.equal(await places.welcome({ place, at: noon() }), false);
    assert.deepEqual(await places.wishes(place), {});
    assert.deepEqual(await places.subscriptions(place), new Map());
  });

  it('a place is noted before it subscribes', async () => {
    await assert.rejects(say('nowhere' as PlaceId, everyCharter, 'active'));

    assert.equal(await hears('nowhere' as PlaceId, everyCharter), false);
  });

  it('a place hears nothing before it says so', async () => {
    const { id } = await noted(aPlace());

    assert.equal(await hears(id, coop), false);
    assert.equal(await hears(id, everyCharter), false);
  });

  it('a place may hear one charter only', async () => {
    const { id } = await noted(aPlace());

    await say(id, coop, 'active');
    await say(id, coop, 'active');

    assert.equal(await hears(id, coop), true);
    assert.equal(await hears(id, 'other' as CharterName), false);
    assert.equal(await hears(id, everyCharter), false);
  });

  it('a place may hear every charter but one', async () => {
    const { id } = await noted(aPlace());

    await say(id, everyCharter, 'active');
    await say(id, coop, 'stopped');

    assert.equal(await hears(id, coop), false);
    assert.equal(await hears(id, 'other' as CharterName), true);
    assert.equal(await hears(id, everyCharter), true);
  });

  it('what is said of all charters overrules what was said of one', async () => {
    const { id } = await noted(aPlace());
    await say(id, coop, 'active');

    await say(id, everyCharter, 'stopped');
    assert.equal(await hears(id, coop), false);

    await say(id, coop, 'active');
    assert.equal(await hears(id, coop), true);

    await say(id, everyCharter, 'active');
    await say(id, everyCharter, 'stopped');
    assert.equal(await hears(id, coop), false);
  });

  it('all that was said at a place can be read', async () => {
    const { id } = await noted(aPlace());
    await say(id, everyCharter, 'active');
    await say(id, coop, 'stopped');

    assert.deepEqual(
      await stores().places.subscriptions(id),
      new Map([
        [everyCharter, 'active'],
        [coop, 'stopped'],
      ]),
    );
  });

  it('the wishes of a place are those said last, all of them', async () => {
    const { places } = stores();
    const { id: place } = await noted(aPlace({ address: { scope: 'personal' } }));
    const wish = async (wishes: Wishes) => {
      await places.wish({ place, wishes, at: noon() });
      return places.wishes(place);
    };
    const quietHours = { from: '20:00' as TimeOfDay, until: '08:00' as TimeOfDay };

    assert.deepEqual(await places.wishes(place), {});
    for (const wishes of [
      { pausedUntil: noon(3600), quietHours },
      { quietHours: 'off' },
      { pausedUntil: noon(60) },
      { quietHours },
      {},
    ] as const)
      assert.deepEqual(await wish(wishes), wishes);
  });

  it('the places of a team are those of its tenant, in the order of their ids', async () => {
    const team = unique('team');
    const channel = (tenant: string, conversation: string) =>
      noted(aPlace({ address: { scope: 'channel', tenant, team, conversation: unique(conversation) } }));
    const [small, capital, under] = [
      await channel('tenant-1', 'b'),
      await channel('tenant-1', 'B'),
      await channel('tenant-1', '_'),
    ];
    await channel('tenant-2', 'b');

    const known = await stores().places.inTeam({ tenant: 'tenant-1', team });

    assert.deepEqual(known, [capital.id, under.id, small.id]);
    assert.deepEqual(await stores().places.inTeam({ tenant: 'tenant-1', team: 'nobodys' }), []);
  });
});

onEveryStore('what waits for a place', (stores) => {
  const { told, toldMore, published, subscribed, changed, claim, begin, settle, send, report } =
    sending(stores);
  const stop = (place: Place | undefined, charter: CharterName | typeof everyCharter) =>
    stores().places.subscribe({ place: place?.id as PlaceId, charter, state: 'stopped', at: noon(60) });

  it('is skipped when the place stops hearing the charter, and nothing else', async () => {
    const one = await told(2);
    const more = await toldMore(one);
    const [stopping] = one.places;
    const other = aDraft(unique('charter') as CharterName);
    await subscribed(stopping as Place, other.charter);
    const elsewhere = await published(other);

    await stop(stopping, one.draft.charter);
    await stop(stopping, one.draft.charter);

    for (const told of [one, { announcement: more }]) {
      const { waiting, skipped } = await report(told);
      assert.deepEqual({ waiting, skipped }, { waiting: 1, skipped: { unsubscribed: 1 } });
    }
    assert.equal((await report(elsewhere)).waiting, 1);

    await stop(stopping, everyCharter);
    assert.deepEqual((await report(elsewhere)).skipped, { unsubscribed: 1 });
  });

  it('a copy that is there is still edited when the place has stopped', async () => {
    const all = await told(1);
    const [claimed] = await claim('worker-1', all);
    await send('worker-1', claimed);
    await changed(all, 60);

    await stop(all.places[0], everyCharter);

    assert.equal((await claim('worker-1', all, { now: 61 }))[0]?.task.kind, 'edit');
  });

  it('a place that cannot be reached keeps its subscriptions and hears nothing, until it is noted again', async () => {
    const { places } = stores();
    const all = await told(2);
    const [gone] = all.places;
    if (!gone) throw new Error('There are two places.');

    await places.park({ place: gone.id, at: noon(60), reason: 'blocked' });
    await places.park({ place: gone.id, at: noon(61), reason: 'blocked' });

    const { waiting, skipped } = await report(all);
    assert.deepEqual({ waiting, skipped }, { waiting: 1, skipped: { blocked: 1 } });
    assert.equal(await places.subscribed({ place: gone.id, charter: all.draft.charter }), true);
    const second = await published(aDraft(all.draft.charter, { number: 2, publishedAt: noon(70) }));
    assert.equal((await report(second)).intended, 1);

    await places.note({ ...gone, at: noon(80) });
    const third = await published(aDraft(all.draft.charter, { number: 3, publishedAt: noon(90) }));
    assert.equal((await report(third)).intended, 2);
  });

  it('parking a place leaves what was sent to it, and what is on its way, as it was', async () => {
    const { places } = stores();
    const all = await told(1);
    const more = await toldMore(all);
    const [first] = await claim('worker-1', all);
    await send('worker-1', first);
    const [second] = await claim('worker-1', all);
    await begin('worker-1', second);

    await places.park({ place: all.places[0]?.id as PlaceId, at: noon(60), reason: 'uninstalled' });

    const reports = [await report(all), await report({ announcement: more })];
    assert.deepEqual(reports.map(({ sent, sending }) => [sent, sending]).sort(), [
      [0, 1],
      [1, 0],
    ]);
  });

  it('and was held is looked at again when its wishes change, and nothing else', async () => {
    const { places } = stores();
    const all = await told(3);
    const [held, other, retried] = await claim('worker-1', all);
    await settle('worker-1', held, { kind: 'held', due: noon(3600) });
    await settle('worker-1', other, { kind: 'held', due: noon(3600) });
    await settle('worker-1', retried, again(3600));
    for (const delivery of [held, retried])
      await places.wish({ place: delivery?.place.id as PlaceId, wishes: {}, at: noon(60) });

    const claimed = await claim('worker-1', all, { now: 60 });

    assert.deepEqual(
      claimed.map(({ place }) => place.id),
      [held?.place.id],
    );
  });
});
