import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId } from '../../src/domain/draft.js';
import { aDraft, anOpenDraft, aPublication, noon } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('drafts', (stores) => {
  it('a draft is found by its id and by its number, just as it was published', async () => {
    const { drafts } = stores();

    const draft = await anOpenDraft(stores());

    const expected = { ...draft, state: 'open' };
    assert.deepEqual(await drafts.find(draft.id), expected);
    assert.deepEqual(await drafts.numbered({ charter: draft.charter, number: 1 }), expected);
  });

  it('what never changes of a draft is found by its id, whatever becomes of it', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon() });

    assert.deepEqual(await drafts.content(draft.id), draft);
    assert.equal(await drafts.content('no-draft' as DraftId), undefined);
  });

  it('what a draft leaves out stays left out', async () => {
    const { drafts } = stores();
    const { leadIn, reason, mission, introduction, ...draft } = aDraft('bare' as CharterName, { values: [] });
    assert.ok(leadIn && reason && mission && introduction);

    await drafts.publish(aPublication(draft));

    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'open' });
  });

  it('nothing is found where nothing is', async () => {
    const { drafts } = stores();

    assert.equal(await drafts.find('no-draft' as DraftId), undefined);
    assert.equal(await drafts.numbered({ charter: 'nobodys' as CharterName, number: 1 }), undefined);
    assert.equal(await drafts.latest('nobodys' as CharterName), undefined);
  });

  it('a number that no draft can have is found nowhere', async () => {
    const { drafts } = stores();
    const { charter } = await anOpenDraft(stores());

    for (const number of [0, -1, 1.5, 2 ** 31, 1e300, NaN]) {
      assert.equal(await drafts.numbered({ charter, number }), undefined);
    }
  });

  it('an id may be any text, and finds nothing where nothing is', async () => {
    const { drafts } = stores();

    for (const id of ['', '\0', 'a\0b', '\ud800', "' or 1=1 --", 'x'.repeat(100_000)]) {
      assert.equal(await drafts.find(id as DraftId), undefined);
    }
  });

  it('the latest draft is the one with the highest number, also past nine', async () => {
    const { drafts } = stores();
    const { charter } = await anOpenDraft(stores(), { number: 9 });
    const tenth = aDraft(charter, { number: 10 });
    await drafts.publish(aPublication(tenth));

    assert.equal((await drafts.latest(charter))?.id, tenth.id);
  });

  it('a draft moves on from the state it is in', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());

    const done = await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(60) });

    assert.equal(done, true);
    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'closed' });
  });

  it('a change from a state that the draft has left does nothing', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    await drafts.change({ draft: draft.id, from: 'open', to: 'withdrawn', at: noon(60) });

    const done = await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(61) });

    assert.equal(done, false);
    assert.equal((await drafts.find(draft.id))?.state, 'withdrawn');
  });
});
