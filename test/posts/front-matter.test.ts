import assert from 'node:assert/strict';
import { names, post, refusals, reported } from './reading.js';

const value = '\n## Our values\n\n### Calm\n\nNo hurry.\n';

describe('the front matter of a post', () => {
  it('gives title, authors, labels, charter and reason, with the line of each', () => {
    const found = post(
      `---\ntitle: "Coming soon: values"\nauthor:\n  - Ann\n  - name: Bo\ncategories: [Community]\ntags:\n  - diversity equity and inclusion\n  - 007\ncharter: Mill\nreason: We heard you.\n---${value}`,
    );

    assert.equal(found.title, 'Coming soon: values');
    assert.deepEqual(found.authors, ['Ann', 'Bo']);
    assert.deepEqual(found.labels, {
      categories: ['Community'],
      tags: ['diversity equity and inclusion', '007'],
    });
    assert.equal(found.charter, 'mill');
    assert.equal(found.reason, 'We heard you.');
    assert.deepEqual(reported(found, 'author'), ['4 Ann', '5 Bo']);
    assert.deepEqual(reported(found, 'tag'), ['8 diversity equity and inclusion', '9 007']);
    assert.deepEqual(reported(found, 'value'), ['15 Calm']);
  });

  it('gives the time zone of the charter', () => {
    for (const key of ['time-zone', 'Time-Zone', 'timezone']) {
      const found = post(`---\ntitle: Values\n${key}: Europe/Berlin # where we meet\n---${value}`);

      assert.equal(found.timeZone, 'Europe/Berlin');
      assert.deepEqual(reported(found, 'time-zone'), ['3 Europe/Berlin']);
    }
    assert.equal(post(value).timeZone, undefined);
  });

  it('loses its comments and its empty tags', () => {
    const found = post(`---\ntitle: Values # ours\ntags: # some\n  - joy # much\n  -\n  - ""\n---${value}`);

    assert.equal(found.title, 'Values');
    assert.deepEqual(found.labels.tags, ['joy']);
  });

  it('takes several tags in one line, and one author with a comma', () => {
    const found = post(
      `---\nauthor: Doe, Ann\ntags: joy, singing together\ncategory: Community\n---${value}`,
    );

    assert.deepEqual(found.authors, ['Doe, Ann']);
    assert.deepEqual(found.labels, { categories: ['Community'], tags: ['joy', 'singing together'] });
  });

  it('may bring the considerations, and then the text is not searched for them', () => {
    const found = post(
      `---\nconsiderations:\n  - Plain words, always.\n  - name: Everyone\n    text: Not only staff.\n  - Common good: it is not charity\n---\n\nThings to keep in mind:\n\n- not this\n${value}`,
    );

    assert.deepEqual(found.considerations, [
      { name: 'Plain words, always', text: 'Plain words, always.' },
      { name: 'Everyone', text: 'Not only staff.' },
      { name: 'Common good', text: 'it is not charity' },
    ]);
    assert.deepEqual(reported(found, 'consideration'), [
      '3 Plain words, always',
      '4 Everyone',
      '6 Common good',
    ]);
  });

  it('may say that there are no considerations', () => {
    const found = post(`---\nconsiderations: []\n---\n\nThings to keep in mind:\n\n- not this\n${value}`);

    assert.deepEqual(names(found), []);
  });

  it('reports keys it does not know, however they are called', () => {
    const found = post(`---\nlayout: post\n__proto__: {polluted: true}\nconstructor: x\n---${value}`);

    assert.deepEqual(reported(found, 'unknown-key'), ['2 layout', '3 __proto__', '4 constructor']);
    assert.equal('polluted' in {}, false);
  });

  it('may follow blank lines', () => {
    assert.equal(post(`\n\n---\ntitle: Late\n---${value}`).title, 'Late');
  });

  it('is none where two rules stand around words', () => {
    const found = post('---\n\n# Words\n\n---\n\nMore.\n');

    assert.equal(found.title, 'Words');
  });

  it('gives way to the words of the post where it has no title', () => {
    assert.equal(post('## At the mill we:\n\n### Grind\n\nFlour.\n').title, 'At the mill we');
    assert.equal(post('We are all here. And there.\n').title, 'We are all here');
  });

  it('stands beside a heading that says something else, which is kept', () => {
    const found = post('---\ntitle: One\n---\n# Other\n\nText.\n\n## Calm\n\nx\n\n## Joy\n\ny\n');

    assert.equal(found.title, 'One');
    assert.equal(found.introduction, 'Other\n\nText.');
  });
});

describe('front matter that cannot be read', () => {
  const broken: readonly [string, string, number][] = [
    ['a colon without quotation marks', '---\nauthor: Ann\ntitle: Coming soon: values\n---\ntext', 3],
    ['a tab for indentation', '---\ntitle: x\ntags:\n\t- a\n---\ntext', 4],
    ['a key twice', '---\ntitle: x\ntitle: y\n---\ntext', 3],
    ['a tag that makes something of the text', '---\ntitle: !!js/function "x"\n---\ntext', 2],
    ['a list', '---\n- a\n- b\n---\ntext', 2],
    ['no end', '---\ntitle: x\n\ntext', 1],
    ['a language that would be run', '---js\n{ title: process.exit() }\n---\ntext', 1],
    ['TOML', '\n+++\ntitle = "x"\n+++\ntext', 2],
    ['brackets without end', `---\na: ${'['.repeat(900)}\n---\ntext`, 2],
    ['more than it can hold', `---\na: ${'x'.repeat(33_000)}\n---\ntext`, 1],
  ];

  for (const [name, source, line] of broken) {
    it(`is refused for ${name}, with its line`, () => {
      const [error] = refusals(source);

      assert.deepEqual([error?.kind, error?.line], ['front-matter', line]);
    });
  }

  it('is refused when it would multiply itself', () => {
    const laughs = 'abcdefgh'.split('').map((key, index, all) => {
      const before = all[index - 1];
      return `${key}: &${key} [${Array.from({ length: 9 }, () => (before ? `*${before}` : 'ha')).join(', ')}]`;
    });

    assert.deepEqual(
      refusals(`---\n${laughs.join('\n')}\n---\ntext`).map(({ kind }) => kind),
      ['front-matter'],
    );
  });
});
