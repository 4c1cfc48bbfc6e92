import { toString } from 'mdast-util-to-string';
import type { CleanMarkdown } from './clean-markdown.js';
import { headingOfNote, type Part } from './find-parts.js';
import { extent, type Block } from './markdown.js';
import { headingOf, textOf, type Heading } from './outline.js';

export const markedRoles = ['introduction', 'lead-in', 'value', 'background'] as const;
export type MarkedRole = (typeof markedRoles)[number];

/** What follows the fence of a code block that holds the text of a part, sign by sign. */
export const exactly = 'markdown exactly';

/**
 * The parts of a post that says itself what its headings are: `## Calm {#calm .value}`, `{.background}`, `{.lead-in}`,
 * `{.introduction}`. Then nothing else makes a part, and all between two of them is the text of the first. `undefined` for
 * every other post.
 */
export function markedParts({ tree, text }: CleanMarkdown): Part[] | undefined {
  const opened: Opened[] = [{ blocks: [] }];
  for (const node of tree.children) {
    const mark = markOf(node);
    if (mark) opened.push({ mark, blocks: [] });
    else opened.at(-1)?.blocks.push(node);
  }
  if (!opened.some(({ mark }) => mark?.isMarked)) return undefined;
  return opened.flatMap((each) => partsOf(each, text));
}

interface Mark {
  readonly role: MarkedRole;
  readonly heading: Heading;
  /** Rather than only having an id. */
  readonly isMarked: boolean;
}

interface Opened {
  readonly mark?: Mark;
  readonly blocks: Block[];
}

const pattern = new RegExp(`^(.*?) ?\\{(?:#([^{}\\s]*) )?\\.(${markedRoles.join('|')})\\}$`);

function markOf(node: Block): Mark | undefined {
  if (node.type !== 'heading') return undefined;
  const { line } = extent(node);
  const words = toString(node).replace(/\s+/g, ' ').trim();
  const [, title, id, role] = pattern.exec(words) ?? [];
  if (title === undefined || role === undefined) {
    const heading = headingOf(words, line);
    return heading.explicitId === undefined ? undefined : { role: 'value', heading, isMarked: false };
  }
  const explicitId = id === undefined ? {} : { explicitId: id.toLowerCase() };
  return {
    role: role as MarkedRole,
    heading: { title: title || (id ?? ''), ...explicitId, line },
    isMarked: true,
  };
}

function partsOf({ mark, blocks }: Opened, text: string): Part[] {
  const words = wordsOf(blocks, text);
  const first = blocks[0];
  const opening = first && headingOfNote({ node: first, line: extent(first).line });
  const introduction: Part[] =
    opening && words !== '' ? [{ kind: 'introduction', heading: opening, text: words }] : [];
  switch (mark?.role) {
    case undefined:
    case 'introduction':
      return introduction;
    case 'lead-in':
      return [{ kind: 'lead-in', heading: mark.heading, text: '' }, ...introduction];
    case 'value':
      return [{ kind: 'value', heading: mark.heading, text: words }];
    case 'background':
      return [
        { kind: 'background', heading: mark.heading, text: blocks.length === 0 ? mark.heading.title : words },
      ];
  }
}

/** Rules between parts belong to none. */
function wordsOf(blocks: readonly Block[], text: string): string {
  const from = blocks.findIndex(isWords);
  const all = from === -1 ? [] : blocks.slice(from, blocks.findLastIndex(isWords) + 1);
  const [only] = all;
  if (only?.type === 'code' && all.length === 1 && `${only.lang ?? ''} ${only.meta ?? ''}` === exactly)
    return only.value;
  return textOf(
    all.map((node) => {
      const { start, end, line } = extent(node);
      return { start: text.lastIndexOf('\n', start - 1) + 1, end, line, indent: 0 };
    }),
    text,
  );
}

function isWords({ type }: Block): boolean {
  return type !== 'thematicBreak';
}
