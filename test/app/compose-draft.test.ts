import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

import { compose, type Composed } from '../../src/app/compose-draft.js';
import { publishDraft } from '../../src/app/publish-draft.js';
import { contentDigest } from '../../src/app/ledger/content.js';
import { termsDigest } from '../../src/app/ledger/terms.js';
import type { Publication } from '../../src/app/ports.js';
import { pseudonymOf } from '../../src/app/pseudonym.js';
import { diffOf } from '../../src/domain/diff.js';
import type { Draft } from '../../src/domain/draft.js';
import type { PostText } from '../../src/domain/imported-post.js';
import type { MemberId } from '../../src/domain/place.js';
import { usualRules } from '../../src/domain/process.js';
import type { Theme } from '../../src/domain/theme.js';
import { aCommunity, garden, type Community } from './community.js';

const share = { title: 'Share the tools', text: 'Whoever borrows a ladder brings it back.' };
const gate = { title: 'Keep the gate open', text: 'Neighbours may come in whenever somebody is here.' };
const soil = { title: 'Feed the soil', text: 'Compost goes back to the beds that it came from.' };

describe('A post that is to be the next draft', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-02T10:00Z' });
  });
  afterEach(() => community.stop());

  const composed = (text: Partial<PostText>): Promise<Composed> => composeFrom(community, sourceOf(text));
  const publish = async (text: Partial<PostText>): Promise<Draft> => {
    const { ports } = community;
    const source = sourceOf(text);
    const input = { charter: garden, composed: await composeFrom(community, source), source };
    assert.equal((await publishDraft(ports, input)).outcome.kind, 'published');
    return (await ports.drafts.latest(garden))!;
  };
  const sourceOf = (text: Partial<PostText>): string =>
    community.ports.writePost({
      ...{ title: 'Values of the garden', authors: [], labels: { categories: [], tags: [] } },
      ...{ leadIn: 'In the garden we:', considerations: [], background: [], values: [] },
      ...text,
    });
  const withdraw = (draft: Draft) =>
    community.ports.drafts.change({
      draft: draft.id,
      from: 'open',
      to: 'withdrawn',
      at: '2026-11-02T11:00Z',
    });

  it('has no changes when it is the first', async () => {
    const found = await composed({ values: [share, gate] });

    assert.deepEqual([found.number, found.changes, found.carried], [1, undefined, undefined]);
    assert.deepEqual(
      found.values.map(({ id, changes }) => [id, changes]),
      [
        ['share-the-tools', ['added']],
        ['keep-the-gate-open', ['added']],
      ],
    );
  });

  it('tells what changed, and which ratings are carried', async () => {
    const first = await publish({ values: [share, gate] });

    const found = await composed({ values: [{ ...gate, title: 'An open gate' }, share, soil] });

    assert.deepEqual(
      found.changes?.values.map(({ value, kinds }) => [value, ...kinds]),
      [
        ['keep-the-gate-open', 'title'],
        ['share-the-tools', 'moved'],
        ['feed-the-soil', 'added'],
      ],
    );
    assert.deepEqual(found.carried, [{ value: 'share-the-tools', from: [first.id] }]);
    assert.deepEqual([found.number, found.changes.base], [2, 1]);
  });

  it('is set beside the newest draft that was not withdrawn', async () => {
    const first = await publish({ values: [share, gate] });
    await withdraw(await publish({ values: [share, { ...gate, title: 'No gate' }] }));

    const found = await composed({ values: [share, { ...gate, title: 'An open gate' }] });

    assert.deepEqual([found.number, found.before?.number, found.changes?.base], [3, 1, 1]);
    assert.deepEqual(found.carried, [{ value: 'share-the-tools', from: [first.id] }]);
  });

  it('gives no new value the id of one that was there long ago', async () => {
    await publish({ values: [share, gate] });
    await publish({ values: [gate] });

    const found = await composed({ values: [gate, { title: 'Share the tools', text: 'Bees and beans.' }] });

    assert.deepEqual(
      found.values.map(({ id }) => id),
      ['keep-the-gate-open', 'share-the-tools-2'],
    );
  });

  it('knows a value that comes back as it was, with its ratings', async () => {
    const first = await publish({ values: [share, gate] });
    await publish({ values: [gate] });

    const found = await composed({ values: [gate, share] });

    assert.equal(found.values[1]?.id, 'share-the-tools');
    assert.deepEqual(found.values[1].changes, ['added']);
    assert.deepEqual(found.carried?.at(1), { value: 'share-the-tools', from: [first.id] });
  });

  it('has what it declares, and warns of what fits nothing', async () => {
    await publish({ values: [share, gate] });
    await community.ports.themes.make({
      ...{ charter: garden, title: 'Strangers at night', comments: [], outside: [], press: 'p' },
      at: '2026-11-02T11:00Z',
    });
    const changes = [
      { of: 'An open gate', size: 'spelling', why: 'It sounds better.', themes: [1, 7] },
      { of: 'bees', size: 'clearer', themes: [] },
    ] as const;

    const found = await composed({ values: [share, { ...gate, title: 'An open gate' }], changes });

    const { value: _value, kinds: _kinds, from: _from, ...said } = found.changes!.values[1]!;
    assert.deepEqual(said, { size: 'spelling', why: 'It sounds better.', themes: [1] });
    assert.equal(found.values[1]?.size, 'spelling');
    assert.equal(found.carried?.length, 2, 'spelling carries');
    assert.deepEqual(found.warnings, [
      { line: 1, kind: 'unknown-change', about: 'bees' },
      { line: 1, kind: 'unknown-theme', about: '7' },
    ]);
  });

  it('shows its warnings in the report of the import', async () => {
    await publish({ values: [share, gate] });
    const source = sourceOf({
      values: [share, gate],
      changes: [{ of: 'gate', size: 'clearer', themes: [] }],
    });
    await community.ask({ kind: 'import', charter: garden, source });

    const report = await community.askOne({ kind: 'import-report' });

    assert.ok(report.kind === 'import-report');
    assert.ok(report.report.some(({ kind, about }) => kind === 'unknown-change' && about === 'gate'));
  });

  it('counts the themes and the comments of the draft before that have no answer', async () => {
    const draft = await publish({ values: [share, gate] });
    const { ports } = community;
    const themes = [
      aTheme(1, draft),
      aTheme(2, { id: 'another' as Draft['id'] }),
      { ...aTheme(3, draft), answer: { status: 'no', reason: 'Not ours.', day: '2026-11-02' } } as const,
      aTheme(4, draft),
    ];
    const reading = ports.readPost(sourceOf({ values: [share] }));
    assert.equal(reading.kind, 'read');

    const found = await compose(
      {
        ...ports,
        themes: {
          ...ports.themes,
          all: () => Promise.resolve(themes),
          ungrouped: (which) => Promise.resolve(which.draft === draft.id ? [aComment, aComment] : []),
        },
      },
      garden,
      reading.post,
    );

    assert.deepEqual(found.changes?.unanswered, { themes: [1, 4], comments: 2 });
  });

  it('is published with its changes, what is carried, and the digests for the ledger', async () => {
    const first = await publish({ values: [share, gate] });
    const { ports } = community;
    const published: Publication[] = [];
    const drafts = {
      ...ports.drafts,
      publish: (publication: Publication) => {
        published.push(publication);
        return ports.drafts.publish(publication);
      },
    };
    const source = sourceOf({ values: [share] });

    await publishDraft(
      { ...ports, drafts },
      { charter: garden, composed: await composeFrom(community, source), source },
    );

    const [{ draft, carried, digests } = {} as Publication] = published;
    assert.deepEqual(draft?.changes?.removed, [
      { value: 'keep-the-gate-open', title: 'Keep the gate open', themes: [] },
    ]);
    assert.deepEqual(carried, [{ value: 'share-the-tools', from: [first.id] }]);
    assert.deepEqual(digests, {
      content: contentDigest(draft),
      terms: termsDigest({ rules: usualRules }),
    });
  });

  const folder = new URL('../../../../../shared/data/coop/', import.meta.url);
  if (existsSync(folder)) {
    const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

    it('is, of the community this is for, one question: one title changed, and four values carry', async () => {
      const source = read('2020-08-25-coop-values.published.md');
      const input = { charter: garden, composed: await composeFrom(community, source), source };
      await publishDraft(community.ports, input);
      const first = (await community.ports.drafts.latest(garden))!;

      const found = await composeFrom(community, read('2020-10-05-coop-values.adopted.md'));

      const changed = found.changes!.values.filter(({ kinds }) => kinds.length > 0);
      assert.deepEqual(
        changed.map(({ kinds }) => kinds),
        [['title']],
      );
      assert.deepEqual(found.changes?.removed, []);
      assert.deepEqual(
        found.carried,
        first.values
          .filter(({ id }) => id !== changed[0]?.value)
          .map(({ id }) => ({ value: id, from: [first.id] })),
      );
      assert.equal(found.carried.length, 4);
    });

    it('asks a member who had rated all five about the one whose title changed', async () => {
      const { ports } = community;
      const publishAgain = async (file: string): Promise<Draft> => {
        const source = read(file);
        const input = { charter: garden, composed: await composeFrom(community, source), source };
        await publishDraft(ports, input);
        return (await ports.drafts.latest(garden))!;
      };
      const first = await publishAgain('2020-08-25-coop-values.published.md');
      const pseudonym = await pseudonymOf(ports, garden, 'bento' as MemberId);
      const at = '2026-11-02T11:00Z';
      for (const { id: value } of first.values)
        await ports.ratings.record({ draft: first.id, value, pseudonym, answer: 4, press: value, at });

      const second = await publishAgain('2020-10-05-coop-values.adopted.md');

      const answered = await ports.ratings.mine({ draft: second.id, pseudonym });
      const asked = second.values.filter(({ id }) => !answered.has(id));
      assert.equal(first.values.length, 5);
      assert.equal(asked.length, 1);
      const { id, title } = asked[0]!;
      const before = first.values.find((value) => value.id === id)?.title ?? '';
      assert.deepEqual(
        diffOf(before, title).map(({ kind }) => kind),
        ['same', 'added', 'same'],
      );
    });
  }
});

async function composeFrom({ ports }: Community, source: string): Promise<Composed> {
  const reading = ports.readPost(source);
  assert.equal(reading.kind, 'read', JSON.stringify(reading));
  return compose(ports, garden, reading.post);
}

function aTheme(number: number, { id }: Pick<Draft, 'id'>): Theme {
  const about = { id: `theme-${String(number)}` as Theme['id'], charter: garden, number, draft: id };
  return { ...about, title: 'Strangers at night', comments: [], outside: [], people: 1 };
}

const aComment = {} as never;
