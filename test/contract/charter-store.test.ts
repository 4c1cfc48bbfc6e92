import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import { aCharter, aDraft, anAnnouncement, aPublication } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('charters', (stores) => {
  const announce = (charter: ReturnType<typeof aCharter>) =>
    stores().drafts.publish({ charter, announcement: anAnnouncement(charter.name) });

  it('nobody knows a charter that was never published', async () => {
    const { charters } = stores();

    assert.equal(await charters.find('nobodys' as CharterName), undefined);
    assert.equal(await charters.pseudonymKey('nobodys' as CharterName), undefined);
  });

  it('a charter comes back as it was published', async () => {
    const { charters } = stores();
    const charter = aCharter();

    await announce(charter);

    assert.deepEqual(await charters.find(charter.name), charter);
  });

  it('the time zone of a charter comes back, and a later publication brings it up to date', async () => {
    const { charters } = stores();
    const charter = aCharter({ timeZone: 'America/Bogota' });
    await announce(charter);
    assert.equal((await charters.find(charter.name))?.timeZone, 'America/Bogota');

    await announce({ ...charter, timeZone: 'Europe/Madrid' });

    assert.equal((await charters.find(charter.name))?.timeZone, 'Europe/Madrid');
    const listed = (await charters.all()).find(({ name }) => name === charter.name);
    assert.equal(listed?.timeZone, 'Europe/Madrid');
  });

  it('what a charter leaves out stays left out', async () => {
    const { charters } = stores();
    const { mission, introduction, ...charter } = aCharter();
    assert.ok(mission && introduction);

    await announce(charter);

    assert.deepEqual(await charters.find(charter.name), charter);
  });

  it('a later publication brings the charter up to date', async () => {
    const { charters } = stores();
    const charter = aCharter({ mission: 'The first mission.' });
    await announce(charter);

    await announce({ ...charter, mission: 'The second mission.' });

    assert.deepEqual(await charters.find(charter.name), { ...charter, mission: 'The second mission.' });
  });

  it('a charter gets its pseudonym key once, and each charter another one', async () => {
    const { charters, drafts } = stores();
    const [charter, other] = [aCharter(), aCharter()];
    await announce(charter);
    await announce(other);
    const key = await charters.pseudonymKey(charter.name);

    await drafts.publish(aPublication(aDraft(charter.name)));

    assert.match(String(key), /^[0-9a-f]{64}$/);
    assert.equal(await charters.pseudonymKey(charter.name), key);
    assert.notEqual(await charters.pseudonymKey(other.name), key);
  });

  it('charters are listed in the order of their names, hyphens before digits before letters', async () => {
    const { charters } = stores();
    const names = ['order-a', 'order1', 'ordera', 'order'] as CharterName[];
    for (const name of names) await announce(aCharter({ name }));

    const listed = (await charters.all()).map(({ name }) => name).filter((name) => names.includes(name));

    assert.deepEqual(listed, ['order', 'order-a', 'order1', 'ordera']);
  });
});
