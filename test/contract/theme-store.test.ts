import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { digestOf } from '../../src/app/ledger/chain.js';
import { pseudonymOf } from '../../src/app/pseudonym.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { CommentId } from '../../src/domain/comment.js';
import type { MemberId, PlaceId } from '../../src/domain/place.js';
import type { OutsideFeedback, OutsideId, Theme } from '../../src/domain/theme.js';
import { aCharterInProgress, aComment, aKeptComment, castVotes, later } from './comments-made-up.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPlace,
  aPseudonym,
  aPublication,
  aSubscribedPlace,
  claimAll,
  noon,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';

onEveryStore('themes', (stores) => {
  type Making = Parameters<ReturnType<typeof stores>['themes']['make']>[0];

  const make = async (charter: CharterName, rest: Partial<Making> = {}): Promise<Theme> => {
    const theme = await stores().themes.make({
      ...{ charter, title: 'Say who may borrow', comments: [], outside: [] },
      ...{ press: unique('press'), at: noon() },
      ...rest,
    });
    assert.ok(theme);
    return theme;
  };
  const answer = (charter: CharterName, number: number, reason = 'It says so now.', at = noon()) =>
    stores().themes.answer({ charter, number, status: 'done', reason, at });
  const telling = (charter: CharterName, rest: Parameters<typeof anAnnouncement>[1] = {}) =>
    anAnnouncement(charter, { kind: 'answered', at: noon(100), ...rest });
  const tell = (charter: CharterName, announcement = telling(charter)) =>
    stores().themes.tell({ charter, announcement });
  const one = async (charter: CharterName, number: number): Promise<Theme> => {
    const theme = await stores().themes.numbered({ charter, number });
    assert.ok(theme);
    return theme;
  };
  const outsideFeedback = (charter: CharterName, rest: Partial<OutsideFeedback> = {}) => ({
    ...{ id: randomUUID() as OutsideId, charter, source: 'mail' as const, label: 'A neighbour' },
    ...{ day: '2026-03-01', text: 'Who may borrow?', press: unique('press') },
    ...rest,
  });
  const entriesOf = async (charter: CharterName) =>
    (await stores().process.records(charter)).map(({ entry }) => entry);
  const sealed = async (): Promise<CharterName> => {
    const draft = await anOpenDraft(stores());
    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon() });
    const announcement = anAnnouncement(draft.charter, { kind: 'sealed', at: noon(60) });
    assert.equal(await stores().process.seal({ charter: draft.charter, announcement }), 'sealed');
    return draft.charter;
  };
  /** A member with a personal chat, and what they signed. */
  const contributor = async (
    charter: CharterName,
    { tenant = unique('tenant'), member = unique('member') as MemberId } = {},
  ) => {
    const place = aPlace({ address: { tenant, scope: 'personal', member, conversation: unique('a:chat') } });
    await stores().places.note({ ...place, at: noon() });
    const author = await pseudonymOf(stores(), charter, member);
    const comment = await aKeptComment(stores(), charter, { author, signedBy: 'Ana' });
    return { place: place.id, member, author, comment: comment.id };
  };
  const toldAt = async (announcement: AnnouncementId): Promise<readonly PlaceId[]> =>
    (await claimAll(stores(), announcement)).map(({ place }) => place.id);

  it('a theme has the next number of its charter, and what it was made of', async () => {
    const { id: draft, charter } = await anOpenDraft(stores());
    const comment = await aKeptComment(stores(), charter, { draft });
    const feedback = outsideFeedback(charter);
    await stores().themes.addOutside(feedback);

    const first = await make(charter, { draft, comments: [comment.id], outside: [feedback.id] });
    const second = await make(charter, { title: 'Opening hours' });

    assert.deepEqual(first, {
      ...{ id: first.id, charter, number: 1, draft, title: 'Say who may borrow' },
      ...{ comments: [comment.id], outside: [feedback.id], people: 1 },
    });
    assert.deepEqual(await stores().themes.all(charter), [first, second]);
    assert.equal(second.number, 2);
    assert.deepEqual(await stores().themes.ofComment(comment.id), first);
    assert.equal(await stores().themes.numbered({ charter, number: 3 }), undefined);
  });

  it('the same press makes one theme, and another press another', async () => {
    const charter = await aCharterInProgress(stores());
    const press = unique('press');

    const [first, again] = [await make(charter, { press }), await make(charter, { press, title: 'Other' })];
    const other = await make(await aCharterInProgress(stores()), { press });

    assert.deepEqual(again, first);
    assert.notEqual(other.id, first.id);
  });

  it('themes made at once get a number each', async () => {
    const charter = await aCharterInProgress(stores());

    const made = await Promise.all(Array.from({ length: 8 }, () => make(charter)));

    assert.deepEqual(made.map(({ number }) => number).sort(), [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('a comment and what came from outside leave the theme they were in', async () => {
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);
    const feedback = outsideFeedback(charter);
    await stores().themes.addOutside(feedback);
    const belonging = { comments: [comment.id], outside: [feedback.id] };
    await make(charter, belonging);

    await make(charter, belonging);

    assert.deepEqual((await one(charter, 1)).comments, []);
    assert.deepEqual((await one(charter, 1)).outside, []);
    assert.deepEqual((await one(charter, 2)).comments, [comment.id]);
    assert.deepEqual((await one(charter, 2)).outside, [feedback.id]);
  });

  it('comments and feedback of another charter stay out', async () => {
    const [charter, other] = [await aCharterInProgress(stores()), await aCharterInProgress(stores())];
    const comment = await aKeptComment(stores(), other);
    const feedback = outsideFeedback(other);
    await stores().themes.addOutside(feedback);

    const theme = await make(charter, { comments: [comment.id], outside: [feedback.id] });

    assert.deepEqual([theme.comments, theme.outside, theme.people], [[], [], 0]);
  });

  it('a change gives another title, takes in what is chosen, and lets go what was shown and is not', async () => {
    const charter = await aCharterInProgress(stores());
    const [stays, goes, comes, unseen] = [
      (await aKeptComment(stores(), charter)).id,
      (await aKeptComment(stores(), charter)).id,
      (await aKeptComment(stores(), charter)).id,
      (await aKeptComment(stores(), charter)).id,
    ];
    const [out, into] = [outsideFeedback(charter), outsideFeedback(charter)];
    for (const each of [out, into]) await stores().themes.addOutside(each);
    await make(charter, { comments: [stays, goes, unseen], outside: [out.id] });

    const changed = await stores().themes.change({
      ...{ charter, number: 1, title: 'Borrowing', comments: [stays, comes], outside: [into.id] },
      ...{ shown: [stays, goes, comes, out.id, into.id], at: noon() },
    });

    assert.equal(changed, true);
    const theme = await one(charter, 1);
    assert.equal(theme.title, 'Borrowing');
    assert.deepEqual(theme.comments, [stays, comes, unseen].toSorted());
    assert.deepEqual(theme.outside, [into.id]);
    assert.equal(theme.people, 3);
    const nobody = { title: 'x', comments: [], outside: [], shown: [], at: noon() };
    assert.equal(await stores().themes.change({ charter, number: 9, ...nobody }), false);
  });

  it('a theme that was not told is dropped, its number is not given again, and its comments are free', async () => {
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);
    const feedback = outsideFeedback(charter);
    await stores().themes.addOutside(feedback);
    await make(charter, { comments: [comment.id], outside: [feedback.id] });
    await answer(charter, 1);

    assert.equal(await stores().themes.drop({ charter, number: 1 }), true);
    assert.equal(await stores().themes.drop({ charter, number: 1 }), false);

    assert.deepEqual(await stores().themes.all(charter), []);
    assert.equal(await stores().themes.ofComment(comment.id), undefined);
    assert.deepEqual((await stores().themes.ungrouped({ charter })).length, 1);
    assert.deepEqual((await stores().themes.outside(charter)).length, 1);
    assert.equal((await make(charter)).number, 2);
  });

  it('one that was told is not dropped', async () => {
    const charter = await aCharterInProgress(stores());
    await make(charter);
    await answer(charter, 1);
    await tell(charter);

    assert.equal(await stores().themes.drop({ charter, number: 1 }), false);
  });

  it('what is merged into another comment counts with it, and so do its people', async () => {
    const charter = await aCharterInProgress(stores());
    const [comment, into] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    await make(charter, { comments: [comment.id] });

    await stores().comments.merge({ comment: comment.id, into: into.id, at: later });

    const theme = await one(charter, 1);
    assert.deepEqual([theme.comments, theme.people], [[into.id], 2]);
    assert.deepEqual(await stores().themes.ofComment(comment.id), theme);
    assert.deepEqual(await stores().themes.ofComment(into.id), theme);
    assert.deepEqual(await stores().themes.ungrouped({ charter }), []);
  });

  it('a comment that speaks for one of another theme stays in its own, and takes it along', async () => {
    const charter = await aCharterInProgress(stores());
    const [comment, into] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    await make(charter, { comments: [comment.id] });
    await make(charter, { comments: [into.id] });

    await stores().comments.merge({ comment: comment.id, into: into.id, at: later });

    assert.deepEqual(
      (await stores().themes.all(charter)).map(({ comments }) => comments),
      [[], [into.id]],
    );
  });

  it('whoever takes the comment that speaks out of a theme takes out all it speaks for', async () => {
    const charter = await aCharterInProgress(stores());
    const [comment, into] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    await make(charter, { comments: [comment.id] });
    await stores().comments.merge({ comment: comment.id, into: into.id, at: later });

    const nothing = { comments: [], outside: [], shown: [into.id], at: noon() };
    await stores().themes.change({ charter, number: 1, title: 'Say who may borrow', ...nothing });

    assert.deepEqual((await one(charter, 1)).comments, []);
    assert.deepEqual(
      (await stores().themes.ungrouped({ charter })).map(({ id }) => id),
      [into.id],
    );
  });

  it('a hidden comment belongs to no theme until it is shown again', async () => {
    const charter = await aCharterInProgress(stores());
    const { id } = await aKeptComment(stores(), charter);
    await make(charter, { comments: [id] });
    const move = (from: 'published' | 'hidden', to: 'published' | 'hidden') =>
      stores().comments.moderate({ comment: id, from, to, reason: 'attack', at: later });

    await move('published', 'hidden');

    assert.deepEqual((await one(charter, 1)).comments, []);
    assert.equal((await one(charter, 1)).people, 0);
    assert.equal(await stores().themes.ofComment(id), undefined);
    assert.deepEqual(await stores().themes.ungrouped({ charter }), []);
    await move('hidden', 'published');
    assert.deepEqual((await one(charter, 1)).comments, [id]);
  });

  it('several comments of one member count as they do one by one, so that nobody learns whose they are', async () => {
    const charter = await aCharterInProgress(stores());
    const author = aPseudonym();
    const signed = await aKeptComment(stores(), charter, { author, signedBy: 'Ana' });
    const anonymous = await aKeptComment(stores(), charter, { author });

    const theme = await make(charter, { comments: [signed.id, anonymous.id] });

    assert.equal(theme.people, 2);
  });

  it('what belongs to no theme: published, of that draft alone', async () => {
    const { id: draft, charter } = await anOpenDraft(stores());
    const [ofDraft, ofProcess] = [
      await aKeptComment(stores(), charter, { draft }),
      await aKeptComment(stores(), charter),
    ];
    await aKeptComment(stores(), charter, { draft, state: 'waiting' });
    const grouped = await aKeptComment(stores(), charter, { draft });
    await make(charter, { draft, comments: [grouped.id] });

    assert.deepEqual(await stores().themes.ungrouped({ charter, draft }), [ofDraft]);
    assert.deepEqual(await stores().themes.ungrouped({ charter }), [ofProcess]);
  });

  it('an answer is set and replaced, dated by the day of the charter', async () => {
    const charter = await aCharterInProgress(stores());
    await make(charter);
    const followUp = { what: 'Put up a sign', owner: 'Bo', due: '2026-04-01' };

    await stores().themes.answer({
      ...{
        charter,
        number: 1,
        status: 'partly',
        reason: 'A start.',
        followUp,
        at: '2026-03-02T23:30:00.000Z',
      },
    });
    assert.deepEqual((await one(charter, 1)).answer, {
      ...{ status: 'partly', reason: 'A start.', followUp, day: '2026-03-03' },
    });
    await answer(charter, 1);

    const { answer: standing, toldAt: told } = await one(charter, 1);
    assert.deepEqual(standing, { status: 'done', reason: 'It says so now.', day: '2026-03-02' });
    assert.equal(told, undefined);
    assert.equal(await answer(charter, 2), false);
    assert.equal((await entriesOf(charter)).length, 1);
  });

  it('answers are told once, recorded with a digest each, to all who subscribe', async () => {
    const charter = await aCharterInProgress(stores());
    const place = await aSubscribedPlace(stores());
    for (const number of [1, 2, 3]) {
      await make(charter, { title: `Theme ${String(number)}` });
      if (number < 3) await answer(charter, number);
    }
    const announcement = telling(charter);
    const { places } = await stores().themes.audience(charter);

    const told = await tell(charter, announcement);
    const again = await tell(charter);

    assert.deepEqual(told, { themes: 2, intended: places });
    assert.deepEqual(again, { themes: 0, intended: 0 });
    assert.ok((await toldAt(announcement.id)).includes(place));
    assert.deepEqual(
      (await stores().themes.all(charter)).map((theme) => theme.toldAt),
      [noon(100), noon(100), undefined],
    );
    const said = { status: 'done', reason: 'It says so now.' };
    assert.deepEqual((await entriesOf(charter)).slice(1), [
      {
        ...{ kind: 'theme-answered', theme: 1, status: 'done' },
        content: digestOf({ title: 'Theme 1', ...said }),
      },
      {
        ...{ kind: 'theme-answered', theme: 2, status: 'done' },
        content: digestOf({ title: 'Theme 2', ...said }),
      },
    ]);
    assert.equal((await stores().announcements.latest({ charter, limit: 9 })).length, 2);
  });

  it('two who tell at once tell once', async () => {
    const charter = await aCharterInProgress(stores());
    await make(charter);
    await answer(charter, 1);

    const told = await Promise.all([tell(charter), tell(charter)]);

    assert.deepEqual(told.map(({ themes }) => themes).sort(), [0, 1]);
  });

  it('an answer or title that changes once it was told is recorded again, and its copies are edited', async () => {
    const charter = await aCharterInProgress(stores());
    const tenant = unique('tenant');
    const { place, comment } = await contributor(charter, { tenant });
    await make(charter, { comments: [comment] });
    await answer(charter, 1);
    const announcement = telling(charter);
    await tell(charter, announcement);
    await postTo(stores(), { tenant, place, announcement: announcement.id });
    const tasks = async () => (await claimAll(stores(), announcement.id)).map(({ task }) => task.kind);
    assert.deepEqual(await tasks(), []);

    await answer(charter, 1, 'Another reason.', noon(200));
    await answer(charter, 1, 'Another reason.', noon(300));
    await stores().themes.change({
      ...{ charter, number: 1, title: 'Borrowing', comments: [], outside: [], shown: [], at: noon(400) },
    });

    const content = (title: string) => digestOf({ title, status: 'done', reason: 'Another reason.' });
    const entries = (await stores().process.records(charter)).slice(2);
    assert.deepEqual(
      entries.map(({ at, entry }) => [at, 'content' in entry && entry.content]),
      [
        [noon(200), content('Say who may borrow')],
        [noon(400), content('Borrowing')],
      ],
    );
    assert.equal((await one(charter, 1)).toldAt, noon(100));
    assert.deepEqual(await tasks(), ['edit']);
  });

  it('whoever signed a comment hears of its answer in their chat, once, though they subscribe to nothing', async () => {
    const charter = await aCharterInProgress(stores());
    const { place, comment } = await contributor(charter);
    const other = await contributor(charter);
    await make(charter, { comments: [comment] });
    await answer(charter, 1);
    const announcement = telling(charter, { audience: 'contributors' });
    assert.equal((await stores().themes.audience(charter)).contributors, 1);

    assert.deepEqual(await tell(charter, announcement), { themes: 1, intended: 1 });
    assert.deepEqual(await toldAt(announcement.id), [place]);
    await make(charter, { comments: [comment, other.comment] });
    await answer(charter, 2);
    const second = telling(charter, { audience: 'contributors', at: noon(200) });
    assert.deepEqual(await tell(charter, second), { themes: 1, intended: 1 });

    assert.deepEqual(await toldAt(second.id), [other.place]);
  });

  it('whoever hears anyway hears once, and one who stopped hears of their own comment', async () => {
    const charter = await aCharterInProgress(stores());
    const [hears, stopped, gone] = [
      await contributor(charter),
      await contributor(charter),
      await contributor(charter),
    ];
    const say = (place: PlaceId, state: 'active' | 'stopped') =>
      stores().places.subscribe({ place, charter, state, at: noon() });
    await say(hears.place, 'active');
    await say(stopped.place, 'stopped');
    await stores().places.park({ place: gone.place, at: noon(), reason: 'uninstalled' });
    await make(charter, { comments: [hears.comment, stopped.comment, gone.comment] });
    await answer(charter, 1);
    const { places, contributors } = await stores().themes.audience(charter);
    const announcement = telling(charter);

    const { intended } = await tell(charter, announcement);

    const told = await toldAt(announcement.id);
    assert.equal(contributors, 1);
    assert.equal(intended, places + 1);
    assert.equal(told.filter((place) => place === hears.place).length, 1);
    assert.equal(told.filter((place) => place === stopped.place).length, 1);
    assert.equal(told.includes(gone.place), false);
  });

  it('of what was merged everybody who signed hears; of what is anonymous, hidden or elsewhere nobody', async () => {
    const charter = await aCharterInProgress(stores());
    const [one1, two, hidden, elsewhere] = [
      await contributor(charter),
      await contributor(charter),
      await contributor(charter),
      await contributor(charter),
    ];
    await stores().comments.merge({ comment: one1.comment, into: two.comment, at: later });
    const anonymous = await contributor(charter);
    const unsigned = await aKeptComment(stores(), charter, { author: anonymous.author });
    await make(charter, { comments: [two.comment, hidden.comment, unsigned.id] });
    await make(charter, { comments: [elsewhere.comment] });
    await stores().comments.moderate({
      ...{ comment: hidden.comment, from: 'published', to: 'hidden', reason: 'attack', at: later },
    });
    await answer(charter, 1);
    const announcement = telling(charter, { audience: 'contributors' });

    await tell(charter, announcement);

    assert.deepEqual((await toldAt(announcement.id)).toSorted(), [one1.place, two.place].toSorted());
  });

  it('a member with several chats hears in the one that was noted last', async () => {
    const charter = await aCharterInProgress(stores());
    const { member, comment, place } = await contributor(charter);
    const newer = aPlace({ address: { scope: 'personal', member, conversation: unique('a:chat') } });
    await stores().places.note({ ...newer, at: noon(50) });
    assert.notEqual(newer.id, place);
    await make(charter, { comments: [comment] });
    await answer(charter, 1);
    const announcement = telling(charter, { audience: 'contributors' });

    await tell(charter, announcement);

    assert.deepEqual(await toldAt(announcement.id), [newer.id]);
  });

  it('what came from outside is kept once for each press, the newest first, and taken away again', async () => {
    const charter = await aCharterInProgress(stores());
    const old = outsideFeedback(charter, { day: '2026-02-01', people: 12, source: 'meeting' });
    const recent = outsideFeedback(charter);

    assert.equal(await stores().themes.addOutside(old), true);
    assert.equal(await stores().themes.addOutside(recent), true);
    const repeated = { ...recent, id: randomUUID() as OutsideId };
    assert.equal(await stores().themes.addOutside(repeated), true);

    const kept = ({ press: _press, ...rest }: typeof old) => rest;
    assert.deepEqual(await stores().themes.outside(charter), [kept(recent), kept(old)]);
    await make(charter, { outside: [recent.id] });
    await stores().themes.removeOutside({ charter, id: recent.id });
    assert.deepEqual(await stores().themes.outside(charter), [kept(old)]);
    assert.deepEqual((await one(charter, 1)).outside, []);
  });

  it('in a sealed charter nothing is made, changed, told or entered', async () => {
    const charter = await sealed();
    const { themes } = stores();
    const making = { charter, title: 'x', comments: [], outside: [], press: unique('press'), at: noon() };

    assert.equal(await themes.make(making), undefined);
    assert.equal(await themes.change({ ...making, number: 1, shown: [] }), false);
    assert.equal(await answer(charter, 1), false);
    assert.deepEqual(await tell(charter), { themes: 0, intended: 0 });
    assert.equal(await themes.addOutside(outsideFeedback(charter)), false);
    assert.deepEqual(await themes.outside(charter), []);
  });

  it('what was told stays readable once a charter is sealed, with its people', async () => {
    const draft = await anOpenDraft(stores());
    const { charter } = draft;
    const [comment, into] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    await castVotes(stores(), into, 5);
    await stores().comments.merge({ comment: comment.id, into: into.id, at: later });
    await make(charter, { comments: [into.id], draft: draft.id });
    await answer(charter, 1);
    await tell(charter);
    const before = await one(charter, 1);

    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(200) });
    const announcement = anAnnouncement(charter, { kind: 'sealed', at: noon(300) });
    await stores().process.seal({ charter, announcement });

    assert.deepEqual(await one(charter, 1), before);
  });

  it('what nobody knows belongs to no theme', async () => {
    const charter = await aCharterInProgress(stores());
    const next = aDraft(charter, { number: 2 });
    await stores().drafts.publish(aPublication(next));

    assert.equal(await stores().themes.ofComment(aComment(charter).id), undefined);
    assert.equal(await stores().themes.ofComment('nothing' as CommentId), undefined);
  });
});
