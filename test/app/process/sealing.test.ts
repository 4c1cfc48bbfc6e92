import assert from 'node:assert/strict';

import { eraseIdentities } from '../../../src/app/process/erase-identities.js';
import { facilitators } from '../../../src/app/ports.js';
import { keepAppointments } from '../../../src/app/keep-appointments.js';
import type { Step } from '../../../src/domain/rating.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';

const now = '2026-11-24T09:00:00.000Z';
const later = '2026-12-01T09:00:00.000Z';

describe('Sealing a charter', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const rate = async (name: string, position: number, answer: Step): Promise<void> => {
    const value = { by: 'position', position } as const;
    const press = `${name}-${String(position)}`;
    await community.ask(
      { kind: 'rate', about: { charter: garden }, value, answer, press },
      community.member(name),
    );
  };
  const everybodyRates = async (): Promise<void> => {
    for (let index = 0; index < 7; index += 1)
      for (const position of [1, 2, 3]) await rate(`member-${String(index)}`, position, 4);
  };
  const close = () => community.ask({ kind: 'close', about: { charter: garden }, confirmed: true });
  const seal = (confirmed = true) => community.askOne({ kind: 'seal', charter: garden, confirmed });
  const results = async () =>
    viewed('results', await community.askOne({ kind: 'results', about: {} })).results;

  it('asks first', async () => {
    await close();

    const view = viewed('confirm', await seal(false));

    assert.equal(view.what, 'seal');
    assert.equal((await community.ports.charters.find(garden))?.sealedAt, undefined);
  });

  it('waits for the draft to be closed', async () => {
    assert.equal(whatOf(await seal()), 'draft-still-open');
  });

  it('keeps the results as they were, also those that nobody had read yet', async () => {
    await everybodyRates();
    await close();

    const view = await seal();

    assert.equal(whatOf(view), 'sealed-now');
    const shown = await results();
    assert.ok(shown);
    assert.ok(shown.values.every((value) => value.kind === 'shown' && value.n === 7));
    assert.deepEqual(shown.participation.finished, { kind: 'exactly', count: 7 });
  });

  it('happens once', async () => {
    await close();
    await seal();

    assert.equal(whatOf(await seal()), 'charter-sealed');
    assert.equal(whatOf(await seal(false)), 'charter-sealed');
  });

  it('ends publishing, opening again and changing rules', async () => {
    await close();
    await seal();
    const draft = await community.ports.drafts.latest(garden);
    await community.ask({
      kind: 'import',
      charter: garden,
      source: aPost({ values: ['Share the harvest'] }),
    });

    const published = await community.askOne({ kind: 'publish', charter: garden });
    const reopened = await community.askOne({ kind: 'reopen', about: { draft: draft!.id }, confirmed: true });
    const rules = await community.askOne({ kind: 'rules', charter: garden });
    const changed = await community.askOne({ kind: 'change-rules', charter: garden, rules: { least: 9 } });

    assert.deepEqual([published, reopened, rules, changed].map(whatOf), Array(4).fill('charter-sealed'));
    assert.equal((await community.ports.drafts.latest(garden))?.number, 1);
  });

  it('leaves members nothing of their own to read, and says no less kindly what there is', async () => {
    await everybodyRates();
    await close();
    await seal();
    const bo = community.member('member-1');

    const status = viewed('status', await community.askOne({ kind: 'status' }, bo));
    const about = { charter: garden };
    const ballot = await community.askOne({ kind: 'ballot', about }, bo);
    const answers = await community.askOne({ kind: 'answers', about }, bo);
    const value = { by: 'position', position: 1 } as const;
    const again = await community.askOne({ kind: 'rate', about, value, answer: 2, press: 'late' }, bo);

    assert.equal(status.charters[0]?.answered, 0);
    assert.ok(['notice', 'answers'].includes(ballot.kind));
    assert.ok(['notice', 'answers'].includes(answers.kind));
    assert.equal(whatOf(again), 'draft-closed');
  });

  it('gives a text that was to be published later back to its editor', async () => {
    await close();
    const source = aPost({ values: ['Share the harvest'] });
    await community.ask({ kind: 'import', charter: garden, source });
    const at = { date: '2026-11-30', time: '09:00' as never };
    await community.ask({ kind: 'publish', charter: garden, at });
    await seal();
    community.setClock(later);

    await keepAppointments(community.ports);

    const which = { charter: garden, editor: facilitators };
    assert.equal((await community.ports.workingCopies.find(which))?.source, source);
    assert.deepEqual(await community.ports.appointments.of(garden), []);
    assert.equal((await community.ports.drafts.latest(garden))?.number, 1);
  });

  it('lets identities go by themselves, once, when their days are over', async () => {
    await community.ask({ kind: 'change-rules', rules: { identityDays: 10 } });
    await close();
    await seal();
    const process = async () => viewed('process', await community.askOne({ kind: 'process' }));
    assert.equal((await process()).identitiesGo?.at, '2026-12-04T09:00:00.000Z');

    community.setClock('2026-12-04T08:59:59.000Z');
    assert.equal(await eraseIdentities(community.ports), 0);
    community.setClock('2026-12-04T10:00:00.000Z');
    assert.equal(await eraseIdentities(community.ports), 1);
    assert.equal(await eraseIdentities(community.ports), 0);

    const view = await process();
    assert.deepEqual(view.records[0]?.entry, { kind: 'identities-erased' });
    assert.equal(view.identitiesGo?.at, '2026-12-04T10:00:00.000Z');
  });

  it('is told by the process with its time', async () => {
    await close();
    await seal();

    const view = viewed('process', await community.askOne({ kind: 'process' }, community.member('bo')));

    assert.deepEqual(view.sealed, { at: now, timeZone: 'UTC' });
    assert.deepEqual(
      view.records.map(({ entry }) => entry.kind),
      ['sealed', 'draft', 'draft'],
    );
    const about = { charter: garden };
    assert.equal(viewed('privacy', await community.askOne({ kind: 'privacy', about })).sealed, true);
  });

  it('names those who facilitate and have said their names, and counts the others', async () => {
    await community.ports.facilitators.add({ member: 'cleo' as never, at: now });
    await community.ports.facilitators.addModerator({ member: 'dov' as never, at: now });
    const ada = { ...community.ada, name: 'Ada Lind' };

    await community.ask({ kind: 'rules' }, ada);
    await community.ask({ kind: 'process' }, { ...community.member('eve'), name: 'Eve Member' });

    const view = viewed('process', await community.askOne({ kind: 'process' }));
    assert.deepEqual(view.facilitators, { names: ['Ada Lind'], unnamed: 1 });
  });
});
