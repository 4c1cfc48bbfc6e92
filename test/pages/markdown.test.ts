import assert from 'node:assert/strict';

import { markdown } from '../../src/pages/markdown.js';
import { hostileTexts } from '../support/hostile-texts.js';

describe('an author’s Markdown on a page', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['We **try** to *listen*.', '<p>We <strong>try</strong> to <em>listen</em>.</p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['# One', '<p><strong>One</strong></p>'],
    ['one  \ntwo', '<p>one<br />two</p>'],
    ['![a pond](https://evil.example/pond.png)', '<p>a pond</p>'],
    [
      '[here](https://a.example/?b=1&c)',
      '<p><a href="https://a.example/?b=1&amp;c" rel="noreferrer nofollow">here</a></p>',
    ],
    [
      '[here][1]\n\n[1]: https://a.example',
      '<p><a href="https://a.example/" rel="noreferrer nofollow">here</a></p>',
    ],
    ['[x](javascript:alert(1)) [y](/relative) [z](data:text/html,x)', '<p>x y z</p>'],
    ['<b onclick="x">bold</b>', '<p>bold</p>'],
    ['~~old~~', '<p><s>old</s></p>'],
    ['', ''],
  ];
  for (const [written, shown] of cases) {
    it(`${JSON.stringify(written)} is shown as it is meant`, () => {
      assert.equal(markdown(written).html, shown);
    });
  }

  it('keeps the first number of a list', () => {
    assert.match(markdown('3. three\n4. four').html, /<ol start="3">\s*<li><p>three<\/p><\/li>/);
  });

  it('is shown as words when it is too tangled to be read', () => {
    assert.match(markdown(`${'> '.repeat(5000)}deep`).html, /^<p>&gt; &gt;/);
  });

  it('has no tag but our own, whatever is written', () => {
    for (const [kind, text] of Object.entries(hostileTexts)) {
      const tags = markdown(text).html.match(/<\/?[a-z]+/g) ?? [];
      const ours = /^<\/?(?:p|strong|em|s|a|ul|ol|li|br|code|pre|blockquote)$/;

      assert.deepEqual(
        tags.filter((tag) => !ours.test(tag)),
        [],
        kind,
      );
    }
  });
});
