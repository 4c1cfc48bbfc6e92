import assert from 'node:assert/strict';

import { resultsPage, type DraftResults } from '../../src/pages/results-page.js';
import { wordsFor } from '../../src/words/catalogue.js';
import { distribution, gardenRelease, gardenResults } from './garden-results.js';
import { paperLinks } from './paper-links.js';

const pageOf = (it: DraftResults, language = 'en'): string =>
  resultsPage(it, paperLinks, wordsFor(language)).replace(/<style>[^]*<\/style>/, '');

/** What is read on a page, or on the part of it that is one value's. */
const read = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

function partOf(page: string, position: number): string {
  const [, part] =
    new RegExp(`<article class="value" id="value-${String(position)}"([^]*?)</article>`).exec(page) ?? [];
  assert.ok(part, `no value ${String(position)}`);
  return read(part);
}

describe('the results page', () => {
  it('tells share, range, counts, middle, mean and agreement of a value', () => {
    const text = partOf(pageOf(gardenResults()), 1);

    assert.match(text, /shared/);
    assert.match(text, /47 of 53 answers \(89%\) say that it resonates strongly or very strongly/);
    assert.match(text, /between 81% and 94%/);
    assert.match(text, /Resonates very strongly: 36 \(68%\)/);
    assert.match(text, /one of us said not clear to me , and 2 no opinion/);
    assert.match(text, /Middle answer Resonates very strongly \(interpolated 4\.8\)/);
    assert.match(text, /Mean 4\.47, by chance between 4\.\d\d and 4\.\d\d/);
    assert.match(text, /Agreement 0\.72 from −1/);
  });

  it('shows the most surely resonating first, each under its number in the draft', () => {
    const order = [...pageOf(gardenResults()).matchAll(/<article class="value" id="value-(\d)"/g)].map(
      ([, at]) => at,
    );

    assert.deepEqual(order, ['1', '2', '3', '4', '5']);
  });

  it('gives few answers no word and no range, and hidden ones no figure', () => {
    const page = pageOf(gardenResults());

    assert.match(partOf(page, 4), /too few for a word/);
    assert.doesNotMatch(partOf(page, 4), /by chance|Chance leaves room/);
    assert.match(partOf(page, 5), /Fewer than 5 of us placed this value/);
    assert.doesNotMatch(partOf(page, 5), /%|Mean|Agreement/);
  });

  it('invites to listen where there are two camps, and to clear up what is not clear', () => {
    const page = pageOf(gardenResults());

    assert.match(partOf(page, 2), /There are two camps here/);
    assert.match(partOf(page, 3), /the words are not clear/);
    assert.doesNotMatch(partOf(page, 1), /two camps here|are not clear/);
  });

  it('says where figures are those of an earlier telling', () => {
    const page = pageOf(gardenResults());

    assert.match(partOf(page, 3), /As told before: up to 4 later answers/);
    assert.doesNotMatch(partOf(page, 1), /As told before/);
  });

  it('names hidden groups without a figure and without saying which of two reasons it was', () => {
    const text = partOf(pageOf(gardenResults()), 1);

    assert.match(text, /Office 92% 18 5 1 0 1 0 1 25/);
    assert.match(text, /Not shown: Guests and Workshop\. They are too small or too alike/);
  });

  it('counts who took part as exactly as it may be told, and says what silence may hide', () => {
    const text = read(pageOf(gardenResults()));

    assert.match(text, /Posted in 3 channels and chats/);
    assert.match(text, /Preferred not to answer fewer than 5/);
    assert.match(text, /Answered: 58 of 120 people in our community/);
    assert.match(
      text,
      /the 89% for “Share the harvest” could be anything from 39% to 95% of everybody asked/,
    );
  });

  it('claims no bound where it is not told exactly how many were asked', () => {
    const people = { kind: 'at-least', count: 120 } as const;
    const participation = { ...gardenRelease.participation, asked: { people, by: 'charter' as const } };

    const text = read(pageOf(gardenResults({ release: { ...gardenRelease, participation } })));

    assert.match(text, /of at least 120 people/);
    assert.doesNotMatch(text, /could be anything/);
  });

  it('says that interim results are on the way, and when a process was sealed', () => {
    const release = { ...gardenRelease, kind: 'interim' } as const;

    assert.match(
      read(pageOf(gardenResults({ release }))),
      /results on the way, as told on 20 November 2026, 17:00/,
    );
    assert.match(
      read(pageOf(gardenResults({ sealedAt: '2026-11-22T16:00:00.000Z' }))),
      /was sealed on 22 November 2026, 17:00 \(Europe\/Berlin\)/,
    );
  });

  it('has nothing to tell of an open draft but when, and nothing ever of a withdrawn one', () => {
    const closesAt = '2026-12-01T16:00:00.000Z';
    const open = read(pageOf(gardenResults({ release: null, draft: { state: 'open', closesAt } })));
    const steps = read(
      pageOf(
        gardenResults({ release: null, draft: { state: 'open' }, rules: { results: 'interim', least: 8 } }),
      ),
    );
    const withdrawn = read(pageOf(gardenResults({ release: null, draft: { state: 'withdrawn' } })));

    assert.match(open, /at the same moment.*1 December 2026, 17:00/);
    assert.match(steps, /once at least 8 of us have answered/);
    assert.match(withdrawn, /withdrawn, so it has no results/);
    for (const text of [open, steps, withdrawn]) assert.doesNotMatch(text, /%|Who took part/);
  });

  it('shows no figure in previews of its link, whatever is on the page', () => {
    const head = /<head>([^]*)<\/head>/.exec(pageOf(gardenResults()))?.[1] ?? '';

    assert.match(head, /og:title" content="Results of draft 2: Values of the garden"/);
    assert.doesNotMatch(
      head.replaceAll('draft 2', '').replace(/charset=[^>]*|name="viewport"[^>]*/g, ''),
      /\d|%|Share/,
    );
  });

  it('says the same in every language', () => {
    const numbers = (text: string): readonly string[] =>
      [
        ...read(text)
          .replace(/(\d)[,.](\d)/g, '$1$2')
          .matchAll(/\d+/g),
      ].map(([number]) => number);

    const [english, spanish] = ['en', 'es'].map((language) => pageOf(gardenResults(), language));

    assert.deepEqual(numbers(spanish!), numbers(english!));
  });

  it('writes a middle between two steps as what it is', () => {
    const [first, ...rest] = gardenRelease.values;
    const figures = { all: distribution([0, 5, 5, 0, 0, 0, 0]) };

    const text = partOf(
      pageOf(gardenResults({ release: { ...gardenRelease, values: [{ ...first!, figures }, ...rest] } })),
      1,
    );

    assert.match(text, /between “Resonates a little” and “Resonates somewhat”/);
  });
});
