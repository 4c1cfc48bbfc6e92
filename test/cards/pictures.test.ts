import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';

import { renderCard } from '../../src/cards/render.js';
import { memberViews } from '../support/sample-views.js';
import { findChromium } from '../support/chromium.js';
import { facilitatorViews } from './facilitator-views.js';
import { startCardRenderer, type CardRenderer } from '../support/render-card.js';

const folder = new URL('../../../../build/pictures/', import.meta.url);
/** Notices differ in their words alone, so a few stand for all. */
const drawn = [...memberViews, ...facilitatorViews].filter(([name]) => !/^notice-(?!10|25)/.test(name));
const phone = { theme: 'light', width: 320 } as const;

const chromiumPath = findChromium();

if (chromiumPath !== undefined) {
  describe('on the screen of a phone', function () {
    this.timeout(120_000);
    let renderer: CardRenderer;

    before(async () => {
      mkdirSync(folder, { recursive: true });
      renderer = await startCardRenderer(chromiumPath);
    });
    after(() => renderer.close());

    it('every card fits, in both languages', async () => {
      for (const [name, view] of drawn) {
        for (const locale of ['en', 'es']) {
          const { card } = renderCard(view, { locale, shared: false });

          const { png, overflowing } = await renderer.render(card, phone);

          writeFileSync(new URL(`${name}.${locale}.png`, folder), png);
          assert.deepEqual(overflowing, [], `${name} in ${locale}`);
        }
      }
    });

    it('the considerations of a value appear in one tap, and what was chosen stays chosen', async () => {
      const view = memberViews.get('value-after-rating');
      assert.ok(view);
      const { card } = renderCard(view, { locale: 'en', shared: false });

      const before = await renderer.render(card, phone);
      const after = await renderer.render(card, { ...phone, press: ['Considerations (3)'] });

      assert.doesNotMatch(before.text, /No charity/);
      assert.match(after.text, /No charity/);
      assert.deepEqual(before.chosen, ['4']);
      assert.deepEqual(after.chosen, ['4']);
    });
  });
} else {
  console.warn(`SKIPPED: no cards were drawn, since no Chromium was found; CHROMIUM_PATH can name one`);
}
