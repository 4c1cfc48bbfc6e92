import assert from 'node:assert/strict';
import { headings, names, post, titles } from './reading.js';
import { shapes } from './shapes.js';

describe('finding values by structure', () => {
  for (const shape of shapes) {
    it(`reads ${shape.name}`, () => {
      const found = post(shape.source);

      assert.deepEqual(titles(found), shape.values);
      assert.deepEqual(headings(found), shape.background ?? []);
      assert.deepEqual(names(found), shape.considerations ?? []);
      assert.equal(found.title, shape.title);
      assert.equal(found.leadIn, shape.leadIn);
      assert.equal(found.mission, shape.mission);
    });
  }

  it('keeps subheadings and lists within the text of their value', () => {
    const found = post(
      '# Values\n\n## One\n\nText.\n\n#### In practice\n\n- plant\n  - deep\n\n---\n\n## Two\n\nMore.\n',
    );

    assert.equal(found.values[0]?.text, 'Text.\n\n#### In practice\n\n- plant\n  - deep');
  });

  it('takes the indentation of a list off the text of its items', () => {
    const found = post(
      '# Values\n\nWe value:\n\n1. **Calm** – no hurry.\n   Really.\n\n   - none\n2. **Rush**\n',
    );

    assert.deepEqual(found.values, [
      { title: 'Calm', text: 'no hurry.\nReally.\n\n- none', line: 5 },
      { title: 'Rush', text: '', line: 9 },
    ]);
  });

  it('leaves every spelling as it came', () => {
    const found = post(
      '# Our valeus\n\n## Be  curteous\n\nWe beleive in teh *common*   good &amp; more.\n\n## Two\n\nx\n',
    );

    assert.equal(found.title, 'Our valeus');
    assert.equal(found.values[0]?.text, 'We beleive in teh *common*   good &amp; more.');
  });

  it('says so when there are no values', () => {
    const found = post('# Coming soon\n\n## Why write values?\n\nBecause.\n');

    assert.deepEqual(found.values, []);
    assert.deepEqual(found.report.at(1), { line: 1, kind: 'no-values', about: '' });
  });
});

describe('explicit ids', () => {
  it('make a value of a heading whatever it says, and structure finds the others beside it', () => {
    const found = post(
      '# Post\n\n## Openness {#open}\n\nA.\n\n## Kindness\n\nB.\n\n## Contact\n\nC.\n\n## History {#History-1} ##\n\nD.\n',
    );

    assert.deepEqual(
      found.values.map(({ title, explicitId }) => [title, explicitId]),
      [
        ['Openness', 'open'],
        ['Kindness', undefined],
        ['History', 'history-1'],
      ],
    );
    assert.deepEqual(headings(found), ['Contact']);
  });

  it('work on bold lines and on items that begin in bold', () => {
    const lines = post('# Values\n\n**One** {#one}\n\nText.\n\n**Two:** {#two}\n\nText.\n');
    const items = post('# Values\n\nWe value:\n\n- **One** {#one}: text\n- **Two** – text\n');

    assert.deepEqual(
      lines.values.map(({ title, explicitId }) => [title, explicitId]),
      [
        ['One', 'one'],
        ['Two:', 'two'],
      ],
    );
    assert.deepEqual(items.values[0], { title: 'One', explicitId: 'one', text: 'text', line: 5 });
  });

  it('end the text of the value they stand in', () => {
    const found = post(
      '# Post\n\n## Outer {#outer}\n\nA.\n\n### Inner {#inner}\n\nB.\n\n### Contact\n\nC.\n',
    );

    assert.deepEqual(
      found.values.map(({ title, text }) => [title, text]),
      [
        ['Outer', 'A.'],
        ['Inner', 'B.'],
      ],
    );
    assert.deepEqual(headings(found), ['Contact']);
  });
});
