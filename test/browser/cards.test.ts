import assert from 'node:assert/strict';

import { renderCard } from '../../src/cards/render.js';
import { findChromium } from '../support/chromium.js';
import { startCardRenderer, type CardRenderer } from '../support/render-card.js';
import { memberViews } from '../support/sample-views.js';

/** Notices differ in their words alone, so a few stand for all. */
const drawn = [...memberViews].filter(([name]) => !/^notice-(?!10|25)/.test(name));

const chromiumPath = findChromium();

if (chromiumPath !== undefined) {
  describe('the cards that members meet, drawn', function () {
    this.timeout(120_000);
    let renderer: CardRenderer;

    before(async () => {
      renderer = await startCardRenderer(chromiumPath);
    });
    after(() => renderer.close());

    it('axe finds nothing serious on them, on a phone', async () => {
      for (const [name, view] of drawn) {
        const { card } = renderCard(view, { locale: 'en', shared: false });

        assert.deepEqual(await renderer.check(card, { theme: 'light', width: 320 }), [], name);
      }
    });
  });
} else {
  console.warn('SKIPPED: no card was drawn, since no Chromium was found; CHROMIUM_PATH can name one');
}
