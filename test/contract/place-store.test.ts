import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import { everyCharter, type MemberId, type Place, type PlaceId } from '../../src/domain/place.js';
import { aDraft, aPlace, aPublication, aSubscribedPlace, claimAll, noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

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

  it('the welcome is due once after each installation', async () => {
    const { places } = stores();
    const { id: place } = await noted(aPlace());

    assert.equal(await places.welcome({ place, at: noon() }), true);
    await noted(aPlace({ id: place }), 1);
    assert.equal(await places.welcome({ place, at: noon(2) }), false);

    await places.remove({ place, at: noon(3), reason: 'uninstalled' });
    assert.equal(await places.welcome({ place, at: noon(4) }), true);
    assert.equal(await places.welcome({ place, at: noon(5) }), false);
  });

  it('an unknown place has no welcome, and removing it does nothing', async () => {
    const { places } = stores();
    const place = 'nowhere' as PlaceId;

    await places.remove({ place, at: noon(), reason: 'uninstalled' });

    assert.equal(await places.welcome({ place, at: noon() }), false);
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

  it('a removed place hears nothing more, and what waited for it is skipped', async () => {
    const { announcements, drafts, places } = stores();
    const gone = await aSubscribedPlace(stores(), { name: 'Closed group' });
    await say(gone, coop, 'active');
    const stays = await aSubscribedPlace(stores());
    const publication = aPublication(aDraft(unique('charter') as CharterName));
    await drafts.publish(publication);

    await places.remove({ place: gone, at: noon(60), reason: 'uninstalled' });

    for (const charter of [everyCharter, coop] as const) assert.equal(await hears(gone, charter), false);
    assert.equal(await hears(stays, everyCharter), true);
    const { intended, waiting, skipped } = await announcements.report(publication.announcement.id);
    assert.deepEqual({ waiting, skipped }, { waiting: intended - 1, skipped: { uninstalled: 1 } });
    const claimed = await claimAll(stores(), publication.announcement.id);
    assert.equal(
      claimed.some(({ place }) => place.id === gone),
      false,
    );
    assert.equal(
      claimed.some(({ place }) => place.id === stays),
      true,
    );
  });

  it('removing a place leaves what was sent to it as it was', async () => {
    const { announcements, deliveries, drafts, places } = stores();
    const place = await aSubscribedPlace(stores());
    const { announcement, ...publication } = aPublication(aDraft(unique('charter') as CharterName));
    await drafts.publish({ announcement, ...publication });
    await claimAll(stores(), announcement.id);
    const outcome = { state: 'sent' } as const;
    await deliveries.settle({
      announcement: announcement.id,
      place,
      worker: 'claims-all',
      at: noon(1),
      outcome,
    });

    await places.remove({ place, at: noon(60), reason: 'uninstalled' });

    const { sent, skipped } = await announcements.report(announcement.id);
    assert.deepEqual({ sent, skipped }, { sent: 1, skipped: {} });
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
