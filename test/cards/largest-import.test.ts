import assert from 'node:assert/strict';

import type { View } from '../../src/app/views.js';
import { mostBytesAtFirst } from '../../src/cards/card.js';
import { renderCard } from '../../src/cards/render.js';
import type { Framing } from '../../src/domain/charter.js';
import type { Value, ValueId } from '../../src/domain/draft.js';
import { answers, type Answer } from '../../src/domain/rating.js';
import { problemsOf, stringsOf } from '../support/card-problems.js';
import {
  announcement,
  answersView,
  ballot,
  charterView,
  framing,
  processAnnouncement,
  results,
  resultsWith,
  subject,
} from '../support/sample-views.js';
import { textsOf } from './facilitator-cards.js';

/** Each a heavy character: four bytes of UTF-8 for one of the characters that are counted. */
const heavy = (length: number, mark: string): string => `${mark} ${'𝔴'.repeat(length - mark.length - 1)}`;

const values: readonly Value[] = Array.from({ length: 50 }, (_, index) => ({
  id: `${'v'.repeat(60)}-${String(index)}` as ValueId,
  title: heavy(200, `title${String(index)}`),
  text: heavy(4000, `text${String(index)}`),
}));

const largest: Framing = {
  title: heavy(1000, 'post'),
  authors: Array.from({ length: 30 }, (_, index) => heavy(100, `author${String(index)}`)),
  labels: framing.labels,
  mission: heavy(2000, 'mission'),
  introduction: heavy(20_000, 'introduction'),
  considerations: Array.from({ length: 200 }, (_, index) => ({
    name: heavy(80, `name${String(index)}`),
    text: heavy(300, `consideration${String(index)}`),
  })),
  background: [
    { heading: heavy(300, 'heading'), text: heavy(60_000, 'background') },
    { heading: 'Last', text: 'The last words of all.' },
  ],
};

const about = { ...subject, title: largest.title };
const all = new Map<ValueId, Answer>(
  values.map(({ id }, index) => [id, answers[index % answers.length] ?? 1]),
);

function pagesOf(view: Extract<View, { page: number }>): readonly object[] {
  const pages: object[] = [];
  for (let page = 1; page < 1000; page += 1) {
    const { card } = renderCard({ ...view, page }, { locale: 'en', shared: false });
    pages.push(card);
    if (!JSON.stringify(card).includes(`"page":${String(page + 1)}`)) return pages;
  }
  throw new Error('the pages have no end');
}

function wordsOn(cards: readonly object[]): string {
  return cards.flatMap(stringsOf).join('\n');
}

describe('the largest post that can be imported', () => {
  it('is announced, and shown at a glance, by a card light enough to be the first', () => {
    for (const view of [
      {
        ...announcement,
        subject: about,
        framing: largest,
        values,
        leadIn: heavy(200, 'lead'),
        reason: heavy(2000, 'why'),
      },
      { ...processAnnouncement, subject: { ...about, draft: undefined }, framing: largest },
      { ...charterView, subject: about, framing: largest, values, leadIn: heavy(200, 'lead'), answers: all },
    ]) {
      const { card } = renderCard(view as View, { locale: 'en', shared: true });
      assert.deepEqual(problemsOf(card, mostBytesAtFirst), []);
    }
  });

  it('says how many titles there is no room for', () => {
    const { card } = renderCard(
      { ...announcement, framing: largest, values },
      { locale: 'en', shared: true },
    );

    assert.match(textsOf(card), /^and \d+ more$/m);
  });

  it('shows all fifty titles where they are short', () => {
    const short = values.map((value, index) => ({ ...value, title: `Value number ${String(index + 1)}` }));

    const { card } = renderCard({ ...announcement, values: short }, { locale: 'en', shared: true });

    assert.match(textsOf(card), /^50\. Value number 50$/m);
  });

  it('lets each value be read and rated', () => {
    for (const [index, value] of values.entries()) {
      const pages = pagesOf({
        ...ballot,
        subject: about,
        leadIn: heavy(200, 'lead'),
        value,
        position: index + 1,
        total: 50,
        considerations: largest.considerations,
        answer: 5,
        just: { did: 'rated', position: 50, title: heavy(200, 'other'), answer: 5 },
      });

      for (const page of pages) assert.deepEqual(problemsOf(page), []);
      assert.ok(wordsOn(pages).includes(value.text.slice(-50)));
    }
  });

  it('shows every one of two hundred considerations, page by page', () => {
    const pages = pagesOf({
      kind: 'considerations',
      subject: about,
      considerations: largest.considerations,
      page: 1,
    });

    for (const page of pages) assert.deepEqual(problemsOf(page), []);
    for (const index of largest.considerations.keys()) {
      assert.match(wordsOn(pages), new RegExp(`^consideration${String(index)} `, 'm'));
    }
  });

  it('shows its background to the last word', () => {
    const pages = pagesOf({ kind: 'background', subject: about, sections: largest.background, page: 1 });

    for (const page of pages) assert.deepEqual(problemsOf(page), []);
    const shown = wordsOn(pages).match(/𝔴/g)?.length ?? 0;
    assert.ok(shown >= 60_000 - 'background '.length);
    assert.match(wordsOn(pages), /^The last words of all\.$/m);
  });

  it("shows all of a member's answers, page by page", () => {
    const pages = pagesOf({ ...answersView, subject: about, values, answers: all });

    for (const page of pages) assert.deepEqual(problemsOf(page), []);
    for (const { id } of values) assert.ok(wordsOn(pages).includes(id));
  });

  it('shows the results of every value, page by page', () => {
    const shown = (results.results?.values ?? []).find((result) => result.kind === 'shown');
    assert.ok(shown);

    const pages = pagesOf(resultsWith(values.map(({ id, title }) => ({ ...shown, value: id, title }))));

    for (const page of pages) assert.deepEqual(problemsOf(page), []);
    for (const index of values.keys()) assert.match(wordsOn(pages), new RegExp(`title${String(index)} `));
  });

  it('a card that is too heavy all the same is a bug, and said so', () => {
    const charters = Array.from({ length: 7 }, () => ({ name: 'x'.repeat(9000), title: 'Title' }));
    const view = { kind: 'choose-charter', charters, intent: { kind: 'status' } } as unknown as View;

    assert.throws(
      () => renderCard(view, { locale: 'en', shared: false }),
      /choose-charter card has \d+ bytes, more than/,
    );
  });
});
