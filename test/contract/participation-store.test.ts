import assert from 'node:assert/strict';

import { anOpenDraft, aPseudonym, noon } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('what members say of their taking part', (stores) => {
  it('a group is chosen, changed and taken back', async () => {
    const { participation } = stores();
    const { charter } = await anOpenDraft(stores());
    const own = { charter, pseudonym: aPseudonym() };
    assert.equal(await participation.groupOf(own), undefined);

    await participation.chooseGroup({ ...own, group: 'lab' });
    await participation.chooseGroup({ ...own, group: 'office' });
    assert.equal(await participation.groupOf(own), 'office');

    await participation.chooseGroup({ ...own, group: null });
    assert.equal(await participation.groupOf(own), undefined);
  });

  it('a group is chosen in one charter, and by one member', async () => {
    const { participation } = stores();
    const [here, there] = [await anOpenDraft(stores()), await anOpenDraft(stores())];
    const pseudonym = aPseudonym();

    await participation.chooseGroup({ charter: here.charter, pseudonym, group: 'lab' });

    assert.equal(await participation.groupOf({ charter: there.charter, pseudonym }), undefined);
    assert.equal(await participation.groupOf({ charter: here.charter, pseudonym: aPseudonym() }), undefined);
  });

  it('a draft is declined once, however often it is said, and no other with it', async () => {
    const { participation } = stores();
    const [draft, other] = [await anOpenDraft(stores()), await anOpenDraft(stores())];
    const own = { draft: draft.id, pseudonym: aPseudonym() };
    assert.equal(await participation.hasDeclined(own), false);

    await participation.decline({ ...own, at: noon() });
    await participation.decline({ ...own, at: noon(60) });

    assert.equal(await participation.hasDeclined(own), true);
    assert.equal(await participation.hasDeclined({ ...own, draft: other.id }), false);
    assert.equal(await participation.hasDeclined({ ...own, pseudonym: aPseudonym() }), false);
  });
});
