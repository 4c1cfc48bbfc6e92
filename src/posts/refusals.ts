import { isTimeZone } from '../app/zoned-time.js';
import { parseCharterName } from '../domain/charter.js';
import { limits } from '../domain/imported-post.js';
import type { Refusal } from '../domain/imported-post.js';
import type { CleanMarkdown } from './clean-markdown.js';
import type { Part } from './find-parts.js';
import type { FrontMatter } from './front-matter.js';
import type { Body } from './read-body.js';
import { shortened } from './short-name.js';

/** Every reason for which a post cannot be taken, so that its author meets all of them at once. */
export function refusalsOf(front: FrontMatter, clean: CleanMarkdown, { parts }: Body): Refusal[] {
  const values = parts.filter(({ kind }) => kind === 'value');
  const isEmpty = clean.text.trim() === '' && !front.considerations && front.refusals.length === 0;
  return [
    ...front.refusals,
    ...(isEmpty ? [{ line: 1, kind: 'empty', about: '' } as const] : []),
    ...misnamed(front),
    ...misplaced(front),
    ...longTitles(front, parts),
    ...tooMany(values),
    ...values.flatMap(ofText),
    ...ofIds(values),
  ];
}

function misnamed({ charter }: FrontMatter): Refusal[] {
  if (!charter || parseCharterName(charter.text) !== undefined) return [];
  return [{ line: charter.line, kind: 'invalid-charter', about: shortened(charter.text) }];
}

function misplaced({ timeZone }: FrontMatter): Refusal[] {
  if (!timeZone || isTimeZone(timeZone.text)) return [];
  return [{ line: timeZone.line, kind: 'invalid-time-zone', about: shortened(timeZone.text) }];
}

function longTitles(front: FrontMatter, parts: readonly Part[]): Refusal[] {
  const ofParts = parts.filter(({ kind }) => kind === 'value' || (kind === 'title' && !front.title));
  const names = front.considerations?.map(({ name = '', line }) => ({ title: name, line })) ?? [];
  const ofFront = front.title ? [{ title: front.title.text, line: front.title.line }] : [];
  return [...ofFront, ...names, ...ofParts.map(({ heading }) => heading)]
    .filter(({ title }) => lengthOf(title) > limits.titleCharacters)
    .map(({ title, line }) => ({ line, kind: 'title-too-long', about: shortened(title) }));
}

function tooMany(values: readonly Part[]): Refusal[] {
  const first = values[limits.values];
  return first
    ? [{ line: first.heading.line, kind: 'too-many-values', about: shortened(first.heading.title) }]
    : [];
}

function ofText({ heading, text }: Part): Refusal[] {
  if (lengthOf(text) <= limits.valueCharacters) return [];
  return [{ line: heading.line, kind: 'value-too-long', about: shortened(heading.title) }];
}

function ofIds(values: readonly Part[]): Refusal[] {
  const seen = new Set<string>();
  return values.flatMap(({ heading: { explicitId: id, line } }): Refusal[] => {
    if (id === undefined) return [];
    if (!/^[a-z][a-z0-9-]{0,59}$/.test(id)) return [{ line, kind: 'invalid-id', about: shortened(id) }];
    if (seen.has(id)) return [{ line, kind: 'duplicate-id', about: id }];
    seen.add(id);
    return [];
  });
}

/** Characters as people count them, near enough: an emoji of one code point is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
