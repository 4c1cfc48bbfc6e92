import assert from 'node:assert/strict';

import type { View } from '../../src/app/views.js';
import { aCommunity, garden, said, viewed, whatOf, type Community } from './community.js';
import { aPost } from './posts.js';

const slip = new Map([['Share the harvest', 'What grows here is divded by need.']]);

describe('Correcting what is published', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-02T10:00Z' });
  });
  afterEach(() => community.stop());

  const propose = (source: string): Promise<readonly View[]> =>
    community.ask({ kind: 'propose-correction', charter: garden, source });
  const proposed = async (source: string) => viewed('correction', (await propose(source))[0]);
  const apply = (correction: string) => community.askOne({ kind: 'apply-correction', correction });
  const latest = async () => (await community.ports.drafts.latest(garden))!;
  const announceProcess = async (source: string): Promise<void> => {
    await community.ask({ kind: 'import', charter: garden, source });
    assert.equal(whatOf(await community.askOne({ kind: 'publish', charter: garden })), 'published');
  };

  it('begins with what is published in the form', async () => {
    await community.publish(aPost({ reworded: slip }));

    const form = viewed('new-draft', await community.askOne({ kind: 'correct' }));

    assert.equal(form.source, aPost({ reworded: slip }));
    assert.equal(form.correcting?.number, 1);
    assert.equal(form.charter, garden);
  });

  it('shows what would change, changes nothing before it is decided, and then all of it', async () => {
    const before = await community.publish(aPost({ reworded: slip }));

    const view = await proposed(aPost());

    assert.deepEqual(view.changes, [{ before: 'divded', after: 'divided' }]);
    assert.equal(view.subject.number, 1);
    assert.deepEqual(await latest(), before);
    assert.equal(whatOf(await apply(view.id)), 'corrected');
    const after = await latest();
    assert.equal(after.values[0]?.text, 'What grows here is divided by need.');
    assert.deepEqual(
      after.values.map(({ id }) => id),
      before.values.map(({ id }) => id),
    );
    assert.equal(after.source, aPost());
    assert.deepEqual(after.corrections, [{ at: '2026-11-02T10:00:00.000Z', changes: view.changes }]);
    assert.equal(whatOf(await apply(view.id)), 'corrected', 'pressing twice is pressing once');
    assert.equal((await latest()).corrections.length, 1);
  });

  it('knows a value by its place when its title and its text were both wrong', async () => {
    const titles = ['Shere the harvest', 'Leave the soil better'];
    const wrong = aPost({ values: titles, reworded: new Map([['Shere the harvest', 'It is divded.']]) });
    const before = await community.publish(wrong);
    const right = aPost({
      values: ['Share the harvest', 'Leave the soil better'],
      reworded: new Map([['Share the harvest', 'It is divided.']]),
    });

    const view = await proposed(right);
    await apply(view.id);

    const [first] = (await latest()).values;
    assert.deepEqual(first, {
      id: before.values[0]?.id,
      title: 'Share the harvest',
      text: 'It is divided.',
    });
  });

  it('keeps what the post leaves unsaid, and a heading of the background that is put right is not there twice', async () => {
    await announceProcess(
      `---\ntags: [soil]\n---\n# Values of the garden\n\n## How it began\n\nWith a spade.\n`,
    );
    const wrong = aPost({ before: '## Why we writte\n\nTo agree.' });
    const before = await community.publish(wrong);
    assert.deepEqual(headings(before), ['Why we writte', 'How it began']);

    const view = await proposed(aPost({ before: '## Why we write\n\nTo agree.' }));
    await apply(view.id);

    const after = await latest();
    assert.deepEqual(headings(after), ['Why we write', 'How it began']);
    assert.deepEqual(after.labels, before.labels);
    assert.deepEqual(after.labels.tags, ['soil']);
  });

  it('says so when the text reads as it did', async () => {
    await community.publish(aPost());

    const [view, ...others] = await propose(`${aPost()}\n\n`);

    assert.equal(whatOf(view), 'nothing-corrected');
    assert.deepEqual(others, []);
  });

  const more = [
    {
      name: 'a value that says something else',
      source: aPost({ reworded: new Map([['Share the harvest', 'Whoever worked most gets most.']]) }),
    },
    { name: 'a value left out', source: aPost({ values: ['Share the harvest', 'Keep the gate open'] }) },
    {
      name: 'a value more',
      source: aPost({
        values: ['Share the harvest', 'Leave the soil better', 'Keep the gate open', 'Rest in winter'],
      }),
    },
    {
      name: 'the values in another order',
      source: aPost({ values: ['Leave the soil better', 'Share the harvest', 'Keep the gate open'] }),
    },
    {
      name: 'another identity',
      source: aPost({
        values: ['Share the harvest {#shared}', 'Leave the soil better', 'Keep the gate open'],
      }),
    },
  ];
  for (const { name, source } of more) {
    it(`refuses ${name}, and gives the text back`, async () => {
      const before = await community.publish(aPost());

      const [form, notice, ...others] = await propose(source);

      assert.deepEqual(others, []);
      assert.equal(viewed('new-draft', form).source, source);
      assert.equal(viewed('new-draft', form).correcting?.number, 1);
      assert.equal(whatOf(notice), 'correction-refused');
      const { changes } = said(notice) as { changes: readonly unknown[] };
      assert.ok(changes.length > 0);
      assert.deepEqual(await latest(), before);
    });
  }

  it('shows what a post needs before it can be read, with the text still in the form', async () => {
    await community.publish(aPost());
    const broken = '---\ntitle: [\n---\n# Hello\n';

    const [form, refusal] = await propose(broken);

    assert.equal(viewed('new-draft', form).source, broken);
    assert.equal(viewed('import-refused', refusal).errors[0]?.kind, 'front-matter');
  });

  it('is overtaken by another correction, and by the end of the draft', async () => {
    await community.publish(aPost({ reworded: slip }));
    const first = await proposed(aPost());
    const second = await proposed(
      aPost({ reworded: new Map([['Share the harvest', 'What grows here is divided, by need.']]) }),
    );
    await apply(first.id);

    assert.equal(whatOf(await apply(second.id)), 'correction-overtaken');
    assert.equal((await latest()).values[0]?.text, 'What grows here is divided by need.');

    const third = await proposed(aPost({ reworded: slip }));
    await community.publish(aPost({ values: ['Rest in winter'] }));
    assert.equal(whatOf(await apply(third.id)), 'correction-overtaken');
    assert.equal(whatOf(await apply('no such correction')), 'outdated');
  });

  it('is for a draft that is open or closed', async () => {
    await community.publish(aPost());
    const about = { charter: garden };
    await community.askOne({ kind: 'close', about, confirmed: true });
    assert.ok(viewed('new-draft', await community.askOne({ kind: 'correct' })));

    await community.publish(aPost());
    await community.askOne({ kind: 'withdraw', about, confirmed: true });
    assert.equal(whatOf(await community.askOne({ kind: 'correct' })), 'nothing-to-correct');
    assert.equal(whatOf((await propose(aPost()))[0]), 'nothing-to-correct');
  });

  it('corrects the announcement of the process while there is no draft', async () => {
    const wrong = aPost({ values: [], before: '## Why we write\n\nTo agre on something.' });
    await announceProcess(wrong);
    const form = viewed('new-draft', await community.askOne({ kind: 'correct' }));
    assert.equal(form.source, wrong);
    assert.equal(form.correcting?.number, undefined);

    const view = await proposed(aPost({ values: [], before: '## Why we write\n\nTo agree on something.' }));
    assert.deepEqual(view.changes, [{ before: 'agre', after: 'agree' }]);
    assert.equal(whatOf(await apply(view.id)), 'corrected');

    const [announcement] = await community.ports.announcements.latest({ charter: garden, limit: 1 });
    assert.equal(announcement?.framing?.background[0]?.text, 'To agree on something.');
    const charter = await community.ports.charters.find(garden);
    assert.equal(charter?.background[0]?.text, 'To agree on something.');
    assert.equal(whatOf(await apply(view.id)), 'corrected');
  });
});

function headings({ background }: { readonly background: readonly { readonly heading: string }[] }) {
  return background.map(({ heading }) => heading);
}
