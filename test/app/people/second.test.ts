import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import type { Speaker } from '../../../src/app/speaker.js';
import type { View } from '../../../src/app/views.js';
import type { SecondAction } from '../../../src/domain/process.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { proposingIn } from '../adoption/proposing.js';
import { aPost } from '../posts.js';

const now = '2026-11-24T09:00:00.000Z';

describe('A second facilitator', () => {
  let community: Community;
  let bo: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now });
    bo = { ...community.member('bo'), name: 'Bo Lind' };
    await community.ports.facilitators.add({ member: bo.member, at: now });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const want = (...second: readonly SecondAction[]) =>
    community.ask({ kind: 'change-rules', rules: { second } });
  const ask = (intent: Intent, speaker?: Speaker) => community.askOne(intent, speaker);
  const numbers = async () => (await community.ports.drafts.latest(garden))?.number;
  const next = (title = 'Rest in winter') =>
    community.ask({ kind: 'import', charter: garden, source: aPost({ values: [title] }) });
  const waiting = () => community.ports.approvals.waiting(garden);
  const toConfirm = async (): Promise<string> => {
    const [first] = await waiting();
    assert.ok(first, 'nothing waits');
    return first.id;
  };
  const approve = async (speaker = bo) =>
    community.ask({ kind: 'approve', approval: await toConfirm() }, speaker);
  const seconds = async () =>
    (await community.ports.process.records(garden)).flatMap(({ entry }) =>
      entry.kind === 'second' ? [`${entry.action} ${entry.became}`] : [],
    );

  it('is not asked where a charter does not want one', async () => {
    await next();

    assert.equal(whatOf(await ask({ kind: 'publish', charter: garden })), 'published');
    assert.deepEqual(await waiting(), []);
  });

  it('is told of in the preview, and publishes what the first one asked for', async () => {
    await want('publish');
    const [preview] = await next();
    assert.equal(viewed('preview', preview).second, true);

    const asked = await ask({ kind: 'publish', charter: garden });
    assert.deepEqual(noticeOf(asked), 'second-asked');
    assert.equal(await numbers(), 1);
    const [published] = await approve();

    assert.equal(whatOf(published), 'published');
    assert.equal(await numbers(), 2);
    assert.deepEqual(await seconds(), ['publish asked', 'publish confirmed']);
    assert.deepEqual(await waiting(), []);
  });

  it('is wanted for adopting too where sealing needs one: it seals', async () => {
    await want('seal');
    const round = proposingIn(() => community);
    await round.close();
    await round.propose();
    await round.sayMany({ support: 6 });
    await round.end();
    assert.equal(viewed('adopt-summary', await round.adopt({ followUps: '' }, false)).second, true);

    assert.equal(noticeOf(await round.adopt()), 'second-asked');
    assert.equal((await community.ports.charters.find(garden))?.sealedAt, undefined);
    await approve();

    assert.equal((await community.ports.drafts.latest(garden))?.state, 'adopted');
    assert.deepEqual(await seconds(), ['adopt asked', 'adopt confirmed']);
  });

  it('is somebody else than who asked', async () => {
    await want('publish');
    await next();
    await ask({ kind: 'publish', charter: garden });

    const [own] = await approve(community.ada);

    assert.equal(viewed('approvals', own).just, 'own');
    assert.equal(await numbers(), 1);
    assert.equal((await waiting()).length, 1);
  });

  it('facilitates, in a chat of their own', async () => {
    await want('publish');
    await next();
    await ask({ kind: 'publish', charter: garden });
    const channel = community.member('bo', { scope: 'channel', conversation: 'workshop' });

    const [barred] = await approve(community.member('cleo'));
    const [overheard] = await approve(channel);

    assert.deepEqual([whatOf(barred), whatOf(overheard)], ['for-facilitators', 'in-personal-chat']);
    assert.equal(await numbers(), 1);
  });

  it('reads the text that is to be published before confirming', async () => {
    await want('publish');
    await next('Rest in winter');
    await ask({ kind: 'publish', charter: garden });

    const [text] = await community.ask({ kind: 'view-approval', approval: await toConfirm() }, bo);

    assert.deepEqual(
      viewed('announcement', text).values.map(({ title }) => title),
      ['Rest in winter'],
    );
  });

  it('publishes nothing else than what was asked for: a text that changed since is said so', async () => {
    await want('publish');
    await next();
    await ask({ kind: 'publish', charter: garden });
    await next('Dance in summer');

    const [changed] = await approve();

    assert.equal(noticeOf(changed), 'approved-text-changed');
    assert.equal(await numbers(), 1);
    assert.deepEqual(await seconds(), ['publish asked', 'publish declined']);
  });

  it('confirms once, also when two confirm at the same time', async () => {
    await community.ports.facilitators.add({ member: 'cleo' as never, at: now });
    await want('publish');
    await next();
    await ask({ kind: 'publish', charter: garden });
    const approval = await toConfirm();

    const views = await Promise.all(
      [bo, community.member('cleo')].map((each) => community.ask({ kind: 'approve', approval }, each)),
    );

    const kinds = views.map(([view]) => (view?.kind === 'notice' ? view.what : view?.kind)).sort();
    assert.deepEqual(kinds, ['approvals', 'published']);
    assert.equal(await numbers(), 2);
  });

  it('is named by what the card shows of it, and unknown things do not wait', async () => {
    await want('publish');
    await next();
    await ask({ kind: 'publish', charter: garden });
    const id = await toConfirm();

    const [unknown] = await community.ask({ kind: 'approve', approval: 'ffffffff' }, bo);
    const [short] = await community.ask({ kind: 'approve', approval: id.slice(0, 2) }, bo);
    const [published] = await community.ask({ kind: 'approve', approval: id.slice(0, 8).toUpperCase() }, bo);

    assert.deepEqual([viewed('approvals', unknown).just, viewed('approvals', short).just], ['gone', 'gone']);
    assert.equal(whatOf(published), 'published');
  });

  it('may decline, and whoever asked may take it back', async () => {
    await want('publish');
    for (const speaker of [bo, community.ada]) {
      await next();
      await ask({ kind: 'publish', charter: garden });

      const view = await ask({ kind: 'disapprove', approval: await toConfirm() }, speaker);

      assert.equal(viewed('approvals', view).just, 'declined');
      assert.deepEqual(await waiting(), []);
    }
    assert.equal(await numbers(), 1);
  });

  it('who asks for exactly the same is led to confirming it', async () => {
    await want('publish');
    const [preview] = await next();
    const { revision } = viewed('preview', preview);
    const publish = { kind: 'publish', charter: garden, revision } as const;
    await ask(publish);

    assert.equal(noticeOf(await ask(publish)), 'second-asked');
    assert.equal(noticeOf(await ask(publish, bo)), 'second-waiting');
    assert.equal((await waiting()).length, 1);
    assert.equal((await waiting())[0]?.askedBy, community.ada.member);
  });

  it('confirms a publication that is planned, and a time that cannot be is refused at once', async () => {
    await want('publish');
    await next();
    const at = { date: '2026-12-01', time: '09:00' as never };

    const past = await ask({ kind: 'publish', charter: garden, at: { ...at, date: '2026-11-01' } });
    assert.equal(whatOf(past), 'time-past');
    assert.equal(noticeOf(await ask({ kind: 'publish', charter: garden, at })), 'second-asked');
    assert.deepEqual(await community.ports.appointments.of(garden), []);
    const shown = viewed('approvals', await ask({ kind: 'approvals' }, bo));
    assert.equal(shown.waiting[0]?.at, '2026-12-01, 09:00');
    const [planned] = await approve();

    assert.equal(whatOf(planned), 'planned');
    const [appointment] = await community.ports.appointments.of(garden);
    assert.equal(appointment?.at, '2026-12-01T09:00:00.000Z');
  });

  it('confirms sealing, of which the question says so', async () => {
    await want('seal');
    await ask({ kind: 'close', about: { charter: garden }, confirmed: true });
    assert.equal(viewed('confirm', await ask({ kind: 'seal', confirmed: false })).second, true);

    assert.equal(noticeOf(await ask({ kind: 'seal', confirmed: true })), 'second-asked');
    assert.equal((await community.ports.charters.find(garden))?.sealedAt, undefined);
    const [sealed] = await approve();

    assert.equal(whatOf(sealed), 'sealed-now');
  });

  it('is needed to need fewer, and not to need more', async () => {
    await want('publish');
    await want('publish', 'seal');
    const rules = async () => (await community.ports.charters.find(garden))?.rules.second;
    assert.deepEqual(await rules(), ['publish', 'seal']);

    const asked = await ask({ kind: 'change-rules', rules: { second: [] } });
    assert.equal(noticeOf(asked), 'second-asked');
    assert.deepEqual(await rules(), ['publish', 'seal']);
    await approve();

    assert.deepEqual(await rules(), []);
  });

  it('waits in the open: whoever reads the process sees what and since when, and not who', async () => {
    await want('publish');
    await next();
    await ask({ kind: 'publish', charter: garden });

    const process = viewed('process', await ask({ kind: 'process' }, community.member('dov')));
    const status = viewed('status', await ask({ kind: 'status' }, bo));
    const member = viewed('status', await ask({ kind: 'status' }, community.member('dov')));

    assert.deepEqual(process.waiting, [{ action: 'publish', since: { at: now, timeZone: 'UTC' } }]);
    assert.deepEqual([status.waiting, member.waiting], [1, undefined]);
  });
});

function noticeOf(view: View | undefined): string {
  assert.equal(view?.kind, 'people-notice');
  return view.what;
}
