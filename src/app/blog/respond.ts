import { given } from '../../domain/given.js';
import { barFrom } from '../bar-from.js';
import { findCharter } from '../find-text.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { blogKinds, type BlogIntent } from './intents.js';
import { readBlog } from './read-blog.js';

export function isBlog(intent: { readonly kind: string }): intent is BlogIntent {
  return (blogKinds as readonly string[]).includes(intent.kind);
}

/** Markdown for a community's own pages. */
export async function respondToBlog(
  ports: Ports,
  speaker: Speaker,
  intent: BlogIntent,
): Promise<readonly View[]> {
  const barred = await barFrom(ports, speaker);
  if (barred !== undefined) return barred;
  const charter = await findCharter(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return [charter.view];
  const notes = await readBlog(ports, charter.it);
  const { name, title } = charter.it;
  const { locale } = speaker.place;
  return [
    {
      kind: 'blog',
      subject: { charter: name, title, preview: false },
      parts: notes.map((note) => ({ part: note.kind, markdown: ports.writeBlog(note, locale) })),
      ...given({ part: intent.part }),
    },
  ];
}
