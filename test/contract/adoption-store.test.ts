import assert from 'node:assert/strict';

import { digestOf } from '../../src/app/ledger/chain.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Comment } from '../../src/domain/comment.js';
import type { Consent, ConsentRound } from '../../src/domain/consent.js';
import type { DraftContent, DraftId } from '../../src/domain/draft.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { MemberId } from '../../src/domain/place.js';
import { usualRules } from '../../src/domain/process.js';
import { aComment, castVotes, later } from './comments-made-up.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPlace,
  aPseudonym,
  aPublication,
  claimAll,
  noon,
  openScience,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';

onEveryStore('adoption', (stores) => {
  type Opening = Parameters<ReturnType<typeof stores>['adoption']['open']>[0];
  type Giving = Parameters<ReturnType<typeof stores>['adoption']['give']>[0];

  const aClosedDraft = async (): Promise<DraftContent> => {
    const draft = await anOpenDraft(stores());
    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(10) });
    return draft;
  };
  const opening = ({ id: draft, charter }: DraftContent, at = noon(20)): Opening => {
    const round: ConsentRound = { draft, openedAt: at, closesAt: '2026-03-09T12:00:00.000Z' };
    const announcement = anAnnouncement(charter, { kind: 'consent', draft, at });
    return { round, charter, terms: 'ab'.repeat(32), announcement };
  };
  const proposed = async (): Promise<DraftContent> => {
    const draft = await aClosedDraft();
    assert.equal(await stores().adoption.open(opening(draft)), true);
    return draft;
  };
  const give = (draft: DraftId, answer: Consent | null, rest: Partial<Giving> = {}) =>
    stores().adoption.give({
      ...{ draft, answer, pseudonym: aPseudonym(), press: unique('press'), at: noon(30) },
      ...rest,
    });
  const anObjection = ({ id: draft, charter }: DraftContent, rest: Partial<Comment> = {}) => ({
    comment: aComment(charter, { draft, sort: 'objection', text: 'Who pays?', ...rest }),
    receipt: unique('receipt'),
  });
  const close = (draft: DraftId, at = noon(40)) => stores().adoption.close({ draft, at });
  const entriesOf = async (charter: CharterName) =>
    (await stores().process.records(charter)).map(({ entry }) => entry);
  const kindsOf = async (charter: CharterName) => (await entriesOf(charter)).map(({ kind }) => kind);
  const appointmentsOf = async (charter: CharterName) =>
    (await stores().appointments.of(charter)).map(({ id: _id, ...rest }) => rest);
  const anOutcome = ({ charter, id: draft, number }: DraftContent): Outcome => ({
    ...{ charter, draft, number, adoptedOn: '2026-03-10', recordedAt: noon(100), reviewOn: '2027-03-10' },
    rule: usualRules.adoption,
    figures: { kind: 'shown', counts: { support: 7, 'live-with': 2, object: 1 } },
    dissent: [],
    followUps: [{ what: 'Print it', owner: 'Bo', due: '2026-04-01' }],
  });
  const adopt = (draft: DraftContent, at = noon(100)) => {
    const announcement = anAnnouncement(draft.charter, { kind: 'adopted', draft: draft.id, at });
    return stores().process.seal({ charter: draft.charter, announcement, outcome: anOutcome(draft) });
  };

  it('a round is opened for a closed draft: announced, recorded with its terms, and planned to end', async () => {
    const draft = await aClosedDraft();
    const { round, ...rest } = opening(draft);

    assert.equal(await stores().adoption.open({ round, ...rest }), true);

    assert.deepEqual(await stores().adoption.round(draft.id), round);
    assert.deepEqual((await stores().announcements.find(rest.announcement.id))?.kind, 'consent');
    assert.deepEqual(await appointmentsOf(draft.charter), [
      {
        ...{ kind: 'end-consent', charter: draft.charter, draft: draft.id, at: round.closesAt },
        ...{ timeZone: 'Europe/Vienna', editor: 'facilitators' },
      },
    ]);
    assert.deepEqual((await entriesOf(draft.charter)).at(-1), {
      ...{ kind: 'consent-opened', number: 1, terms: rest.terms },
    });
  });

  it('none is opened for a draft that is open or in another charter, or while one is open', async () => {
    const open = await anOpenDraft(stores());
    const draft = await proposed();
    const other = await aClosedDraft();

    assert.equal(await stores().adoption.open(opening(open)), false);
    assert.equal(await stores().adoption.open(opening(draft)), false);
    assert.equal(await stores().adoption.open({ ...opening(other), charter: open.charter }), false);

    assert.equal(await stores().adoption.round(open.id), undefined);
    assert.equal(await stores().adoption.round(other.id), undefined);
    assert.deepEqual(await kindsOf(draft.charter), ['draft', 'draft', 'consent-opened']);
    assert.equal((await stores().announcements.latest({ charter: draft.charter, limit: 9 })).length, 2);
  });

  it('two who open a round at once open one', async () => {
    const draft = await aClosedDraft();

    const opened = await Promise.all([
      stores().adoption.open(opening(draft)),
      stores().adoption.open(opening(draft)),
    ]);

    assert.deepEqual(opened.toSorted(), [false, true]);
  });

  it('what a member says is counted, replaced and taken back', async () => {
    const { id } = await proposed();
    const [pseudonym, other] = [aPseudonym(), aPseudonym()];

    assert.equal(await give(id, 'support', { pseudonym }), 'given');
    assert.equal(await give(id, 'live-with', { pseudonym }), 'given');
    assert.equal(await give(id, 'support', { pseudonym: other }), 'given');
    assert.deepEqual(await stores().adoption.counts(id), { support: 1, 'live-with': 1, object: 0 });
    assert.deepEqual(await stores().adoption.mine({ draft: id, pseudonym }), { answer: 'live-with' });
    assert.equal(await give(id, null, { pseudonym }), 'given');

    assert.deepEqual(await stores().adoption.counts(id), { support: 1, 'live-with': 0, object: 0 });
    assert.equal(await stores().adoption.mine({ draft: id, pseudonym }), undefined);
    assert.equal(await stores().adoption.mine({ draft: id, pseudonym: aPseudonym() }), undefined);
  });

  it('the same press a second time changes nothing, also one that was replaced a moment ago', async () => {
    const { id } = await proposed();
    const pseudonym = aPseudonym();
    const first = { pseudonym, press: unique('press') };
    await give(id, 'support', first);

    assert.equal(await give(id, 'support', first), 'repeated');
    await give(id, 'live-with', { pseudonym });
    assert.equal(await give(id, 'support', { ...first, at: noon(60) }), 'repeated');

    assert.deepEqual(await stores().adoption.counts(id), { support: 0, 'live-with': 1, object: 0 });
    assert.equal(await give(id, 'support', { ...first, at: noon(1000) }), 'given');
  });

  it('an objection is kept with its comment, and both are there or neither', async () => {
    const draft = await proposed();
    const pseudonym = aPseudonym();
    const objection = anObjection(draft, { value: openScience });
    const press = unique('press');

    assert.equal(await give(draft.id, 'object', { pseudonym, objection, press }), 'given');
    const again = anObjection(draft);
    assert.equal(await give(draft.id, 'object', { pseudonym, objection: again, press }), 'repeated');

    const kept = { answer: 'object', objection: objection.comment };
    assert.deepEqual(await stores().adoption.mine({ draft: draft.id, pseudonym }), kept);
    assert.deepEqual(await stores().adoption.objections(draft.id), [objection.comment]);
    assert.deepEqual(await stores().comments.byReceipt(objection.receipt), objection.comment);
    assert.equal(await stores().comments.find(again.comment.id), undefined);
    assert.deepEqual(await stores().themes.ungrouped({ charter: draft.charter, draft: draft.id }), [
      objection.comment,
    ]);
  });

  it('an objection that was replaced or taken back does not remain; its comment stays', async () => {
    const draft = await proposed();
    const [one, two] = [aPseudonym(), aPseudonym()];
    const [first, second, third] = [anObjection(draft), anObjection(draft), anObjection(draft)];
    await give(draft.id, 'object', { pseudonym: one, objection: first });
    await give(draft.id, 'object', { pseudonym: one, objection: second });
    await give(draft.id, 'object', { pseudonym: two, objection: third });

    await give(draft.id, 'support', { pseudonym: two });

    assert.deepEqual(await stores().adoption.objections(draft.id), [second.comment]);
    assert.deepEqual(await stores().adoption.mine({ draft: draft.id, pseudonym: two }), {
      answer: 'support',
    });
    assert.deepEqual(await stores().comments.find(third.comment.id), third.comment);
  });

  it('remaining objections come with the most surely supported first, without hidden or waiting ones', async () => {
    const draft = await proposed();
    const object = async (rest: Partial<Comment> = {}): Promise<Comment> => {
      const objection = anObjection(draft, rest);
      await give(draft.id, 'object', { objection });
      return objection.comment;
    };
    const [few, many, merged, hidden] = [await object(), await object(), await object(), await object()];
    await object({ state: 'waiting' });
    await castVotes(stores(), few, 5);
    await castVotes(stores(), many, 10);
    await stores().comments.merge({ comment: merged.id, into: few.id, at: later });
    const move = {
      comment: hidden.id,
      from: 'published',
      to: 'hidden',
      reason: 'attack',
      at: later,
    } as const;
    await stores().comments.moderate(move);

    const objections = await stores().adoption.objections(draft.id);

    assert.deepEqual(
      objections.map(({ id, people }) => [id, people]),
      [
        [many.id, 1],
        [few.id, 2],
      ],
    );
    assert.equal((await stores().adoption.counts(draft.id)).object, 5);
  });

  it('a round ends once, is recorded, and takes no answer any more', async () => {
    const draft = await proposed();
    const pseudonym = aPseudonym();
    await give(draft.id, 'support', { pseudonym });

    assert.equal(await close(draft.id), true);
    assert.equal(await close(draft.id), false);

    assert.equal((await stores().adoption.round(draft.id))?.closedAt, noon(40));
    assert.equal(await give(draft.id, 'object', { pseudonym, objection: anObjection(draft) }), 'not-open');
    assert.deepEqual(await stores().adoption.mine({ draft: draft.id, pseudonym }), { answer: 'support' });
    assert.deepEqual(await stores().comments.all(draft.charter), []);
    assert.deepEqual(await appointmentsOf(draft.charter), []);
    assert.deepEqual((await entriesOf(draft.charter)).at(-1), { kind: 'consent-closed', number: 1 });
    assert.equal(await give('nothing' as DraftId, 'support'), 'not-open');
  });

  it('no answer arrives after the round is closed, however many come at once', async () => {
    const draft = await proposed();

    const [closed, ...outcomes] = await Promise.all([
      close(draft.id),
      ...Array.from({ length: 20 }, () => give(draft.id, 'support')),
    ]);
    const { support } = await stores().adoption.counts(draft.id);

    assert.equal(closed, true);
    assert.equal(support, outcomes.filter((outcome) => outcome === 'given').length);
  });

  it('what is told of a round is brought up to date when it ends: sent no more, and edited', async () => {
    const draft = await aClosedDraft();
    const tenant = unique('tenant');
    const [told, waits] = [aPlace({ address: { tenant } }), aPlace({ address: { tenant } })];
    for (const place of [told, waits]) {
      await stores().places.note({ ...place, at: noon() });
      const { charter } = draft;
      await stores().places.subscribe({ place: place.id, charter, state: 'active', at: noon() });
    }
    const round = opening(draft);
    await stores().adoption.open(round);
    await postTo(stores(), { tenant, place: told.id, announcement: round.announcement.id });

    await close(draft.id);

    const report = await stores().announcements.report(round.announcement.id);
    assert.ok(report.intended >= 2);
    const claimed = await claimAll(stores(), round.announcement.id);
    assert.deepEqual(
      claimed.map(({ place, task }) => [place.id, task.kind]),
      [[told.id, 'edit']],
    );
  });

  it('a draft that is opened again, withdrawn or followed by another is not proposed any more', async () => {
    const [reopened, withdrawn, followed] = [await proposed(), await proposed(), await proposed()];
    const { charter } = followed;

    const announcement = anAnnouncement(reopened.charter, {
      ...{ kind: 'reopened', draft: reopened.id, at: noon(50) },
    });
    assert.equal(await stores().drafts.reopen({ draft: reopened.id, announcement }), true);
    await stores().drafts.change({ draft: withdrawn.id, from: 'closed', to: 'withdrawn', at: noon(50) });
    const next = aDraft(charter, { number: 2, publishedAt: noon(50) });
    await stores().drafts.publish(aPublication(next));

    for (const draft of [reopened, withdrawn, followed]) {
      assert.equal((await stores().adoption.round(draft.id))?.closedAt, noon(50));
      assert.equal(await give(draft.id, 'support'), 'not-open');
      assert.equal((await kindsOf(draft.charter)).filter((kind) => kind === 'consent-closed').length, 1);
      assert.deepEqual(await appointmentsOf(draft.charter), []);
    }
  });

  it('what was said to a round that is over does not count in the next one', async () => {
    const draft = await proposed();
    const pseudonym = aPseudonym();
    const objection = anObjection(draft);
    await give(draft.id, 'object', { pseudonym, objection });
    await close(draft.id);

    assert.equal(await stores().adoption.open(opening(draft, noon(60))), true);

    assert.deepEqual(await stores().adoption.counts(draft.id), { support: 0, 'live-with': 0, object: 0 });
    assert.equal((await stores().adoption.round(draft.id))?.closedAt, undefined);
    assert.equal(await stores().adoption.mine({ draft: draft.id, pseudonym }), undefined);
    assert.deepEqual(await stores().comments.find(objection.comment.id), objection.comment);
  });

  it('adopting seals: the draft is adopted, the outcome kept and recorded, the review planned', async () => {
    const draft = await proposed();
    const { charter } = draft;
    await stores().appointments.make({
      ...{ id: unique('appointment'), kind: 'publish', charter, at: noon(9999), timeZone: 'UTC' },
      editor: 'facilitators',
    });
    await give(draft.id, 'object', { objection: anObjection(draft) });
    await close(draft.id);

    assert.equal(await adopt(draft), 'sealed');
    assert.equal(await adopt(draft), 'sealed-before');

    const { id } = draft;
    assert.equal((await stores().drafts.find(id))?.state, 'adopted');
    assert.deepEqual(await stores().adoption.outcome(charter), anOutcome(draft));
    assert.deepEqual(await appointmentsOf(charter), [
      {
        ...{ kind: 'review', charter, draft: id, at: '2027-03-10T07:00:00.000Z' },
        ...{ timeZone: 'Europe/Vienna', editor: 'facilitators' },
      },
    ]);
    const content = digestOf(anOutcome(draft));
    assert.deepEqual((await entriesOf(charter)).slice(-3), [
      { kind: 'draft', number: 1, became: 'adopted' },
      { kind: 'adopted', number: 1, adoptedOn: '2026-03-10', content },
      { kind: 'sealed' },
    ]);
    assert.deepEqual(await stores().adoption.counts(id), { support: 0, 'live-with': 0, object: 0 });
    assert.equal(await give(id, 'support'), 'not-open');
    assert.equal((await stores().announcements.latest({ charter, limit: 1 }))[0]?.kind, 'adopted');
  });

  it('nothing is adopted or sealed while a round is open, or a draft that is not closed', async () => {
    const [draft, open] = [await proposed(), await anOpenDraft(stores())];
    const { charter } = draft;
    const announcement = anAnnouncement(charter, { kind: 'sealed', at: noon(90) });

    assert.equal(await adopt(draft), 'draft-open');
    assert.equal(await stores().process.seal({ charter, announcement }), 'draft-open');
    assert.equal(await adopt(open), 'draft-open');
    await close(draft.id);
    const next = aDraft(charter, { number: 2, publishedAt: noon(95) });
    await stores().drafts.publish(aPublication(next));
    await stores().drafts.change({ draft: next.id, from: 'open', to: 'closed', at: noon(96) });
    assert.equal(await adopt(draft), 'draft-open');

    assert.equal((await stores().charters.find(charter))?.sealedAt, undefined);
    assert.equal(await stores().adoption.outcome(charter), undefined);
  });

  it('all copies of a charter are edited when it is adopted, those of drafts before as well', async () => {
    const tenant = unique('tenant');
    const places = [aPlace({ address: { tenant } }), aPlace({ address: { tenant } })];
    const charter = unique('charter') as CharterName;
    const drafts = [aDraft(charter), aDraft(charter, { number: 2, publishedAt: noon(5) })];
    const announcements: AnnouncementId[] = [];
    for (const [index, place] of places.entries()) {
      const draft = drafts[index]!;
      await stores().places.note({ ...place, at: noon() });
      const subscription = { place: place.id, charter, at: noon() };
      await stores().places.subscribe({ ...subscription, state: 'active' });
      const publication = aPublication(draft);
      await stores().drafts.publish(publication);
      const announcement = publication.announcement.id;
      announcements.push(announcement);
      await postTo(stores(), { tenant, place: place.id, announcement });
      await stores().places.subscribe({ ...subscription, state: 'stopped' });
    }
    const draft = drafts[1]!;
    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(10) });
    const edit = async (): Promise<readonly AnnouncementId[]> => {
      const worker = unique('worker');
      const lease = { worker, now: '9100', leaseUntil: '9101', limit: 10 };
      const claimed = await stores().deliveries.claim({ tenant, ...lease });
      for (const { announcement, place, revision } of claimed) {
        const which = { announcement: announcement.id, place: place.id, worker };
        await stores().deliveries.begin({ ...which, now: lease.now });
        await stores().deliveries.settle({ ...which, at: lease.now, outcome: { kind: 'done', revision } });
      }
      return claimed.map(({ announcement }) => announcement.id).toSorted();
    };
    assert.deepEqual(await edit(), announcements.toSorted());
    assert.deepEqual(await edit(), []);

    assert.equal(await adopt(draft), 'sealed');

    assert.deepEqual(await edit(), announcements.toSorted());
  });

  it('figures that were told stay, also when somebody has themselves forgotten: nobody can be subtracted', async () => {
    const draft = await proposed();
    const who = aPseudonym();
    const objection = anObjection(draft);
    await give(draft.id, 'object', { pseudonym: who, objection });
    for (let each = 0; each < 5; each += 1) await give(draft.id, 'support');
    await close(draft.id);
    const told = await stores().adoption.counts(draft.id);
    const member = unique('member') as MemberId;

    for (let twice = 0; twice < 2; twice += 1)
      await stores().personalData.forget({
        member,
        pseudonyms: new Map([[draft.charter, who]]),
        at: noon(60),
      });

    assert.deepEqual(await stores().adoption.counts(draft.id), told);
    assert.equal(await stores().adoption.mine({ draft: draft.id, pseudonym: who }), undefined);
    assert.equal(await stores().comments.find(objection.comment.id), undefined);
    assert.deepEqual(await stores().adoption.objections(draft.id), []);
    const kept = await stores().personalData.inCharter({ charter: draft.charter, pseudonym: who });
    assert.deepEqual([kept.consents, kept.comments], [[], []]);
  });

  it('an answer goes with whoever has themselves forgotten while the round is open', async () => {
    const draft = await proposed();
    const who = aPseudonym();
    await give(draft.id, 'object', { pseudonym: who });
    const member = unique('member') as MemberId;

    await stores().personalData.forget({ member, pseudonyms: new Map([[draft.charter, who]]), at: noon(35) });

    assert.equal((await stores().adoption.counts(draft.id)).object, 0);
  });

  it('follow-ups that two add at once both stay, and the same one sent twice is one', async () => {
    const draft = await aClosedDraft();
    const { charter } = draft;
    await adopt(draft);
    const [one, other] = ['Read it aloud', 'Paint the gate'].map((what) => ({ what, owner: 'Ana' }));
    const amend = (followUp: typeof one, rest: { reviewOn?: string } = {}) =>
      stores().adoption.amend({ charter, followUps: [followUp!], at: noon(200), ...rest });

    await Promise.all([amend(one, { reviewOn: '2028-01-01' }), amend(other), amend(one)]);

    const outcome = await stores().adoption.outcome(charter);
    assert.deepEqual(outcome?.followUps.map(({ what }) => what).toSorted(), [
      ...['Paint the gate', 'Print it', 'Read it aloud'],
    ]);
    assert.equal(outcome.reviewOn, '2028-01-01');
  });

  it('follow-ups and review date are added to later: recorded, and the review is moved', async () => {
    const draft = await aClosedDraft();
    const { charter } = draft;
    await adopt(draft);
    const followUps = [{ what: 'Read it aloud', owner: 'Ana' }];
    const before = anOutcome(draft);
    const all = [...before.followUps, ...followUps];
    const amended: Outcome = { ...before, followUps: all, reviewOn: '2026-09-01' };
    const change = { charter, followUps, reviewOn: '2026-09-01', at: noon(200) };

    await stores().adoption.amend(change);
    await stores().adoption.amend(change);

    assert.deepEqual(await stores().adoption.outcome(charter), amended);
    const [review] = await stores().appointments.of(charter);
    assert.equal(review?.at, '2026-09-01T06:00:00.000Z');
    assert.deepEqual((await entriesOf(charter)).slice(-2), [
      { kind: 'sealed' },
      { kind: 'adopted', number: 1, adoptedOn: '2026-03-10', content: digestOf(amended) },
    ]);
    const other = await anOpenDraft(stores());
    await stores().adoption.amend({ ...change, charter: other.charter });
    assert.equal(await stores().adoption.outcome(other.charter), undefined);
  });

  it('the day of review is announced once, and survives the end of identities', async () => {
    const draft = await aClosedDraft();
    const { charter } = draft;
    await adopt(draft);
    await stores().process.eraseIdentities({ charter, at: noon(300) });
    const review = anAnnouncement(charter, { kind: 'review', draft: draft.id, at: noon(400) });
    const [appointment] = await stores().appointments.of(charter);

    const first = await stores().adoption.announceReview(review);
    const second = await stores().adoption.announceReview(review);

    assert.equal(appointment?.kind, 'review');
    assert.equal(second, 0);
    assert.equal((await stores().announcements.report(review.id)).intended, first);
  });

  it('where no round was opened nobody consents, and no words are kept', async () => {
    const draft = await aClosedDraft();

    assert.equal(await give(draft.id, 'object', { objection: anObjection(draft) }), 'not-open');

    assert.deepEqual(await stores().comments.all(draft.charter), []);
  });
});
