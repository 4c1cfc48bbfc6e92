import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { expand } from '../../src/cards/template.js';
import { problemsOf, stringsOf } from '../support/card-problems.js';
import { loadCheckCard } from '../support/check-card.js';

const folder = new URL('../../../../cards/', import.meta.url);
const templates = readdirSync(folder)
  .filter((file) => !file.endsWith('.sample.json'))
  .map((file) => file.slice(0, -'.json'.length));
const findingsOn = await loadCheckCard();

function sampleOf(template: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${template}.sample.json`, folder), 'utf8')) as Record<
    string,
    unknown
  >;
}

describe('the templates', () => {
  for (const template of templates) {
    it(`${template} makes a card of its sample`, () => {
      const card = expand(template, sampleOf(template));

      assert.deepEqual(problemsOf(card), []);
      assert.deepEqual(findingsOn(card), []);
    });
  }

  it('never show a place that nothing was bound to', () => {
    const sample = { ...sampleOf('notice'), text: undefined };

    assert.throws(() => expand('notice', sample), /cards\/notice\.json finds nothing under .*text/);
  });

  it('do not evaluate what was written by somebody', () => {
    const sample = { ...sampleOf('notice'), text: '${place} ${1 + 1}', place: 'here' };

    const texts = stringsOf(expand('notice', sample));

    assert.ok(texts.includes('${place} ${1 + 1}'));
  });

  it('hold no logic: no function is called in any of them', () => {
    for (const template of templates) {
      const source = readFileSync(new URL(`${template}.json`, folder), 'utf8');
      assert.doesNotMatch(source, /\$\{[^}]*\(/, template);
    }
  });
});
