import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import { readExport } from '../../../src/app/export/read-export.js';
import { tablesOf } from '../../../src/app/export/tables.js';
import { pseudonymOf } from '../../../src/app/pseudonym.js';
import { aCommunity, garden, type Community } from '../community.js';
import { gardenPost } from '../../http/garden-post.js';

const rate = (position: number, answer: 1 | 5): Intent => ({
  ...{ kind: 'rate', about: { charter: garden }, answer },
  value: { by: 'position', position },
});

describe('an export', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    await community.publish(gardenPost());
  });
  afterEach(() => community.stop());

  async function exported() {
    const all = await readExport(community.ports, garden);
    assert.ok(all);
    return all;
  }
  async function sixRateAndFourMore(): Promise<void> {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      await community.ask(rate(1, 5), community.member(name));
    for (const name of ['a', 'b', 'c', 'd']) await community.ask(rate(2, 1), community.member(name));
  }
  const tableNamed = async (file: string) => {
    const table = tablesOf(await exported()).find((each) => each.file === file);
    assert.ok(table, file);
    const names = table.columns.map(({ name }) => name);
    return table.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
  };

  it('has no results before everybody has them', async () => {
    await sixRateAndFourMore();

    assert.equal((await exported()).drafts[0]?.results, undefined);
    for (const file of ['results.csv', 'groups.csv', 'participation.csv'])
      assert.deepEqual(await tableNamed(file), [], file);
  });

  it('tells what everybody is told, and of too few answers nothing', async () => {
    await sixRateAndFourMore();
    await community.ask({ kind: 'close', about: { charter: garden }, confirmed: true });

    const [first, second] = await tableNamed('results.csv');

    assert.deepEqual(
      [first?.['shown'], first?.['n'], first?.['step_5'], first?.['top_two_share']],
      ['yes', 6, 6, 1],
    );
    assert.equal(second?.['shown'], 'no');
    for (const name of ['step_1', 'n', 'mean', 'median', 'not_clear'])
      assert.equal(second[name], undefined, name);
  });

  it('has a cell for each column in each row, and a mean only beside its five counts', async () => {
    await sixRateAndFourMore();
    await community.ask({ kind: 'close', about: { charter: garden }, confirmed: true });

    for (const { columns, rows, file } of tablesOf(await exported())) {
      for (const row of rows) assert.equal(row.length, columns.length, file);
      const names = columns.map(({ name }) => name);
      if (names.includes('mean'))
        for (const step of [1, 2, 3, 4, 5]) assert.ok(names.includes(`step_${String(step)}`), file);
    }
    assert.equal((await tableNamed('participation.csv')).length, 1);
    assert.ok((await tableNamed('process.csv')).some(({ kind }) => kind === 'draft'));
  });

  it('holds no id, no pseudonym and no comment that is not published', async () => {
    const zoe = community.member('member-zoe');
    await community.ask(rate(1, 5), zoe);
    const secret = 'Nobody has read these words yet.';
    const draft = { sort: 'wording', text: secret, signed: false, press: 'p' } as const;
    const sent = await community.askOne({ kind: 'send-comment', about: { charter: garden }, draft }, zoe);
    assert.equal(sent.kind, 'comment-sent');

    const text = JSON.stringify([await exported(), tablesOf(await exported())]);

    assert.ok(!text.includes('member-zoe') && !text.includes(secret));
    assert.ok(!text.includes(await pseudonymOf(community.ports, garden, zoe.member)));
    assert.ok(!text.includes((await community.ports.charters.pseudonymKey(garden)) ?? ''));
  });

  it('of a charter that is not there is nothing', async () => {
    assert.equal(await readExport(community.ports, 'nowhere' as typeof garden), undefined);
  });
});
