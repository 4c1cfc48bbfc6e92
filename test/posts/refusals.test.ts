import assert from 'node:assert/strict';
import { readPost } from '../../src/posts/read-post.js';
import { post, refusals } from './reading.js';

describe('posts that cannot be taken', () => {
  it('are longer than 256 KiB, counted in bytes', () => {
    assert.deepEqual(refusals('é'.repeat(128 * 1024 + 1)), [{ line: 1, kind: 'too-large', about: '' }]);
    assert.equal(post(`Text.\n\n${'word '.repeat(52_000)}`).values.length, 0);
  });

  for (const source of ['', ' \n\t\n', '\uFEFF', '---\ntitle: x\n---\n\n', '<!-- nothing -->\n']) {
    it(`have no text: ${JSON.stringify(source)}`, () => {
      assert.deepEqual(refusals(source), [{ line: 1, kind: 'empty', about: '' }]);
    });
  }

  it('have more than fifty values', () => {
    const values = (count: number) => `# Values\n\n${'## Be\n\ntext\n\n'.repeat(count)}`;

    assert.equal(post(values(50)).values.length, 50);
    assert.deepEqual(refusals(values(52)), [{ line: 203, kind: 'too-many-values', about: 'Be' }]);
  });

  it('have a title of more than 200 characters, whether of the post or of a value', () => {
    assert.equal(post(`# ${'🌱'.repeat(200)}\n\ntext\n`).title.length, 400);
    assert.deepEqual(
      refusals(`# ${'x'.repeat(201)}\n\n## Our values\n\n### ${'y'.repeat(201)}\n\ntext\n`).map(
        ({ kind, line }) => [kind, line],
      ),
      [
        ['title-too-long', 1],
        ['title-too-long', 5],
      ],
    );
  });

  it('have a value of more than 4,000 characters', () => {
    const values = (length: number) => `# Values\n\n## One\n\n${'x'.repeat(length)}\n\n## Two\n\ntext\n`;

    assert.equal(post(values(4000)).values[0]?.text.length, 4000);
    assert.deepEqual(refusals(values(4001)), [{ line: 3, kind: 'value-too-long', about: 'One' }]);
  });

  it('have an id twice, or one that is none', () => {
    const source =
      '# V\n\n## A {#same}\n\nx\n\n## B {#Same}\n\nx\n\n## C {#1st}\n\nx\n\n## D {#}\n\nx\n\n## E {#a b}\n\nx\n';

    assert.deepEqual(
      refusals(source).map(({ kind, line, about }) => `${line} ${kind} ${about}`),
      ['7 duplicate-id same', '11 invalid-id 1st', '15 invalid-id ', '19 invalid-id a b'],
    );
  });

  it('name a charter by something that cannot be a name', () => {
    assert.deepEqual(refusals('---\ntitle: x\ncharter: no way!\n---\ntext'), [
      { line: 3, kind: 'invalid-charter', about: 'no way!' },
    ]);
  });

  it('name a time zone that is none', () => {
    for (const zone of ['Berlin', 'Europe', '+02:00', 'Mars/Olympus']) {
      assert.deepEqual(refusals(`---\ntitle: x\ntime-zone: ${zone}\n---\ntext`), [
        { line: 3, kind: 'invalid-time-zone', about: zone },
      ]);
    }
  });

  it('hear all that is wrong with them at once, in the order of the lines', () => {
    const found = refusals(
      `---\ntitle: a: b\n---\n# V\n\n## A {#1}\n\n${'x'.repeat(4001)}\n\n## B {#b}\n\n## C {#b}\n`,
    );

    assert.deepEqual(
      found.map(({ line, kind }) => `${line} ${kind}`),
      ['2 front-matter', '6 value-too-long', '6 invalid-id', '12 duplicate-id'],
    );
  });

  const tangles: readonly [string, string][] = [
    ['quotes within quotes', '>'.repeat(5000)],
    ['stars', '*'.repeat(200 * 1024)],
    ['brackets', '['.repeat(200 * 1024)],
    ['closing brackets', ']'.repeat(200 * 1024)],
    ['links within links', '[a]('.repeat(40_000)],
    ['emphasis that never ends', '_a*b '.repeat(40_000)],
    [
      'lists within lists',
      Array.from({ length: 600 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
    ],
    ['a table without end', `${'|a'.repeat(60_000)}\n${'|-'.repeat(60_000)}`],
  ];

  for (const [name, source] of tangles) {
    it(`would keep the reader busy: ${name}`, () => {
      const reading = readPost(source);

      assert.equal(reading.kind, 'refused');
      assert.match(reading.errors[0]?.kind ?? '', /^too-(tangled|large)$/);
    }).timeout(1000);
  }
});
