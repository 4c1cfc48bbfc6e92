import assert from 'node:assert/strict';
import { headings, post, reported, titles } from './reading.js';

describe('a post that says what its headings are', () => {
  it('is taken at its word, and everything between two of them is text', () => {
    const found = post(
      `---
title: Ours
mission: To grow.
---
We **exist to make this garden grow**.

# Considerations

- one

## Together we: {.lead-in}

### Why we dig? {.value}

# Loud

Adopted in May.

## Share your thoughts {#share .value}

x

#### Our values {.background}
`,
    );

    assert.equal(found.mission, 'To grow.');
    assert.equal(found.introduction, 'We **exist to make this garden grow**.\n\n# Considerations\n\n- one');
    assert.equal(found.leadIn, 'Together we:');
    assert.deepEqual(titles(found), ['Why we dig?', 'Share your thoughts']);
    assert.equal(found.values[1]?.explicitId, 'share');
    assert.equal(found.values[0]?.text, '# Loud\n\nAdopted in May.');
    assert.deepEqual(headings(found), ['Our values']);
    assert.deepEqual(found.considerations, []);
    assert.deepEqual(reported(found, 'value'), ['13 Why we dig?', '19 Share your thoughts']);
  });

  it('holds a text sign by sign in a code block that says so', () => {
    const found = post(
      '## A {.value}\n\n````markdown exactly\n```\nopen\n````\n\n## B {.value}\n\n```js\nx\n```\n',
    );

    assert.deepEqual(
      found.values.map(({ text }) => text),
      ['```\nopen', '```js\nx\n```'],
    );
  });

  it('may leave HTML nowhere, in a code block neither', () => {
    const found = post('## A {.value}\n\n```markdown exactly\n<b>x</b> [y](javascript:z)\n```\n');

    assert.equal(found.values[0]?.text, 'x y');
  });
});
