import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SKIP, visit } from 'unist-util-visit';
import type { ImportedPost } from '../../src/domain/imported-post.js';
import { limits } from '../../src/domain/imported-post.js';
import { parseMarkdown } from '../../src/posts/markdown.js';
import { readPost } from '../../src/posts/read-post.js';
import { trickyMarkdown } from './tricky-markdown.js';

function textsOf(post: ImportedPost): string[] {
  const { background, considerations, introduction = '', values } = post;
  return [introduction, ...[...background, ...considerations, ...values].map(({ text }) => text)];
}

/** Links, images and HTML that a reader of this text would meet. */
function dangersIn(text: string): string[] {
  const dangers: string[] = [];
  visit(parseMarkdown(text), (node) => {
    if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference')
      dangers.push(node.type);
    if (node.type === 'definition' || node.type === 'linkReference') dangers.push(node.type);
    if (node.type === 'link' && !/^(?:https?:\/\/|mailto:)/i.test(node.url)) dangers.push(node.url);
    return node.type === 'code' ? SKIP : undefined;
  });
  return dangers;
}

describe('any text whatsoever', () => {
  it('is read or refused, never thrown back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ maxLength: 300 }),
          trickyMarkdown,
        ),
        (source) => {
          assert.match(readPost(source).kind, /^(?:read|refused)$/);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('yields neither HTML nor images nor links to elsewhere than the web and mailboxes', () => {
    fc.assert(
      fc.property(trickyMarkdown, (source) => {
        const reading = readPost(source);
        if (reading.kind === 'read') assert.deepEqual(textsOf(reading.post).flatMap(dangersIn), []);
      }),
      { numRuns: 1500 },
    );
  });

  it('is reported in the order of its lines, within its bounds', () => {
    fc.assert(
      fc.property(trickyMarkdown, (source) => {
        const reading = readPost(source);
        const last = source.split(/\r\n?|\n/).length;
        const lines = reading.kind === 'read' ? reading.post.report : reading.errors;

        assert.ok(
          lines.every(({ line }) => line >= 1 && line <= last),
          `${JSON.stringify(lines)} of ${last}`,
        );
        assert.ok(lines.every(({ line }, index) => line >= (lines[index - 1]?.line ?? 0)));
        if (reading.kind === 'read')
          assert.ok(reading.post.title.length > 0 && reading.post.values.length <= limits.values);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any post made of headings, paragraphs, bold lines, lists and quotes', () => {
  const kinds = [
    '# ',
    '## ',
    '### ',
    '#### ',
    '',
    '**',
    '- ',
    '1. **',
    '> ',
    '---',
    '## Our values ',
    '## At home we: ',
  ];
  const blocks = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 25 });

  it('is told in full: every word is found once in what was taken', () => {
    fc.assert(
      fc.property(blocks, (chosen) => {
        const source = chosen.map(blockOf).join('\n\n');
        const reading = readPost(source);
        const words = source.match(/word\d+/g) ?? [];
        if (reading.kind !== 'read') return;
        const { background, introduction = '', leadIn = '', title, values } = reading.post;
        const parts = [introduction, ...values.map((value) => `${value.title} ${value.text}`)];
        const sections = background.map(({ heading, text }) =>
          text.replaceAll('*', '').includes(heading) ? text : `${heading} ${text}`,
        );
        const all = [...parts, ...sections].join(' ');

        for (const word of words) {
          const told = all.match(new RegExp(`\\b${word}\\b`, 'g')) ?? [];
          assert.ok(told.length === 1 || (told.length === 0 && `${title} ${leadIn}`.includes(word)), source);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function blockOf(kind: string, index: number): string {
  const word = `word${100 + index}`;
  if (kind === '---') return kind;
  if (kind === '**') return `**${word}**`;
  if (kind === '- ') return `- ${word}\n- more`;
  if (kind === '1. **') return `1. **${word}** – text\n2. **more** – text`;
  return `${kind}${word}`;
}
