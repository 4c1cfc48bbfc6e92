import { hasWords, plainText } from './outline.js';
import type { Piece } from './outline.js';
import { speaksOf } from './vocabulary.js';

export interface WithNotes {
  readonly pieces: readonly Piece[];
  /** Each note as the pieces it is made of. */
  readonly notes: readonly (readonly Piece[])[];
}

/** Parts what closes a post ("adopted in May", "based on feedback …") from the section that happens to stand before it. */
export function withoutNotes(pieces: readonly Piece[]): WithNotes {
  const rule = pieces.findIndex((piece) => !hasWords(piece));
  const isRuled = rule > -1 && pieces.slice(rule).some(hasWords);
  const last = pieces.findLastIndex((piece) => !isNote(piece)) + 1;
  const end = isRuled ? rule : Math.max(1, last);
  return { pieces: pieces.slice(0, end), notes: grouped(pieces.slice(end)) };
}

function isNote(piece: Piece): boolean {
  const type = piece.node?.type;
  return (type === 'paragraph' || type === 'blockquote') && speaksOf(plainText(piece), 'notes');
}

/** A quote is a note of its own; other blocks belong together. */
export function grouped(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces.filter(hasWords)) {
    const last = groups.at(-1)?.at(-1);
    const isAlone = piece.node?.type === 'blockquote' || last?.node?.type === 'blockquote';
    if (last && !isAlone) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups;
}
