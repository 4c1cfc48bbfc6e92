import { toString } from 'mdast-util-to-string';
import { limits } from '../domain/imported-post.js';
import type { FoundConsiderations } from './find-considerations.js';
import type { Nodes } from './markdown.js';
import { grouped, withoutNotes } from './notes.js';
import { hasWords, plainText, textOf, textWithin, withDescendants } from './outline.js';
import type { Heading, Piece, Section } from './outline.js';
import { shortName } from './short-name.js';

/** Each stretch of a post, and what it is taken for. Together they cover all that has words. */
export interface Part {
  readonly kind: 'title' | 'introduction' | 'lead-in' | 'value' | 'considerations' | 'background';
  readonly heading: Heading;
  /** Markdown; empty where the heading is all, or considerations are read on their own. */
  readonly text: string;
}

export interface Outline {
  readonly post: Section;
  readonly considerations?: FoundConsiderations;
  readonly missionPiece?: Piece;
  readonly text: string;
}

export function findParts(outline: Outline): Part[] {
  const lastValue = [...withDescendants(outline.post)].findLast(({ role }) => role === 'value');
  return partsOf(outline.post, outline, lastValue);
}

function partsOf(section: Section, outline: Outline, lastValue: Section | undefined): Part[] {
  const { considerations, text } = outline;
  const below = (sections: readonly Section[]) =>
    sections.flatMap((child) => partsOf(child, outline, lastValue));
  if (section.role === 'value') {
    return [...valueParts(section, text, section === lastValue), ...below(behindCut(section))];
  }
  if (considerations?.isWhole && considerations.section === section)
    return [headingPart('considerations', section)];
  const own = ownParts(section, outline);
  if (own) return [...own, ...below(section.sections)];
  if (!holdsValues(section)) return backgroundParts(section, text);
  return [...backgroundParts({ ...section, sections: [] }, text), ...below(section.sections)];
}

/** The parts of a section that others only stand in, up to the first of them. */
function ownParts(section: Section, outline: Outline): Part[] | undefined {
  if (section.role === 'title') return [headingPart('title', section), ...introduction(section, outline)];
  if (section.role === 'lead-in') return [headingPart('lead-in', section), ...introduction(section, outline)];
  return section === outline.post ? introduction(section, outline) : undefined;
}

function headingPart(kind: Part['kind'], { heading }: Section): Part {
  return { kind, heading: heading ?? { title: '', line: 1 }, text: '' };
}

function introduction(section: Section, { missionPiece, text }: Outline): Part[] {
  const pieces = section.pieces.filter((piece) => hasWords(piece) && piece !== missionPiece);
  const last = pieces.at(-1);
  const words = plainText(last);
  const leadsOn =
    last?.node?.type === 'paragraph' && words.endsWith(':') && words.length <= limits.titleCharacters;
  const isLeadIn = leadsOn && section.sections.some(({ role }) => role === 'value');
  const [first, ...rest] = isLeadIn ? pieces.slice(0, -1) : pieces;
  const opening: Part[] = first
    ? [{ kind: 'introduction', heading: headingOfNote(first), text: joined([first, ...rest], text) }]
    : [];
  return isLeadIn
    ? [...opening, { kind: 'lead-in', heading: { title: words, line: last.line }, text: '' }]
    : opening;
}

function joined(pieces: readonly Piece[], text: string): string {
  return pieces.map((piece) => textOf([piece], text)).join('\n\n');
}

function valueParts(section: Section, text: string, isLast: boolean): Part[] {
  const { heading = { title: '', line: 1 } } = section;
  const isLeaf = section.sections.length === 0;
  const { pieces, notes } =
    isLast && isLeaf ? withoutNotes(section.pieces) : { pieces: section.pieces, notes: [] };
  const value: Part = { kind: 'value', heading, text: textWithin({ ...section, pieces: [...pieces] }, text) };
  return [value, ...notes.map((note) => noteOf(note, text))];
}

/** Sections within a value that are values themselves, and what follows them. */
function behindCut(value: Section): readonly Section[] {
  const [first, ...rest] = value.sections.slice(value.sections.findIndex((child) => holdsValues(child)));
  if (!first || !holdsValues(first)) return [];
  return first.role === 'value' ? [first, ...rest] : [...behindCut(first), ...rest];
}

function holdsValues(section: Section): boolean {
  return [...withDescendants(section)].some(({ role }) => role === 'value');
}

function backgroundParts(section: Section, text: string): Part[] {
  const { heading } = section;
  if (!heading) return grouped(section.pieces).map((note) => noteOf(note, text));
  const isLeaf = section.sections.length === 0;
  const { pieces, notes } = isLeaf ? withoutNotes(section.pieces) : { pieces: section.pieces, notes: [] };
  const own = textWithin({ ...section, pieces: [...pieces] }, text);
  return [
    { kind: 'background', heading, text: own || heading.title },
    ...notes.map((note) => noteOf(note, text)),
  ];
}

function noteOf(pieces: readonly Piece[], text: string): Part {
  const [first] = pieces;
  const heading = first ? headingOfNote(first) : { title: '…', line: 1 };
  return { kind: 'background', heading, text: textOf(pieces, text) };
}

/** A part without a heading is called by its first words. */
export function headingOfNote({ node, line }: Pick<Piece, 'node' | 'line'>): Heading {
  return { title: (node && shortName(toString(firstWithin(node)))) || '…', line };
}

function firstWithin(node: Nodes): Nodes {
  const isHolder = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem';
  const [first] = isHolder ? node.children : [];
  return first ? firstWithin(first) : node;
}
