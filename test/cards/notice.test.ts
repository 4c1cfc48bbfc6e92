import assert from 'node:assert/strict';

import type { NoticeView } from '../../src/app/views.js';
import { evening, memberViews, previewSubject, subject } from '../support/sample-views.js';
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

  it('that a charter is sealed names the charter, and says nothing of drafts it may have had', () => {
    const { charter, title } = subject;
    const view: NoticeView = {
      kind: 'notice',
      what: 'charter-sealed',
      subject: { charter, title, preview: false },
    };

    assert.equal(linesOf(rendered(view))[0], charter);
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
    assert.deepEqual(dataOf(rendered(view))[0], { v: 1, do: 'ballot' });
  });

  it('on words nobody knows has a button for the nearest command only where that changes nothing', () => {
    const near = (nearest: string): unknown =>
      (dataOf(rendered({ kind: 'notice', what: 'unknown', text: 'x', nearest }))[0] as { do: string }).do;

    assert.equal(near('resultados'), 'results');
    for (const acting of ['publish', 'close', 'retirar', 'unsubscribe', 'remind', 'retry', 'cancel'])
      assert.equal(near(acting), 'help', acting);
  });

  it('of a time says it as its reader does, with the day of the week', () => {
    const view: NoticeView = { kind: 'notice', what: 'paused', scope: 'personal', until: evening };

    assert.match(wordsOf(view), /until Thursday 10 December 2026, 17:00 \(Europe\/Berlin\)\./);
    assert.match(
      linesOf(rendered(view, 'es')).at(-1) ?? '',
      /hasta el jueves 10 de diciembre de 2026, 17:00 \(Europe\/Berlin\)\./,
    );
  });

  it('about a text that is to be published is no preview', () => {
    const subject = previewSubject;
    const view: NoticeView = {
      kind: 'notice',
      what: 'planned',
      subject,
      appointment: 'publish',
      at: evening,
    };

    assert.doesNotMatch(linesOf(rendered(view)).join('\n'), /Preview/);
    assert.deepEqual(dataOf(rendered(view))[0], { v: 1, do: 'appointments', charter: 'garden' });
  });

  it('of a planned closing says when those who have not finished are reminded', () => {
    const view: NoticeView = {
      kind: 'notice',
      what: 'planned',
      subject,
      appointment: 'close',
      at: evening,
      reminder: { ...evening, at: '2026-12-08T16:00:00.000Z' },
    };

    assert.equal(
      wordsOf(view),
      'Planned: the draft closes on Thursday 10 December 2026, 17:00 (Europe/Berlin). Its cards say so. Before that, on Tuesday 8 December 2026, 17:00 (Europe/Berlin), those who have not finished are reminded.',
    );
  });

  it('on a correction that is more than a slip shows what is too much', () => {
    const changes = [
      { before: 'may', after: '' },
      ...Array.from({ length: 4 }, () => ({ before: 'some', after: '**all**' })),
    ];

    const words = wordsOf({ kind: 'notice', what: 'correction-refused', subject, changes });

    assert.match(
      words,
      /“may” would read “\(nothing\)”; “some” would read “\\\*\\\*all\\\*\\\*”; .*; 2 more changes\.$/,
    );
  });

  it('on a draft that was closed leads to its results, also where there is nothing to close', () => {
    const closed = { ...subject, state: 'closed' } as const;

    for (const what of ['nothing-to-close', 'nothing-to-withdraw', 'draft-closed', 'closed-now'] as const)
      assert.equal(
        (dataOf(rendered({ kind: 'notice', what, subject: closed }))[0] as { do: string }).do,
        'results',
        what,
      );
  });

  it('where others talk too says that the bot is mentioned first', () => {
    for (const scope of ['group', 'channel'] as const)
      assert.match(
        wordsOf({ kind: 'notice', what: 'subscribed', scope }),
        /Mention me and write \*unsubscribe\*/,
      );
  });
});
