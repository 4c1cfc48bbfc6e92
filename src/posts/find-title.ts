import type { Section } from './outline.js';

/** The section under whose heading the post stands, if any, and the one whose children may be values. */
export interface TitlePlace {
  readonly titled?: Section;
  readonly top: Section;
}

/** With a title in the front matter, only a heading above everything else is one too. */
export function findTitle(post: Section, hasTitle: boolean): TitlePlace {
  const [first, ...others] = post.sections;
  if (!first || first.heading?.explicitId !== undefined) return { top: post };
  const isAbove = others.length === 0 || (first.depth === 1 && first.sections.length > 0);
  if (hasTitle)
    return others.length === 0 && first.depth === 1 ? { titled: first, top: first } : { top: post };
  if (isAbove) return { titled: first, top: first };
  return first.depth === 1 ? { titled: first, top: post } : { top: post };
}
