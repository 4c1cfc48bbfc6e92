import type { ReportLine } from '../domain/imported-post.js';
import type { FrontMatter } from './front-matter.js';
import { shortened } from './short-name.js';
import { announces, placeholderIn } from './vocabulary.js';

/** What a template or its author left to be filled in; comments of the front matter count, for they are the template's. */
export function findPlaceholders(text: string, front: FrontMatter): ReportLine[] {
  const inLines = text.split('\n').flatMap((line, index): ReportLine[] => {
    const about = placeholderIn(line);
    return about === undefined ? [] : [{ line: index + 1, kind: 'placeholder', about: shortened(about) }];
  });
  const nobody = front.authors.filter((author) => announces(author.text, 'nobody'));
  return [
    ...inLines,
    ...nobody.map(({ line, text: about }): ReportLine => ({ line, kind: 'placeholder', about })),
  ];
}
