import assert from 'node:assert/strict';

import { warningKinds } from '../../src/domain/imported-post.js';
import { problemsOf } from '../support/card-problems.js';
import { dataOf, factsOf, hostile, linesOf, markupOf, rendered, textsOf } from './facilitator-cards.js';
import { confirmClose, firstPreview, preview, reportLine } from './facilitator-views.js';

describe('the preview to decide on', () => {
  it('says how much of what was found', () => {
    assert.deepEqual(factsOf(rendered(preview)), [
      ['Charter', 'garden'],
      ['Values', '3'],
      ['Considerations', '3'],
      ['Background', '2 sections'],
    ]);
  });

  it('says what becomes of the draft that is open now', () => {
    const text = textsOf(rendered(preview));

    assert.match(text, /^Draft 2 of garden opens to be rated/m);
    assert.match(text, /^Draft 2 replaces draft 1, which is open now/m);
  });

  it('speaks of no other draft where none is open', () => {
    assert.doesNotMatch(textsOf(rendered(firstPreview)), /replaces/);
  });

  it('says of a post without values that it announces the process', () => {
    const text = textsOf(rendered({ ...firstPreview, values: 0 }));

    assert.match(text, /has no values, so it announces the process/);
    assert.doesNotMatch(text, /opens to be rated/);
  });

  it('shows the first things to look at and counts the rest', () => {
    const report = Array.from({ length: 8 }, (_, index) =>
      reportLine(index + 1, 'placeholder', `FIXME ${index}`),
    );

    const lines = linesOf(rendered({ ...preview, report }));

    assert.ok(lines.includes('8 things to look at before you publish'));
    assert.equal(lines.filter((line) => line.includes('FIXME')).length, 3);
    assert.ok(lines.includes('The import report lists 5 more.'));
  });

  it('publishes exactly the text that was previewed', () => {
    assert.deepEqual(dataOf(rendered(preview)).at(-1), {
      v: 1,
      do: 'publish',
      charter: 'garden',
      revision: 'revision-1',
    });
  });

  it('leads to the report and to another version', () => {
    const [report, again] = dataOf(rendered(preview));

    assert.deepEqual(report, { v: 1, do: 'import-report', charter: 'garden' });
    assert.deepEqual(again, { v: 1, do: 'new-draft', charter: 'garden' });
  });

  it('says that the card below records nothing', () => {
    assert.match(
      textsOf(rendered(preview)),
      /card below is the one members will get\. Pressing its buttons records/,
    );
  });

  it('stays text and small whatever the post holds', () => {
    const report = Array.from({ length: 1000 }, (_, index) =>
      reportLine(index + 1, warningKinds[index % warningKinds.length] ?? 'image', hostile.repeat(5)),
    );

    const card = rendered(
      { ...preview, subject: { ...preview.subject, title: hostile.repeat(5) }, report },
      'es',
    );

    assert.deepEqual(markupOf(card), []);
    assert.deepEqual(problemsOf(card), []);
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });
});

describe('the question before closing', () => {
  it('says what closing does', () => {
    const text = textsOf(rendered(confirmClose));

    assert.match(text, /^Close draft 2\?$/m);
    assert.match(text, /Nobody can rate it any more/);
    assert.match(text, /results appear for all of us at the same moment/);
    assert.match(text, /cannot be opened again/);
  });

  it('closes the draft it names, or leads away', () => {
    const about = { charter: 'garden', draft: 'draft-2' };

    assert.deepEqual(dataOf(rendered(confirmClose)), [
      { v: 1, do: 'close', ...about, confirmed: true },
      { v: 1, do: 'status' },
    ]);
  });

  it('keeps the title from being taken for anything but text', () => {
    const card = rendered({ ...confirmClose, subject: { ...confirmClose.subject, title: hostile } });

    assert.deepEqual(markupOf(card), []);
    assert.deepEqual(problemsOf(card), []);
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });
});
