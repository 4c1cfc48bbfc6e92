import assert from 'node:assert/strict';

import { beginning, hashOf } from '../../src/app/ledger/chain.js';
import { termsDigest } from '../../src/app/ledger/terms.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { CommentId } from '../../src/domain/comment.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { usualRules } from '../../src/domain/process.js';
import type { Stores } from '../../src/storage/stores.js';
import {
  aCharter,
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPseudonym,
  aPublication,
  aSubscribedPlace,
  noon,
  openScience,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('processes', (stores) => {
  const change = (charter: CharterName, rules: object) =>
    stores().process.changeRules({ charter, rules, at: noon(60) });
  const rulesOf = async (charter: CharterName) => (await stores().charters.find(charter))?.rules;
  const entriesOf = async (charter: CharterName) =>
    (await stores().process.records(charter)).map(({ entry }) => entry);
  const seal = ({ process }: Stores, charter: CharterName, at = noon(600)) =>
    process.seal({ charter, announcement: anAnnouncement(charter, { kind: 'sealed', at }) });
  const closed = async (draft: DraftContent): Promise<void> => {
    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(300) });
  };

  it('a new charter has the usual rules, and a record that its draft is open', async () => {
    const { charter } = await anOpenDraft(stores());

    assert.deepEqual(await rulesOf(charter), usualRules);
    const record = { number: 1, at: noon(), entry: { kind: 'draft', number: 1, became: 'open' } } as const;
    const hash = hashOf(charter, record, beginning);
    assert.deepEqual(await stores().process.records(charter), [{ ...record, hash }]);
    assert.equal(await stores().process.head(charter), hash);
    assert.equal(await stores().process.isAnswered(charter), false);
  });

  it('rules change in any way before somebody answered, and the change is recorded', async () => {
    const { charter } = await anOpenDraft(stores());

    const outcome = await change(charter, { page: 'public', groups: ['lab', 'office'] });

    const changes = [
      { rule: 'page', from: 'community', to: 'public' },
      { rule: 'groups', from: [], to: ['lab', 'office'] },
    ];
    assert.deepEqual(outcome, { kind: 'changed', changes });
    assert.deepEqual(await rulesOf(charter), { ...usualRules, page: 'public', groups: ['lab', 'office'] });
    const rules = { ...usualRules, page: 'public', groups: ['lab', 'office'] } as const;
    const terms = termsDigest({ rules });
    assert.deepEqual((await entriesOf(charter)).at(-1), { kind: 'rules-changed', changes, terms });
  });

  it('what is the same already changes nothing and is not recorded', async () => {
    const { charter } = await anOpenDraft(stores());

    assert.deepEqual(await change(charter, { least: 5 }), { kind: 'unchanged' });

    assert.equal((await entriesOf(charter)).length, 1);
  });

  it('a rating, withdrawn or not, a comment or a group is an answer', async () => {
    const { ratings, comments, participation, process } = stores();
    const drafts = [await anOpenDraft(stores()), await anOpenDraft(stores()), await anOpenDraft(stores())];
    const [rated, commented, grouped] = drafts as [DraftContent, DraftContent, DraftContent];
    const pseudonym = aPseudonym();

    const rating = { draft: rated.id, value: openScience, pseudonym, at: noon() };
    await ratings.record({ ...rating, answer: 4, press: unique('press') });
    await ratings.record({ ...rating, answer: null, press: unique('press') });
    await comments.write({
      comment: {
        ...{ id: unique('comment') as CommentId, charter: commented.charter, sort: 'missing', text: 'Care.' },
        ...{ state: 'waiting', people: 1, namesPerson: false, day: '2026-03-02' },
      },
      author: pseudonym,
      receipt: unique('receipt'),
      press: unique('press'),
    });
    await participation.chooseGroup({ charter: grouped.charter, pseudonym, group: 'lab' });

    for (const { charter } of drafts) assert.equal(await process.isAnswered(charter), true);
  });

  it('what weakens anything once somebody answered is refused as a whole, and recorded', async () => {
    const draft = await anOpenDraft(stores());
    const { charter } = draft;
    await answer(draft);

    const outcome = await change(charter, { least: 9, identityDays: 60 });

    const changes = [{ rule: 'identityDays', from: 30, to: 60 }];
    assert.deepEqual(outcome, { kind: 'refused', changes });
    assert.deepEqual(await rulesOf(charter), usualRules);
    assert.deepEqual((await entriesOf(charter)).at(-1), { kind: 'change-refused', changes });
  });

  it('what only strengthens is changed then, too', async () => {
    const draft = await anOpenDraft(stores());
    await answer(draft);

    const outcome = await change(draft.charter, { least: 9, identityDays: 10, communitySize: 80 });

    assert.equal(outcome.kind, 'changed');
    const strict = { ...usualRules, least: 9, identityDays: 10, communitySize: 80 };
    assert.deepEqual(await rulesOf(draft.charter), strict);
  });

  it('records are numbered without gaps, however many are written at once', async () => {
    const { charter } = await anOpenDraft(stores());

    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        stores().process.record({ charter, entry: { kind: 'confidentiality-kept' }, at: noon(index) }),
      ),
    );

    const numbers = (await stores().process.records(charter)).map(({ number }) => number);
    assert.deepEqual(
      numbers,
      Array.from({ length: 13 }, (_, index) => index + 1),
    );
  });

  it('closing, opening again, withdrawing and replacing are recorded', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    const { charter } = draft;
    await closed(draft);
    const announcement = anAnnouncement(charter, { kind: 'reopened', draft: draft.id, at: noon(400) });
    await drafts.reopen({ draft: draft.id, announcement });
    const second = aDraft(charter, { number: 2 });
    await drafts.publish(aPublication(second));
    await drafts.change({ draft: second.id, from: 'open', to: 'withdrawn', at: noon(500) });

    const became = (await entriesOf(charter)).map((entry) =>
      entry.kind === 'draft' ? `${String(entry.number)} ${entry.became}` : entry.kind,
    );

    assert.deepEqual(became, ['1 open', '1 closed', '1 reopened', '1 replaced', '2 open', '2 withdrawn']);
  });

  it('a charter is sealed once, and says since when', async () => {
    const draft = await anOpenDraft(stores());
    await closed(draft);

    const outcomes = [
      await seal(stores(), draft.charter, noon(600)),
      await seal(stores(), draft.charter, noon(700)),
    ];

    assert.deepEqual(outcomes, ['sealed', 'sealed-before']);
    assert.equal((await stores().charters.find(draft.charter))?.sealedAt, noon(600));
    assert.equal(await stores().charters.pseudonymKey(draft.charter), undefined);
    assert.deepEqual((await entriesOf(draft.charter)).at(-1), { kind: 'sealed' });
  });

  it('of two who seal at once, one does', async () => {
    const draft = await anOpenDraft(stores());
    await closed(draft);

    const outcomes = await Promise.all([seal(stores(), draft.charter), seal(stores(), draft.charter)]);

    assert.deepEqual(outcomes.sort(), ['sealed', 'sealed-before']);
    assert.equal((await stores().announcements.latest({ charter: draft.charter, limit: 9 })).length, 2);
  });

  it('nothing is sealed while a draft is open', async () => {
    const draft = await anOpenDraft(stores());
    const key = await stores().charters.pseudonymKey(draft.charter);

    assert.equal(await seal(stores(), draft.charter), 'draft-open');

    const charter = await stores().charters.find(draft.charter);
    assert.equal(charter?.sealedAt, undefined);
    assert.equal(await stores().charters.pseudonymKey(draft.charter), key);
    assert.equal((await entriesOf(draft.charter)).length, 1);
  });

  it('sealing is told to every place that hears the charter', async () => {
    const place = await aSubscribedPlace(stores(), { address: { tenant: unique('tenant') } });
    const draft = await anOpenDraft(stores());
    await closed(draft);

    await seal(stores(), draft.charter);

    const [newest] = await stores().announcements.latest({ charter: draft.charter, limit: 1 });
    assert.ok(newest);
    assert.equal(newest.kind, 'sealed');
    const { waiting, intended } = await stores().announcements.report(newest.id);
    assert.ok(intended > 0 && waiting === intended, place);
  });

  it('nothing is published, opened again, rated or changed in a sealed charter', async () => {
    const { drafts, ratings } = stores();
    const draft = await anOpenDraft(stores());
    const { charter } = draft;
    await closed(draft);
    await seal(stores(), charter);

    const published = await drafts.publish(aPublication(aDraft(charter, { number: 2 })));
    const announced = await drafts.publish({
      charter: aCharter({ name: charter, mission: 'Another.' }),
      announcement: anAnnouncement(charter),
    });
    const announcement = anAnnouncement(charter, { kind: 'reopened', draft: draft.id, at: noon(700) });
    const reopened = await drafts.reopen({ draft: draft.id, announcement });
    const rating = { draft: draft.id, value: openScience, pseudonym: aPseudonym(), at: noon(800) };
    const { outcome } = await ratings.record({ ...rating, answer: 4, press: unique('press') });

    assert.deepEqual([published, announced], [{ kind: 'sealed' }, { kind: 'sealed' }]);
    assert.equal(reopened, false);
    assert.equal(outcome, 'not-open');
    assert.deepEqual(await change(charter, { least: 20 }), { kind: 'sealed' });
    assert.equal(await drafts.numbered({ charter, number: 2 }), undefined);
    assert.equal(await stores().charters.pseudonymKey(charter), undefined);
  });

  it('who publishes while somebody seals comes before or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const draft = await anOpenDraft(stores());
      await closed(draft);

      const [published, sealed] = await Promise.all([
        stores().drafts.publish(aPublication(aDraft(draft.charter, { number: 2 }))),
        seal(stores(), draft.charter),
      ]);

      const ways = ['published draft-open', 'sealed sealed'];
      assert.ok(ways.includes(`${published.kind} ${sealed}`), `${published.kind} ${sealed}`);
    }
  });

  it('charters keep identities from sealing until they are erased', async () => {
    const { process } = stores();
    const draft = await anOpenDraft(stores());
    const { charter } = draft;
    await closed(draft);
    const kept = async () => (await process.identitiesKept()).filter((each) => each.charter === charter);
    assert.deepEqual(await kept(), []);
    await process.eraseIdentities({ charter, at: noon(900) });
    assert.equal(await process.identitiesErasedAt(charter), undefined, 'it is not sealed');

    await seal(stores(), charter, noon(600));
    assert.deepEqual(await kept(), [{ charter, sealedAt: noon(600) }]);
    await process.eraseIdentities({ charter, at: noon(900) });

    assert.deepEqual(await kept(), []);
    assert.equal(await process.identitiesErasedAt(charter), noon(900));
  });

  async function answer({ id: draft }: DraftContent): Promise<void> {
    const rating = { draft, value: openScience, pseudonym: aPseudonym(), answer: 4, at: noon() } as const;
    await stores().ratings.record({ ...rating, press: unique('press') });
  }
});
