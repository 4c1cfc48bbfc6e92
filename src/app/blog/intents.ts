import type { CharterName } from '../../domain/charter.js';

/** What a community puts on its own pages. */
export const blogParts = ['banner', 'changes', 'adopted', 'page', 'post'] as const;
export type BlogPart = (typeof blogParts)[number];

/** For facilitators: Markdown to take to a blog. */
export type BlogIntent = { readonly kind: 'blog'; readonly charter?: CharterName; readonly part?: BlogPart };

export const blogKinds = ['blog'] as const satisfies readonly BlogIntent['kind'][];
