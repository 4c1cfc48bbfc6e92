import type { ReportKind, ReportLine } from '../domain/imported-post.js';
import type { FoundConsideration } from './find-considerations.js';
import type { Entry } from './front-matter-keys.js';
import type { FrontMatter } from './front-matter.js';
import type { Heading } from './outline.js';
import type { Body } from './read-body.js';
import { shortened } from './short-name.js';

export interface Reported {
  readonly front: FrontMatter;
  readonly body: Body;
  readonly considerations: readonly FoundConsideration[];
  readonly title: Heading;
  readonly warnings: readonly ReportLine[];
}

/** What each line was taken for and what its author may want to look at, in the order of the lines. */
export function reportOf({ front, body, considerations, title, warnings }: Reported): ReportLine[] {
  const hasValues = body.parts.some(({ kind }) => kind === 'value');
  const lines: ReportLine[] = [
    ...entries('title', front.title),
    ...entries('author', ...front.authors),
    ...entries('category', ...front.categories),
    ...entries('tag', ...front.tags),
    ...entries('charter', front.charter),
    ...entries('time-zone', front.timeZone),
    ...entries('reason', front.reason),
    ...(front.changes ?? []).map(({ line, of }) => lineOf('change', line, of)),
    ...entries('mission', body.mission),
    ...body.parts.flatMap(({ kind, heading }) =>
      kind === 'considerations' ? [] : entries(kind, { text: heading.title, line: heading.line }),
    ),
    ...considerations.map(({ name, line }) => lineOf('consideration', line, name)),
    ...front.unknown,
    ...warnings,
    ...(hasValues ? [] : [lineOf('no-values', title.line, '')]),
  ];
  return unique(lines).toSorted((one, other) => one.line - other.line);
}

function entries(kind: ReportKind, ...found: readonly (Entry | undefined)[]): ReportLine[] {
  return found.flatMap((entry) => (entry ? [lineOf(kind, entry.line, entry.text)] : []));
}

function lineOf(kind: ReportKind, line: number, about: string): ReportLine {
  return { line, kind, about: shortened(about) };
}

/** A broken link is met again in every round of cleaning. */
function unique(lines: readonly ReportLine[]): ReportLine[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
