import assert from 'node:assert/strict';

import type { ThemeFormView } from '../../../src/app/feedback/views.js';
import type { Intent } from '../../../src/app/intent.js';
import type { CommentId } from '../../../src/domain/comment.js';
import type { OutsideId } from '../../../src/domain/theme.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { answer, asked, said, tell, themeOf } from './writing-themes.js';

describe('Themes', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const themes = () => asked(community, { kind: 'themes', charter: garden });
  const form = async (intent: Intent): Promise<ThemeFormView> =>
    viewed('theme-form', await community.askOne(intent));
  const outside = (more: Partial<Extract<Intent, { kind: 'save-outside' }>> = {}) =>
    community.askOne({
      ...{ kind: 'save-outside', charter: garden, source: 'meeting', label: 'Autumn meeting', people: 12 },
      ...{ day: '2026-10-18', text: 'Most would say whom it is for.' },
      ...more,
    });

  it('are made of several comments, with how much waits for one', async () => {
    const one = await said(community, 'bea', 'Say whom it is for.');
    const two = await said(community, 'cy', 'For whom?');
    await said(community, 'dee', 'The paths are narrow.');
    assert.equal((await themes()).ungrouped.comments, 3);

    await themeOf(community, 'Whom it is for', [one.comment.id, two.comment.id]);

    const { themes: all, ungrouped } = await themes();
    assert.deepEqual(
      all.map(({ number, title, people, round }) => ({ number, title, people, round })),
      [{ number: 1, title: 'Whom it is for', people: 2, round: 1 }],
    );
    assert.equal(ungrouped.comments, 1);
  });

  it('are chosen for ten at a time, and what was chosen before stays', async () => {
    const comments: CommentId[] = [];
    for (let index = 0; index < 13; index += 1)
      comments.push(
        (await said(community, `member-${String(index)}`, `Thought ${String(index)}.`)).comment.id,
      );
    const first = await form({ kind: 'edit-theme', charter: garden });
    const shown = first.all.slice(0, 10).map((each) => (each.kind === 'comment' ? each.comment.id : ''));
    const save = { kind: 'save-theme', charter: garden, title: 'Thoughts', outside: [] } as const;

    const second = await form({
      ...save,
      comments: shown.slice(0, 2) as CommentId[],
      shown,
      page: 2,
      press: 'press-1',
    });

    assert.equal(second.just, 'saved');
    assert.equal(second.all.length, 13);
    const rest = second.all.slice(10).map((each) => (each.kind === 'comment' ? each.comment.id : ''));
    assert.deepEqual([...shown, ...rest].toSorted(), comments.toSorted());
    const { themes: all } = await asked(community, {
      ...save,
      number: 1,
      comments: rest.slice(0, 1) as CommentId[],
      shown: rest,
    });
    assert.deepEqual(all[0]?.comments.toSorted(), [...shown.slice(0, 2), ...rest.slice(0, 1)].toSorted());
  });

  it('pressed twice, are one', async () => {
    const { comment } = await said(community, 'bea', 'Say whom it is for.');
    const press = { kind: 'save-theme', charter: garden, title: 'Whom', press: 'press-1' } as const;

    for (let count = 0; count < 2; count += 1)
      await asked(community, { ...press, comments: [comment.id], shown: [comment.id] });

    assert.equal((await themes()).themes.length, 1);
  });

  it('lose nothing that was typed when something is missing', async () => {
    const { comment } = await said(community, 'bea', 'Say whom it is for.');
    const save = { kind: 'save-theme', charter: garden, shown: [comment.id] } as const;

    const untitled = await form({ ...save, title: '  ', comments: [comment.id] });
    const long = await form({ ...save, title: 'x'.repeat(201), comments: [comment.id] });
    const marked = await form({ ...save, title: 'Whom', comments: ['abcdef' as CommentId] });

    assert.deepEqual(untitled.problem, { what: 'untitled' });
    assert.deepEqual(
      untitled.all.map(({ chosen }) => chosen),
      [true],
    );
    assert.deepEqual([long.problem, long.title], [{ what: 'too-long' }, 'x'.repeat(201)]);
    assert.deepEqual([marked.problem, marked.title], [{ what: 'no-such-mark', mark: 'abcdef' }, 'Whom']);
    assert.equal((await themes()).themes.length, 0);
  });

  it('take and give back comments by the marks that stand below them', async () => {
    const one = await said(community, 'bea', 'Say whom it is for.');
    const two = await said(community, 'cy', 'For whom?');
    await themeOf(community, 'Whom', [one.comment.id]);
    const save = { kind: 'save-theme', charter: garden, number: 1, outside: [] } as const;
    const markOf = (id: string) => id.slice(0, 8) as CommentId;

    await asked(community, { ...save, comments: [markOf(two.comment.id)], shown: [] });
    assert.equal((await themes()).themes[0]?.comments.length, 2);

    await asked(community, { ...save, comments: [], shown: [markOf(one.comment.id)] });
    assert.deepEqual((await themes()).themes[0]?.comments, [two.comment.id]);
  });

  it('never show a comment that is hidden', async () => {
    const { comment } = await said(community, 'bea', 'Say whom it is for.');
    await themeOf(community, 'Whom', [comment.id]);
    const read = async () =>
      viewed('theme', await community.askOne({ kind: 'theme', charter: garden, number: 1 }));
    assert.equal((await read()).comments.length, 1);

    await community.askOne({
      kind: 'moderate',
      comment: comment.id,
      decision: { kind: 'hide', reason: 'off-topic' },
    });

    assert.equal((await read()).comments.length, 0);
  });

  it('gather what came from outside, marked as such and counted nowhere else', async () => {
    const kept = viewed('themes', await outside());
    assert.deepEqual([kept.just?.did, kept.ungrouped.outside], ['outside-kept', 1]);
    const [meeting] = await community.ports.themes.outside(garden);
    assert.ok(meeting);
    await asked(community, {
      ...{ kind: 'save-theme', charter: garden, title: 'Whom', comments: [], outside: [meeting.id] },
    });

    const view = viewed('theme', await community.askOne({ kind: 'theme', charter: garden, number: 1 }));
    assert.deepEqual(
      view.theme.fromOutside.map(({ source, label, people, day }) => ({ source, label, people, day })),
      [{ source: 'meeting', label: 'Autumn meeting', people: 12, day: '2026-10-18' }],
    );
    assert.equal(view.theme.people, 0);
    const [round] = viewed('feedback', await community.askOne({ kind: 'feedback', charter: garden })).rounds;
    assert.deepEqual([round?.comments, round?.outside.length], [0, 1]);
  });

  it('say what to do when something from outside cannot be kept, with all of it still there', async () => {
    const problemOf = async (more: Parameters<typeof outside>[0]) => {
      const view = viewed('outside-form', await outside(more));
      assert.equal(view.label, more?.label ?? 'Autumn meeting');
      return view.problem;
    };

    assert.equal(await problemOf({ text: ' ' }), 'empty');
    assert.equal(await problemOf({ text: 'x'.repeat(2_001) }), 'too-long');
    assert.equal(await problemOf({ label: 'x'.repeat(101) }), 'label-too-long');
    assert.equal(await problemOf({ people: 'unreadable' }), 'people-unreadable');
    assert.equal(await problemOf({ day: '2026-02-30' }), 'day-unreadable');
    assert.equal(await problemOf({ day: '2026-10-21' }), 'day-ahead');
  });

  it('let something from outside be taken away again', async () => {
    await outside();
    const [meeting] = await community.ports.themes.outside(garden);
    assert.ok(meeting);
    const drop = (id: string) =>
      community.askOne({ kind: 'drop-outside', charter: garden, outside: id as OutsideId });

    assert.equal(viewed('outside-form', await drop('abc')).problem, 'no-such-outside');
    assert.equal(viewed('outside-form', await drop(meeting.id.slice(0, 8))).just, 'removed');
    assert.deepEqual(await community.ports.themes.outside(garden), []);
  });

  it('are dropped after asking, unless they were told', async () => {
    const { comment } = await said(community, 'bea', 'Say whom it is for.');
    await themeOf(community, 'Whom', [comment.id]);
    const drop = (confirmed: boolean) =>
      community.askOne({ kind: 'drop-theme', charter: garden, number: 1, confirmed });

    viewed('ask-first', await drop(false));
    assert.equal(viewed('themes', await drop(true)).just?.did, 'dropped');
    assert.equal((await themes()).ungrouped.comments, 1);

    const number = await themeOf(community, 'Whom', [comment.id]);
    await answer(community, number, 'It reads so now.');
    await tell(community);
    const kept = await community.askOne({ kind: 'drop-theme', charter: garden, number, confirmed: true });
    assert.equal(viewed('themes', kept).just?.did, 'kept');
  });

  it('are for facilitators to make, in their own chats', async () => {
    const intent = { kind: 'themes', charter: garden } as const;

    assert.equal(whatOf(await community.askOne(intent, community.member('bea'))), 'for-facilitators');
    const shared = { ...community.ada, place: community.member('x', { scope: 'group' }).place };
    assert.equal(whatOf(await community.askOne(intent, shared)), 'in-personal-chat');
  });

  it('stay as they are once the process is sealed', async () => {
    await community.askOne({ kind: 'close', about: { charter: garden }, confirmed: true });
    await community.askOne({ kind: 'seal', charter: garden, confirmed: true });

    assert.equal(whatOf(await community.askOne({ kind: 'edit-theme', charter: garden })), 'charter-sealed');
    assert.equal((await themes()).sealed, true);
  });
});
