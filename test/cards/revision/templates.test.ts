import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { renderCard } from '../../../src/cards/render.js';
import { expand } from '../../../src/cards/template.js';
import {
  changeForm,
  changes,
  matching,
  valueForm,
  workingCopy,
} from '../../support/sample-revision-views.js';

describe('the templates of what changes', () => {
  for (const view of [workingCopy, valueForm, matching, changeForm, changes]) {
    it(`${view.kind}: the sample beside the template shows what the program makes`, () => {
      const file = new URL(`../../../../../cards/${view.kind}.sample.json`, import.meta.url);
      const sample = JSON.parse(readFileSync(file, 'utf8')) as object;

      assert.deepEqual(expand(view.kind, sample), renderCard(view, { locale: 'en', shared: false }).card);
    });
  }
});
