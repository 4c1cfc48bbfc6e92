import assert from 'node:assert/strict';

import { pseudonymOf } from '../../src/app/pseudonym.js';
import { releaseFor } from '../../src/app/results/release-for.js';
import { wordingOf } from '../../src/app/results/wording.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent } from '../../src/domain/draft.js';
import type { MemberId } from '../../src/domain/place.js';
import type { Answer } from '../../src/domain/rating.js';
import type { Distribution, GroupTally, Release } from '../../src/domain/release.js';
import type { Stores } from '../../src/storage/stores.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPublication,
  aSubscribedPlace,
  noon,
  openScience,
  shareCredit,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';
import { onTwoPrograms } from './two-programs.js';

onEveryStore('what a release is made of', (stores) => {
  const gather = (draft: DraftContent) => stores().releases.gather(draft.id);

  it('is every standing answer, counted by value', async () => {
    const draft = await anOpenDraft(stores());
    for (const [member, answer] of [
      ['ana', 5],
      ['bo', 5],
      ['cy', 'unclear'],
      ['dee', null],
    ] as const)
      await rate(stores(), draft, member, { [openScience]: answer });
    await rate(stores(), draft, 'ana', { [shareCredit]: 'no-opinion' });

    const { tallies } = await gather(draft);

    assertSame(tallies, [
      { value: openScience, answer: 5, count: 2 },
      { value: openScience, answer: 'unclear', count: 1 },
      { value: shareCredit, answer: 'no-opinion', count: 1 },
    ]);
  });

  it('tells where members say they belong, in the charter of the draft only', async () => {
    const draft = await anOpenDraft(stores());
    const elsewhere = await anOpenDraft(stores());
    for (const member of ['ana', 'bo', 'cy']) await rate(stores(), draft, member, { [openScience]: 4 });
    await belong(stores(), draft, 'ana', 'lab');
    await belong(stores(), draft, 'bo', 'lab');
    await belong(stores(), elsewhere, 'cy', 'lab');

    const { tallies } = await gather(draft);

    assertSame(tallies, [
      { value: openScience, answer: 4, count: 1 },
      { value: openScience, answer: 4, group: 'lab', count: 2 },
    ]);
  });

  it('tells who started and who finished', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, 'ana', { [openScience]: 1, [shareCredit]: 'no-opinion' });
    await rate(stores(), draft, 'bo', { [openScience]: 1 });
    await rate(stores(), draft, 'cy', { [openScience]: 1 });
    await rate(stores(), draft, 'cy', { [openScience]: null });

    const { started, finished } = await gather(draft);

    assert.deepEqual({ started, finished }, { started: 2, finished: 1 });
  });

  it('counts who declined, until they answer', async () => {
    const draft = await anOpenDraft(stores());
    await decline(stores(), draft, 'ana');
    await decline(stores(), draft, 'ana');
    await decline(stores(), draft, 'bo');
    assert.equal((await gather(draft)).declined, 2);

    await rate(stores(), draft, 'bo', { [openScience]: 2 });

    assert.equal((await gather(draft)).declined, 1);
  });

  it('counts members whom the draft reached, once each, and those of them who answered', async () => {
    const { announcements, drafts } = stores();
    const draft = aDraft(unique('charter') as CharterName);
    const publication = aPublication(draft);
    const tenant = unique('tenant');
    const chat = (member: string) =>
      aSubscribedPlace(stores(), { address: { tenant, scope: 'personal', member: member as MemberId } });
    const ana = await chat('ana');
    const bo = await chat('bo');
    await chat('nobody-wrote-to');
    await drafts.publish(publication);
    for (const place of [ana, bo])
      await postTo(stores(), { tenant, place, announcement: publication.announcement.id });
    const reminder = anAnnouncement(draft.charter, { kind: 'reminder', draft: draft.id });
    await announcements.announce(reminder);
    await postTo(stores(), { tenant, place: ana, announcement: reminder.id });
    await rate(stores(), draft, 'ana', { [openScience]: 3 });
    await rate(stores(), draft, 'unreached', { [openScience]: 3 });

    const { reached, reachedAndStarted, places } = await gather(draft);

    assert.deepEqual({ reached, reachedAndStarted, places }, { reached: 2, reachedAndStarted: 1, places: 0 });
  });

  it('counts the shared places in which the draft was posted, once each', async () => {
    const { drafts } = stores();
    const draft = aDraft(unique('charter') as CharterName);
    const publication = aPublication(draft);
    const tenant = unique('tenant');
    const channel = await aSubscribedPlace(stores(), { address: { tenant, scope: 'channel' } });
    const group = await aSubscribedPlace(stores(), { address: { tenant } });
    await aSubscribedPlace(stores(), { address: { tenant } });
    await drafts.publish(publication);
    for (const place of [channel, group])
      await postTo(stores(), { tenant, place, announcement: publication.announcement.id });

    const { reached, places } = await gather(draft);

    assert.deepEqual({ reached, places }, { reached: 0, places: 2 });
  });

  it('says in which round and state the draft was', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    const standing = async () => {
      const { state, round } = await gather(draft);
      return `${state} ${String(round)}`;
    };
    assert.equal(await standing(), 'open 0');

    await close(stores(), draft);
    const announcement = anAnnouncement(draft.charter, { kind: 'reopened', draft: draft.id });
    await drafts.reopen({ draft: draft.id, announcement });

    assert.equal(await standing(), 'open 1');
  });
});

