import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { DeliveriesView } from '../../src/app/views.js';
import type { DeliveryReport } from '../../src/domain/delivery.js';
import { problemsOf } from '../support/card-problems.js';
import { dataOf, factsOf, hostile, linesOf, markupOf, rendered, textsOf } from './facilitator-cards.js';
import { charter, deliveries, told } from './facilitator-views.js';

type Told = DeliveriesView['announcements'][number];

describe('the delivery report', () => {
  it('adds up in words and numbers', () => {
    const [newest] = deliveries.announcements;

    assert.deepEqual(factsOf(showing(newest)), [
      ['Sent', '30'],
      ['Waiting', '4'],
      ['Sending', '1'],
      ['Failed', '2 (ServiceError: 1; given up after many tries: 1)'],
      ['Skipped', '5 (the bot is blocked there: 3; the bot was removed there: 2)'],
      ['Cancelled', '3'],
      ['In all', '30 + 4 + 1 + 2 + 5 + 3 = 45 places'],
    ]);
  });

  it('adds up to the last place, whatever happened to them', () => {
    const code = fc.stringMatching(/^[A-Za-z-]{1,20}$/);
    const counts = fc.dictionary(code, fc.integer({ min: 1, max: 9999 }), { maxKeys: 20 });
    const states = {
      sent: fc.nat(9999),
      waiting: fc.nat(9999),
      sending: fc.nat(9),
      failed: counts,
      skipped: counts,
      cancelled: fc.nat(9999),
    };

    fc.assert(
      fc.property(fc.record(states), (state) => {
        const facts = factsOf(showing(told(1, { ...state, intended: sumOf(state) })));

        const shown = facts.slice(0, -1).map(([, value]) => value);
        assert.equal(sumOfNumbers(shown.map((value) => /^[\d,]+/.exec(value)?.[0])), sumOf(state));
        for (const value of shown.filter((each) => each.includes('('))) {
          const byReason = [...value.matchAll(/: ([\d,]+)/g)].map(([, count]) => count);
          assert.equal(sumOfNumbers(byReason), sumOfNumbers([/^[\d,]+/.exec(value)?.[0]]));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says at a glance whether all were reached', () => {
    assert.match(
      textsOf(showing(told(1, { intended: 9, sent: 4, waiting: 5 }))),
      /^4 of 9 places reached so far\.$/m,
    );
    assert.match(textsOf(showing(told(1, { intended: 9, sent: 9 }))), /^All 9 places were reached\.$/m);
    assert.match(
      textsOf(showing(told(1, { intended: 9, sent: 8, failed: { x: 1 } }))),
      /^8 of 9 places reached\.$/m,
    );
    assert.match(textsOf(showing(told(1, {}))), /nobody to tell/);
  });

  it('names the places not reached, and never a person', () => {
    const people = ['Ada', 'Grace'].map((name) => ({ name, scope: 'personal', reason: 'blocked' }) as const);
    const places = [
      { name: 'Garden › General', scope: 'channel', reason: 'uninstalled' },
      { scope: 'group', reason: 'not-found' },
      ...people,
    ] as const;

    const text = textsOf(showing(told(1, { intended: 4, skipped: { x: 4 } }, { unreached: places })));

    assert.match(text, /^Garden › General \(channel\): the bot was removed there$/m);
    assert.match(text, /^1 group chat: the conversation is gone$/m);
    assert.match(text, /^2 personal chats: the bot is blocked there$/m);
    assert.doesNotMatch(text, /Ada|Grace/);
  });

  it('shows a reason it has no words for as it is, and as text', () => {
    const place = { name: hostile, scope: 'channel', reason: `Odd${hostile}` } as const;
    const report = { intended: 2, failed: { ServiceError: 1, [hostile]: 1 } };

    const card = showing(told(1, report, { unreached: [place, { ...place, reason: 'ServiceError' }] }));

    assert.match(textsOf(card), /: ServiceError$/m);
    assert.deepEqual(markupOf(card), []);
    assert.deepEqual(problemsOf(card), []);
    assert.doesNotMatch(JSON.stringify(card), /\u202E/);
  });

  it('says so where a reason says nothing', () => {
    const report = { intended: 1, failed: { ' ': 1 } };

    assert.equal(factsOf(showing(told(1, report)))[1]?.[1], '1 (no reason was noted: 1)');
  });

  it('is not misled by a reason named like something every object has', () => {
    const report = { intended: 2, failed: { constructor: 1, toString: 1 } };

    assert.equal(factsOf(showing(told(1, report)))[1]?.[1], '2 (constructor: 1; toString: 1)');
  });

  it('counts the places that do not fit', () => {
    const places = Array.from({ length: 40 }, (_, index) => ({
      name: `${hostile} ${'ñ*'.repeat(200)} ${index}`,
      scope: 'channel' as const,
      reason: 'uninstalled',
    }));
    const one = told(1, { intended: 100, skipped: { uninstalled: 100 } }, { unreached: places });

    for (const locale of ['en', 'es']) {
      const card = rendered({ ...deliveries, announcements: [one, one, one] }, locale);

      const lines = linesOf(card);
      const named = lines.filter((line) => /\((?:channel|canal)\)/.test(line)).length;
      const left = lines
        .flatMap((line) => /^(?:and|y) (\d+) (?:more|más)$/.exec(line)?.[1] ?? [])
        .map(Number);
      assert.equal(named + left.reduce((sum, count) => sum + count, 0), 300);
      assert.ok(named >= 30);
      assert.deepEqual(problemsOf(card), []);
    }
  });

  it('names all of forty places with names of common length', () => {
    const places = Array.from({ length: 40 }, (_, index) => ({
      name: `Team ${index} › General`,
      scope: 'channel' as const,
      reason: 'uninstalled',
    }));

    const text = textsOf(
      showing(told(1, { intended: 40, skipped: { uninstalled: 40 } }, { unreached: places })),
    );

    assert.match(text, /Team 39 › General/);
    assert.doesNotMatch(text, /more$/m);
  });

  it('tells a draft from the announcement of the process', () => {
    const [{ announcement, ...rest } = told(1, {})] = deliveries.announcements;

    const process = showing({ ...rest, announcement: { ...announcement, kind: 'announced' } });

    assert.match(textsOf(process), /^Process announced, 4 February 2026, 15:20 \(UTC\)$/m);
    assert.match(textsOf(rendered(deliveries)), /^Draft 1 published, 4 January 2026, 15:20 \(UTC\)$/m);
  });

  it('names a draft that was opened again, and a reminder', () => {
    const [{ announcement, ...rest } = told(1, {})] = deliveries.announcements;
    const headings = (['reopened', 'reminder'] as const).map((kind) =>
      textsOf(showing({ ...rest, announcement: { ...announcement, kind } })),
    );

    assert.match(headings[0] ?? '', /^Draft 2 opened again, 4 February 2026, 15:20 \(UTC\)$/m);
    assert.match(headings[1] ?? '', /^Reminder of draft 2, 4 February 2026, 15:20 \(UTC\)$/m);
  });

  it('says what may have arrived twice, and how the posted copies stand', () => {
    const text = textsOf(rendered(deliveries));

    assert.match(text, /^One place may have got it twice: a first try ended without a clear answer\.$/m);
    assert.match(
      text,
      /^24 posted cards have something new to say: 20 edited, 2 waiting, 2 not possible \(the posted card was deleted: 2\)\.$/m,
    );
  });

  it('tells with one reason who had nothing left to do and who was told enough', () => {
    const facts = factsOf(showing(told(1, { intended: 9, sent: 5, skipped: { 'not-needed': 4 } })));

    assert.deepEqual(facts[1], ['Skipped', '4 (had nothing left to do, or was told enough: 4)']);
  });

  it('offers to send again only where something failed and another try is worth it', () => {
    const failed = told(2, { intended: 2, sent: 1, failed: { ServiceError: 1 } });
    const unedited = (reason: string): Told =>
      told(2, {
        intended: 1,
        sent: 1,
        edits: { intended: 1, edited: 0, waiting: 0, failed: { [reason]: 1 } },
      });
    const retries = (one: Told): readonly unknown[] => dataOf(showing(one)).slice(0, -1);
    const retry = { v: 1, do: 'retry', charter: 'garden', announcement: 'announcement-2' };

    assert.deepEqual(retries(failed), [retry]);
    assert.deepEqual(retries(unedited('too-many-attempts')), [retry]);
    assert.deepEqual(retries(unedited('message-gone')), []);
    assert.deepEqual(retries(unedited('no-message-id')), []);
    assert.deepEqual(retries(told(2, { intended: 2, sent: 1, skipped: { blocked: 1 } })), []);
  });

  it('says so where nothing was announced', () => {
    const card = rendered({ ...deliveries, announcements: [] });

    assert.match(textsOf(card), /Nothing has been announced for garden yet\./);
  });

  it('can be asked for again', () => {
    assert.deepEqual(dataOf(rendered(deliveries)).at(-1), { v: 1, do: 'deliveries', charter: 'garden' });
  });
});

function showing(one: Told | undefined): ReturnType<typeof rendered> {
  return rendered({ kind: 'deliveries', charter, announcements: one === undefined ? [] : [one] });
}

type States = Omit<DeliveryReport, 'intended' | 'possiblyTwice' | 'edits'>;

function sumOf({ sent, waiting, sending, failed, skipped, cancelled }: States): number {
  const counts = [sent, waiting, sending, cancelled, ...Object.values(failed), ...Object.values(skipped)];
  return counts.reduce((sum, count) => sum + count, 0);
}

function sumOfNumbers(written: readonly (string | undefined)[]): number {
  return written.reduce((sum, number) => sum + Number(number?.replaceAll(',', '')), 0);
}
