import assert from 'node:assert/strict';

import { pseudonymOf } from '../../../src/app/pseudonym.js';
import type { Speaker } from '../../../src/app/speaker.js';
import type { Draft } from '../../../src/domain/draft.js';
import { aCommunity, garden, pond, said, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';

const about = { charter: garden };

describe('What members say of their taking part', () => {
  let community: Community;
  let draft: Draft;
  let bento: Speaker;
  let overheard: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T10:00Z' });
    draft = await community.publish(aPost());
    bento = community.member('bento');
    overheard = community.member('bento', { scope: 'channel', conversation: 'workshop' });
  });
  afterEach(() => community.stop());

  const own = async () => ({
    charter: garden,
    draft: draft.id,
    pseudonym: await pseudonymOf(community.ports, garden, bento.member),
  });
  const askForGroups = () =>
    community.ports.process.changeRules({
      charter: garden,
      rules: { groups: ['Field lab', 'Office'] },
      at: '2026-10-20',
    });
  const group = async (chosen?: string | null) =>
    viewed(
      'group',
      await community.askOne(
        { kind: 'group', about, ...(chosen === undefined ? {} : { group: chosen }) },
        bento,
      ),
    );
  const decline = (confirmed: boolean, speaker = bento) =>
    community.askOne({ kind: 'decline', about, confirmed }, speaker);
  const rate = () =>
    community.ask({ kind: 'rate', about, value: { by: 'position', position: 1 }, answer: 4 }, bento);
  const hasDeclined = async () => community.ports.participation.hasDeclined(await own());

  it('no group is asked for where the charter has none', async () => {
    assert.deepEqual(said(await community.askOne({ kind: 'group', about, group: 'lab' }, bento)), {
      what: 'no-groups',
    });
  });

  it('a group is chosen as it is written or nearly so, shown, and taken back', async () => {
    await askForGroups();
    assert.deepEqual((await group()).groups, ['Field lab', 'Office']);

    const chosen = await group(' field LAB ');
    const shown = await group();
    const without = await group(null);

    assert.deepEqual([chosen.chosen, chosen.just], ['Field lab', 'chosen']);
    assert.deepEqual([shown.chosen, shown.just], ['Field lab', undefined]);
    assert.deepEqual([without.chosen, without.just], [undefined, 'taken-back']);
  });

  it('a group that is none changes nothing', async () => {
    await askForGroups();
    await group('Office');

    const view = await group('Attic');

    assert.deepEqual([view.chosen, view.just], ['Office', 'unknown']);
  });

  it('a group typed where others look on is kept and shown to nobody', async () => {
    await askForGroups();

    const view = await community.askOne({ kind: 'group', about, group: 'Office' }, overheard);

    assert.equal(view.kind, 'charter');
    assert.doesNotMatch(JSON.stringify(view), /Office/);
    assert.equal(await community.ports.participation.groupOf(await own()), 'Office');
  });

  it('a draft is declined after a question', async () => {
    const question = viewed('confirm', await decline(false));
    assert.deepEqual([question.what, await hasDeclined()], ['decline', false]);

    assert.equal(whatOf(await decline(true)), 'declined');

    assert.equal(await hasDeclined(), true);
    assert.equal((await community.ports.releases.gather(draft.id)).declined, 1);
  });

  it('whoever answered has nothing to decline, and whoever answers afterwards has answered', async () => {
    await decline(true);
    await rate();

    assert.equal(whatOf(await decline(true)), 'nothing-to-decline');
    const { started, declined } = await community.ports.releases.gather(draft.id);
    assert.deepEqual({ started, declined }, { started: 1, declined: 0 });
  });

  it('where others look on, declining is answered alike whatever the member answered', async () => {
    const before = await decline(true, overheard);
    await rate();

    assert.deepEqual(await decline(true, overheard), before);
  });

  it('a draft that is over cannot be declined', async () => {
    await community.ask({ kind: 'close', about, confirmed: true });

    assert.equal(whatOf(await decline(true)), 'draft-closed');
    assert.equal(await hasDeclined(), false);
  });

  it('a process without a draft has nothing to decline', async () => {
    const post = aPost({ values: [] });
    await community.ask({ kind: 'import', charter: pond, source: post });
    await community.ask({ kind: 'publish', charter: pond });

    const view = await community.askOne(
      { kind: 'decline', about: { charter: pond }, confirmed: true },
      bento,
    );

    assert.equal(whatOf(view), 'nothing-to-decline');
  });
});
