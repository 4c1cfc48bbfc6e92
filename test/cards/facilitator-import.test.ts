import assert from 'node:assert/strict';

import type { Card } from '../../src/cards/card.js';
import { refusalKinds, takenKinds, warningKinds, type ReportLine } from '../../src/domain/imported-post.js';
import { problemsOf } from '../support/card-problems.js';
import { dataOf, hostile, linesOf, markupOf, rendered, textsOf } from './facilitator-cards.js';
import { importRefused, importReport, refusal, reportLine } from './facilitator-views.js';

const languages = ['en', 'es'];

describe('the import report', () => {
  it('says of each line what it was taken for', () => {
    const card = rendered(importReport);

    assert.match(textsOf(card), /^\*\*Line\u00a014\*\* · Value: Share the harvest$/m);
    assert.match(textsOf(card), /^\*\*Line\u00a05\*\* · Tag: values$/m);
  });

  it('puts what asks for a second look first, under a heading of its own', () => {
    const lines = linesOf(rendered(importReport));

    const look = lines.indexOf('Please look at');
    const taken = lines.indexOf('What was taken for what');
    assert.ok(look > 0 && taken > look);
    assert.deepEqual(
      lines.slice(look + 1, taken).map((line) => /Line\u00a0(\d+)/.exec(line)?.[1]),
      ['6', '20', '27'],
    );
  });

  it('says so where nothing needs a second look', () => {
    const card = rendered({ ...importReport, report: [reportLine(2, 'title', 'Values')] });

    assert.match(textsOf(card), /Nothing needs a second look\./);
    assert.doesNotMatch(textsOf(card), /Please look at/);
  });

  it('has words for every kind, with and without the words it is about', () => {
    for (const locale of languages) {
      const kinds = [...takenKinds, ...warningKinds];
      const report = kinds.flatMap((kind) => [reportLine(1, kind), reportLine(2, kind, 'Soup & bread')]);

      const lines = pagesOf(report, locale)
        .flatMap(linesOf)
        .filter((line) => line.startsWith('**'));

      assert.equal(new Set(lines).size, kinds.length * 2);
      assert.equal(lines.filter((line) => line.includes('Soup & bread')).length, kinds.length);
    }
  });

  it('shows each of a thousand lines once, on pages that lead to one another', () => {
    const kinds = [...takenKinds, ...warningKinds].filter((kind) => kind !== 'no-values');
    const report = Array.from({ length: 1000 }, (_, index) =>
      reportLine(index + 1, kinds[index % kinds.length] ?? 'value', `${hostile} ${'ñ*'.repeat(80)}`),
    );

    const pages = pagesOf(report, 'es');

    const shown = pages.flatMap(linesOf).flatMap((line) => /^\*\*Línea\u00a0(\d+)/.exec(line)?.[1] ?? []);
    assert.deepEqual(new Set(shown).size, 1000);
    assert.equal(shown.length, 1000);
    assert.deepEqual(
      pages.flatMap((page) => problemsOf(page)),
      [],
    );
    assert.match(textsOf(pages[1] ?? {}), new RegExp(`Página 2 de ${pages.length}`));
  });

  it('shows the last page to whoever asks for one beyond', () => {
    const report = Array.from({ length: 90 }, (_, index) => reportLine(index + 1, 'tag', `tag ${index}`));

    const card = rendered({ ...importReport, report, page: 99 });

    assert.match(textsOf(card), /Page 3 of 3/);
    assert.match(textsOf(card), /Tag: tag 89/);
  });

  it('keeps what the author wrote from being taken for anything but text', () => {
    const report = [...takenKinds, ...warningKinds].map((kind) => reportLine(3, kind, hostile));

    const card = rendered({ ...importReport, subject: { ...importReport.subject, title: hostile }, report });

    assert.deepEqual(markupOf(card), []);
    assert.deepEqual(problemsOf(card), []);
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });

  it('leads to the preview and to another version', () => {
    const next = { v: 1, charter: 'garden' };

    assert.deepEqual(dataOf(rendered(importReport)), [
      { ...next, do: 'preview' },
      { ...next, do: 'new-draft' },
    ]);
  });
});

describe('a refused import', () => {
  it('says line by line what to change, and that nothing was stored', () => {
    const text = textsOf(rendered(importRefused));

    assert.match(text, /2 things to change before it can be read\. Nothing of it was stored\./);
    assert.match(
      text,
      /^\*\*Line\u00a017\*\* · The same id a second time: “share-the-harvest”\. Give this value/m,
    );
  });

  it('has words for every reason in both languages', () => {
    for (const locale of languages) {
      const errors = refusalKinds.flatMap((kind) => [refusal(1, kind), refusal(2, kind, 'Soup & bread')]);

      const lines = linesOf(rendered({ ...importRefused, errors }, locale)).filter((line) =>
        line.startsWith('**'),
      );

      assert.equal(new Set(lines).size, refusalKinds.length * 2);
    }
  });

  it('names the limits', () => {
    const errors = [
      refusal(1, 'too-large'),
      refusal(9, 'title-too-long', 'Soup'),
      refusal(9, 'value-too-long', 'Soup'),
    ];

    const text = textsOf(rendered({ ...importRefused, errors }));

    assert.match(text, /256 KB/);
    assert.match(text, /200 characters/);
    assert.match(text, /4,000 characters/);
  });

  it('speaks of the whole post where no line is at fault', () => {
    const text = textsOf(rendered({ ...importRefused, errors: [refusal(1, 'empty')] }));

    assert.match(text, /^\*\*Whole post\*\* · There is no text to read\./m);
  });

  it('shows as many errors as a card can hold and counts the rest', () => {
    const errors = Array.from({ length: 120 }, (_, index) =>
      refusal(index + 1, 'title-too-long', `${hostile} ${'ñ_ '.repeat(80)}`),
    );

    for (const locale of languages) {
      const card = rendered({ ...importRefused, errors }, locale);

      const shown = linesOf(card).filter((line) => line.startsWith('**')).length;
      const left = Number(/(\d+)/.exec(linesOf(card).at(-1) ?? '')?.[1]);
      assert.equal(shown + left, 120);
      assert.ok(shown >= 20);
      assert.deepEqual(problemsOf(card), []);
    }
  });

  it('keeps what the author wrote from being taken for anything but text', () => {
    const errors = refusalKinds.map((kind) => refusal(2, kind, hostile));

    const card = rendered({ ...importRefused, errors });

    assert.deepEqual(markupOf(card), []);
    assert.deepEqual(problemsOf(card), []);
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });

  it('leads back to the form', () => {
    assert.deepEqual(dataOf(rendered(importRefused)), [{ v: 1, do: 'new-draft', charter: 'garden' }]);
  });
});

/** All pages of a report, found as a reader finds them: by the button that leads on. */
function pagesOf(report: readonly ReportLine[], locale: string): readonly Card[] {
  const pages: Card[] = [];
  for (let page: number | undefined = 1; page !== undefined;) {
    const card: Card = rendered({ ...importReport, report, page }, locale);
    pages.push(card);
    const following: number = page + 1;
    const leads = dataOf(card).some((data) => (data as { page?: number }).page === following);
    page = leads ? following : undefined;
  }
  return pages;
}
