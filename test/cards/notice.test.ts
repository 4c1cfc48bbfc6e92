import assert from 'node:assert/strict';

import type { NoticeView } from '../../src/app/views.js';
import { memberViews, subject } from '../support/sample-views.js';
import { dataOf, linesOf, rendered } from './facilitator-cards.js';

const notices = [...memberViews.values()].filter((view): view is NoticeView => view.kind === 'notice');

function wordsOf(view: NoticeView): string {
  return linesOf(rendered(view)).at(-1) ?? '';
}

describe('a notice', () => {
  it('always has a way on', () => {
    for (const view of notices) assert.ok(dataOf(rendered(view)).length > 0, view.what);
  });

  it('says each thing in words of its own', () => {
    const said = notices.map(wordsOf);

    assert.equal(new Set(said).size, said.length);
  });

  it('never speaks of what is inside', () => {
    for (const view of notices)
      assert.doesNotMatch(wordsOf(view), /error|exception|undefined|null|payload|invoke|!/i);
  });

  it('on a draft that is over leads to the one that is open', () => {
    const open = { ...subject, number: 3, draft: 'draft-3' as NonNullable<typeof subject.draft> };
    const view: NoticeView = {
      kind: 'notice',
      what: 'draft-replaced',
      subject: { ...subject, state: 'replaced' },
      current: open,
    };

    assert.equal(
      wordsOf(view),
      'Draft 2 was replaced by a later one, so nothing was recorded. Draft 3 is open to be rated now.',
    );
    assert.deepEqual(dataOf(rendered(view))[0], { v: 1, do: 'ballot', charter: 'garden', draft: 'draft-3' });
  });

  it('in public says that an answer is saved, and not which', () => {
    const view: NoticeView = { kind: 'notice', what: 'rated-in-public', subject, position: 2 };

    assert.equal(
      wordsOf(view),
      'Your answer to value 2 is saved. It is not shown here, since others are reading.',
    );
  });

  it('on words nobody knows names the nearest command', () => {
    const view: NoticeView = { kind: 'notice', what: 'unknown', text: 'rtae **2**', nearest: 'rate' };

    assert.equal(wordsOf(view), 'I do not know the words “rtae \\*\\*2\\*\\*”. Was *rate* meant?');
  });
});
