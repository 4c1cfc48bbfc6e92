import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { extent } from './markdown.js';
import type { Nodes } from './markdown.js';
import type { Piece, Section } from './outline.js';
import { speaksOf } from './vocabulary.js';

export interface Mission {
  readonly text: string;
  readonly line: number;
  /** The paragraph, where it says nothing else. */
  readonly piece?: Piece;
}

type Paragraph = Extract<Nodes, { type: 'paragraph' }>;

/** What a bold line says of the mission, or else the bold sentence that opens the post. */
export function findMission(sections: readonly Section[], opening: readonly Piece[]): Mission | undefined {
  for (const section of sections) {
    const isAbout = speaksOf(section.heading?.title ?? '', 'mission');
    for (const piece of section.pieces) {
      const mission = piece.node && missionIn(piece.node, isAbout);
      if (mission) return isBoldOnly(piece.node) ? { ...mission, piece } : mission;
    }
  }
  const piece = opening.find(({ node }) => isBoldOnly(node) && toString(node).split(/\s+/).length > 4);
  return piece?.node && { text: plain(toString(piece.node)), line: piece.line, piece };
}

function missionIn(node: Nodes, isAbout: boolean): Mission | undefined {
  let found: Mission | undefined;
  visit(node, 'paragraph', (paragraph) => {
    found ??= missionOf(paragraph, isAbout);
  });
  return found;
}

function missionOf(paragraph: Paragraph, isAbout: boolean): Mission | undefined {
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type !== 'strong') continue;
    const bold = plain(toString(child));
    const before = plain(toString(paragraph.children.slice(0, index)));
    const after = plain(toString(paragraph.children.slice(index + 1)));
    const { line } = extent(child);
    if (speaksOf(before.slice(-60), 'mission') || (isAbout && isBoldOnly(paragraph)))
      return { text: bold, line };
    if (!speaksOf(bold, 'mission')) continue;
    const rest = after.replace(/^[:–—-]\s*/, '');
    const isLabel = bold.split(' ').length < 5;
    if (!isLabel || rest !== '') return { text: isLabel ? rest : bold, line };
  }
  return undefined;
}

function isBoldOnly(node: Nodes | undefined): boolean {
  return node?.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong';
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
