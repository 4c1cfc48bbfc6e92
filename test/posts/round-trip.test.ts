import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CharterName } from '../../src/domain/charter.js';
import { changeSizes } from '../../src/domain/change.js';
import type { ImportedPost, PostText } from '../../src/domain/imported-post.js';
import { readPost } from '../../src/posts/read-post.js';
import { writePost } from '../../src/posts/write-post.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { post } from './reading.js';
import { shapes } from './shapes.js';
import { trickyMarkdown } from './tricky-markdown.js';

const folder = new URL('../../../../../shared/data/coop/', import.meta.url);

function textOf({ report: _, values, ...others }: ImportedPost): PostText {
  return { ...others, values: values.map(({ line: __, ...value }) => value) };
}

/** What was read, written and read again. */
function assertReadsBack(read: PostText): string {
  const source = writePost(read);
  const again = readPost(source);
  assert.equal(again.kind, 'read', `${JSON.stringify(again)}\n${source}`);
  assert.deepEqual(textOf(again.post), read, source);
  return source;
}

const garden: PostText = {
  title: 'Values of our garden',
  authors: ['The planting circle'],
  labels: { categories: ['Community'], tags: ['values', 'garden'] },
  charter: 'garden' as CharterName,
  timeZone: 'Europe/Berlin',
  reason: 'We heard you.',
  introduction: 'The garden has **doubled** in two years.',
  leadIn: 'In this garden we:',
  considerations: [{ name: 'Plain words', text: 'Plain words: a newcomer reads them first.' }],
  background: [{ heading: 'Tell us what you think', text: 'Come to the *pond*.' }],
  values: [
    {
      explicitId: 'harvest',
      title: 'Share the harvest',
      text: 'What grows here is everybody’s.\n\n- all of it',
    },
    { title: 'Leave the paths open', text: 'A wheelchair fits.' },
  ],
  changes: [
    { of: 'harvest', from: ['share'], size: 'clearer', why: 'It said *mine*.', themes: [2, 3] },
    { of: 'considerations', size: 'spelling', themes: [] },
    { of: 'Sing', from: [], themes: [1] },
  ],
};

