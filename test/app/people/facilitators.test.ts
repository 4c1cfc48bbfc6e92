import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import type { Speaker } from '../../../src/app/speaker.js';
import { aCommunity, garden, pond, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';

const now = '2026-11-24T09:00:00.000Z';

describe('Those who facilitate', () => {
  let community: Community;
  let bo: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now });
    bo = { ...community.member('bo'), name: 'Bo Lind' };
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const ask = (intent: Intent, speaker?: Speaker) => community.askOne(intent, speaker);
  const invited = async (): Promise<string> => viewed('invitation', await ask({ kind: 'invite' })).code;
  const accept = (code: string, speaker = bo) => ask({ kind: 'accept', code }, speaker);
  const listed = async () => viewed('facilitators', await ask({ kind: 'facilitators' })).listed;
  const markOf = async (own: boolean): Promise<string> =>
    (await listed()).find((each) => each.own === own)?.mark ?? 'nobody';
  const remove = async (mark: string, confirmed = true) =>
    ask({ kind: 'remove-facilitator', mark, confirmed });
  const isFacilitator = () => community.ports.facilitators.has(bo.member);

  it('invite with a code, which makes one person a facilitator, once', async () => {
    const code = await invited();

    const welcome = await accept(code.toLowerCase().replaceAll('-', ' '));
    const again = await accept(code, community.member('cleo'));

    assert.deepEqual(welcome, { kind: 'people-notice', what: 'facilitating' });
    assert.equal(await isFacilitator(), true);
    assert.equal(viewed('accept-invitation', again).wrong, code);
    assert.deepEqual((await listed()).map(({ name }) => name).sort(), ['Bo Lind', undefined]);
    const last = (await community.ports.process.records(garden)).at(-1)?.entry;
    assert.deepEqual(last, { kind: 'facilitators', became: 'added', count: 2 });
  });

  it('invite for a week, and a code with a slip opens nothing', async () => {
    const code = await invited();

    assert.equal(viewed('accept-invitation', await accept('AAAA')).wrong, 'AAAA');
    assert.equal((await ask({ kind: 'accept' }, bo)).kind, 'accept-invitation');
    community.setClock('2026-12-01T09:00:01.000Z');
    assert.equal((await accept(code)).kind, 'accept-invitation');
    assert.equal(await isFacilitator(), false);
  });

  it('are not made where others read the code', async () => {
    const code = await invited();

    const view = await accept(code, community.member('bo', { scope: 'channel', conversation: 'workshop' }));

    assert.deepEqual(view, { kind: 'people-notice', what: 'invitation-in-public' });
    assert.equal(await isFacilitator(), false);
  });

  it('need no code twice', async () => {
    const view = await accept(await invited(), community.ada);

    assert.deepEqual(view, { kind: 'people-notice', what: 'facilitating-already' });
  });

  it('remove one another after a question, and not the last one', async () => {
    await accept(await invited());
    const mark = await markOf(false);

    assert.equal(viewed('removing', await remove(mark, false)).name, 'Bo Lind');
    assert.equal(await isFacilitator(), true);
    assert.equal(viewed('facilitators', await remove(mark)).just, 'removed');
    assert.equal(await isFacilitator(), false);
    assert.equal(whatOf(await ask({ kind: 'rules' }, bo)), 'for-facilitators');
    assert.equal(viewed('facilitators', await remove(await markOf(true))).just, 'last');
    assert.equal(viewed('facilitators', await remove('nobody')).just, 'unknown');
  });

  it('are two at least where a charter wants a second one', async () => {
    const alone = viewed('rules', await ask({ kind: 'change-rules', rules: { second: ['publish'] } }));
    assert.deepEqual([alone.just, alone.rules.second], [{ did: 'too-few-facilitators' }, []]);
    await accept(await invited());
    await ask({ kind: 'change-rules', rules: { second: ['publish'] } });

    assert.equal(viewed('facilitators', await remove(await markOf(false))).just, 'too-few');
    assert.equal(await isFacilitator(), true);
  });

  it('stay removed, whoever the configuration names', async () => {
    await accept(await invited());
    await remove(await markOf(false));

    await community.ports.facilitators.add({ member: bo.member, at: now, by: 'configuration' });

    assert.equal(await isFacilitator(), false);
  });

  it('are nobody else to see, to invite or to remove', async () => {
    const kinds: readonly Intent[] = [
      { kind: 'facilitators' },
      { kind: 'invite' },
      { kind: 'remove-facilitator', confirmed: true },
      { kind: 'approvals' },
      { kind: 'approve', approval: 'abcdef' },
      { kind: 'delete-charter', charter: garden, confirmed: true },
    ];
    for (const intent of kinds) assert.equal(whatOf(await ask(intent, bo)), 'for-facilitators');
    assert.ok(await community.ports.charters.find(garden));
  });

  it('who asked for something and were removed since are no second opinion', async () => {
    await accept(await invited());
    await accept(await invited(), community.member('cleo'));
    await ask({ kind: 'change-rules', rules: { second: ['publish'] } });
    await community.ask(
      { kind: 'import', charter: garden, source: aPost({ values: ['Rest in winter'] }) },
      bo,
    );
    await ask({ kind: 'publish', charter: garden }, bo);
    await community.ports.facilitators.remove({ member: bo.member, at: now });
    const [waiting] = await community.ports.approvals.waiting();

    const view = await ask({ kind: 'approve', approval: waiting!.id });

    assert.equal(viewed('approvals', view).just, 'asker-gone');
    assert.equal((await community.ports.drafts.latest(garden))?.number, 1);
  });

  describe('deleting a charter', () => {
    const deletion = (confirmed: boolean, charter = garden) =>
      ask({ kind: 'delete-charter', charter, confirmed });

    it('say first what goes for ever', async () => {
      const { drafts, answered, comments, second } = viewed('deleting', await deletion(false));

      assert.deepEqual([drafts, answered, comments, second], [1, false, false, false]);
      assert.ok(await community.ports.charters.find(garden));
    });

    it('ask also where the charter was not named', async () => {
      const view = await ask({ kind: 'delete-charter', confirmed: true });

      assert.equal(view.kind, 'deleting');
    });

    it('leave that it was there, and the head of its ledger, and no other charter changes', async () => {
      await community.publish(aPost(), pond);
      const head = await community.ports.process.head(garden);

      const view = await deletion(true);

      assert.deepEqual(view, { kind: 'people-notice', what: 'deleted', charter: garden, head });
      assert.equal(await community.ports.charters.find(garden), undefined);
      assert.deepEqual(await community.ports.charters.deleted(), [{ name: garden, at: now, head }]);
      assert.equal((await community.ports.drafts.latest(pond))?.number, 1);
      assert.deepEqual(viewed('notice', await deletion(true)), {
        kind: 'notice',
        what: 'no-such-charter',
        charters: [pond],
      });
    });

    it('need a second one where the charter wants it', async () => {
      await accept(await invited());
      await ask({ kind: 'change-rules', rules: { second: ['delete'] } });

      assert.equal(viewed('deleting', await deletion(false)).second, true);
      assert.equal(viewed('people-notice', await deletion(true)).what, 'second-asked');
      assert.ok(await community.ports.charters.find(garden));
      const [waiting] = await community.ports.approvals.waiting();
      await ask({ kind: 'approve', approval: waiting!.id }, bo);

      assert.equal(await community.ports.charters.find(garden), undefined);
      assert.deepEqual(await community.ports.approvals.waiting(), []);
    });
  });
});
