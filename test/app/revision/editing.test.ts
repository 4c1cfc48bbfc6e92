import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import type { WorkingCopyView } from '../../../src/app/revision/views.js';
import type { Speaker } from '../../../src/app/speaker.js';
import type { View } from '../../../src/app/views.js';
import type { ValueId } from '../../../src/domain/draft.js';
import { facilitators } from '../../../src/app/ports.js';
import { aCommunity, garden, said, viewed, type Community } from '../community.js';
import { aPost } from '../posts.js';

const by = (id: string) => ({ by: 'id', id: id as ValueId }) as const;
const harvest = by('share-the-harvest');

describe('The working copy of the next draft', () => {
  let community: Community;
  let ben: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    await community.publish(aPost());
    ben = { ...community.member('ben'), name: 'Ben' };
    await community.ports.facilitators.add({ member: ben.member, at: '2026-11-24T09:00:00.000Z' });
  });
  afterEach(() => community.stop());

  const ask = (intent: Intent, speaker?: Speaker): Promise<View> => community.askOne(intent, speaker);
  const revise = async (speaker?: Speaker): Promise<WorkingCopyView> =>
    viewed('working-copy', await ask({ kind: 'revise', charter: garden }, speaker));
  const titles = async (): Promise<readonly string[]> => (await revise()).values.map(({ title }) => title);
  const source = async (): Promise<string> =>
    (await community.ports.workingCopies.find({ charter: garden, editor: facilitators }))?.source ?? '';

  it('begins from the newest draft, with nothing changed', async () => {
    const view = await revise();

    assert.equal(view.just?.did, 'begun');
    assert.equal(view.base, 1);
    assert.deepEqual(
      view.values.map(({ title, kinds }) => [title, ...kinds]),
      [['Share the harvest'], ['Leave the soil better'], ['Keep the gate open']],
    );
    assert.equal((await revise()).just, undefined);
  });

  it('takes one value at a time, and the others stay as they were', async () => {
    const { revision } = await revise();

    const view = viewed(
      'working-copy',
      await ask({
        kind: 'save-value',
        charter: garden,
        value: harvest,
        revision,
        title: 'Share every harvest',
      }),
    );

    assert.deepEqual(view.just, { did: 'saved', title: 'Share every harvest' });
    assert.deepEqual(view.values[0], {
      id: 'share-the-harvest',
      title: 'Share every harvest',
      kinds: ['title'],
    });
    assert.match(await source(), /What grows here is divided by need\./);
  });

  it('has the changes of two facilitators who edited different values at once', async () => {
    const { revision } = await revise();
    await revise(ben);

    await ask({ kind: 'save-value', charter: garden, value: harvest, revision, title: 'Mine' });
    await ask(
      { kind: 'save-value', charter: garden, value: by('keep-the-gate-open'), revision, title: 'His' },
      ben,
    );

    assert.deepEqual(await titles(), ['Mine', 'Leave the soil better', 'His']);
  });

  it('shows whoever comes second what the first made of the same value, and lets them choose', async () => {
    const { revision } = await revise();
    await ask({ kind: 'save-value', charter: garden, value: harvest, revision, title: 'His' }, ben);
    const mine = { kind: 'save-value', charter: garden, value: harvest, revision, title: 'Mine' } as const;

    const form = viewed('value-form', await ask(mine));

    assert.equal(form.title, 'Mine');
    assert.equal(form.theirs?.saved.name, 'Ben');
    assert.equal(form.theirs.seen?.title, 'Share the harvest');
    assert.equal(form.theirs.now?.title, 'His');
    assert.deepEqual(await titles(), ['His', 'Leave the soil better', 'Keep the gate open']);
    viewed('working-copy', await ask({ ...mine, over: form.theirs.revision }));
    assert.deepEqual((await titles())[0], 'Mine');
  });

  it('shows what was published meanwhile to whoever had the value open before, and lets them choose', async () => {
    const { revision } = await revise();
    await ask({ kind: 'save-value', charter: garden, value: harvest, revision, title: 'His' }, ben);
    await ask({ kind: 'publish', charter: garden }, ben);
    const mine = { kind: 'save-value', charter: garden, value: harvest, revision, title: 'Mine' } as const;

    const form = viewed('value-form', await ask(mine));

    assert.deepEqual([form.title, form.theirs?.now?.title, form.theirs?.saved.own], ['Mine', 'His', false]);
    assert.deepEqual((await titles())[0], 'His');
    viewed('working-copy', await ask({ ...mine, over: form.theirs!.revision }));
    assert.deepEqual((await titles())[0], 'Mine');
  });

  it('gives back what was typed of a value that was removed and published away meanwhile', async () => {
    const { revision } = await revise();
    await ask({ kind: 'remove-value', charter: garden, value: harvest, revision, confirmed: true }, ben);
    await ask({ kind: 'publish', charter: garden }, ben);

    const form = viewed(
      'value-form',
      await ask({
        kind: 'save-value',
        ...{ charter: garden, value: harvest, revision },
        ...{ title: 'Share it all', text: 'Also the nettles.' },
      }),
    );

    assert.deepEqual(
      [form.problem, form.value, form.title, form.text],
      ['gone', undefined, 'Share it all', 'Also the nettles.'],
    );
  });

  it('asks again when somebody saved a third time before the choice', async () => {
    const { revision } = await revise();
    await ask({ kind: 'save-value', charter: garden, value: harvest, revision, title: 'His' }, ben);
    const mine = { kind: 'save-value', charter: garden, value: harvest, revision, title: 'Mine' } as const;
    const form = viewed('value-form', await ask(mine));
    const { revision: seen } = await revise(ben);
    await ask(
      { kind: 'save-value', charter: garden, value: harvest, revision: seen, title: 'His again' },
      ben,
    );

    const again = viewed('value-form', await ask({ ...mine, over: form.theirs!.revision }));

    assert.equal(again.theirs?.now?.title, 'His again');
    assert.equal(again.title, 'Mine');
  });

  it('brings back a value that somebody removed, for whoever had it open and wants it', async () => {
    const { revision } = await revise();
    await ask({ kind: 'remove-value', charter: garden, value: harvest, revision, confirmed: true }, ben);
    const mine = { kind: 'save-value', charter: garden, value: harvest, revision, title: 'Mine' } as const;

    const form = viewed('value-form', await ask(mine));

    assert.equal(form.theirs?.now, undefined);
    await ask({ ...mine, over: form.theirs!.revision });
    assert.deepEqual(await titles(), ['Mine', 'Leave the soil better', 'Keep the gate open']);
  });

  it('keeps what was typed where it cannot be saved, and says what to change', async () => {
    const { revision } = await revise();
    const save = { kind: 'save-value', charter: garden, value: harvest, revision } as const;
    const before = await source();
    const cases = [
      [{ ...save, title: '  ' }, 'no-title'],
      [{ ...save, title: 'x'.repeat(201) }, 'title-too-long'],
      [{ ...save, text: 'x'.repeat(4_001) }, 'text-too-long'],
    ] as const;
    for (const [intent, problem] of cases) {
      const form = viewed('value-form', await ask(intent));
      assert.equal(form.problem, problem);
      if ('text' in intent) assert.equal(form.text, intent.text);
    }
    assert.equal(await source(), before);
  });

  it('takes a text with headings and rules for the text of one value', async () => {
    const { revision } = await revise();
    const text = '# One\n\n---\n\n### Two\n\nthree {#four}';

    const view = await ask({ kind: 'save-value', charter: garden, value: harvest, revision, text });

    if (view.kind === 'value-form') assert.equal(view.text, text);
    assert.equal((await titles()).length, 3);
  });

  it('moves, adds and removes values', async () => {
    await revise();
    await ask({ kind: 'move-value', charter: garden, value: { by: 'position', position: 3 }, to: 1 });
    await ask({
      kind: 'save-value',
      charter: garden,
      title: 'Rest in winter',
      text: 'Nobody digs in January.',
    });
    const question = await ask({ kind: 'remove-value', charter: garden, value: harvest, confirmed: false });
    assert.equal(question.kind, 'remove-value');
    assert.deepEqual(await titles(), [
      'Keep the gate open',
      'Share the harvest',
      'Leave the soil better',
      'Rest in winter',
    ]);

    const view = viewed(
      'working-copy',
      await ask({ kind: 'remove-value', charter: garden, value: harvest, confirmed: true }),
    );

    assert.deepEqual(view.removed, ['Share the harvest']);
    assert.deepEqual(view.values.at(-1), { id: 'rest-in-winter', title: 'Rest in winter', kinds: ['added'] });
    assert.deepEqual(view.values[0]?.kinds, []);
  });

  it('keeps its last value', async () => {
    await revise();
    for (const value of [harvest, by('keep-the-gate-open')])
      await ask({ kind: 'remove-value', charter: garden, value, confirmed: true });

    const last = { by: 'position', position: 1 } as const;
    const view = await ask({ kind: 'remove-value', charter: garden, value: last, confirmed: true });

    assert.equal(view.kind === 'revision-notice' && view.what, 'last-value');
  });

  it('is for facilitators in their personal chat', async () => {
    const chiara = community.member('chiara');
    const view = await ask({ kind: 'revise', charter: garden }, chiara);
    assert.deepEqual(said(view), { what: 'for-facilitators' });
  });

  it('of somebody else is not replaced by a post that comes, until its sender says so', async () => {
    const his = aPost({ values: ['His value', 'Keep the gate open'] });
    const mine = aPost({ values: ['My value', 'Keep the gate open'] });
    await community.ask({ kind: 'import', charter: garden, source: his }, ben);

    const conflict = viewed('copy-conflict', await ask({ kind: 'import', charter: garden, source: mine }));

    assert.equal(conflict.saved.name, 'Ben');
    assert.equal(await source(), his);
    const changed = conflict.values.map(({ before, after }) => [before?.title, after?.title]);
    assert.deepEqual(changed, [
      [undefined, 'My value'],
      ['His value', undefined],
    ]);
    const { version, over } = conflict;
    viewed('working-copy', await ask({ kind: 'take-version', charter: garden, version, over }));
    assert.equal(await source(), mine);
  });

  it('of one’s own is replaced by a post that comes', async () => {
    const first = aPost({ values: ['One value'] });
    const second = aPost({ values: ['Another value'] });
    await community.ask({ kind: 'import', charter: garden, source: first });

    const [preview] = await community.ask({ kind: 'import', charter: garden, source: second });

    assert.equal(preview?.kind, 'preview');
    assert.equal(await source(), second);
  });

  it('shows the choice again when the other text changed before it was made', async () => {
    const his = aPost({ values: ['His value'] });
    await community.ask({ kind: 'import', charter: garden, source: his }, ben);
    const mine = aPost({ values: ['My value'] });
    const { version, over } = viewed(
      'copy-conflict',
      await ask({ kind: 'import', charter: garden, source: mine }),
    );
    const later = aPost({ values: ['His later value'] });
    await community.ask({ kind: 'import', charter: garden, source: later }, ben);

    const again = viewed(
      'copy-conflict',
      await ask({ kind: 'take-version', charter: garden, version, over }),
    );

    assert.equal(await source(), later);
    assert.equal(again.version, version);
  });
});
