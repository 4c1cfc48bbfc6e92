import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { expand } from '../../src/cards/template.js';
import { problemsOf } from '../support/card-problems.js';
import { blogView } from '../support/sample-blog-views.js';
import { elementsOf, rendered } from './facilitator-cards.js';
import {
  appointments,
  confirmClose,
  correction,
  deliveries,
  facilitatorViews,
  importRefused,
  importReport,
  newDraft,
  preview,
} from './facilitator-views.js';

/** The view of each template that its sample shows. */
const views = [
  ...[newDraft, importRefused, importReport, preview, deliveries],
  ...[confirmClose, correction, appointments],
  blogView,
];

describe('the templates of the facilitators’ cards', () => {
  for (const view of views) {
    it(`${view.kind}: the sample beside the template shows what the program makes`, () => {
      const sample = JSON.parse(
        readFileSync(new URL(`../../../../cards/${view.kind}.sample.json`, import.meta.url), 'utf8'),
      ) as object;

      assert.deepEqual(expand(view.kind, sample), rendered(view));
    });
  }

  for (const [name, view] of facilitatorViews) {
    it(`${name}: keeps the rules of every card, in both languages`, () => {
      assert.deepEqual(problemsOf(rendered(view)), []);
      assert.deepEqual(problemsOf(rendered(view, 'es')), []);
    });

    it(`${name}: speaks Spanish throughout`, () => {
      const english = new Set(wordsIn(rendered(view)));

      const spanish = wordsIn(rendered(view, 'es'));

      assert.deepEqual(
        spanish.filter((text) => english.has(text) && !ownTexts.test(text)),
        [],
      );
    });
  }
});

/** Titles, names and numbers, which are the same in every language. */
const ownTexts = /^(?:Values of our community garden|garden|\d+|What grows here .*|\(https.*|very.*)$/;

function wordsIn(card: object): readonly string[] {
  const texts = elementsOf(card, 'TextBlock').map(({ text }) => text);
  const facts = elementsOf(card, 'FactSet').flatMap(
    ({ facts: each }) => each as readonly { title: string; value: string }[],
  );
  const labels = ['Input.Text', 'Input.Date', 'Input.Time']
    .flatMap((type) => elementsOf(card, type))
    .flatMap(({ label, errorMessage, placeholder }) => [label, errorMessage, placeholder]);
  const titles = elementsOf(card, 'Action.Execute').map(({ title }) => title);
  return [...texts, ...facts.flatMap(({ title, value }) => [title, value]), ...labels, ...titles]
    .filter((each) => each !== undefined)
    .map(String);
}
