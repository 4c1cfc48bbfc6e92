import assert from 'node:assert/strict';
import { post, reported } from './reading.js';

function value(text: string) {
  return post(`# Values\n\n## One\n\n${text}\n\n## Two\n\nText.\n`);
}

describe('links of a post', () => {
  it('stay as they came when they lead to the web or to a mailbox', () => {
    const text =
      'See [a](https://example.org/x_(y)), [b](HTTP://example.org "t"), <mailto:a@example.org> and https://example.org.';
    const found = value(text);

    assert.equal(found.values[0]?.text, text);
    assert.deepEqual(reported(found, 'refused-link'), []);
  });

  it('carry their address with them when it stands elsewhere', () => {
    const found = post(
      '# Values\n\n## One\n\n[the *map*][m] and [M]\n\n## Two\n\nText.\n\n[m]: https://example.org/?a=1 "Map"\n',
    );

    assert.equal(
      found.values[0]?.text,
      '[the *map*](https://example.org/?a=1) and [M](https://example.org/?a=1)',
    );
    assert.equal(found.values[1]?.text, 'Text.');
  });

  const refused: readonly [string, string][] = [
    ['[x](javascript:alert(1))', 'x'],
    ['[x](JaVaScRiPt:alert(1))', 'x'],
    ['[x](java&#115;cript:alert(1))', 'x'],
    ['[x](java&#9;script:alert(1))', 'x'],
    ['[x](<java&Tab;script:alert(1)>)', 'x'],
    ['[x](javascript&colon;alert(1))', 'x'],
    ['[x](data:text/html,hi)', 'x'],
    ['[x](vbscript:hi)', 'x'],
    ['[x](file:///etc/passwd)', 'x'],
    ['[x](http:/\u00a0/example.org)', 'x'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
    ['[x][js]\n\n[js]: javascript:alert(1)', 'x'],
    ['[[x](javascript:a)](javascript:b)', 'x'],
    ['[x]<!-- -->(javascript:alert(1))', 'x'],
    ['[*x*](tel:+123)', '*x*'],
  ];

  for (const [text, words] of refused) {
    it(`become plain words and are reported: ${text.split('\n').join(' ')}`, () => {
      const found = value(text);

      assert.equal(found.values[0]?.text, words);
      assert.ok(found.report.some(({ kind, line }) => kind === 'refused-link' && line >= 5));
    });
  }

  it('become plain words when they lead somewhere on the author’s own site', () => {
    const found = value('[a](/x), [b](../y.md), [c](#z), [d](//example.org) and [e]().');

    assert.equal(found.values[0]?.text, 'a, b, c, d and e.');
    assert.deepEqual(reported(found, 'relative-link'), [
      '5 [a](/x)',
      '5 [b](../y.md)',
      '5 [c](#z)',
      '5 [d](//example.org)',
    ]);
    assert.deepEqual(reported(found, 'empty-link'), ['5 [e]()']);
  });

  it('with too many brackets are kept as they are and reported', () => {
    const found = value(
      '[[double]](https://example.org)\n[triple](https://example.org)](https://example.org)',
    );

    assert.deepEqual(reported(found, 'placeholder'), [
      '5 [[double]](https://example.org)',
      '6 [triple](https://example.org)',
    ]);
    assert.match(found.values[0]?.text ?? '', /^\[\[double\]\]\(/);
  });
});

describe('what cards cannot show', () => {
  it('leaves the words of images', () => {
    const found = value('Look: ![two *cats*](cats.png) and [![logo](logo.svg)](https://example.org).');

    assert.equal(found.values[0]?.text, 'Look: two cats and [logo](https://example.org).');
    assert.deepEqual(reported(found, 'image'), ['5 ![two *cats*](cats.png)', '5 ![logo](logo.svg)']);
  });

  it('drops HTML, and every other line keeps its number', () => {
    const found = value('A <b>bold</b> word.\n\n<script>\nalert(1)\n</script>\n\n<!-- a\nnote -->\nFIXME');

    assert.equal(found.values[0]?.text, 'A bold word.\n\n\n\n\n\n\n\nFIXME');
    assert.deepEqual(reported(found, 'html-dropped'), [
      '5 <b>',
      '7 <script> alert(1) </script>',
      '11 <!-- a note -->',
    ]);
    assert.deepEqual(reported(found, 'placeholder'), ['13 FIXME']);
  });

  it('leaves code alone', () => {
    const text = 'Write `<b>` or:\n\n```\n<b>[x](javascript:y)</b>\n```';

    assert.equal(value(text).values[0]?.text, text);
  });
});

describe('placeholders', () => {
  it('are reported wherever a template or its author left them', () => {
    const found = post(
      '---\ntitle: "Ours" # replace with the title of your post\nauthor: Your name\ntags: # add a few lowercase tags, ex: r\n  - x\n---\n\n## Our values\n\n### One\n\nTODO Lorem ipsum dolor\n\n### Two\n\nAt [your community] we {{verb}}.\n',
    );

    assert.deepEqual(reported(found, 'placeholder'), [
      '2 replace with the title of your post',
      '3 Your name',
      '4 add a few lowercase tags',
      '12 TODO',
      '16 [your community]',
    ]);
  });

  it('are not seen in words that only sound like them', () => {
    const found = value('We do it with *todo* el barrio, give your name, and replace with care.');

    assert.deepEqual(reported(found, 'placeholder'), []);
  });
});
