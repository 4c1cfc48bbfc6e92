import assert from 'node:assert/strict';

import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { DraftChanges } from '../../src/domain/change.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { everyCharter, type MemberId, type PlaceId } from '../../src/domain/place.js';
import type { Pseudonym } from '../../src/domain/rating.js';
import { aComment, aKeptComment } from './comments-made-up.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPseudonym,
  aPublication,
  aSubscribedPlace,
  noon,
  openScience,
  shareCredit,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';

const spelled: DraftChanges = {
  base: 1,
  values: [{ value: openScience, kinds: ['text'], from: [openScience], size: 'spelling', themes: [] }],
  removed: [],
  unanswered: { themes: [], comments: 0 },
};

interface Somebody {
  readonly member: MemberId;
  readonly chat: PlaceId;
  readonly tenant: string;
  readonly pseudonym: Pseudonym;
  readonly draft: DraftContent;
}

onEveryStore('personal data', (stores) => {
  /** In a tenant of their own, with a personal chat that hears everything, while a draft is open. */
  async function somebody(): Promise<Somebody> {
    const member = unique('member') as MemberId;
    const tenant = unique('tenant');
    const draft = await anOpenDraft(stores(), { changes: spelled });
    const chat = await aSubscribedPlace(stores(), { address: { tenant, scope: 'personal', member } });
    return { member, tenant, chat, draft, pseudonym: aPseudonym() };
  }

  const rate = ({ draft, pseudonym }: Somebody, value = openScience) =>
    stores().ratings.record({
      draft: draft.id,
      value,
      pseudonym,
      answer: 4,
      press: unique('press'),
      at: noon(),
    });
  const keptOf = ({ draft: { charter }, pseudonym }: Somebody) =>
    stores().personalData.inCharter({ charter, pseudonym });
  const forget = ({ member, pseudonym, draft: { charter } }: Somebody) =>
    stores().personalData.forget({ member, pseudonyms: new Map([[charter, pseudonym]]), at: noon(60) });
  /** A version of the post, and something that a second facilitator has yet to confirm. */
  const prepare = async ({ member, draft: { charter } }: Somebody): Promise<void> => {
    const copy = { charter, editor: 'facilitators', source: '# A', revision: unique('r'), savedAt: noon() };
    await stores().workingCopies.save({ ...copy, savedBy: member, savedByName: 'Ana' }, 'any');
    await stores().approvals.ask({
      ...{ id: unique('approval'), charter, action: 'publish', intent: { kind: 'help' } },
      ...{ askedBy: member, askedByName: 'Ana', askedAt: noon() },
    });
  };
  /** Says something to adopting the draft, and that a change is more than spelling. */
  const decide = async ({ draft, pseudonym }: Somebody): Promise<void> => {
    const { id, charter } = draft;
    await stores().drafts.change({ draft: id, from: 'open', to: 'closed', at: noon(20) });
    const round = { draft: id, openedAt: noon(30), closesAt: noon(9_000) };
    const announcement = anAnnouncement(charter, { kind: 'consent', draft: id });
    await stores().adoption.open({ round, charter, terms: 't', announcement });
    const press = unique('press');
    await stores().adoption.give({ draft: id, pseudonym, answer: 'live-with', press, at: noon(40) });
  };
  const announce = async (charter: CharterName): Promise<AnnouncementId> => {
    const announcement = anAnnouncement(charter);
    await stores().announcements.announce(announcement);
    return announcement.id;
  };

  it('are read in full: what bears the member’s id, and what bears their pseudonym', async () => {
    const who = await somebody();
    const { member, draft, pseudonym, tenant, chat } = who;
    const { charter } = draft;
    const announcement = await announce(charter);
    await rate(who);
    await rate(who, shareCredit);
    await stores().ratings.record({
      ...{
        draft: draft.id,
        value: shareCredit,
        pseudonym,
        answer: null,
        press: 'takes it back',
        at: noon(9),
      },
    });
    await stores().participation.chooseGroup({ charter, pseudonym, group: 'lab' });
    await stores().participation.decline({ draft: draft.id, pseudonym, at: noon() });
    const mine = await aKeptComment(stores(), charter, { author: pseudonym });
    const other = await aKeptComment(stores(), charter);
    await stores().comments.vote({ comment: other.id, pseudonym, vote: 'pass', batch: 5 });
    await stores().contacts.spend({ tenant, member, about: draft.id, announcement, most: 3 });
    await stores().facilitators.add({ member, at: noon() });
    await prepare(who);
    await stores().places.wish({ place: chat, wishes: { quietHours: 'off' }, at: noon() });
    await stores().ratings.dispute({ draft: draft.id, value: openScience, pseudonym, at: noon() });
    await decide(who);

    const kept = await stores().personalData.ofMember(member);

    assert.deepEqual(kept, {
      ...{ member, roles: ['facilitator'], corrections: [], appointments: [] },
      chats: [
        {
          ...{ place: chat, serviceUrl: 'https://smba.example/emea/', notedAt: noon(), locale: 'en-US' },
          ...{ subscriptions: [everyCharter], quietHours: 'off' },
        },
      ],
      deliveries: [
        { charter, kind: 'announced', at: noon(), state: 'waiting' },
        { charter, kind: 'consent', at: noon(), state: 'waiting' },
      ],
      contacts: [{ charter, draft: 1, count: 1 }],
      workingCopies: [{ charter, savedAt: noon(), name: 'Ana', source: '# A' }],
      approvals: [{ charter, action: 'publish', askedAt: noon(), name: 'Ana' }],
    });
    assert.deepEqual(await keptOf(who), {
      ...{ charter, group: 'lab', declined: [1], votes: [{ comment: other.id, vote: 'pass' }] },
      answers: [
        { draft: 1, value: openScience, title: 'Promote open science', answer: 4, at: noon() },
        { draft: 1, value: shareCredit, title: 'Share credit', at: noon(9) },
      ],
      consents: [{ draft: 1, answer: 'live-with', at: noon(40) }],
      disputes: [{ draft: 1, value: openScience, title: 'Promote open science' }],
      comments: [{ sort: mine.sort, text: mine.text, state: mine.state, day: mine.day }],
    });
  });

  it('are gone when somebody is forgotten, theirs alone, and the second time finds nothing', async () => {
    const who = await somebody();
    const { member, draft, pseudonym, tenant, chat } = who;
    const { charter } = draft;
    const other = { ...who, pseudonym: aPseudonym() };
    await stores().ratings.dispute({ draft: draft.id, value: openScience, pseudonym, at: noon() });
    for (const each of [who, other]) {
      await rate(each);
      await stores().participation.chooseGroup({ charter, pseudonym: each.pseudonym, group: 'lab' });
      await stores().participation.decline({ draft: draft.id, pseudonym: each.pseudonym, at: noon() });
      await aKeptComment(stores(), charter, { author: each.pseudonym });
    }
    const comment = await aKeptComment(stores(), charter);
    for (const each of [who, other])
      await stores().comments.vote({
        comment: comment.id,
        pseudonym: each.pseudonym,
        vote: 'agree',
        batch: 5,
      });
    await stores().contacts.spend({
      tenant,
      member,
      about: draft.id,
      announcement: await announce(charter),
      most: 3,
    });
    await prepare(who);
    await decide(who);
    const link = await stores().downloads.offer({ member, at: noon(), expiresAt: noon(900) });
    const before = await keptOf(other);

    await forget(who);
    await forget(who);

    const nothing = { answers: [], declined: [], consents: [], disputes: [], comments: [], votes: [] };
    assert.deepEqual(await keptOf(who), { charter, ...nothing });
    const copy = await stores().workingCopies.find({ charter, editor: 'facilitators' });
    assert.deepEqual([copy?.source, copy?.savedBy, copy?.savedByName], ['# A', undefined, undefined]);
    assert.deepEqual(await stores().approvals.waiting(charter), []);
    const { changes } = (await stores().drafts.find(draft.id))!;
    assert.equal(changes?.values[0]?.disputed, true, 'what was said stays said');
    assert.deepEqual(await stores().personalData.ofMember(member), nothingOf(member));
    assert.equal(await stores().places.find(chat), undefined);
    assert.equal(await stores().downloads.owner({ token: link, now: noon() }), undefined);
    assert.deepEqual(await keptOf(other), before);
    assert.equal(
      before.answers.length + before.declined.length + before.comments.length + before.votes.length,
      4,
    );
    assert.equal((await stores().ratings.mine({ draft: draft.id, pseudonym })).size, 0);
  });

  it('leave a role where it is, and the work for a charter without a name', async () => {
    const who = await somebody();
    const { member } = who;
    const { charter, id: draft } = who.draft;
    await stores().facilitators.add({ member, at: noon() });
    const appointment = {
      id: unique('plan'),
      kind: 'close',
      charter,
      draft,
      at: noon(90),
      timeZone: 'UTC',
    } as const;
    await stores().appointments.make({ ...appointment, editor: member });
    const correction = {
      id: unique('correction'),
      charter,
      of: { draft },
      source: '# B',
      changes: [],
      at: noon(),
    };
    await stores().corrections.propose({ ...correction, editor: member });

    await forget(who);

    assert.equal(await stores().facilitators.has(member), true);
    assert.deepEqual(await stores().appointments.of(charter), [{ ...appointment, editor: 'forgotten' }]);
    assert.equal((await stores().corrections.find(correction.id))?.editor, 'forgotten');
  });

  it('of a rating that was carried say from where', async () => {
    const who = await somebody();
    const { charter, id: from } = who.draft;
    await rate(who);
    const carried = [{ value: openScience, from: [from] }];
    const second = aDraft(charter, { number: 2, publishedAt: noon(90) });
    await stores().drafts.publish(aPublication(second, { carried }));

    const { answers } = await keptOf(who);

    const answer = { value: openScience, title: 'Promote open science', answer: 4 };
    assert.deepEqual(answers, [
      { draft: 1, ...answer, at: noon() },
      { draft: 2, ...answer, carriedFrom: 1, at: noon(90) },
    ]);
    await forget(who);
    assert.deepEqual((await keptOf(who)).answers, []);
  });

  it('are erased with receipts; a text that speaks for others stays, for one person less', async () => {
    const who = await somebody();
    const { pseudonym } = who;
    const { charter } = who.draft;
    const receipts = [unique('receipt'), unique('receipt')] as const;
    const [speaking, alone] = [
      aComment(charter, { state: 'waiting', signedBy: 'Bo' }),
      aComment(charter, { state: 'waiting' }),
    ];
    for (const [index, comment] of [speaking, alone].entries())
      await stores().comments.write({
        comment,
        author: pseudonym,
        receipt: receipts[index]!,
        press: unique('press'),
      });
    const signed = { state: 'waiting', signedBy: 'Cy' } as const;
    const others = await aKeptComment(stores(), charter, signed);
    const own = await aKeptComment(stores(), charter, { ...signed, author: pseudonym });
    for (const comment of [others, own])
      assert.ok(await stores().comments.merge({ comment: comment.id, into: speaking.id, at: noon() }));
    assert.equal((await stores().comments.find(speaking.id))?.people, 2);

    await forget(who);

    const { signedBy: _, ...unsigned } = speaking;
    assert.deepEqual(await stores().comments.find(speaking.id), { ...unsigned, people: 1 });
    assert.equal((await stores().comments.find(others.id))?.state, 'merged');
    for (const comment of [alone, own]) assert.equal(await stores().comments.find(comment.id), undefined);
    for (const receipt of receipts) assert.equal(await stores().comments.byReceipt(receipt), undefined);
  });

  it('lower the count of a comment that speaks for theirs', async () => {
    const who = await somebody();
    const { charter } = who.draft;
    const speaking = await aKeptComment(stores(), charter, { state: 'waiting' });
    const own = await aKeptComment(stores(), charter, { state: 'waiting', author: who.pseudonym });
    await stores().comments.merge({ comment: own.id, into: speaking.id, at: noon() });

    await forget(who);

    assert.deepEqual(await stores().comments.find(speaking.id), { ...speaking, people: 1 });
  });

  for (const [how, erase, reason] of [
    ['a member is forgotten', forget, 'unsubscribed'],
    [
      'the bot is removed',
      ({ chat: place }: Somebody) => stores().personalData.forgetPlace({ place, at: noon(60) }),
      'uninstalled',
    ],
  ] as const) {
    it(`stay counted in reports when ${how}, and lead to nobody`, async () => {
      const who = await somebody();
      const { chat: place, tenant, draft } = who;
      const sent = await announce(draft.charter);
      await postTo(stores(), { tenant, place, announcement: sent });
      const waiting = await announce(draft.charter);
      const intended = (await stores().announcements.report(waiting)).intended;

      await erase(who);
      await erase(who);

      const reports = [
        await stores().announcements.report(sent),
        await stores().announcements.report(waiting),
      ];
      assert.deepEqual(
        reports.map((report) => report.sent),
        [1, 0],
      );
      assert.deepEqual(
        reports.map(({ intended: all }) => all),
        [intended, intended],
      );
      assert.deepEqual(reports[1]?.skipped, { [reason]: 1 });
      const byPlace = await stores().announcements.places(waiting);
      assert.equal(
        byPlace.reduce((sum, { count }) => sum + count, 0),
        intended,
      );
      assert.ok(byPlace.some((each) => each.scope === 'personal' && each.reason === reason));
      assert.equal(await stores().places.find(place), undefined);
      assert.equal((await stores().places.subscriptions(place)).size, 0);
    });
  }

  it('that are on their way to a chat at that moment are not claimed again', async () => {
    const who = await somebody();
    const { chat: place, tenant, draft } = who;
    const announcement = await announce(draft.charter);
    const lease = { tenant, worker: 'w', now: '9000', leaseUntil: '9001', limit: 10 };
    await stores().deliveries.claim(lease);
    await stores().deliveries.begin({ announcement, place, worker: 'w', now: '9000' });

    await forget(who);

    const settled = {
      announcement,
      place,
      worker: 'w',
      at: '9000',
      outcome: { kind: 'done', revision: 0 },
    } as const;
    assert.equal(await stores().deliveries.settle(settled), false);
    assert.deepEqual(await stores().deliveries.claim({ ...lease, now: '9998', leaseUntil: '9999' }), []);
    assert.deepEqual((await stores().announcements.report(announcement)).skipped, { unsubscribed: 1 });
  });

  it('of a chat that comes back begin anew', async () => {
    const who = await somebody();
    await forget(who);

    await stores().places.note({
      ...{ id: who.chat, locale: 'es', at: noon(120) },
      address: {
        tenant: who.tenant,
        conversation: 'c',
        scope: 'personal',
        serviceUrl: 'https://s.example/',
        member: who.member,
      },
    });

    assert.equal(await stores().places.subscribed({ place: who.chat, charter: everyCharter }), false);
    assert.equal(await stores().places.welcome({ place: who.chat, at: noon(120) }), true);
  });
});

function nothingOf(member: MemberId): object {
  return {
    ...{ member, roles: [], chats: [], deliveries: [], contacts: [] },
    ...{ workingCopies: [], approvals: [], corrections: [], appointments: [] },
  };
}
