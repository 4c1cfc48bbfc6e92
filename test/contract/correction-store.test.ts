import assert from 'node:assert/strict';

import { digestOf } from '../../src/app/ledger/chain.js';
import { contentDigest } from '../../src/app/ledger/content.js';
import type { Correctable, ProposedCorrection } from '../../src/app/ports.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName, Framing } from '../../src/domain/charter.js';
import type { DraftContent } from '../../src/domain/draft.js';
import type { Stores } from '../../src/storage/stores.js';
import {
  aCharter,
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPublication,
  aSubscribedPlace,
  noon,
  shareCredit,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';
import { onTwoPrograms } from './two-programs.js';

const changes = [{ before: 'erly', after: 'early' }];

onEveryStore('corrections', (stores) => {
  const announced = async (overrides: { charter?: CharterName; source?: string } = {}) => {
    const { source = '# Aufruf', charter: name = unique('charter') as CharterName } = overrides;
    const charter = aCharter({ name });
    const { name: _name, timeZone: _timeZone, rules: _rules, ...framing } = charter;
    const announcement = anAnnouncement(name, { framing });
    await stores().drafts.publish({ charter, announcement, source });
    return { charter, framing, of: { announcement: announcement.id } };
  };

  it('a correction that is proposed comes back as it was, and changes nothing yet', async () => {
    const { corrections, drafts } = stores();
    const draft = await anOpenDraft(stores());

    const proposed = await propose(stores(), draft.charter, { draft: draft.id });

    assert.deepEqual(await corrections.find(proposed.id), proposed);
    assert.equal(await corrections.find('no-correction'), undefined);
    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'open' });
    assert.deepEqual(await corrections.of({ draft: draft.id }), []);
  });

  it('a corrected draft reads otherwise from then on, and says what was corrected', async () => {
    const { corrections, drafts } = stores();
    const draft = await anOpenDraft(stores());
    const { id } = await propose(stores(), draft.charter, { draft: draft.id }, '# Better');
    const corrected = {
      framing: { ...framingOf(draft), title: 'What we all stand for' },
      leadIn: 'In our garden we:',
      values: draft.values.map((value) => ({ ...value, title: `${value.title}!`, text: 'Corrected.' })),
    };

    const outcome = await corrections.apply({ id, ...corrected, at: noon(60) });

    assert.equal(outcome, 'applied');
    const { reason: _, ...rest } = draft;
    const { framing, ...own } = corrected;
    const content = {
      ...rest,
      ...framing,
      ...own,
      source: '# Better',
      corrections: [{ at: noon(60), changes }],
    };
    assert.deepEqual(await drafts.find(draft.id), { ...content, state: 'open' });
    assert.deepEqual(await drafts.content(draft.id), content);
    assert.deepEqual(await drafts.latest(draft.charter), { ...content, state: 'open' });
    assert.equal(await corrections.sourceOf({ draft: draft.id }), '# Better');
    assert.deepEqual(await corrections.of({ draft: draft.id }), [{ at: noon(60), changes }]);
  });

  it('answers that were given stay with a draft that is corrected', async () => {
    const { ratings, releases } = stores();
    const draft = await anOpenDraft(stores());
    const rating = { draft: draft.id, value: shareCredit, pseudonym: 'p' as never, answer: 4 } as const;
    await ratings.record({ ...rating, press: 'press', at: noon() });

    await correct(stores(), draft, 60);

    assert.deepEqual((await releases.gather(draft.id)).tallies, [
      { value: shareCredit, answer: 4, count: 1 },
    ]);
  });

  it('several corrections are told in the order in which they were made', async () => {
    const draft = await anOpenDraft(stores());

    await correct(stores(), draft, 60);
    await correct(stores(), draft, 50);
    await correct(stores(), draft, 70);

    const told = (await stores().drafts.find(draft.id))?.corrections.map(({ at }) => at);
    assert.deepEqual(told, [noon(60), noon(50), noon(70)]);
  });

  it('a correction is made once', async () => {
    const { corrections, drafts } = stores();
    const draft = await anOpenDraft(stores());
    const { id } = await propose(stores(), draft.charter, { draft: draft.id });
    await corrections.apply({ id, ...textOf(draft), at: noon(60) });

    const outcome = await corrections.apply({ id, ...textOf(draft), values: [], at: noon(61) });

    assert.equal(outcome, 'applied-before');
    assert.deepEqual((await drafts.find(draft.id))?.corrections, [{ at: noon(60), changes }]);
  });

  it('a correction is recorded once, with a digest of what is said from then on', async () => {
    const { corrections, drafts, process } = stores();
    const draft = await anOpenDraft(stores());
    const { charter, of } = await announced();
    const proposed = await propose(stores(), draft.charter, { draft: draft.id });
    const call = await propose(stores(), charter.name, of);

    const framing = { ...framingOf(draft), title: 'A better title' };
    for (const at of [noon(60), noon(61)])
      await corrections.apply({ id: proposed.id, ...textOf(draft), framing, at });
    await corrections.apply({ id: call.id, framing, values: [], at: noon(60) });

    const corrected = (await drafts.content(draft.id))!;
    const recorded = async (name: CharterName) => (await process.records(name)).map(({ entry }) => entry);
    assert.deepEqual((await recorded(draft.charter)).slice(1), [
      { kind: 'corrected', number: 1, content: contentDigest(corrected) },
    ]);
    assert.notEqual(contentDigest(corrected), contentDigest(draft));
    assert.deepEqual(await recorded(charter.name), [
      { kind: 'announced' },
      { kind: 'corrected', number: null, content: digestOf(framing) },
    ]);
  });

  it('a correction of what was corrected since it was proposed is overtaken', async () => {
    const { corrections, drafts } = stores();
    const draft = await anOpenDraft(stores());
    const { id } = await propose(stores(), draft.charter, { draft: draft.id }, '# Mine');
    await correct(stores(), draft, 60, '# Theirs');

    const outcome = await corrections.apply({ id, ...textOf(draft), leadIn: 'Mine:', at: noon(61) });

    assert.equal(outcome, 'overtaken');
    const found = await drafts.find(draft.id);
    assert.deepEqual(
      [found?.leadIn, found?.source, found?.corrections.length],
      [draft.leadIn, '# Theirs', 1],
    );
  });

  it('a closed draft may be corrected, and one that is neither open nor closed may not', async () => {
    const { corrections, drafts } = stores();
    const [closed, withdrawn, replaced] = [
      await anOpenDraft(stores()),
      await anOpenDraft(stores()),
      await anOpenDraft(stores()),
    ];
    const proposed = await Promise.all(
      [closed, withdrawn, replaced].map((draft) => propose(stores(), draft.charter, { draft: draft.id })),
    );
    await drafts.change({ draft: closed.id, from: 'open', to: 'closed', at: noon(10) });
    await drafts.change({ draft: withdrawn.id, from: 'open', to: 'withdrawn', at: noon(10) });
    await drafts.publish(aPublication(aDraft(replaced.charter, { number: 2 })));

    const outcomes = [];
    for (const [index, draft] of [closed, withdrawn, replaced].entries()) {
      outcomes.push(await corrections.apply({ id: proposed[index]!.id, ...textOf(draft), at: noon(60) }));
    }

    assert.deepEqual(outcomes, ['applied', 'overtaken', 'overtaken']);
    assert.equal(await corrections.apply({ id: 'none', ...textOf(closed), at: noon(60) }), 'overtaken');
  });

  it('a charter is corrected with what was published last, and with nothing older', async () => {
    const { charters } = stores();
    const draft = await anOpenDraft(stores());
    await correct(stores(), draft, 60, '# Better', { mission: 'A clear mission.' });
    assert.equal((await charters.find(draft.charter))?.mission, 'A clear mission.');
    const charter = aCharter({ name: draft.charter, mission: 'Another mission.' });
    await stores().drafts.publish({ charter, announcement: anAnnouncement(draft.charter) });

    await correct(stores(), draft, 61, '# Best', { mission: 'A very clear mission.' });

    assert.equal((await charters.find(draft.charter))?.mission, 'Another mission.');
    assert.equal((await stores().drafts.find(draft.id))?.mission, 'A very clear mission.');
  });

  it('an announcement without a draft is corrected, and its charter with it', async () => {
    const { announcements, charters, corrections } = stores();
    const { charter, framing, of } = await announced();
    assert.equal(await corrections.sourceOf(of), '# Aufruf');
    const { id } = await propose(stores(), charter.name, of, '# Call');
    const better: Framing = { ...framing, title: 'A call' };

    const outcome = await corrections.apply({ id, framing: better, values: [], at: noon(60) });

    assert.equal(outcome, 'applied');
    assert.deepEqual((await announcements.find(of.announcement))?.framing, better);
    assert.equal((await charters.find(charter.name))?.title, 'A call');
    assert.equal(await corrections.sourceOf(of), '# Call');
    assert.deepEqual(await corrections.of(of), [{ at: noon(60), changes }]);
    assert.deepEqual((await corrections.find(id))?.of, of);
  });

  it('an announcement that was corrected since is overtaken, and one to which a draft was added is not', async () => {
    const { corrections, drafts } = stores();
    const { charter, framing, of } = await announced();
    const [first, second] = [
      await propose(stores(), charter.name, of, '# One'),
      await propose(stores(), charter.name, of, '# Two'),
    ];
    await drafts.publish(aPublication(aDraft(charter.name)));

    const text = { framing, values: [] };
    assert.equal(await corrections.apply({ id: first.id, ...text, at: noon(60) }), 'applied');
    assert.equal(await corrections.apply({ id: second.id, ...text, at: noon(61) }), 'overtaken');

    assert.equal(await corrections.sourceOf(of), '# One');
  });

  it('of what is not there there is no post', async () => {
    const { corrections } = stores();

    assert.equal(await corrections.sourceOf({ draft: 'none' as never }), undefined);
    assert.equal(await corrections.sourceOf({ announcement: 'none' as never }), undefined);
    assert.deepEqual(await corrections.of({ announcement: 'none' as never }), []);
  });

  it('the copies of what was corrected are to be edited, and no others', async () => {
    const { announcements, drafts } = stores();
    const tenant = unique('tenant');
    const place = await aSubscribedPlace(stores(), { address: { tenant } });
    const posted: [DraftContent, AnnouncementId][] = [];
    for (let index = 0; index < 2; index += 1) {
      const publication = aPublication(aDraft(unique('charter') as CharterName));
      await drafts.publish(publication);
      await postTo(stores(), { tenant, place, announcement: publication.announcement.id });
      posted.push([publication.draft, publication.announcement.id]);
    }
    const [[draft, own], [, other]] = posted as [(typeof posted)[0], (typeof posted)[0]];

    await correct(stores(), draft, 60);

    assert.equal((await announcements.report(own)).edits.waiting, 1);
    assert.equal((await announcements.report(other)).edits.intended, 0);
  });
});

