import assert from 'node:assert/strict';

import { warningKinds } from '../../src/domain/imported-post.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { problemsOf } from '../support/card-problems.js';
import {
  dataOf,
  elementsOf,
  factsOf,
  hostile,
  linesOf,
  markupOf,
  rendered,
  textsOf,
} from './facilitator-cards.js';
import { firstPreview, plannedPreview, preview, reportLine } from './facilitator-views.js';

describe('the preview to decide on', () => {
  it('says how much of what was found', () => {
    assert.deepEqual(factsOf(rendered(preview)), [
      ['Charter', 'garden'],
      ['Values', '3'],
      ['Considerations', '3'],
      ['Background', '2 sections'],
    ]);
  });

  it('says of what is not in the post that it stays as it was', () => {
    const card = rendered({ ...preview, kept: { considerations: true, background: 1 } });

    assert.deepEqual(factsOf(card).slice(2), [
      ['Considerations', '3, as before: the post has none of its own'],
      ['Background', '2 sections, 1 as before'],
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
    const publish = dataOf(rendered(preview)).find((data) => (data as { do: string }).do === 'publish');

    assert.deepEqual(publish, { v: 1, do: 'publish', charter: 'garden', revision: 'revision-1' });
  });

  it('publishes the same text at a time in the zone of the charter, and never at once for want of one', () => {
    const card = rendered(preview);
    const later = dataOf(card).at(-1) as object;
    const publish = { kind: 'publish', charter: 'garden', revision: 'revision-1' };

    assert.deepEqual(parseCardAction({ ...later, date: '2026-12-01', time: '09:30' }), {
      ...publish,
      at: { date: '2026-12-01', time: '09:30' },
    });
    assert.deepEqual(parseCardAction({ ...later, date: '', time: '' }), { ...publish, at: 'unreadable' });
    assert.match(textsOf(card), /^Times are those of Europe\/Berlin\.$/m);
    for (const type of ['Input.Date', 'Input.Time'])
      assert.deepEqual(
        elementsOf(card, type).map(({ id, isRequired }) => [id, isRequired]),
        [[type === 'Input.Date' ? 'date' : 'time', true]],
      );
  });

  it('says when the text is published by itself, and can call that off', () => {
    const card = rendered(plannedPreview);

    assert.match(
      textsOf(card),
      /^This text is going to be published by itself on Thursday 10 December 2026, 17:00 \(Europe\/Berlin\)\./m,
    );
    assert.deepEqual(dataOf(card).at(-1), {
      v: 1,
      do: 'cancel-appointment',
      charter: 'garden',
      appointment: 'publish',
    });
  });

  it('of a text in which nothing is new to answer says that few are told, and offers to tell all', () => {
    const card = rendered(plannedPreview);

    assert.match(textsOf(card), /nobody is asked anew: only members who had not finished are told/);
    assert.doesNotMatch(textsOf(card), /every place that subscribes/);
    assert.ok(
      dataOf(card).some((data) => (data as { audience?: string }).audience === 'all'),
      'a button that tells everybody',
    );
    assert.ok(!dataOf(rendered(preview)).some((data) => Object.hasOwn(data as object, 'audience')));
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
