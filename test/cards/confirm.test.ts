import assert from 'node:assert/strict';

import type { ConfirmView } from '../../src/app/views.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { problemsOf } from '../support/card-problems.js';
import { dataOf, elementsOf, hostile, markupOf, rendered, textsOf } from './facilitator-cards.js';
import { confirmations, confirmClose } from './facilitator-views.js';

const about = { charter: 'garden', draft: 'draft-2' };

function asking(what: ConfirmView['what']): ConfirmView {
  const found = confirmations.find((view) => view.what === what);
  assert.ok(found, what);
  return found;
}

describe('the question before closing', () => {
  it('says what closing does, and that it can be undone but not unread', () => {
    const text = textsOf(rendered(confirmClose));

    assert.match(text, /^Close draft 2\?$/m);
    assert.match(text, /Nobody can rate it any more/);
    assert.match(text, /results appear for all of us at the same moment/);
    assert.match(text, /can be opened again, but what has been read stays read/);
  });

  it('closes the draft it names, or leads away', () => {
    assert.deepEqual(dataOf(rendered(confirmClose)).slice(0, 2), [
      { v: 1, do: 'close', ...about, confirmed: true },
      { v: 1, do: 'status' },
    ]);
  });

  it('takes a time instead, in the zone of the charter, and never closes at once for want of one', () => {
    const card = rendered(confirmClose);
    const [, , later] = dataOf(card) as readonly object[];
    const close = { kind: 'close', about, confirmed: false };

    assert.deepEqual(parseCardAction({ ...later, date: '2026-12-10', time: '17:00' }), {
      ...close,
      at: { date: '2026-12-10', time: '17:00' },
    });
    assert.deepEqual(parseCardAction({ ...later, date: '', time: '' }), { ...close, at: 'unreadable' });
    assert.equal(elementsOf(card, 'Input.Date')[0]?.['id'], 'date');
    assert.equal(elementsOf(card, 'Input.Time')[0]?.['id'], 'time');
    assert.match(textsOf(card), /^Times are those of Europe\/Berlin\.$/m);
  });

  it('says when the draft closes by itself, and can call that off', () => {
    const card = rendered(confirmations[1] ?? confirmClose);

    assert.match(
      textsOf(card),
      /^It closes by itself on Thursday 10 December 2026, 17:00 \(Europe\/Berlin\)\./m,
    );
    assert.deepEqual(dataOf(card).at(-1), {
      v: 1,
      do: 'cancel-appointment',
      charter: 'garden',
      appointment: 'close',
    });
  });
});

describe('the question before what everybody notices', () => {
  for (const view of confirmations) {
    it(`keeps the title from being taken for anything but text: ${view.what}`, () => {
      const card = rendered({ ...view, subject: { ...view.subject, title: hostile } });

      assert.deepEqual(markupOf(card), []);
      assert.deepEqual(problemsOf(card), []);
      assert.doesNotMatch(JSON.stringify(card), /\u202E/);
    });

    it(`says how the same is typed: ${view.what}`, () => {
      assert.match(String(rendered(view)['fallbackText']), new RegExp(`In words: “${view.what} garden yes”`));
    });
  }

  it('of withdrawing says that it is for good', () => {
    const card = rendered(asking('withdraw'));

    assert.match(textsOf(card), /It cannot be undone/);
    assert.deepEqual(dataOf(card)[0], { v: 1, do: 'withdraw', ...about, confirmed: true });
    assert.deepEqual(elementsOf(card, 'Input.Date'), []);
  });

  it('of opening again says that the results were read, and offers to tell everybody', () => {
    const card = rendered(asking('reopen'));

    assert.match(textsOf(card), /results are hidden again .* They have been read already/);
    assert.deepEqual(dataOf(card).slice(0, 2), [
      { v: 1, do: 'reopen', ...about, confirmed: true },
      { v: 1, do: 'reopen', ...about, confirmed: true, audience: 'all' },
    ]);
  });

  it('of reminding says whom it reaches, and that nobody sees who that is', () => {
    const card = rendered(asking('remind'));

    assert.match(textsOf(card), /members who have not answered every value/);
    assert.match(textsOf(card), /Nobody sees who they are, facilitators included\./);
    assert.deepEqual(dataOf(card)[0], { v: 1, do: 'remind', ...about, confirmed: true });
  });

  it('of sealing says that the key is destroyed for good', () => {
    const card = rendered(asking('seal'));

    assert.match(textsOf(card), /The key that links answers to members is destroyed\. It cannot be undone\./);
    assert.deepEqual(dataOf(card)[0], { v: 1, do: 'seal', charter: 'garden', confirmed: true });
  });

  it('of declining says that nobody sees it, and that one may rate all the same', () => {
    const card = rendered(asking('decline'));

    assert.match(textsOf(card), /nobody sees that you did\.\nYou can rate it all the same/);
    assert.deepEqual(dataOf(card)[0], { v: 1, do: 'decline', ...about, confirmed: true });
  });
});
