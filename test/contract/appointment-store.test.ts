import assert from 'node:assert/strict';

import type { Appointment } from '../../src/domain/appointment.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId } from '../../src/domain/draft.js';
import { noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('appointments', (stores) => {
  const anAppointment = (overrides: Partial<Appointment> = {}): Appointment => ({
    id: unique('appointment'),
    kind: 'close',
    charter: unique('charter') as CharterName,
    draft: 'some-draft' as DraftId,
    at: noon(60),
    timeZone: 'America/Bogota',
    editor: 'ana',
    ...overrides,
  });
  const made = async (overrides: Partial<Appointment> = {}) => {
    const appointment = anAppointment(overrides);
    await stores().appointments.make(appointment);
    return appointment;
  };

  it('comes back as it was made', async () => {
    const closing = await made();
    const { draft: _, ...rest } = anAppointment({ kind: 'publish', source: '# Text', audience: 'affected' });
    await stores().appointments.make(rest);

    assert.deepEqual(await stores().appointments.of(closing.charter), [closing]);
    assert.deepEqual(await stores().appointments.of(rest.charter), [rest]);
    assert.deepEqual(await stores().appointments.of('nobodys' as CharterName), []);
  });

  it('takes the place of what the charter has of the same kind, and of nothing else', async () => {
    const { draft: _, ...publishing } = anAppointment({ kind: 'publish', source: '# Text', audience: 'all' });
    await stores().appointments.make(publishing);
    const { charter } = publishing;
    const reminding = await made({ charter, kind: 'remind', at: noon(10) });
    const other = await made();

    const { source: _source, audience: _audience, ...rest } = publishing;
    const later: Appointment = { ...rest, id: unique('appointment'), at: noon(99), source: '# Other text' };
    await stores().appointments.make(later);

    assert.deepEqual(await stores().appointments.of(charter), [reminding, later]);
    assert.deepEqual(await stores().appointments.of(other.charter), [other]);
  });

  it('is cancelled once', async () => {
    const { charter, kind } = await made();
    const other = await made({ charter, kind: 'remind' });

    assert.equal(await stores().appointments.cancel({ charter, kind }), true);
    assert.equal(await stores().appointments.cancel({ charter, kind }), false);

    assert.deepEqual(await stores().appointments.of(charter), [other]);
  });

  it('is due when its time has come, the earliest first, until it was kept', async () => {
    const second = await made({ at: noon(-1000) });
    const first = await made({ at: noon(-2000) });
    const third = await made({ at: noon(-999) });
    const mine = new Set([first, second, third].map(({ id }) => id));
    const due = async () =>
      (await stores().appointments.due(noon(-1000))).map(({ id }) => id).filter((id) => mine.has(id));

    assert.deepEqual(await due(), [first.id, second.id]);
    await stores().appointments.kept(first.id);
    await stores().appointments.kept(first.id);

    assert.deepEqual(await due(), [second.id]);
  });

  it('that was made since stays when the one before it was kept', async () => {
    const before = await made();
    const since = await made({ charter: before.charter });

    await stores().appointments.kept(before.id);

    assert.deepEqual(await stores().appointments.of(before.charter), [since]);
  });
});