describe('a post that is written', () => {
  it('is one that a person would write', () => {
    assert.equal(
      assertReadsBack(garden),
      `---
title: Values of our garden
author: The planting circle
categories:
  - Community
tags:
  - values
  - garden
charter: garden
time-zone: Europe/Berlin
reason: We heard you.
considerations:
  - "Plain words: a newcomer reads them first."
changes:
  - value: harvest
    from:
      - share
    size: clearer
    why: It said *mine*.
    themes:
      - 2
      - 3
  - value: considerations
    size: spelling
  - value: Sing
    from: []
    themes:
      - 1
---

The garden has **doubled** in two years.

## In this garden we:

### Share the harvest {#harvest}

What grows here is everybody’s.

- all of it

### Leave the paths open

A wheelchair fits.

## Tell us what you think

Come to the *pond*.
`,
    );
  });

  for (const { name, source } of shapes) {
    it(`reads back: ${name}`, () => {
      assertReadsBack(textOf(post(source)));
    });
  }

  it('says what its headings are where they would be taken for something else', () => {
    const background = [{ heading: 'Our considerations', text: '- none' }];
    const written = assertReadsBack({ ...garden, considerations: [], background, mission: 'To grow.' });

    assert.match(written, /considerations: \[\]\n/);
    const values = [{ title: 'Why we dig?', text: '# Loud\n\nWords.\n\nBe quiet\n---\n\nmore' }];
    assert.match(assertReadsBack({ ...garden, values }), /Why we dig\? \{\.value\}\n\n# Loud/);
  });

  it('keeps a text that would swallow what follows, sign by sign', () => {
    const values = [
      { title: 'Calm', text: '```\nnever closed' },
      { title: 'Joy', text: '   ~~~ js\n\n`````' },
    ];
    const written = assertReadsBack({ ...garden, values });

    assert.match(written, /### Joy \{\.value\}\n\n`{6}markdown exactly\n {3}~~~ js/);
  });

  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`reads back with hostile text everywhere: ${what}`, () => {
      const line = [...text.replace(/\s+/g, ' ').trim()].slice(0, 180).join('');
      const reading = readPost(
        writePost({
          ...garden,
          title: line,
          authors: [line, 'A'],
          labels: { categories: [line], tags: [line] },
          leadIn: line,
          reason: line,
          introduction: text,
          considerations: [{ name: line, text }],
          values: [{ title: line, text: text.slice(0, 3_000) }],
          background: [{ heading: line, text }],
        }),
      );

      if (reading.kind === 'read') assertReadsBack(textOf(reading.post));
      else assert.match(reading.errors[0]?.kind ?? '', /^too-tangled$/);
    });
  }

  it('loses what a post cannot hold, and is written no less plainly for that', () => {
    const changes = [{ of: 'harvest', why: '<b>Because</b>', themes: [] }];
    const values = [{ title: ' Share  all ', text: '\n<i>All</i> of it.  \n' }];
    const source = writePost({ ...garden, changes, values });
    const read = post(source);

    assert.doesNotMatch(source, /exactly|\{\./);
    assert.deepEqual(read.values, [{ title: 'Share all', text: 'All of it.', line: read.values[0]?.line }]);
    assert.deepEqual(read.changes, [{ of: 'harvest', why: 'Because', themes: [] }]);
    assert.equal(writePost(read), writePost(textOf(read)));
  });

  it('that cannot be taken is refused for what is wrong with it, as a person would have written it', () => {
    const source = writePost({ ...garden, values: [{ title: 'Long', text: 'x'.repeat(4_001) }] });

    assert.match(source, /\n### Long\n\nxxx/);
    assert.equal(readPost(source).kind, 'refused');
  });

  if (existsSync(folder)) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
      it(`reads back: ${file}`, () => {
        const read = textOf(post(readFileSync(new URL(file, folder), 'utf8')));
        const source = assertReadsBack(read);

        assert.doesNotMatch(source, /\{\./);
      });
    }
  }
});

describe('whatever can be read', () => {
  it('is written so that it reads back as the same', () => {
    fc.assert(
      fc.property(trickyMarkdown, (source) => {
        const reading = readPost(source);
        if (reading.kind === 'read') assertReadsBack(textOf(reading.post));
      }),
      { numRuns: 250 },
    );
  }).timeout(120_000);

  const line = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      trickyMarkdown,
      fc.constantFrom(
        'Considerations',
        'Share your thoughts!',
        'Our values',
        'A: b',
        '- x',
        '# y',
        'null',
        '007',
        '…',
      ),
      fc.constantFrom(
        'قيمنا المشتركة',
        'ערכים',
        '👩🏽‍🌾 Grow',
        '"quoted"',
        "it's",
        '1. one',
        '**bold**',
        'a_b_c',
        'C#',
        'x {y}',
      ),
    )
    .map((text) => [...text.replace(/[\s\p{C}]+/gu, ' ').trim()].slice(0, 100).join('').trim());
  const titled = line.filter((text) => text !== '' && !/\{#[^{}]*\}$/.test(text));
  const text = fc.oneof(
    trickyMarkdown,
    fc.constantFrom(...Object.values(hostileTexts).map((each) => each.slice(0, 300))),
    fc.lorem({ mode: 'sentences', maxCount: 4 }),
    fc.constantFrom(
      '# H\n\ntext',
      'Set\n===\n\nmore',
      '    code',
      '> q\n> r',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '**Mission: to grow**',
    ),
  );
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
  const change = fc.record(
    {
      of: titled,
      from: fc.array(titled, { maxLength: 3 }),
      size: fc.constantFrom(...changeSizes),
      themes: fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 3 }),
    },
    { requiredKeys: ['of', 'themes'] },
  );
  const charters: fc.Arbitrary<PostText> = fc.record(
    {
      title: titled,
      authors: fc.array(titled, { maxLength: 3 }),
      labels: fc.record({
        categories: fc.array(titled, { maxLength: 2 }),
        tags: fc.array(titled, { maxLength: 3 }),
      }),
      charter: fc.constantFrom('garden' as CharterName, 'tools' as CharterName),
      timeZone: fc.constantFrom('Europe/Berlin', 'America/Bogota'),
      reason: titled,
      mission: titled,
      introduction: text,
      leadIn: titled,
      considerations: fc.array(fc.record({ name: titled, text }), { maxLength: 3 }),
      background: fc.array(fc.record({ heading: titled, text }), { maxLength: 3 }),
      values: fc
        .array(fc.record({ explicitId: id, title: titled, text }, { requiredKeys: ['title', 'text'] }), {
          maxLength: 6,
        })
        .map((values) =>
          values.filter(
            ({ explicitId }, at) =>
              explicitId === undefined || values.findIndex((other) => other.explicitId === explicitId) === at,
          ),
        ),
      changes: fc.array(change, { maxLength: 3 }),
    },
    { requiredKeys: ['title', 'authors', 'labels', 'considerations', 'background', 'values'] },
  );

  it('also of charters made of whatever texts there are: once read, they stay what they are', () => {
    fc.assert(
      fc.property(charters, (charter) => {
        const reading = readPost(writePost(charter));
        if (reading.kind === 'refused') return;
        const read = textOf(reading.post);
        assert.deepEqual(
          {
            titles: read.values.map(({ title }) => title),
            ids: read.values.map(({ explicitId }) => explicitId),
          },
          {
            titles: charter.values.map(({ title }) => title),
            ids: charter.values.map(({ explicitId }) => explicitId),
          },
        );
        assert.deepEqual(
          [read.title, read.background.map(({ heading }) => heading)],
          [charter.title, charter.background.map(({ heading }) => heading)],
        );
        assertReadsBack(read);
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);
});
