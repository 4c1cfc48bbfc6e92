import assert from 'node:assert/strict';

import type { Draft } from '../../../src/domain/draft.js';
import { longestComment } from '../../../src/domain/comment.js';
import { aCommunity, garden, said, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { onSecond, send, sent, setRules } from './writing.js';

describe('Writing a comment', () => {
  let community: Community;
  let draft: Draft;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    draft = await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const bea = () => community.member('bea');
  const kept = () => community.ports.comments.all(garden);

  it('begins with a form that has what was put down already', async () => {
    const about = { charter: garden };
    const written = { ...onSecond, sort: 'framing', text: 'Who gives back?', signed: true } as const;
    const empty = viewed(
      'comment-form',
      await community.askOne({ kind: 'comment', about, draft: {} }, bea()),
    );
    const full = viewed(
      'comment-form',
      await community.askOne({ kind: 'comment', about, draft: written, inDialog: true }, bea()),
    );

    assert.deepEqual(
      [empty.value, empty.sort, empty.text, empty.signed, empty.inDialog, empty.problem],
      [undefined, undefined, undefined, false, false, undefined],
    );
    assert.equal(empty.review, 'before');
    assert.equal(full.value?.title, 'Leave the soil better');
    assert.deepEqual(
      [full.position, full.sort, full.text, full.signed, full.inDialog],
      [2, 'framing', 'Who gives back?', true, true],
    );
    assert.notEqual(empty.press, full.press);
    assert.deepEqual(await kept(), []);
  });

  it('keeps it under a random id, without a time and without a name, and gives a code once', async () => {
    const { comment, code } = await sent(
      community,
      { ...bea(), name: 'Bea Blom' },
      { text: ' Say\r\nwhy.\u0000 ' },
    );

    assert.match(code ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.match(comment.id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(await kept(), [comment]);
    const { id: _id, ...rest } = comment;
    assert.deepEqual(rest, {
      charter: garden,
      draft: draft.id,
      value: draft.values[1]!.id,
      sort: 'wording',
      text: 'Say\nwhy.',
      state: 'waiting',
      people: 1,
      namesPerson: false,
      day: '2026-10-20',
    });
  });

  it('shows it at once where comments are reviewed afterwards', async () => {
    await setRules(community, { review: 'after' });

    const { comment } = await sent(community, bea());

    assert.equal(comment.state, 'published');
  });

  it('signs it only for whoever wants that, and says so where no name is known', async () => {
    const signed = await sent(community, { ...bea(), name: 'Bea Blom' }, { signed: true });
    const unnamed = await sent(community, community.member('cy'), { signed: true });

    assert.equal(signed.comment.signedBy, 'Bea Blom');
    assert.equal(signed.unnamed, undefined);
    assert.equal(unnamed.comment.signedBy, undefined);
    assert.equal(unnamed.unnamed, true);
  });

  for (const { what, change, problem } of [
    { what: 'without words', change: { text: ' \n ' }, problem: 'empty' },
    { what: 'that nobody sorted', change: { sort: undefined }, problem: 'unsorted' },
    { what: 'that is too long', change: { text: 'x'.repeat(longestComment + 1) }, problem: 'too-long' },
    { what: 'that names a person', change: { text: 'Dr. Miller wrote this.' }, problem: 'names-person' },
  ] as const)
    it(`gives back one ${what}, with all of it`, async () => {
      const written = { ...onSecond, sort: 'wording', text: 'Say why.', signed: true, ...change } as const;
      const { sort, ...unsorted } = written;
      const form = viewed(
        'comment-form',
        await community.askOne(
          {
            kind: 'send-comment',
            about: { draft: draft.id },
            draft: sort === undefined ? unsorted : { ...unsorted, sort },
            press: 'press-1',
          },
          bea(),
        ),
      );

      assert.equal(form.problem, problem);
      assert.deepEqual([form.position, form.sort, form.text], [2, sort, written.text.trim()]);
      assert.deepEqual([form.signed, form.press], [true, 'press-1']);
      assert.deepEqual(await kept(), []);
    });

  it('takes one of just the longest length', async () => {
    const { comment } = await sent(community, bea(), { text: 'x'.repeat(longestComment) });

    assert.equal(comment.text.length, longestComment);
  });

  it('sends one that names a person for review when its author says so, whatever the rule is', async () => {
    await setRules(community, { review: 'after' });

    const { comment } = await sent(community, bea(), { text: 'Ask @mariela.' }, { forReview: true });

    assert.deepEqual([comment.state, comment.namesPerson], ['waiting', true]);
  });

  it('takes the words of a value for no name', async () => {
    const { comment } = await sent(community, bea(), {
      text: 'I would put Share Harvest and Keep Open first.',
    });

    assert.equal(comment.namesPerson, false);
  });

  it('keeps the same press once, and then says how the comment stands without its code', async () => {
    const first = await sent(community, bea(), {}, { press: 'press-1' });
    const { id } = first.comment;
    await community.askOne({ kind: 'moderate', comment: id, decision: { kind: 'publish' } });

    const again = await sent(community, bea(), {}, { press: 'press-1' });

    assert.equal(again.code, undefined);
    assert.deepEqual([again.comment.id, again.comment.state], [id, 'published']);
    assert.equal((await kept()).length, 1);
  });

  it('keeps one of two presses at the same time', async () => {
    const views = await Promise.all(
      Array.from({ length: 4 }, () => sent(community, bea(), {}, { press: 'press-1' })),
    );

    assert.equal(views.filter(({ code }) => code !== undefined).length, 1);
    assert.equal(new Set(views.map(({ comment }) => comment.id)).size, 1);
  });

  it('keeps what several write on one card in a channel, and what one writes on it twice', async () => {
    await sent(community, bea(), {}, { press: 'press-1' });
    await sent(community, community.member('cy'), {}, { press: 'press-1' });
    await sent(community, bea(), { text: 'And who takes.' }, { press: 'press-1' });

    assert.equal((await kept()).length, 3);
  });

  it('keeps nothing that was typed where others look on', async () => {
    const place = { scope: 'channel', conversation: 'channel-1' } as const;
    const inChannel = community.member('bea', place);

    assert.equal(whatOf(await send(community, inChannel)), 'comment-in-public');
    const opened = await community.askOne({ kind: 'comment', about: {}, draft: {} }, inChannel);
    assert.equal(whatOf(opened), 'comment-in-public');
    assert.deepEqual(await kept(), []);

    await sent(community, { ...inChannel, overheard: false });
    assert.equal((await kept()).length, 1);
  });

  it('keeps nothing in a preview', async () => {
    await community.ask({ kind: 'import', charter: garden, source: aPost() });

    const about = { charter: garden, preview: true };
    const { code, subject } = await sent(community, community.ada, {}, { about });

    assert.deepEqual([code, subject.preview], [undefined, true]);
    assert.deepEqual(await kept(), []);
  });

  it('is possible on the whole, and on a process that has no draft yet', async () => {
    const { comment: whole } = await sent(community, bea(), {}, { about: { draft: draft.id } });
    assert.equal(whole.draft, draft.id);

    const other = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    try {
      await other.ask({ kind: 'import', charter: garden, source: aPost({ values: [] }) });
      await other.askOne({ kind: 'publish', charter: garden });
      const view = await other.askOne(
        {
          kind: 'send-comment',
          about: { charter: garden },
          draft: { sort: 'missing', text: 'Begin with the children.' },
        },
        bea(),
      );

      const { comment } = viewed('comment-sent', view);
      assert.deepEqual([comment.draft, comment.value], [undefined, undefined]);
      assert.equal(whatOf(await send(other, bea())), 'no-draft');
    } finally {
      await other.stop();
    }
  });

  it('says when there is no such value', async () => {
    const view = await send(community, bea(), { value: { by: 'position', position: 9 } });

    assert.deepEqual(said(view), { what: 'no-such-value', total: 3 });
  });

  it('goes on when a draft is closed, and ends when its charter is sealed', async () => {
    const about = { draft: draft.id };
    await community.askOne({ kind: 'close', about, confirmed: true });
    await sent(community, bea(), {}, { about, press: 'press-1' });

    await community.askOne({ kind: 'seal', charter: garden, confirmed: true });

    assert.equal(whatOf(await send(community, bea(), { text: 'Too late.' }, { about })), 'charter-sealed');
    assert.equal(
      whatOf(await community.askOne({ kind: 'comment', about, draft: {} }, bea())),
      'charter-sealed',
    );
    assert.equal((await kept()).length, 1);
  });

  it('takes none on a draft that was withdrawn', async () => {
    const about = { draft: draft.id };
    await community.askOne({ kind: 'withdraw', about, confirmed: true });

    assert.equal(whatOf(await send(community, bea(), {}, { about })), 'draft-withdrawn');
  });

  it('leads to the new draft from the form of one that was replaced, and still keeps what was written on it', async () => {
    const about = { draft: draft.id };
    await community.publish(aPost({ values: ['Share the harvest'] }));

    assert.equal(
      whatOf(await community.askOne({ kind: 'comment', about, draft: {} }, bea())),
      'draft-replaced',
    );
    assert.equal((await sent(community, bea(), {}, { about })).comment.draft, draft.id);
  });

  it('leaves neither its words nor its author in the log', async () => {
    await sent(community, { ...bea(), name: 'Bea Blom' }, { text: 'Unmistakable words.' });

    assert.deepEqual(
      community.logged.filter((line) => /Unmistakable|Bea Blom|"bea"/.test(line)),
      [],
    );
  });
});
