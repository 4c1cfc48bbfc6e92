import assert from 'node:assert/strict';

import { problemsOf } from '../support/card-problems.js';
import { dataOf, elementsOf, factsOf, hostile, markupOf, rendered, textsOf } from './facilitator-cards.js';
import { appointments, correcting, correction } from './facilitator-views.js';

describe('a correction to decide on', () => {
  it('shows each change before and after, and makes it with one button', () => {
    const card = rendered(correction);

    assert.deepEqual(factsOf(card).slice(2, 6), [
      ['Now', '(https://garden.example/bok)'],
      ['Corrected', '(https://garden.example/book)'],
      ['Now', 'very very'],
      ['Corrected', 'very'],
    ]);
    assert.deepEqual(dataOf(card), [
      { v: 1, do: 'apply-correction', correction: 'correction-1' },
      { v: 1, do: 'correct', charter: 'garden' },
      { v: 1, do: 'status' },
    ]);
  });

  it('says so where words are added or go', () => {
    const changes = [
      { before: '', after: 'new' },
      { before: 'old', after: ' ' },
    ];

    assert.deepEqual(
      factsOf(rendered({ ...correction, changes })).map(([, value]) => value),
      ['(nothing)', 'new', 'old', '(nothing)'],
    );
  });

  it('stays text and small however much changes, and counts what it does not show', () => {
    const changes = Array.from({ length: 200 }, () => ({
      before: hostile.repeat(3),
      after: hostile.repeat(3),
    }));

    const card = rendered({ ...correction, changes });

    const shown = factsOf(card).length / 2;
    assert.deepEqual(markupOf(card), []);
    assert.deepEqual(problemsOf(card), []);
    assert.match(textsOf(card), new RegExp(`^${200 - shown} more changes besides\\.$`, 'm'));
    assert.ok(shown >= 5);
  });
});

describe('the form for a correction', () => {
  it('holds what is published, and shows its changes before any is made', () => {
    const card = rendered(correcting);
    const [source, ...others] = elementsOf(card, 'Input.Text');

    assert.equal(source?.['value'], correcting.source);
    assert.deepEqual(others, []);
    assert.deepEqual(dataOf(card), [{ v: 1, do: 'propose-correction', charter: 'garden' }]);
  });

  it('says what a correction may change, and that another meaning is a new draft', () => {
    assert.match(textsOf(rendered(correcting)), /^Correct draft 2$/m);
    assert.match(textsOf(rendered(correcting)), /Words that mean something else are a new draft/);
  });

  it('says what to do with a post too long to stand in it', () => {
    const card = rendered({ ...correcting, source: 'é'.repeat(20_000) });

    assert.equal(elementsOf(card, 'Input.Text')[0]?.['value'], '');
    assert.match(textsOf(card), /write “correct garden” with all of it in the lines below/);
  });
});

describe('what is planned', () => {
  it('is said with its time and zone, and each can be called off', () => {
    const card = rendered(appointments);

    assert.match(
      textsOf(card),
      /^Draft 3 is published on Tuesday 1 December 2026, 09:00 \(Europe\/Berlin\)\.$/m,
    );
    assert.match(
      textsOf(card),
      /^Members who have not finished draft 2 are reminded on Tuesday 8 December 2026, 17:00/m,
    );
    assert.match(textsOf(card), /^Draft 2 closes on Thursday 10 December 2026, 17:00/m);
    assert.deepEqual(
      dataOf(card).slice(0, -1),
      ['publish', 'remind', 'close'].map((appointment) => ({
        ...{ v: 1, do: 'cancel-appointment', charter: 'garden' },
        appointment,
      })),
    );
  });

  it('says so where there is nothing', () => {
    assert.match(
      textsOf(rendered({ ...appointments, appointments: [] })),
      /^Nothing is planned for garden\.$/m,
    );
  });
});
