import assert from 'node:assert/strict';

import { feedbackPage } from '../../src/pages/feedback-page.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';
import { hostileTexts, withTexts } from '../support/hostile-texts.js';
import { overview, theme } from '../support/sample-feedback-views.js';

const links = {
  here: (language: string) => `/charters/garden/feedback?lang=${language}`,
  process: '/charters/garden/process?lang=en',
};
const comments = new Map([[1, theme.comments]]);
const pageOf = (view = overview, language = 'en'): string =>
  feedbackPage(view, comments, links, wordsFor(language)).replace(/<style>[^]*<\/style>/, '');
const read = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page on what was asked, said and done', () => {
  it('tells of each draft what was asked, what was said, and the answers with their changes', () => {
    const text = read(pageOf());

    assert.match(text, /Draft 1 Asked How strongly each of its 5 values resonates/);
    assert.match(text, /8 comments\. The wording: 5; Something is missing: 3\./);
    assert.match(text, /In a meeting \(Autumn meeting\), 14 November 2026: 12 people/);
    assert.match(text, /1\. Whom the harvest is for [^]* Partly 24 November 2026/);
    assert.match(
      text,
      /To follow: Put up a sign at the street beds \(The planting circle, by 1 March 2027\)/,
    );
    assert.match(text, /“Share the harvest” now reads “Share the harvest with the street”/);
    assert.match(text, /2\. The paths are too narrow for a pram [^]* No answer yet\./);
    assert.match(text, /When draft 2 was published, theme 2 had no answer\./);
  });

  it('is whole in every language, without a script', () => {
    for (const language of languages) {
      const html = pageOf(overview, language);

      assert.match(html, new RegExp(`<html lang="${language}">`));
      assert.doesNotMatch(html, /<script|undefined|\[object/);
    }
  });

  it('lets nothing that somebody wrote be more than text', () => {
    for (const [kind, text] of Object.entries(hostileTexts)) {
      const view = withTexts(overview, text) as typeof overview;

      assert.doesNotMatch(pageOf(view), /<(?:script|img|at|b)\b|\u202E|\0/i, kind);
    }
  });
});
