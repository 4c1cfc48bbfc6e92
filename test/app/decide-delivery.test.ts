import assert from 'node:assert/strict';

import { pseudonymOf } from '../../src/app/pseudonym.js';
import type { Manners } from '../../src/app/ports.js';
import type { Announcement } from '../../src/domain/announcement.js';
import type { ChangeSize, DraftChanges } from '../../src/domain/change.js';
import type { DraftContent, ValueId } from '../../src/domain/draft.js';
import type { MemberId, Place, QuietHours } from '../../src/domain/place.js';
import { noon, openScience, shareCredit } from '../contract/made-up.js';
import { aCharterName, startDelivering, type Delivering } from './delivering.js';

const hour = 3_600;
const overNoon = { from: '11:00', until: '14:00' } as QuietHours;
const night = { from: '22:00', until: '08:00' } as QuietHours;

describe('whom a delivery reaches, and when', () => {
  let teams: Delivering;
  beforeEach(async () => {
    teams = await startDelivering();
  });
  afterEach(() => teams.end());

  const withManners = async (manners: Partial<Manners>): Promise<void> => {
    await teams.end();
    teams = await startDelivering(manners);
  };
  const wish = (place: Place, wishes: Parameters<Delivering['stores']['places']['wish']>[0]['wishes']) =>
    teams.stores.places.wish({ place: place.id, wishes, at: teams.now() });
  const at = async (hours: number): Promise<readonly string[]> => {
    teams.time = hours * hour;
    while ((await teams.deliver()) > 0);
    return teams.posted;
  };
  const skipped = async (announcement: Announcement) => (await teams.report(announcement)).skipped;
  const answer = async (draft: DraftContent, member: string, values = [openScience, shareCredit]) => {
    const pseudonym = await pseudonymOf(teams.stores, draft.charter, member as MemberId);
    for (const value of values) {
      const rating = { draft: draft.id, value, pseudonym, answer: 4, press: `${member} ${value}` } as const;
      await teams.stores.ratings.record({ ...rating, at: teams.now() });
    }
  };

  const decline = async ({ id, charter }: DraftContent, member: string) => {
    const pseudonym = await pseudonymOf(teams.stores, charter, member as MemberId);
    await teams.stores.participation.decline({ draft: id, pseudonym, at: teams.now() });
  };

  describe('while a place is paused', () => {
    it('holds back what comes, until the end of the pause, in shared places too', async () => {
      const places = [await teams.chat('ana'), await teams.place('circle')];
      for (const place of places) await wish(place, { pausedUntil: noon(5 * hour) });
      const { announcement } = await teams.publish(aCharterName());

      assert.deepEqual(await at(4.9), []);
      assert.equal((await teams.report(announcement)).waiting, 2);
      assert.deepEqual([...(await at(5))].sort(), ['chat-ana', 'circle']);
    });

    it('lets nothing out in the quiet hours in which the pause ends', async () => {
      const chat = await teams.chat('ana');
      await wish(chat, { pausedUntil: noon(11 * hour), quietHours: night });
      await teams.publish(aCharterName());

      assert.deepEqual(await at(0), []);
      assert.deepEqual(await at(11.5), []);
      assert.deepEqual(await at(20), ['chat-ana']);
    });

    it('goes on to edit the copies that are there', async () => {
      const place = await teams.place('circle');
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      await wish(place, { pausedUntil: noon(5 * hour) });
      await teams.stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: teams.now() });

      assert.deepEqual(await at(1), ['circle', 'edit of m-circle in circle']);
    });

    it('tells afterwards only the last of what was said about a draft', async () => {
      const chat = await teams.chat('ana');
      await wish(chat, { pausedUntil: noon(5 * hour) });
      const { draft, announcement } = await teams.publish(aCharterName());
      await at(1);
      const reminder = await teams.announce(draft.charter, { kind: 'reminder', draft: draft.id });

      assert.deepEqual(await at(5), ['chat-ana']);

      assert.deepEqual(await skipped(announcement), { superseded: 1 });
      assert.equal((await teams.report(reminder)).sent, 1);
    });
  });

  describe('in quiet hours', () => {
    it('holds back what comes to a personal chat, by the clock of whoever sits there', async () => {
      const chats = [
        await teams.chat('ana', { timeZone: 'UTC' }),
        await teams.chat('bo', { timeZone: 'Asia/Tokyo' }),
      ];
      for (const chat of chats) await wish(chat, { quietHours: overNoon });
      await teams.publish(aCharterName());

      assert.deepEqual(await at(0), ['chat-bo']);
      assert.deepEqual(await at(2), ['chat-bo', 'chat-ana']);
    });

    it('lets shared places hear at once', async () => {
      const place = await teams.place('circle');
      await wish(place, { quietHours: overNoon });
      await teams.publish(aCharterName());

      assert.deepEqual(await at(0), ['circle']);
    });

    it('keeps to those of the operator, for whoever chose no others', async () => {
      await withManners({ quietHours: overNoon, timeZone: 'Asia/Tokyo' });
      await teams.chat('ana', { timeZone: 'UTC' });
      await teams.chat('bo');
      await wish(await teams.chat('chi', { timeZone: 'UTC' }), { quietHours: 'off' });
      await teams.publish(aCharterName());

      assert.deepEqual([...(await at(0))].sort(), ['chat-bo', 'chat-chi']);
    });
  });

  describe('for those who are affected', () => {
    const second = (draft: DraftContent, overrides: Partial<DraftContent> = {}) =>
      teams.publish(draft.charter, { number: 2, ...overrides }, { audience: 'affected' });
    const [first, other] = [
      { id: openScience, title: 'Promote open science', text: 'We publish **early**.' },
      { id: shareCredit, title: 'Share credit', text: 'We name everybody who helped.' },
    ];

    it('is everybody when a value is new or reads otherwise', async () => {
      await teams.place('circle');
      await teams.chat('ana');
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      await answer(draft, 'ana');

      const text = { ...other, text: 'We name everybody.' };
      const { announcement } = await second(draft, { values: [first, text] });
      await at(1);

      assert.equal((await teams.report(announcement)).sent, 2);
    });

    it('are members who had not finished, when nothing new is to be answered', async () => {
      await teams.place('circle');
      for (const member of ['ana', 'bo', 'chi']) await teams.chat(member);
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      await answer(draft, 'ana');
      await answer(draft, 'bo', [shareCredit]);
      teams.posted.length = 0;

      const { announcement } = await second(draft, { values: [other, first] });
      await at(1);

      const told = teams.posted.filter((what) => !what.startsWith('edit'));
      assert.deepEqual(told.sort(), ['chat-bo', 'chat-chi']);
      assert.deepEqual(await skipped(announcement), { 'not-affected': 1, 'not-needed': 1 });
    });

    describe('by a draft that carries ratings', () => {
      const values = [first, { ...other, text: 'We name everybody.' }];
      const revise = (draft: DraftContent, size: 'spelling' | 'clearer', carried: readonly ValueId[]) =>
        teams.publish(
          draft.charter,
          { number: 2, values, changes: changesOf(size) },
          { audience: 'affected' },
          carried.map((value) => ({ value, from: [draft.id] })),
        );

      it('are all who have something left to answer in it, and shared places', async () => {
        await teams.place('circle');
        for (const member of ['ana', 'bo']) await teams.chat(member);
        const { draft } = await teams.publish(aCharterName());
        await at(0);
        for (const member of ['ana', 'bo']) await answer(draft, member);
        teams.posted.length = 0;

        const revised = await revise(draft, 'clearer', [openScience]);
        await answer(revised.draft, 'bo', [shareCredit]);
        await at(1);

        const told = teams.posted.filter((what) => !what.startsWith('edit'));
        assert.deepEqual(told.sort(), ['chat-ana', 'circle']);
        assert.deepEqual(await skipped(revised.announcement), { 'not-needed': 1 });
      });

      it('are not those whose answers were all carried, nor shared places, where nothing else changed', async () => {
        await teams.place('circle');
        for (const member of ['ana', 'bo', 'chi', 'dai']) await teams.chat(member);
        const { draft } = await teams.publish(aCharterName());
        await at(0);
        await answer(draft, 'ana');
        await answer(draft, 'bo', [shareCredit]);
        await decline(draft, 'dai');
        teams.posted.length = 0;

        const revised = await revise(draft, 'spelling', [openScience, shareCredit]);
        await at(1);

        const told = teams.posted.filter((what) => !what.startsWith('edit'));
        assert.deepEqual(told.sort(), ['chat-bo', 'chat-chi']);
        assert.deepEqual(await skipped(revised.announcement), { 'not-affected': 1, 'not-needed': 2 });
      });

      it('gives the same reason to who has heard enough as to who has finished', async () => {
        await withManners({ contactsPerDraft: 1 });
        for (const member of ['ana', 'bo']) await teams.chat(member);
        const { draft } = await teams.publish(aCharterName());
        await at(0);
        await answer(draft, 'ana');
        const { draft: next, announcement } = await revise(draft, 'clearer', [openScience]);
        await answer(next, 'ana', [shareCredit]);
        const { tenant } = (await teams.chat('bo')).address;
        const contact = { tenant, member: 'bo' as MemberId, about: next.id };
        await teams.stores.contacts.spend({
          ...contact,
          announcement: 'other' as Announcement['id'],
          most: 1,
        });
        await at(1);

        assert.deepEqual(await skipped(announcement), { 'not-needed': 2 });
      });
    });

    it('are members who have not finished, when a draft is open again', async () => {
      await teams.place('circle');
      for (const member of ['ana', 'bo']) await teams.chat(member);
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      await answer(draft, 'ana');
      await teams.stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: teams.now() });
      await at(1);
      teams.posted.length = 0;
      const announcement: Announcement = {
        id: `again-${draft.id}` as Announcement['id'],
        charter: draft.charter,
        kind: 'reopened',
        draft: draft.id,
        audience: 'affected',
        at: teams.now(),
      };
      await teams.stores.drafts.reopen({ draft: draft.id, announcement });
      await teams.deliver();

      assert.deepEqual(teams.posted, ['chat-bo']);
      assert.deepEqual(await skipped(announcement), { 'not-affected': 1, 'not-needed': 1 });
    });

    it('are not members who declined it, unless they answered since', async () => {
      for (const member of ['ana', 'bo', 'chi']) await teams.chat(member);
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      for (const member of ['ana', 'bo']) await decline(draft, member);
      await answer(draft, 'bo', [openScience]);
      teams.posted.length = 0;

      const reminder = await teams.announce(draft.charter, { kind: 'reminder', draft: draft.id });
      await at(1);

      assert.deepEqual([...teams.posted].sort(), ['chat-bo', 'chat-chi']);
      assert.deepEqual(await skipped(reminder), { 'not-needed': 1 });
    });

    it('hears the first draft of all, whoever it is', async () => {
      await teams.place('circle');
      await teams.publish(aCharterName(), {}, { audience: 'affected' });

      assert.deepEqual(await at(0), ['circle']);
    });
  });

  describe('over the ceiling', () => {
    const remind = (draft: DraftContent) =>
      teams.announce(draft.charter, { kind: 'reminder', draft: draft.id });

    it('tells nothing more of a draft in a personal chat', async () => {
      await withManners({ contactsPerDraft: 1 });
      await teams.chat('ana');
      await teams.place('circle');
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      teams.time += 1;

      const news = await teams.announce(draft.charter, { kind: 'reopened', draft: draft.id });
      await teams.deliver();

      assert.deepEqual(await skipped(news), { 'heard-enough': 1 });
      assert.equal((await teams.report(news)).sent, 1, 'the shared place hears it');
    });

    it('still asks whether the draft may be adopted: that has room of its own', async () => {
      await withManners({ contactsPerDraft: 1 });
      await teams.chat('ana');
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      await teams.stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: teams.now() });
      teams.time += 1;

      const proposal = await teams.announce(draft.charter, { kind: 'consent', draft: draft.id });
      while ((await teams.deliver()) > 0);

      assert.equal((await teams.report(proposal)).sent, 1);
    });

    it('gives the same reason to who has heard enough as to who has finished, where both may be', async () => {
      await withManners({ contactsPerDraft: 1 });
      for (const member of ['ana', 'bo']) await teams.chat(member);
      const { draft } = await teams.publish(aCharterName());
      await at(0);
      await answer(draft, 'ana');
      teams.time += 1;

      const reminder = await remind(draft);
      await teams.deliver();

      assert.deepEqual(await skipped(reminder), { 'not-needed': 2 });
    });

    it('does not count what surely did not arrive', async () => {
      await withManners({ contactsPerDraft: 1 });
      await teams.chat('ana');
      const { draft, announcement } = await teams.publish(aCharterName());
      teams.outcomeOf = () => ({ kind: 'refused', reason: 'BadArgument' });
      await at(0);
      teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });
      teams.time += 1;

      const reminder = await remind(draft);
      await teams.deliver();

      assert.deepEqual((await teams.report(announcement)).failed, { BadArgument: 1 });
      assert.equal((await teams.report(reminder)).sent, 1);
    });

    it('counts what may have arrived, even when a later try surely did not', async () => {
      await withManners({ contactsPerDraft: 1 });
      await teams.chat('ana');
      const { draft } = await teams.publish(aCharterName());
      teams.outcomeOf = () => ({ kind: 'unclear', reason: 'ECONNRESET' });
      await at(0);
      teams.outcomeOf = () => ({ kind: 'refused', reason: 'BadArgument' });
      await at(1);
      teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });

      const reminder = await remind(draft);
      await teams.deliver();

      assert.deepEqual(await skipped(reminder), { 'not-needed': 1 });
    });

    it('counts announcements of the process together, for each charter', async () => {
      await withManners({ contactsPerDraft: 1 });
      await teams.chat('ana');
      const charter = aCharterName();
      await teams.announce(charter);
      await at(0);
      const more = await teams.announce(charter);
      const elsewhere = await teams.announce(aCharterName());
      await at(1);

      assert.deepEqual(await skipped(more), { 'heard-enough': 1 });
      assert.equal((await teams.report(elsewhere)).sent, 1);
    });
  });

  it('reminds in personal chats, and only those who have not finished', async () => {
    await teams.place('circle');
    for (const member of ['ana', 'bo', 'chi']) await teams.chat(member);
    const { draft } = await teams.publish(aCharterName());
    await at(0);
    await answer(draft, 'ana');
    await answer(draft, 'bo', [openScience]);
    teams.posted.length = 0;

    const reminder = await teams.announce(draft.charter, { kind: 'reminder', draft: draft.id });
    await at(1);

    assert.deepEqual([...teams.posted].sort(), ['chat-bo', 'chat-chi']);
    const { intended, sent } = await teams.report(reminder);
    assert.deepEqual(
      { intended, sent, skipped: await skipped(reminder) },
      {
        intended: 3,
        sent: 2,
        skipped: { 'not-needed': 1 },
      },
    );
  });
});

/** The text of the second value. */
function changesOf(size: ChangeSize): DraftChanges {
  const as = (value: ValueId, kinds: DraftChanges['values'][number]['kinds']) => ({
    ...{ value, kinds, from: [value], themes: [] },
    ...(kinds.length === 0 ? {} : { size }),
  });
  const values = [as(openScience, []), as(shareCredit, ['text'])];
  return { base: 1, values, removed: [], unanswered: { themes: [], comments: 0 } };
}
