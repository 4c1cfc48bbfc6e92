import assert from 'node:assert/strict';

import fc from 'fast-check';

import { beginning, canonical } from '../../../src/app/ledger/chain.js';
import { checkContents } from '../../../src/app/ledger/check-contents.js';
import { contentDigest } from '../../../src/app/ledger/content.js';
import { ledgerFile } from '../../../src/app/ledger/ledger-file.js';
import { verifyLedger, type Fault } from '../../../src/app/ledger/verify-ledger.js';
import type { ProcessEntry } from '../../../src/domain/process.js';
import { draftContent, garden, gardenEntries, recordsOf } from './made-up-ledger.js';

const records = recordsOf(gardenEntries);
const whole = ledgerFile(garden, records);
const linesOf = (text: string): string[] => text.trimEnd().split('\n');
const joined = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

function faultOf(text: string, head?: string): Fault['what'] | 'none' {
  const verified = verifyLedger(text, head);
  return verified.kind === 'whole' ? 'none' : verified.why.what;
}

describe('A ledger as a file', () => {
  it('is whole as it is written, and ends in the head that it says', () => {
    const verified = verifyLedger(whole, records.at(-1)?.hash);

    assert.equal(verified.kind, 'whole');
    assert.deepEqual([verified.charter, verified.entries.length], ['garden', gardenEntries.length]);
    assert.equal(verified.head, records.at(-1)?.hash);
  });

  it('is whole without any entry, and with the beginning of its head in capitals', () => {
    assert.equal(faultOf(ledgerFile(garden, [])), 'none');
    assert.equal(faultOf(whole, records.at(-1)!.hash.slice(0, 12).toUpperCase()), 'none');
  });

  const edited = (index: number, change: (line: string) => string): string =>
    joined(linesOf(whole).map((line, each) => (each === index ? change(line) : line)));
  const without = (...indexes: readonly number[]): string =>
    joined(linesOf(whole).filter((_line, each) => !indexes.includes(each)));
  const exchanged = (one: number, other: number): string => {
    const lines = linesOf(whole);
    return joined(
      lines.map((line, each) => lines[each === one ? other : each === other ? one : each] ?? line),
    );
  };
  const last = gardenEntries.length;
  const again = (line: string, times: number): string[] => Array.from({ length: times }, () => line);

  const tamperings: readonly (readonly [what: string, text: string, fault: Fault['what'], line: number])[] = [
    ['an edited entry', edited(2, (line) => line.replace('"to":8', '"to":9')), 'hash', 3],
    ['an edited time', edited(3, (line) => line.replace('2026-11-03', '2026-11-04')), 'hash', 4],
    ['an edited hash', edited(3, (line) => line.replace(/"hash":"./, '"hash":"f')), 'hash', 4],
    ['a removed first entry', without(1), 'number', 2],
    ['a removed entry in the middle', without(3), 'number', 4],
    ['a removed last entry', without(last), 'count', 1],
    ['no entries at all', without(...gardenEntries.map((_entry, index) => index + 1)), 'count', 1],
    ['entries exchanged', exchanged(2, 3), 'number', 3],
    [
      'a repeated entry',
      joined(linesOf(whole).flatMap((line, each) => again(line, each === 2 ? 2 : 1))),
      'number',
      4,
    ],
    ['an entry put in', joined(linesOf(whole).toSpliced(2, 0, linesOf(whole)[last] ?? '')), 'number', 3],
    ['an edited charter', edited(0, (line) => line.replace('"garden"', '"orchard"')), 'hash', 2],
    ['an edited head', edited(0, (line) => line.replace(/"head":"..../, '"head":"0000')), 'head-said', 1],
    [
      'an edited number of entries',
      edited(0, (line) => line.replace(`"entries":${String(last)}`, '"entries":2')),
      'count',
      1,
    ],
    ['another form', edited(0, (line) => line.replace('"version":1', '"version":2')), 'version', 1],
    ['a line of another thing', edited(0, () => '{"hello":1}'), 'no-header', 1],
    ['a text', 'Dear all', 'no-header', 1],
    ['nothing', '\n', 'empty', 1],
    ['blanks put in', edited(2, (line) => line.replace('{', '{ ')), 'not-canonical', 3],
    ['a field put in', edited(2, (line) => line.replace('{"at"', '{"a":1,"at"')), 'no-entry', 3],
    [
      'a field said twice',
      edited(2, (line) => line.replace('"number":2', '"number":3,"number":2')),
      'not-canonical',
      3,
    ],
    ['an empty line', edited(2, () => ''), 'no-json', 3],
    ['a line cut off', edited(2, (line) => line.slice(0, 40)), 'no-json', 3],
    ['other line ends', whole.replaceAll('\n', '\r\n'), 'not-canonical', 1],
  ];
  for (const [what, text, fault, line] of tamperings) {
    it(`shows ${what}, and where`, () => {
      const verified = verifyLedger(text);

      assert.deepEqual(verified.kind === 'broken' && [verified.why.what, verified.line], [fault, line]);
    });
  }

  it('shows by the head that somebody kept when its end was written anew', () => {
    const anew = ledgerFile(
      garden,
      recordsOf([...gardenEntries.slice(0, 2), { kind: 'draft', number: 1, became: 'withdrawn' }]),
    );

    assert.equal(faultOf(anew), 'none');
    assert.equal(faultOf(anew, records.at(-1)?.hash), 'head-known');
    assert.equal(faultOf(anew, records.at(-1)?.hash.slice(0, 12)), 'head-known');
  });

  it('shows every change of one character in any place, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(entries, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }),
        (some, place, character) => {
          const text = ledgerFile(garden, recordsOf(some));
          const at = place % (text.length - 1);
          fc.pre(text[at] !== character);

          assert.notEqual(faultOf(text.slice(0, at) + character + text.slice(at + 1)), 'none');
        },
      ),
    );
  });

  it('shows every removal, repetition and exchange of entries', () => {
    fc.assert(
      fc.property(
        fc.array(entries, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (some, one, other) => {
          const lines = linesOf(ledgerFile(garden, recordsOf(some)));
          const [from, to] = [1 + (one % some.length), 1 + (other % some.length)];
          const line = lines[from] ?? '';

          assert.equal(faultOf(joined(lines)), 'none');
          assert.notEqual(faultOf(joined(lines.toSpliced(from, 1))), 'none');
          assert.notEqual(faultOf(joined(lines.toSpliced(to, 0, line))), 'none');
          if (from !== to)
            assert.notEqual(faultOf(joined(lines.toSpliced(from, 1).toSpliced(to, 0, line))), 'none');
        },
      ),
    );
  });

  it('is hashed as docs/ledger.md says', () => {
    const [first] = recordsOf([{ kind: 'draft', number: 1, became: 'open' }]);

    assert.equal(
      canonical({ charter: 'garden', number: 1, at: first?.at, entry: first?.entry, previous: beginning }),
      `{"at":"2026-11-01T09:00:00.000Z","charter":"garden","entry":{"became":"open","kind":"draft","number":1},"number":1,"previous":"${beginning}"}`,
    );
    assert.equal(first?.hash, '5e8a766d7f680a013a473209e1bf8b8879c5560175e4bfafce15bb3643964826');
  });
});

describe('Drafts beside a ledger', () => {
  const draft = draftContent;
  const opened: ProcessEntry = { kind: 'draft', number: 1, became: 'open', content: contentDigest(draft) };
  const checked = (entry: ProcessEntry | undefined, said = draft) => {
    const verified = verifyLedger(ledgerFile(garden, recordsOf(entry === undefined ? [] : [entry])));
    assert.equal(verified.kind, 'whole');
    return checkContents(verified.entries, [said]);
  };

  it('say what was recorded, or not', () => {
    const other = { ...draft, values: [{ ...draft.values[0]!, text: 'What grows here is mine.' }] };

    assert.deepEqual(checked(opened), [{ number: 1, kind: 'same' }]);
    assert.deepEqual(checked(opened, other), [{ number: 1, kind: 'other' }]);
    assert.deepEqual(checked(undefined), [{ number: 1, kind: 'unknown' }]);
    assert.deepEqual(checked({ ...opened, number: 2 }), [
      { number: 1, kind: 'unknown' },
      { number: 2, kind: 'missing' },
    ]);
  });

  it('say the same after a change of spelling was disputed, which is recorded by itself', () => {
    const change = {
      value: draft.values[0]!.id,
      kinds: ['text'],
      from: [],
      themes: [],
      size: 'spelling',
    } as const;
    const changes = { base: 1, removed: [], unanswered: { themes: [], comments: 0 } };
    const calm = { ...draft, changes: { ...changes, values: [change] } };
    const disputed = { ...draft, changes: { ...changes, values: [{ ...change, disputed: true as const }] } };

    assert.equal(contentDigest(calm), contentDigest(disputed));
    assert.notEqual(contentDigest(calm), contentDigest(draft));
  });
});

/** Of any kind that the form knows. */
const entries: fc.Arbitrary<ProcessEntry> = fc.oneof(
  fc.record({
    kind: fc.constant('draft' as const),
    number: fc.integer({ min: 1, max: 9 }),
    became: fc.constantFrom('open' as const, 'closed' as const, 'replaced' as const),
  }),
  fc.record({
    kind: fc.constant('rules-changed' as const),
    changes: fc.array(
      fc.record({
        rule: fc.constant('groups' as const),
        from: fc.array(fc.string({ unit: 'grapheme' })),
        to: fc.array(fc.string({ unit: 'grapheme' })),
      }),
    ),
  }),
  fc.constant({ kind: 'sealed' as const }),
);
