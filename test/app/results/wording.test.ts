import assert from 'node:assert/strict';

import { wordingOf } from '../../../src/app/results/wording.js';

const harvest = { title: 'Share the harvest', text: 'What grows here is divided by need.' };

describe('the wording of a value', () => {
  it('is the same for the same words, whatever stands between them', () => {
    for (const same of [
      { title: 'Share the harvest.', text: 'What grows here  is divided, by need' },
      { title: 'SHARE THE HARVEST', text: 'What grows here is\ndivided by need.' },
      { title: 'Share\u200b the harvest', text: 'What grows here is divided by need.\u00a0' },
    ])
      assert.equal(wordingOf(same), wordingOf(harvest));
  });

  it('is another one for other words', () => {
    const others = [
      harvest,
      { ...harvest, text: 'What grows here is divided by needs.' },
      { ...harvest, title: 'Share 2 harvests' },
      { title: 'Share the harvest What', text: 'grows here is divided by need.' },
      { title: 'Compartir la cosecha', text: 'Año' },
      { title: 'Compartir la cosecha', text: 'Ano' },
      { title: '分享', text: '收成' },
      { title: '分享', text: '需要' },
      { title: '🌱', text: '' },
      { title: '🌾', text: '' },
    ];

    assert.equal(new Set(others.map(wordingOf)).size, others.length);
  });
});
