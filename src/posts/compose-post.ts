import { parseCharterName, type BackgroundSection, type Consideration } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { limits, type ImportedPost, type ImportedValue, type ReportLine } from '../domain/imported-post.js';
import { cleanAlone } from './clean-markdown.js';
import { nameOf } from './find-considerations.js';
import type { FoundConsideration } from './find-considerations.js';
import type { Part } from './find-parts.js';
import type { DeclaredChange } from '../domain/change.js';
import type { FoundChange } from './declared-changes.js';
import type { Entry, NamedEntry } from './front-matter-keys.js';
import type { FrontMatter } from './front-matter.js';
import { parseMarkdown } from './markdown.js';
import type { Heading } from './outline.js';
import { reportOf } from './report.js';
import { shortened } from './short-name.js';
import type { Body } from './read-body.js';

export function composePost(front: FrontMatter, body: Body, warnings: readonly ReportLine[]): ImportedPost {
  const { parts, mission } = body;
  const considerations = front.considerations?.map(named) ?? body.considerations;
  const title = titleOf(front, parts);
  const introduction = [
    ...otherTitles(parts, title.title),
    ...ofKind(parts, 'introduction').map(({ text }) => text),
  ];
  const leadIn =
    ofKind(parts, 'lead-in')[0]?.heading.title ?? (title.title.endsWith(':') ? title.title : undefined);
  return {
    title: title.title.replace(/(?<=.):$/, ''),
    authors: textsOf(front.authors),
    labels: { categories: textsOf(front.categories), tags: textsOf(front.tags) },
    ...given({
      charter: front.charter && parseCharterName(front.charter.text),
      timeZone: front.timeZone?.text,
      reason: front.reason?.text,
      changes: front.changes?.map(declared),
      mission: mission?.text,
    }),
    ...given({
      leadIn,
      introduction: cleanAlone(introduction.join('\n\n')) || undefined,
    }),
    considerations: considerations.flatMap(considerationOf),
    background: ofKind(parts, 'background').map(sectionOf),
    values: ofKind(parts, 'value').map(valueOf),
    report: reportOf({ front, body, considerations, title, warnings }),
  };
}

function ofKind(parts: readonly Part[], kind: Part['kind']): readonly Part[] {
  return parts.filter((part) => part.kind === kind);
}

function textsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ text }) => oneLine(text));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A post without a title is called by what comes first in it. */
function titleOf({ title }: FrontMatter, parts: readonly Part[]): Heading {
  if (title) return { title: oneLine(title.text), line: title.line };
  const heading = (ofKind(parts, 'title')[0] ?? ofKind(parts, 'lead-in')[0] ?? parts[0])?.heading;
  return { title: shortened(heading?.title ?? '…', limits.titleCharacters), line: heading?.line ?? 1 };
}

/** A heading over the post that says something else than its front matter. */
function otherTitles(parts: readonly Part[], title: string): string[] {
  const titles = ofKind(parts, 'title').map(({ heading }) => heading.title);
  return titles.filter((other) => other !== title);
}

function named(entry: NamedEntry): FoundConsideration {
  const [first] = parseMarkdown(entry.text).children;
  const name = entry.name ?? (first ? nameOf(first) : entry.text);
  return { name: oneLine(name), text: entry.text, line: entry.line };
}

/** Of which nothing is left without HTML, it has its name to say; without that either, it is none. */
export function considerationOf({ name, text }: Consideration): Consideration[] {
  const words = cleanAlone(text) || cleanAlone(name);
  return words === '' ? [] : [{ name, text: words }];
}

function declared({ of, from, size, why, themes }: FoundChange): DeclaredChange {
  return { of, ...given({ from, size, why }), themes };
}

function sectionOf({ heading, text }: Part): BackgroundSection {
  return { heading: heading.title, text: cleanAlone(text) };
}

function valueOf({ heading, text }: Part): ImportedValue {
  return { ...heading, text: cleanAlone(text) };
}
