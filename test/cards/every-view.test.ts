import assert from 'node:assert/strict';

import type { View } from '../../src/app/views.js';
import { mostBytesAtFirst } from '../../src/cards/card.js';
import { renderCard } from '../../src/cards/render.js';
import { languages } from '../../src/words/catalogue.js';
import { problemsOf, stringsOf } from '../support/card-problems.js';
import { loadCheckCard } from '../support/check-card.js';
import { tagsOf } from '../support/markdown-html.js';
import { hostileTexts, withTexts } from '../support/hostile-texts.js';
import { memberViews } from '../support/sample-views.js';
import { elementsOf } from './facilitator-cards.js';
import {
  confirmations,
  correction,
  facilitatorViews,
  importRefused,
  importReport,
  preview,
  refusal,
  reportLine,
} from './facilitator-views.js';

const findingsOn = await loadCheckCard();
const readers = languages.flatMap((locale) => [
  { locale, shared: false },
  { locale, shared: true },
]);

describe('every view that members meet', () => {
  for (const [name, view] of memberViews) {
    it(`${name} is a sound card in every language, shared and not`, () => {
      for (const reader of readers) {
        const { card, summary } = renderCard(view, reader);

        assert.deepEqual(problemsOf(card), []);
        assert.deepEqual(findingsOn(card), []);
        assert.ok(summary.length > 0 && summary.length <= 400, summary);
        assert.ok(!/[*\\]/.test(summary), summary);
      }
    });
  }

  it('is light enough to be the first card of all', () => {
    for (const name of ['announcement', 'announcement-process', 'charter', 'welcome', 'value']) {
      assert.deepEqual(
        problemsOf(renderCard(viewNamed(name), { locale: 'en', shared: true }).card, mostBytesAtFirst),
        [],
      );
    }
  });
});

describe('hostile text in every field of every view', () => {
  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`is only text: ${what}`, () => {
      for (const [name, view] of memberViews) {
        const { card, summary } = renderCard(withTexts(view, text), { locale: 'en', shared: false });

        assert.deepEqual(problemsOf(card), [], name);
        assert.deepEqual(findingsOn(card), [], name);
        assert.doesNotMatch(summary, /\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\$\{|\{\{/u, name);
        for (const shown of elementsOf(card, 'TextBlock')) assertHarmless(String(shown['text']), name);
        assertHarmless(String(card['fallbackText']), name);
        for (const string of stringsOf(card))
          assert.doesNotMatch(string, /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u, name);
      }
    });
  }
});

describe('every view that facilitators meet', () => {
  for (const [name, view] of facilitatorViews) {
    it(`${name} is a sound card in every language`, () => {
      for (const { locale } of readers) {
        const { card } = renderCard(view, { locale, shared: false });

        assert.deepEqual(problemsOf(card), []);
        assert.deepEqual(findingsOn(card), []);
      }
    });
  }

  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`takes what authors wrote for text only: ${what}`, () => {
      const report = [reportLine(2, 'placeholder', text), reportLine(3, 'value', text)];
      const titled = { subject: { ...preview.subject, title: text }, report };
      const hostile: readonly View[] = [
        { ...preview, ...titled },
        { ...importReport, ...titled },
        { ...importRefused, errors: [refusal(2, 'duplicate-id', text)] },
        ...confirmations.map((view) => ({ ...view, subject: { ...view.subject, title: text } })),
        { ...correction, changes: Array.from({ length: 60 }, () => ({ before: text, after: text })) },
      ];
      for (const view of hostile) {
        const { card } = renderCard(view, { locale: 'en', shared: false });

        assert.deepEqual(problemsOf(card), [], view.kind);
        assert.deepEqual(findingsOn(card), [], view.kind);
      }
    });
  }

  it('is a sound card with the longest report and the most errors', () => {
    const about = 'A line of a very long post, as authors write them. '.repeat(10);
    const report = Array.from({ length: 1_000 }, (_, index) => reportLine(index + 1, 'placeholder', about));
    const errors = Array.from({ length: 120 }, (_, index) => refusal(index + 1, 'duplicate-id', about));

    for (const view of [
      { ...importReport, report },
      { ...preview, report },
      { ...importRefused, errors },
    ]) {
      const { card } = renderCard(view, { locale: 'es', shared: false });

      assert.deepEqual(problemsOf(card), []);
      assert.deepEqual(findingsOn(card), []);
    }
  });
});

function assertHarmless(text: string, name: string): void {
  for (const tag of tagsOf(text)) {
    assert.match(
      tag,
      /^<\/?(?:p|strong|em|ul|ol|li|a)>$|^<ol start="\d+">$|^<a href="(?:https?:\/\/|mailto:)[^"]*">$/,
      name,
    );
  }
}

function viewNamed(name: string): View {
  const view = memberViews.get(name);
  assert.ok(view, name);
  return view;
}