onEveryStore('releases', (stores) => {
  it('are read just as they were kept', async () => {
    const { releases } = stores();
    const draft = await anOpenDraft(stores());
    const release = aRelease(draft);

    assert.equal(await releases.keep(release, { round: 0, after: 0 }), true);

    assert.deepEqual(await releases.standing(draft.id), release);
    assert.deepEqual(await releases.of(draft.charter), [release]);
  });

  it('stand for the round in which they were made, the closing one before any other', async () => {
    const { drafts, releases } = stores();
    const draft = await anOpenDraft(stores());
    assert.equal(await releases.standing(draft.id), undefined);
    const made = [
      aRelease(draft, 'interim', 1),
      aRelease(draft, 'interim', 2),
      aRelease(draft, 'closing', 3),
    ];
    for (const [after, release] of made.entries()) {
      await releases.keep(release, { round: 0, after });
      assert.deepEqual(await releases.standing(draft.id), release);
    }
    await close(stores(), draft);

    const announcement = anAnnouncement(draft.charter, { kind: 'reopened', draft: draft.id });
    await drafts.reopen({ draft: draft.id, announcement });

    assert.equal(await releases.standing(draft.id), undefined);
    assert.deepEqual(await releases.of(draft.charter), made);
  });

  it('are not kept when another one came first, also of another draft of the charter', async () => {
    const { drafts, releases } = stores();
    const draft = await anOpenDraft(stores());
    const next = aDraft(draft.charter, { number: 2 });
    await drafts.publish(aPublication(next));
    await releases.keep(aRelease(draft), { round: 0, after: 0 });

    assert.equal(await releases.keep(aRelease(next, 'interim'), { round: 0, after: 0 }), false);

    assert.equal(await releases.standing(next.id), undefined);
    assert.equal(await releases.keep(aRelease(next, 'interim'), { round: 0, after: 1 }), true);
  });

  it('are told apart by the words of today, when a slip was put right after they were made', async () => {
    const { corrections, releases } = stores();
    const draft = await anOpenDraft(stores());
    await releases.keep(aRelease(draft), { round: 0, after: 0 });
    const id = unique('correction');
    const { charter, values } = draft;
    const better = values.map((value) => ({ ...value, text: `${value.text} Always.` }));
    const proposed = { id, charter, of: { draft: draft.id }, editor: 'ana', source: '# Better', changes: [] };
    await corrections.propose({ ...proposed, at: noon() });

    await corrections.apply({ id, framing: draft, reason: draft.reason!, values: better, at: noon(60) });

    const [release] = await releases.of(charter);
    assert.deepEqual(
      release?.values.map(({ wording }) => wording),
      better.map(wordingOf),
    );
  });
});

