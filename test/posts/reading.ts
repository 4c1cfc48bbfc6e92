import assert from 'node:assert/strict';
import type { ImportedPost, Refusal, ReportKind } from '../../src/domain/imported-post.js';
import { readPost } from '../../src/posts/read-post.js';

/** The post that a source is read as. */
export function post(source: string): ImportedPost {
  const reading = readPost(source);
  assert.equal(reading.kind, 'read', JSON.stringify(reading));
  return reading.post;
}

export function refusals(source: string): readonly Refusal[] {
  const reading = readPost(source);
  assert.equal(reading.kind, 'refused');
  return reading.errors;
}

/** The report's lines of one kind, as `line words`. */
export function reported({ report }: ImportedPost, kind: ReportKind): string[] {
  return report.filter((line) => line.kind === kind).map(({ line, about }) => `${line} ${about}`);
}

export function titles({ values }: ImportedPost): string[] {
  return values.map(({ title }) => title);
}

export function headings({ background }: ImportedPost): string[] {
  return background.map(({ heading }) => heading);
}

export function names({ considerations }: ImportedPost): string[] {
  return considerations.map(({ name }) => name);
}
