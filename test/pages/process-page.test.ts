import assert from 'node:assert/strict';

import type { ProcessView } from '../../src/app/process/views.js';
import { usualRules } from '../../src/domain/process.js';
import { processPage } from '../../src/pages/process-page.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { gardenProcess } from './garden-process.js';
import { paperLinks } from './paper-links.js';

const pageOf = (view: ProcessView, language = 'en'): string =>
  processPage(view, paperLinks, wordsFor(language)).replace(/<style>[^]*<\/style>/, '');
const read = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page on how a process works', () => {
  it('tells dates, rules, who facilitates and what was hidden', () => {
    const text = read(pageOf(gardenProcess));

    assert.match(text, /Sealed 22 November 2026, 17:00 \(Europe\/Berlin\)/);
    assert.match(text, /fewer than 8 answers/);
    assert.match(text, /Members may say where they belong, and need not: Office, Field/);
    assert.match(text, /Ada Osei Bo Li One more has not written/);
    assert.match(text, /names a person 2 attacks somebody 1/);
    assert.match(text, /can get stronger, and never weaker/);
  });

  it('tells every change, with what was before, and every attempt that was refused', () => {
    const text = read(pageOf(gardenProcess));

    assert.match(
      text,
      /Rules changed: groups: Office, Field \(before: none\); results: on the way too \(before: at closing\)/,
    );
    assert.match(text, /people in the community: 120 \(before: none\)/);
    assert.match(text, /Refused, because it would weaken .*: fewest answers: 5 \(before: 8\)/);
    assert.match(text, /somebody asked to switch confidentiality off/);
  });

  it('says so where there is nothing yet', () => {
    const { subject, timeZone } = gardenProcess;
    const facilitators = { names: [], unnamed: 0 };
    const bare: ProcessView = {
      ...{ kind: 'process', subject, timeZone, rules: usualRules, answered: false, facilitators },
      ...{ hidden: new Map(), records: [], page: 1 },
    };

    for (const language of languages) {
      const text = pageOf(bare, language);
      const { noDates, nobody, noneHidden, noRecords, free } = wordsFor(language).all.pages.process;
      for (const sentence of [noDates, nobody, noneHidden, noRecords, free])
        assert.ok(text.includes(sentence), sentence);
    }
  });

  it('lets no name or group be more than text', () => {
    for (const [kind, text] of Object.entries(hostileTexts)) {
      const facilitators = { names: [text], unnamed: 0 };
      const page = pageOf({
        ...gardenProcess,
        facilitators,
        rules: { ...gardenProcess.rules, groups: [text] },
      });

      assert.doesNotMatch(page, /<(?:script|img|at|b)\b|\u202E/i, kind);
      assert.ok(!page.includes('\0'), kind);
    }
  });
});