onTwoPrograms('the results of a draft', (programs) => {
  it('are one release, whoever asks first and how many ask at once', async () => {
    const [one, other] = programs();
    for (let round = 0; round < 5; round += 1) {
      const draft = await anOpenDraft(one);
      for (let nth = 0; nth < 6; nth += 1) await rate(one, draft, `m${String(nth)}`, { [openScience]: 4 });
      await close(one, draft);
      const closed = (await one.drafts.find(draft.id))!;

      const read = await Promise.all(
        [one, other, one, other].map((stores, nth) =>
          releaseFor({ ...stores, clock: { now: () => new Date(noon(100 + nth)) } }, closed),
        ),
      );

      const kept = await other.releases.of(draft.charter);
      assert.equal(kept.length, 1);
      for (const release of read) assert.deepEqual(release, kept[0]);
    }
  });

  it('count every answer that was taken, and none that was refused, however presses meet the closing', async () => {
    const [one, other] = programs();
    for (let round = 0; round < 5; round += 1) {
      const draft = await anOpenDraft(one);
      const pressing = Array.from({ length: 30 }, (_, nth) =>
        rate(nth % 2 === 0 ? one : other, draft, `m${String(nth)}`, { [openScience]: 5 }),
      );

      const closing = close(other, draft);
      const reading = closing.then(async () =>
        releaseFor({ ...one, clock: { now: () => new Date(noon(100)) } }, (await one.drafts.find(draft.id))!),
      );
      const outcomes = (await Promise.all(pressing)).flat();
      const release = await reading;

      const taken = outcomes.filter((outcome) => outcome === 'recorded').length;
      const told = release?.values.find(({ value }) => value === openScience)?.figures?.all[5];
      assert.equal(told ?? 0, taken < 5 ? 0 : taken);
    }
  });
});

function close({ drafts }: Stores, { id }: DraftContent): Promise<boolean> {
  return drafts.change({ draft: id, from: 'open', to: 'closed', at: noon(60) });
}

async function rate(
  stores: Stores,
  { id: draft, charter }: DraftContent,
  member: string,
  answers: Readonly<Record<string, Answer | null>>,
): Promise<readonly string[]> {
  const pseudonym = await pseudonymOf(stores, charter, member as MemberId);
  return Promise.all(
    Object.entries(answers).map(async ([value, answer]) => {
      const press = { value: value as typeof openScience, answer, press: unique('press'), at: noon() };
      return (await stores.ratings.record({ draft, pseudonym, ...press })).outcome;
    }),
  );
}

async function belong(stores: Stores, { charter }: DraftContent, member: string, group: string) {
  const pseudonym = await pseudonymOf(stores, charter, member as MemberId);
  await stores.participation.chooseGroup({ charter, pseudonym, group });
}

async function decline(stores: Stores, { id, charter }: DraftContent, member: string) {
  const pseudonym = await pseudonymOf(stores, charter, member as MemberId);
  await stores.participation.decline({ draft: id, pseudonym, at: noon() });
}

function aRelease(draft: DraftContent, kind: Release['kind'] = 'closing', seconds = 0): Release {
  const all: Distribution = { 1: 0, 2: 0, 3: 1, 4: 2, 5: 6, unclear: 1, 'no-opinion': 0 };
  const [first, second] = draft.values;
  const nobody = { kind: 'fewer-than', count: 5 } as const;
  return {
    draft: draft.id,
    number: draft.number,
    kind,
    at: noon(seconds),
    least: 5,
    values: [
      {
        value: first!.id,
        title: first!.title,
        wording: wordingOf(first!),
        figures: {
          all,
          groups: { shown: [{ group: 'lab', counts: all }], hidden: ['office'] },
          earlier: true,
        },
      },
      { value: second!.id, title: second!.title, wording: wordingOf(second!) },
    ],
    participation: {
      ...{ reached: 20, places: 2, finished: nobody, declined: nobody },
      started: { kind: 'at-least', count: 10 },
      asked: { people: { kind: 'exactly', count: 31 }, by: 'charter' },
    },
  };
}

/** In whatever order. */
function assertSame(found: readonly GroupTally[], expected: readonly GroupTally[]): void {
  const sorted = (tallies: readonly GroupTally[]) =>
    tallies
      .map(({ value, answer, group, count }) => [value, answer, group, count].map(String).join(' '))
      .sort();
  assert.deepEqual(sorted(found), sorted(expected));
}