onTwoPrograms('corrections', (programs) => {
  it('a correction made in one program is found in the other, which had read the draft before', async () => {
    const [one, other] = programs();
    const draft = await anOpenDraft(one);
    const read = await other.drafts.find(draft.id);
    assert.equal(read?.source, draft.source);

    await correct(one, draft, 60, '# Better');

    const found = await other.drafts.find(draft.id);
    assert.deepEqual([found?.source, found?.corrections.length], ['# Better', 1]);
    assert.equal((await other.drafts.content(draft.id))?.source, '# Better');
    assert.equal((await other.drafts.latest(draft.charter))?.source, '# Better');
  });

  it('of two corrections made at once one is overtaken, and one made twice at once is made once', async () => {
    const [one, other] = programs();
    const draft = await anOpenDraft(one);
    const rivals = [
      await propose(one, draft.charter, { draft: draft.id }, '# One'),
      await propose(one, draft.charter, { draft: draft.id }, '# Other'),
    ];

    const outcomes = await Promise.all(
      rivals.map(({ id }, index) =>
        programs()[index as 0 | 1].corrections.apply({ id, ...textOf(draft), at: noon(60) }),
      ),
    );
    assert.deepEqual(outcomes.sort(), ['applied', 'overtaken']);

    const { id } = await propose(one, draft.charter, { draft: draft.id }, '# Last');
    const twice = await Promise.all(
      [one, other].map(({ corrections }) => corrections.apply({ id, ...textOf(draft), at: noon(70) })),
    );
    assert.deepEqual(twice.sort(), ['applied', 'applied-before']);
    assert.equal((await other.drafts.find(draft.id))?.corrections.length, 2);
  });

  it('a correction and a publication of the same charter wait for each other', async () => {
    const [one, other] = programs();
    const draft = await anOpenDraft(one);
    for (let number = 2; number < 12; number += 1) {
      const latest = await one.drafts.latest(draft.charter);
      const { id } = await propose(one, draft.charter, { draft: latest!.id });

      const [outcome, published] = await Promise.all([
        one.corrections.apply({ id, ...textOf(latest!), at: noon(60) }),
        other.drafts.publish(aPublication(aDraft(draft.charter, { number }))),
      ]);

      assert.match(outcome, /^(applied|overtaken)$/);
      assert.equal(published.kind, 'published');
    }
  });
});

async function propose(
  { corrections }: Stores,
  charter: CharterName,
  of: Correctable,
  source = '# Corrected',
): Promise<ProposedCorrection> {
  const proposed = { id: unique('correction'), charter, of, editor: 'ana', source, changes, at: noon(30) };
  await corrections.propose(proposed);
  return proposed;
}

async function correct(
  stores: Stores,
  draft: DraftContent,
  second: number,
  source?: string,
  framing: Partial<Framing> = {},
): Promise<void> {
  const { id } = await propose(stores, draft.charter, { draft: draft.id }, source);
  const text = textOf(draft);
  const corrected = { ...text, framing: { ...text.framing, ...framing } };
  const outcome = await stores.corrections.apply({ id, ...corrected, at: noon(second) });
  if (outcome !== 'applied') throw new Error(`The correction is ${outcome}.`);
}

function textOf({ leadIn, reason, values, ...framing }: DraftContent) {
  return { framing: framingOf(framing), leadIn: leadIn!, reason: reason!, values };
}

function framingOf(whole: Framing): Framing {
  const { title, authors, labels, mission, introduction, considerations, background } = whole;
  return {
    title,
    authors,
    labels,
    mission: mission!,
    introduction: introduction!,
    considerations,
    background,
  };
}
