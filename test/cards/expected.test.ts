import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { renderCard } from '../../src/cards/render.js';
import { memberViews } from '../support/sample-views.js';

const root = new URL('../../../../', import.meta.url);
const drawn = new URL('build/cards/', root);

/** The cards most people meet, as reviewed: a change to them is seen in the diff of a file. */
const reviewed = [
  ...[
    'welcome',
    'announcement',
    'announcement-process',
    'announcement-corrected',
    'announcement-replaced',
    'reminder',
    'settings-quiet',
    'charter',
    'value',
    'value-after-rating',
    'results',
  ].map((name) => ({ name, locale: 'en' })),
  { name: 'value-after-rating', locale: 'es' },
];

describe('the reviewed cards', () => {
  before(() => mkdirSync(drawn, { recursive: true }));

  for (const { name, locale } of reviewed) {
    const file = locale === 'en' ? `${name}.json` : `${name}.${locale}.json`;

    it(`${file} is what is sent`, () => {
      const view = memberViews.get(name);
      assert.ok(view);
      const { card } = renderCard(view, { locale, shared: name.startsWith('announcement') });
      const now = new URL(file, drawn);
      writeFileSync(now, `${JSON.stringify(card, null, 2)}\n`);

      const expected = new URL(`test/cards/expected/${file}`, root);
      assert.ok(existsSync(expected), `look at ${fileURLToPath(now)} and put it into test/cards/expected`);
      assert.deepEqual(card, JSON.parse(readFileSync(expected, 'utf8')), `look at ${fileURLToPath(now)}`);
    });
  }
});
