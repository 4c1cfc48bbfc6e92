import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import { openDownload } from '../../../src/app/my-data/open-download.js';
import { pseudonymOf } from '../../../src/app/pseudonym.js';
import type { Speaker } from '../../../src/app/speaker.js';
import { aCommunity, garden, pond, viewed, whatOf, type Community } from '../community.js';
import { gardenPost } from '../../http/garden-post.js';

const rate = (position: number, answer: 1 | 5 = 5): Intent => ({
  ...{ kind: 'rate', about: { charter: garden }, answer },
  value: { by: 'position', position },
});

describe('a member’s own data', () => {
  let community: Community;
  let bo: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    bo = community.member('bo');
    await community.publish(gardenPost());
  });
  afterEach(() => community.stop());

  const ownData = async (speaker = bo) =>
    viewed('my-data', await community.askOne({ kind: 'my-data' }, speaker));
  const tokenIn = (address: string): string => address.split('/').at(-1) ?? '';

  it('are shown with their answers, where they answered, and to nobody where others look on', async () => {
    const ana = community.member('ana');
    const channel = community.member('bo', { scope: 'channel', conversation: 'general' });
    await community.ask(rate(1), bo);
    await community.ask(rate(2, 1), ana);

    const { kept, charters, sealed } = await ownData();

    assert.equal(kept.member, 'bo');
    assert.deepEqual(
      charters.map(({ charter, answers }) => [charter, answers.map(({ title, answer }) => [title, answer])]),
      [[garden, [['Share the harvest', 5]]]],
    );
    assert.deepEqual(sealed, []);
    for (const intent of [{ kind: 'my-data' }, { kind: 'forget-me', confirmed: true }] as const)
      assert.equal(whatOf(await community.askOne(intent, channel)), 'my-data-in-public');
    assert.equal((await ownData()).charters.length, 1);
  });

  it('open by a link for a quarter of an hour, for that member’s data alone', async () => {
    await community.ask(rate(1), bo);
    const token = tokenIn((await ownData()).address);
    const { ports } = community;

    community.setClock('2026-11-24T09:14:59.000Z');
    const opened = await openDownload(ports, token);
    community.setClock('2026-11-24T09:15:00.000Z');
    const over = await openDownload(ports, token);

    assert.equal(opened?.kept.member, 'bo');
    assert.equal(opened.charters[0]?.answers.length, 1);
    assert.equal(over, undefined);
    assert.equal(await openDownload(ports, 'no-token'), undefined);
  });

  it('go when somebody asks for it twice over, and they are new from then on', async () => {
    await community.subscribe(bo);
    await community.ask(rate(1), bo);
    const asking = viewed('forget', await community.askOne({ kind: 'forget-me', confirmed: false }, bo));
    assert.deepEqual([asking.done, asking.inProgress], [undefined, [garden]]);
    assert.equal((await ownData()).charters.length, 1, 'asking erases nothing');

    const done = viewed('forget', await community.askOne({ kind: 'forget-me', confirmed: true }, bo));

    assert.equal(done.done, true);
    const { kept, charters } = await ownData();
    assert.deepEqual([kept.chats, charters], [[], []]);
    const draft = await community.ports.drafts.latest(garden);
    const pseudonym = await pseudonymOf(community.ports, garden, bo.member);
    assert.equal((await community.ports.ratings.mine({ draft: draft!.id, pseudonym })).size, 0);
  });

  it('that were told in sums stay told as they were', async () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => community.member(name));
    for (const member of six) await community.ask(rate(1), member);
    await community.ask({ kind: 'close', about: { charter: garden }, confirmed: true });
    const results = async () =>
      viewed('results', await community.askOne({ kind: 'results', about: { charter: garden } })).results;
    const before = await results();

    await community.ask({ kind: 'forget-me', confirmed: true }, six[0]);

    assert.deepEqual(await results(), before);
    assert.ok(before?.values.some((value) => value.kind === 'shown' && value.n === 6));
  });

  it('of a sealed charter can be found by nobody, and it is said which', async () => {
    await community.publish(gardenPost({ title: 'The pond' }), pond);
    await community.ask(rate(1), bo);
    await community.ask({ kind: 'close', about: { charter: garden }, confirmed: true });
    await community.ask({ kind: 'seal', charter: garden, confirmed: true });

    const { charters, sealed } = await ownData();
    const forgotten = viewed('forget', await community.askOne({ kind: 'forget-me', confirmed: true }, bo));

    assert.deepEqual([charters, sealed], [[], [garden]]);
    assert.deepEqual([forgotten.sealed, forgotten.inProgress], [[garden], []]);
  });

  it('are named in no line of the log', async () => {
    await community.ask(rate(1), bo);
    const token = tokenIn((await ownData()).address);
    await openDownload(community.ports, token);
    await community.ask({ kind: 'forget-me', confirmed: true }, bo);

    for (const line of community.logged) assert.ok(!/"bo"/.test(line) && !line.includes(token), line);
  });
});
