import { boldItems, boldLine } from './bold-titles.js';
import { bringsConsiderations } from './find-considerations.js';
import { plainText, withDescendants } from './outline.js';
import type { Piece, Section } from './outline.js';
import { announces, speaksOf } from './vocabulary.js';

/**
 * Gives sections their roles. An explicit `{#id}` makes a value wherever it stands, and structure finds the
 * others beside it. Without one, values stand one level below a lead-in, or else directly below the title.
 */
export function findValues(post: Section, top: Section, text: string): void {
  const explicit = [...withDescendants(post)].filter((section) => section.heading?.explicitId !== undefined);
  for (const section of explicit) section.role = 'value';
  const beside = [...withDescendants(post)].filter((section) => section.sections.some(isValue));
  const parents = beside.length > 0 ? beside : parentsOfValues(post, top, text);
  for (const parent of parents) take(arranged(parent, parent !== top, text), parent, parent !== top);
}

function isValue(section: Section): boolean {
  return section.role === 'value';
}

/** Lead-ins beside each other at the highest level that has any; a heading such as "Our principles" comes last. */
function parentsOfValues(post: Section, top: Section, text: string): readonly Section[] {
  const topCount = arranged(top, false, text).values.length;
  for (
    let level = unique([...post.sections, ...top.sections]);
    level.length > 0;
    level = level.flatMap((section) => section.sections)
  ) {
    const leadIns = level.filter((section) => section !== top && leads(section, level, 'values', text));
    if (leadIns.length > 0) return leadIns.flatMap((section) => innermost(section, text));
    if (topCount > 1) return [top];
  }
  const principles = top.sections.filter((section) => leads(section, top.sections, 'principles', text));
  return principles.length > 0 ? principles : [top];
}

function unique(sections: readonly Section[]): readonly Section[] {
  return [...new Set(sections)];
}

function innermost(leadIn: Section, text: string): Section[] {
  const within = leadIn.sections.filter((section) => leads(section, leadIn.sections, 'values', text));
  return within.length > 0 ? within.flatMap((section) => innermost(section, text)) : [leadIn];
}

function leads(
  section: Section,
  beside: readonly Section[],
  sense: 'values' | 'principles',
  text: string,
): boolean {
  const title = section.heading?.title ?? '';
  if (announces(title, 'considerations') || announces(title, 'closing')) return false;
  const isColon =
    title.endsWith(':') && beside.filter((other) => other.heading?.title.endsWith(':')).length === 1;
  const announced = announces(title, sense) && !announces(title, 'background');
  return (announced || isColon) && arranged(section, true, text).values.length > 0;
}

/** How a section looks when its values are told apart: by headings, bold lines, or items that begin in bold. */
interface Arrangement {
  readonly pieces: Piece[];
  readonly sections: Section[];
  readonly values: readonly Section[];
}

function arranged(parent: Section, isLeadIn: boolean, text: string): Arrangement {
  const { pieces, sections } = parent;
  const byHeading = {
    pieces,
    sections,
    values: sections.filter((section) => couldBeValue(section, isLeadIn, text)),
  };
  const byLine = byBoldLines(parent, isLeadIn, text);
  const byItem = byBoldItems(parent, isLeadIn, text);
  const several = [byHeading, byLine, byItem].find(({ values }) => values.length > 1);
  if (several) return several;

  const isOnlyOne = byHeading.values.length === 1 && (isLeadIn || sections.length === 1);
  if (isOnlyOne || byHeading.values.some(isValue)) return byHeading;
  return isLeadIn && byLine.values.length === 1 ? byLine : { pieces, sections, values: [] };
}

function byBoldLines(parent: Section, isLeadIn: boolean, text: string): Arrangement {
  const pieces: Piece[] = [];
  const opened: Section[] = [];
  const lines = parent.pieces.map((piece) => boldLine(piece, text));
  const titles = lines.filter((line) => line && !isStatement(line));
  for (const [index, piece] of parent.pieces.entries()) {
    const line = lines[index];
    if (line && (titles.includes(line) || titles.length === 0)) opened.push(line);
    else (opened.at(-1)?.pieces ?? pieces).push(piece);
  }
  return {
    pieces,
    sections: [...opened, ...parent.sections],
    values: opened.filter((section) => couldBeValue(section, isLeadIn, text)),
  };
}

function byBoldItems(parent: Section, isLeadIn: boolean, text: string): Arrangement {
  const index = parent.pieces.findIndex((piece, at) => {
    const before = plainText(parent.pieces[at - 1]);
    const isAnnounced =
      isLeadIn || speaksOf(before, 'values') || announces(parent.heading?.title ?? '', 'values');
    return isAnnounced && !speaksOf(before, 'considerations') && boldItems(piece, text);
  });
  const list = parent.pieces[index];
  const items = (list && boldItems(list, text)) ?? [];
  const rest = parent.pieces.slice(index + 1);
  const start = rest[0]?.start ?? 0;
  const after: Section = { depth: 7, start, headingEnd: start, pieces: rest, sections: [], role: 'plain' };
  return {
    pieces: parent.pieces.slice(0, Math.max(0, index)),
    sections: [...items, ...(rest.length > 0 ? [after] : []), ...parent.sections],
    values: items,
  };
}

/** "**We exist to make data easy to use.**" among shorter bold lines states the mission and opens nothing. */
function isStatement({ heading }: Section): boolean {
  const title = heading?.title ?? '';
  const isSentence = /[.!]$/.test(title) || speaksOf(title, 'mission');
  return isSentence && title.split(' ').length > 4 && !announces(title, 'closing');
}

/** Below a lead-in nearly everything is a value; directly below a title, sections that tell about the post are not. */
function couldBeValue(section: Section, isLeadIn: boolean, text: string): boolean {
  if (section.role !== 'plain') return isValue(section);
  const title = section.heading?.title ?? '';
  if (title.endsWith('?') || announces(title, 'closing') || announces(title, 'considerations')) return false;
  if (opensOnly(section)) return false;
  if (announces(title, 'background') && !(isLeadIn && /^\S+$/.test(title))) return false;
  return isLeadIn || !bringsConsiderations(section, text);
}

/** A heading such as "At the Coop we:" at the level of the values themselves. */
function opensOnly({ heading, pieces, sections }: Section): boolean {
  const isOpening = heading && (heading.title.endsWith(':') || announces(heading.title, 'values'));
  return Boolean(isOpening) && pieces.length + sections.length === 0;
}

function take(arrangement: Arrangement, parent: Section, isLeadIn: boolean): void {
  Object.assign(parent, { pieces: arrangement.pieces, sections: arrangement.sections });
  for (const section of arrangement.values) section.role = 'value';
  for (const section of arrangement.sections)
    if (opensOnly(section) && !isValue(section)) section.role = 'lead-in';
  if (isLeadIn && arrangement.values.length > 0 && parent.heading && parent.role === 'plain')
    parent.role = 'lead-in';
}
