import type { Subject } from '../subject.js';
import type { BlogPart } from './intents.js';

/** Markdown to copy. */
export interface BlogView {
  readonly kind: 'blog';
  readonly subject: Subject;
  /** Those that there are, in their order; empty before anything was published. */
  readonly parts: readonly { readonly part: BlogPart; readonly markdown: string }[];
  /** The one that was asked for; it may be none of those that there are. */
  readonly part?: BlogPart;
}

export const blogViewKinds = ['blog'] as const satisfies readonly BlogView['kind'][];
