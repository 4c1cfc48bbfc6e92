import assert from 'node:assert/strict';

import type { Intent } from '../../src/app/intent.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import { aCommunity, garden, pond, said, viewed, whatOf, type Community } from './community.js';
import { aPost } from './posts.js';

const about = { charter: garden };
const forFacilitators: readonly Intent[] = [
  { kind: 'new-draft' },
  { kind: 'import', charter: garden, source: aPost() },
  { kind: 'import-failed', why: 'not-text' },
  { kind: 'import-report' },
  { kind: 'preview' },
  { kind: 'publish' },
  { kind: 'close', about, confirmed: true },
  { kind: 'withdraw', about, confirmed: true },
  { kind: 'reopen', about, confirmed: true },
  { kind: 'remind', about, confirmed: true },
  { kind: 'appointments' },
  { kind: 'cancel-appointment', appointment: 'close' },
  { kind: 'correct' },
  { kind: 'propose-correction', source: aPost() },
  { kind: 'apply-correction', correction: 'any' },
  { kind: 'retry' },
  { kind: 'deliveries' },
];

describe('What facilitators do', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-02T10:00Z' });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  for (const intent of forFacilitators) {
    it(`is nobody else's, and nothing for a channel: ${intent.kind}`, async () => {
      const { ports } = community;
      const before = await ports.drafts.latest(garden);
      const elsewhere = community.member('ada', { scope: 'channel', conversation: 'workshop' });

      const barred = await community.askOne(intent, community.member('bento'));
      const overheard = await community.askOne(intent, elsewhere);

      assert.deepEqual(barred, { kind: 'notice', what: 'for-facilitators' });
      assert.deepEqual(overheard, { kind: 'notice', what: 'in-personal-chat' });
      assert.deepEqual(await ports.drafts.latest(garden), before);
      assert.equal((await ports.announcements.latest({ charter: garden, limit: 9 })).length, 1);
    });
  }

  it('does not keep anybody from their own settings', async () => {
    const bento = community.member('bento');

    for (const kind of ['settings', 'pause', 'quiet'] as const)
      assert.equal((await community.askOne({ kind }, bento)).kind, 'settings');
    assert.equal(whatOf(await community.askOne({ kind: 'resume' }, bento)), 'resumed');
  });

  it('asks which charter is meant where there are several', async () => {
    await community.publish(aPost(), pond);
    const open: readonly Intent[] = [
      { kind: 'appointments' },
      { kind: 'cancel-appointment', appointment: 'close' },
      { kind: 'correct' },
      { kind: 'propose-correction', source: aPost() },
      { kind: 'retry' },
      { kind: 'deliveries' },
      { kind: 'withdraw', about: {}, confirmed: false },
      { kind: 'reopen', about: {}, confirmed: false },
      { kind: 'remind', about: {}, confirmed: false },
      { kind: 'close', about: {}, confirmed: false },
    ];

    for (const intent of open) {
      const view = viewed('choose-charter', await community.askOne(intent));
      assert.deepEqual(view.intent, intent);
    }
  });

  it('sees in the preview what stays as the charter has it, and whether there is something new to answer', async () => {
    const withMore = aPost({
      before:
        '## How we go about it\n\nWe keep a few considerations in mind:\n\n- **Not charity**: we all gain.\n\n## Why now\n\nSpring.',
    });
    await community.publish(withMore);

    const [same] = await community.ask({ kind: 'import', charter: garden, source: aPost() });
    const kept = viewed('preview', same);
    const [changed] = await community.ask({
      kind: 'import',
      charter: garden,
      source: withMore.replace('What grows', 'All that grows'),
    });
    const own = viewed('preview', changed);

    assert.equal(kept.newToAnswer, false);
    assert.deepEqual([kept.considerations, kept.background], [1, 2]);
    assert.deepEqual(kept.kept, { considerations: true, background: 2 });
    assert.equal(own.newToAnswer, true);
    assert.deepEqual([own.considerations, own.background], [1, 2]);
    assert.deepEqual(own.kept, { considerations: false, background: 0 });
  });

  it('keeps the words of the process with its announcement, and publishes to the affected', async () => {
    const process = aPost({ values: [] });
    await community.ask({ kind: 'import', charter: pond, source: process });
    await community.askOne({ kind: 'publish', charter: pond });

    const [announcement] = await community.ports.announcements.latest({ charter: pond, limit: 1 });
    assert.equal(announcement?.framing?.title, 'Values of the garden');
    assert.equal(announcement.audience, 'affected');
    const source = await community.ports.corrections.sourceOf({ announcement: announcement.id });
    assert.equal(source, process);
  });

  it('asks for the charter only when a post that could be read names none of several', async () => {
    await community.publish(aPost(), pond);

    const [unnamed] = await community.ask({ kind: 'import', source: aPost(), fromForm: true });
    const broken = '---\ncharter: garden\ntitle: [\n---\n';
    const [refused] = await community.ask({ kind: 'import', source: broken, fromForm: true });

    assert.equal(viewed('new-draft', unnamed).unnamed, true);
    assert.equal(viewed('new-draft', refused).unnamed, undefined);
    assert.equal(viewed('new-draft', refused).source, broken);
  });

  describe('after a part of an announcement failed', () => {
    let failed: AnnouncementId;
    beforeEach(async () => {
      await community.subscribe(community.member('bento'));
      community.setClock('2026-11-02T11:00Z');
      await community.publish(aPost({ values: ['Rest in winter'] }));
      const [newest] = await community.ports.announcements.latest({ charter: garden, limit: 1 });
      failed = newest!.id;
      await failAll(community, failed);
    });

    it('sends that part again, of the newest where none is named', async () => {
      assert.deepEqual(said(await community.askOne({ kind: 'retry' })), { what: 'retried', count: 1 });
      assert.equal((await community.ports.announcements.report(failed)).waiting, 1);
      assert.deepEqual(said(await community.askOne({ kind: 'retry' })), { what: 'retried', count: 0 });

      await failAll(community, failed);
      community.setClock('2026-11-02T12:00Z');
      await community.publish(aPost());
      const named = await community.askOne({ kind: 'retry', announcement: failed });
      assert.equal(whatOf(named), 'retried');
    });

    it('knows no announcement of another charter', async () => {
      await community.publish(aPost(), pond);

      const view = await community.askOne({ kind: 'retry', charter: pond, announcement: failed });
      const unknown = await community.askOne({ kind: 'retry', announcement: 'none' as AnnouncementId });

      assert.deepEqual([whatOf(view), whatOf(unknown)], ['outdated', 'outdated']);
      assert.deepEqual((await community.ports.announcements.report(failed)).failed, { 'http-500': 1 });
    });

    it('shows the newest announcements, or the one that is named', async () => {
      const all = viewed('deliveries', await community.askOne({ kind: 'deliveries' }));
      const announcement = all.announcements[1]!.announcement.id;
      const one = viewed('deliveries', await community.askOne({ kind: 'deliveries', announcement }));

      assert.deepEqual(
        all.announcements.map(({ number, report }) => [number, report.intended, report.failed]),
        [
          [2, 1, { 'http-500': 1 }],
          [1, 0, {}],
        ],
      );
      assert.deepEqual(all.announcements[0]?.unreached, [{ scope: 'personal', reason: 'http-500' }]);
      assert.deepEqual(one.announcements, [all.announcements[1]]);
    });
  });
});

async function failAll({ ports }: Community, announcement: AnnouncementId): Promise<void> {
  const now = ports.clock.now().toISOString();
  const leaseUntil = '2026-11-03T00:00:00.000Z';
  const claim = { tenant: 'tenant-1', worker: 'w', now, leaseUntil, limit: 100 };
  const claimed = (await ports.deliveries.claim(claim)).filter(
    (each) => each.announcement.id === announcement,
  );
  assert.ok(claimed.length > 0);
  for (const { place } of claimed) {
    const which = { announcement, place: place.id, worker: 'w' };
    await ports.deliveries.begin({ ...which, now });
    await ports.deliveries.settle({ ...which, at: now, outcome: { kind: 'failed', reason: 'http-500' } });
  }
}
