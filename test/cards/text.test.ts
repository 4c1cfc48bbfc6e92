import assert from 'node:assert/strict';

import fc from 'fast-check';

import { inline, plain, shorten } from '../../src/cards/text.js';
import { tagsOf, wordsOf } from '../support/markdown-html.js';

const pieces = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '#',
    '-',
    '+',
    '1.',
    '2)',
    '~~',
    '&amp;',
    '&#42;',
    '\\',
  ],
  ...[
    '|',
    '=',
    '---',
    '${',
    '{{',
    '}',
    '<at>',
    '</at>',
    '<b>',
    'http://x.example',
    'javascript:',
    ' ',
    'a',
    'word',
    'ß',
  ],
);

describe('plain text on a card', () => {
  it('reads in a TextBlock as it was typed, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const typed = parts.join('').replace(/\s+/g, ' ').trim();
        fc.pre(typed !== '');

        const shown = inline(typed);

        assert.equal(wordsOf(shown), typed);
        assert.deepEqual(tagsOf(shown), ['<p>', '</p>']);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps ordinary punctuation free of backslashes, which phones would show', () => {
    const ordinary = 'AT&T, 3 < 4, snake_case, well-being: 2.5 % (or more)! "Yes" – it\'s 5 * 3.';

    assert.equal(inline(ordinary), ordinary);
  });

  it('leaves nothing that a template or a date function would take for its own', () => {
    for (const text of ['${charter}', '{{DATE(2026-01-01T00:00:00Z)}}', '$${{x}}', '{{{{']) {
      assert.doesNotMatch(inline(text), /\$\{|\{\{/);
      assert.doesNotMatch(plain(text), /\$\{|\{\{/);
    }
  });

  it('has no characters that turn or hide what stands around them', () => {
    const tricky = 'pay\u200Dpal \u202Egnp.exe\u202C \u2066x\u2069 a\u200Bb\uFEFF\u00ADc\0\u0007 \uD800!';

    assert.equal(plain(tricky), 'paypal gnp.exe x abc \uFFFD!');
    assert.equal(inline(tricky), plain(tricky));
  });

  it('keeps joiners where scripts and emoji need them', () => {
    for (const text of ['👩‍🌾 in the garden', 'می‌خواهم', 'क्‍ष']) assert.equal(plain(text), text);
  });

  it('is one line', () => {
    assert.equal(plain('first\r\nsecond\u2028third\t\tfourth '), 'first second third fourth');
  });
});

describe('shortening', () => {
  it('ends at a word and says that something is missing', () => {
    assert.equal(shorten('Prioritise learning over knowing', 24), 'Prioritise learning…');
  });

  it('leaves alone what fits', () => {
    assert.equal(shorten('Learning', 8), 'Learning');
    assert.equal(shorten('🌱🌱🌱🌱', 4), '🌱🌱🌱🌱');
  });

  it('never cuts a character in two', () => {
    assert.equal(shorten('🌱'.repeat(30), 5), '🌱🌱🌱🌱…');
  });
});
