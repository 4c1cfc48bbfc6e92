import assert from 'node:assert/strict';

import fc from 'fast-check';

import { bytesOf } from '../../src/cards/card.js';
import { markdown, pagesOf } from '../../src/cards/markdown.js';
import { tagsOf, wordsOf } from '../support/markdown-html.js';

const allowed =
  /^<\/?(?:p|strong|em|ul|ol|li)>$|^<ol start="\d+">$|^<\/?a>$|^<a href="(?:https?:\/\/|mailto:)[^"]*">$/;

describe("an author's Markdown on a card", () => {
  const cases: readonly (readonly [what: string, written: string, shown: string])[] = [
    ['bold and italic', 'so **bold** and *slanted*', 'so **bold** and *slanted*'],
    ['one line broken in the source', 'one\nline', 'one line'],
    ['paragraphs', 'one\n\ntwo', 'one\n\ntwo'],
    ['a hard break, as a paragraph', 'one  \ntwo', 'one\n\ntwo'],
    ['a heading, as a bold line', '## Why *now*\nText', '**Why now**\n\nText'],
    ['a bullet list', '* one\n* two', '- one\n- two'],
    ['a numbered list with its numbers', '3. three\n4. four', '3. three\n4. four'],
    ['a list in a list, as items of their own', '- one\n  - inner', '- one\n- – inner'],
    ['a quotation, as plain text', '> said\n> so', 'said so'],
    ['code, as plain text', 'run `rm *`', 'run rm \\*'],
    ['a block of code, line by line', '```js\na = 1\n# b\n```', 'a = 1\n\n\\# b'],
    ['a table, as a list', '| a | b |\n|---|---|\n| 1 | 2 |', '- a · b\n- 1 · 2'],
    ['a link', '[here](https://garden.example/a_(b))', '[here](https://garden.example/a_%28b%29)'],
    ['a link by reference', '[here][x]\n\n[x]: https://garden.example', '[here](https://garden.example/)'],
    ['a mail address', '<mail@garden.example>', '[mail@garden.example](mailto:mail@garden.example)'],
    ['a bold link', '**[here](https://garden.example)**', '[**here**](https://garden.example/)'],
    ['an image, as its description', '![two beds](https://garden.example/a.png)', 'two beds'],
    ['words struck out, as words', '~~old~~ new', 'old new'],
    ['HTML, dropped', 'a <b>bold</b> <script>alert(1)</script>word', 'a bold alert(1)word'],
    ['a footnote', 'so[^1]\n\n[^1]: because', 'so\\[1\\]\n\n\\[1\\] because'],
    ['a rule, dropped', 'one\n\n---\n\ntwo', 'one\n\ntwo'],
    ['letters given as entities', '&#x202E;a &lt;at&gt;', 'a \\<at>'],
  ];
  for (const [what, written, shown] of cases) {
    it(`shows ${what}`, () => {
      assert.equal(markdown(written), shown);
    });
  }

  it('never links to anything but the web and mail', () => {
    const refused = [
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert)',
      '[x](data:text/html,hi)',
      '[x](file:///etc/passwd)',
      '[x](/relative)',
      '[x](//evil.example)',
      '[x]()',
      '[x](https://name:secret@evil.example)',
      `[x](https://long.example/${'a'.repeat(3000)})`,
    ];

    for (const written of refused) assert.equal(markdown(written), 'x');
    assert.equal(markdown('[x](java&#10;script:alert)'), 'x');
  });

  it('does not let a link be taken for an image', () => {
    assert.equal(markdown('look\\![x](https://garden.example)'), 'look\\![x](https://garden.example/)');
  });

  it('renders to nothing but paragraphs, lists, bold, italic and safe links, whatever was written', () => {
    const pieces = fc.constantFrom(
      ...[
        '*',
        '**',
        '***',
        '_',
        '`',
        '```\n',
        '[',
        '](',
        ')',
        '![',
        '](javascript:x)',
        '](https://a.example "t")',
        '<b>',
      ],
      ...[
        '<at>x</at>',
        '<!--',
        '-->',
        '# ',
        '- ',
        '1. ',
        '> ',
        '| a |',
        '\n|---|\n',
        '~~',
        '&lt;',
        '&#42;',
        '\\',
        '\n',
        '\n\n',
      ],
      ...[
        '  \n',
        '    ',
        '---',
        '===',
        '[^1]',
        '[^1]: ',
        'https://b.example',
        'a@b.example',
        '${',
        '{{DATE(',
        'word',
        ' ',
        '.',
      ],
    );

    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
        const shown = markdown(parts.join(''));

        for (const tag of tagsOf(shown)) assert.match(tag, allowed);
        assert.doesNotMatch(shown, /\$\{|\{\{/);
        assert.doesNotMatch(shown, /\*{4}/);
      }),
      { numRuns: 500 },
    );
  });

  it('shows what is nested beyond reason as plain text, at once', () => {
    const written = `${'> '.repeat(2000)}deep`;

    assert.deepEqual(tagsOf(markdown(written)), ['<p>', '</p>']);
    assert.match(wordsOf(markdown(written)), /deep$/);
  });
});

describe('the parts of a long text', () => {
  const long = Array.from(
    { length: 40 },
    (_, index) => `Paragraph ${String(index)} says *something* that matters.`,
  );

  it('hold all of it, each within its bytes', () => {
    const parts = pagesOf(long.join('\n\n'), 500);

    assert.ok(parts.length > 3);
    assert.equal(parts.map(wordsOf).join(' '), wordsOf(markdown(long.join('\n\n'))));
    for (const part of parts) assert.ok(bytesOf(part) <= 500);
  });

  it('are one where there is little or nothing to show', () => {
    assert.deepEqual(pagesOf('Short.', 500), ['Short.']);
    assert.deepEqual(pagesOf('', 500), ['']);
  });

  it('cut a paragraph between words, and bold words stay bold on both sides', () => {
    const [first = '', second = ''] = pagesOf(`**${'strong words '.repeat(60).trim()}**`, 500);

    assert.match(first, /^\*\*strong.*\*\*$/);
    assert.match(second, /^\*\*(?:strong|words).*\*\*$/);
  });

  it('cut a word without end between its characters', () => {
    const parts = pagesOf('🌱'.repeat(4000), 6000);

    assert.equal(parts.join('').replace(/\s/g, ''), '🌱'.repeat(4000));
    for (const part of parts) assert.ok(bytesOf(part) <= 6000);
  });

  it('keep to their bytes whatever the text is made of', () => {
    const pieces = fc.constantFrom(
      '*',
      '**b** ',
      '[a](https://a.example/b) ',
      'www.a.example ',
      '\\',
      '"',
      '🌱',
      'word ',
      '\n\n',
      '- ',
      '\n',
    );

    fc.assert(
      fc.property(fc.array(pieces, { minLength: 200, maxLength: 600 }), (parts) => {
        for (const part of pagesOf(parts.join(''), 1000))
          assert.ok(bytesOf(part) <= 1000, String(bytesOf(part)));
      }),
      { numRuns: 25 },
    );
  });
});
