import assert from 'node:assert/strict';

import { outcomePage } from '../../src/pages/outcome-page.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { outcome, outcomeView } from '../support/sample-adoption-views.js';

const links = { here: (language: string) => `?lang=${language}`, process: '/process', results: '/results' };
const pageOf = (view = outcomeView, language = 'en'): string =>
  outcomePage(view, links, wordsFor(language)).replace(/<style>[^]*<\/style>/, '');
const read = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page with what was adopted', () => {
  it('tells the values, both days, the figures, the rule and the head of the ledger', () => {
    const text = read(pageOf());

    assert.match(text, /1\. Share the harvest/);
    assert.match(text, /Adopted on 20 November 2026/);
    assert.match(text, /Recorded on 24 November 2026, 10:00 \(Europe\/Berlin\)/);
    assert.match(text, /Support 41 Can live with it 12 Object 4/);
    assert.match(text, new RegExp(outcomeView.head));
  });

  it('tells every objection with its answer, or that it had none, and what will be done', () => {
    const text = read(pageOf());

    assert.match(text, /To “Share the harvest”[^]*Whoever cannot stand at a bed[^]*Partly[^]*raised beds/);
    assert.match(text, /Nobody waters in August\.[^]*Signed: Tom Okafor[^]*It was not answered\./);
    assert.match(text, /Build two raised beds: the planting circle, by/);
  });

  it('takes what was written for text only, in every language', () => {
    for (const language of languages)
      for (const text of Object.values(hostileTexts)) {
        const dissent = outcome.dissent.map((each) => ({
          ...each,
          text,
          signedBy: text,
          answer: { status: 'no' as const, reason: text },
        }));
        const followUps = [{ what: text, owner: text }];
        const html = pageOf({ ...outcomeView, outcome: { ...outcome, dissent, followUps } }, language);

        assert.doesNotMatch(html, /<script|<img|<[^>]*onerror=|(?:href|src)="javascript:/i);
      }
  });
});
