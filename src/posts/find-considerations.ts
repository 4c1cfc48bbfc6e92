import { toString } from 'mdast-util-to-string';
import type { Consideration } from '../domain/charter.js';
import { extent } from './markdown.js';
import type { Block } from './markdown.js';
import { outsideValues, plainText, textOf, textWithin } from './outline.js';
import type { Piece, Section } from './outline.js';
import { shortName } from './short-name.js';
import { announces, speaksOf } from './vocabulary.js';

export interface FoundConsideration extends Consideration {
  readonly line: number;
}

export interface FoundConsiderations {
  /** The section they stand in. */
  readonly section: Section;
  /** Whether that section is about nothing else. */
  readonly isWhole: boolean;
  readonly considerations: readonly FoundConsideration[];
}

type List = Extract<Block, { type: 'list' }>;

/** The first list, outside the values, that follows a sentence or a heading speaking of considerations. */
export function findConsiderations(post: Section, text: string): FoundConsiderations | undefined {
  for (const section of outsideValues(post)) {
    const considerations = underHeading(section, text) ?? afterSentence(section, text);
    if (!considerations || considerations.length === 0) continue;
    const isWhole =
      isUnderHeading(section) && section.pieces.every((piece) => isList(piece) || leadsOn(piece));
    return { section, isWhole, considerations };
  }
  return undefined;
}

/** Whether a section tells how the values are written, rather than being one of them. */
export function bringsConsiderations(section: Section, text: string): boolean {
  const sentence = section.pieces.find((_, index) => isSentenceBefore(section.pieces, index));
  if (sentence) return speaksOf(plainText(sentence), 'values');
  return underHeading(section, text) !== undefined;
}

function isUnderHeading({ heading, role }: Section): boolean {
  const title = heading?.title ?? '';
  return role === 'plain' && (announces(title, 'considerations') || announces(title, 'principles'));
}

function underHeading(section: Section, text: string): FoundConsideration[] | undefined {
  if (!isUnderHeading(section)) return undefined;
  const listed = section.pieces.flatMap((piece) => (isList(piece) ? fromList(piece.node, text) : []));
  if (listed.length > 0) return listed;
  const headed = section.sections.map((child) => fromSection(child, text));
  return headed.length > 0 ? headed : undefined;
}

function afterSentence({ pieces }: Section, text: string): FoundConsideration[] | undefined {
  const list = pieces.find((_, index) => isSentenceBefore(pieces, index - 1));
  return list && isList(list) ? fromList(list.node, text) : undefined;
}

function isSentenceBefore(pieces: readonly Piece[], index: number): boolean {
  const [sentence, list] = [pieces[index], pieces[index + 1]];
  if (sentence?.node?.type !== 'paragraph' || !list || !isList(list)) return false;
  const words = plainText(sentence);
  return speaksOf(words, 'considerations') || (speaksOf(words, 'principles') && !speaksOf(words, 'values'));
}

function isList(piece: Piece): piece is Piece & { node: List } {
  return piece.node?.type === 'list';
}

function leadsOn(piece: Piece): boolean {
  return plainText(piece).endsWith(':');
}

function fromList(list: List, text: string): FoundConsideration[] {
  return list.children.flatMap((item) => {
    const [first] = item.children;
    if (!first || toString(item).trim() === '') return [];
    const { line } = extent(item);
    const { start, indent } = extent(first);
    const body = textOf([{ start, end: extent(item).end, line, indent }], text);
    return [{ name: nameOf(first), text: body, line }];
  });
}

/** What a consideration is called: its leading bold words, what stands before its colon, or its first clause. */
export function nameOf(block: Block): string {
  const bold =
    block.type === 'paragraph' && block.children[0]?.type === 'strong' ? block.children[0] : undefined;
  return nameFor(toString(bold ?? block));
}

function nameFor(text: string): string {
  const name = /^[^:.!?\n]{2,60}(?=:\s)/.exec(text)?.[0];
  return name?.trim() ?? shortName(text);
}

function fromSection(section: Section, text: string): FoundConsideration {
  const { title = '', line = 1 } = section.heading ?? {};
  return { name: shortName(title), text: textWithin(section, text) || title, line };
}
