import type { DeclaredChange } from './change.js';
import type { CharterName, Framing } from './charter.js';

/** A value as a post tells it; its identity is found when it is set beside the draft before. */
export interface ImportedValue {
  /** From `{#id}` on its heading. */
  readonly explicitId?: string;
  readonly title: string;
  /** Markdown, as it came. */
  readonly text: string;
  /** Where its title stands, counted from 1. */
  readonly line: number;
}

/** What one line of a post was taken for. `warning` asks the author to look; nothing is refused for it. */
export interface ReportLine {
  readonly line: number;
  readonly kind: ReportKind;
  /** The words it is about, shortened; empty where the kind says it all. */
  readonly about: string;
}

export const takenKinds = [
  'title',
  'author',
  'category',
  'tag',
  'charter',
  'time-zone',
  'reason',
  'change',
  'mission',
  'introduction',
  'lead-in',
  'value',
  'consideration',
  'background',
] as const;
export const warningKinds = [
  'placeholder',
  'unknown-key',
  'empty-link',
  'relative-link',
  'refused-link',
  'image',
  'html-dropped',
  'no-values',
  'unknown-change',
  'unknown-theme',
] as const;
export type ReportKind = (typeof takenKinds)[number] | (typeof warningKinds)[number];

/** A post, read. */
export interface ImportedPost extends Framing {
  /** Front matter `charter:`. */
  readonly charter?: CharterName;
  /** Front matter `time-zone:`, an IANA name. */
  readonly timeZone?: string;
  readonly reason?: string;
  /** Front matter `changes:`. */
  readonly changes?: readonly DeclaredChange[];
  readonly leadIn?: string;
  /** Empty for a post that only opens or updates a charter. */
  readonly values: readonly ImportedValue[];
  /** In the order of the lines. */
  readonly report: readonly ReportLine[];
}

export const refusalKinds = [
  'too-large',
  'too-tangled',
  'empty',
  'front-matter',
  'too-many-values',
  'title-too-long',
  'value-too-long',
  'duplicate-id',
  'invalid-id',
  'invalid-charter',
  'invalid-time-zone',
  'invalid-change',
] as const;

/** Why a post cannot be taken; nothing of it is stored. */
export interface Refusal {
  readonly line: number;
  readonly kind: (typeof refusalKinds)[number];
  /** The words it is about, or the parser's message, shortened. */
  readonly about: string;
}

/** What a post is written from: it reads back as the same. */
export type PostText = Omit<ImportedPost, 'report' | 'values'> & {
  readonly values: readonly Omit<ImportedValue, 'line'>[];
};

export type PostReading =
  | { readonly kind: 'read'; readonly post: ImportedPost }
  | { readonly kind: 'refused'; readonly errors: readonly Refusal[] };

/** The bounds of a post. */
export const limits = { bytes: 256 * 1024, values: 50, titleCharacters: 200, valueCharacters: 4000 } as const;
