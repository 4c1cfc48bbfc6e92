import type { BlogView } from '../../src/app/blog/views.js';
import type { View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';

const title = 'Values of our community garden';
const draft = 'https://values.garden.example/charters/garden/drafts/2?key=abc';

export const blogView: BlogView = {
  kind: 'blog',
  subject: { charter: 'garden' as CharterName, title, preview: false },
  parts: [
    { part: 'banner', markdown: `> Our draft of ${title} is now available [here](${draft}).\n` },
    {
      part: 'changes',
      markdown:
        '> Based on community feedback:\n> * We’ve updated the value “share tools” to “share tools and time”.\n',
    },
    {
      part: 'post',
      markdown: `---\ntitle: ${title}\n---\n\n## In this garden we:\n\n### Share the harvest {#share-the-harvest}\n\nWhat grows here belongs to all of us.\n`,
    },
  ],
};

/** Each fits alone; together they do not. */
const heavy: BlogView = {
  ...blogView,
  parts: [
    ...blogView.parts.slice(0, 2),
    { part: 'page', markdown: 'What grows here belongs to all of us. '.repeat(500) },
    { part: 'post', markdown: 'What grows here belongs to all of us. '.repeat(530) },
  ],
};

/** Merged into `facilitatorViews`. */
export const blogViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['blog', blogView],
  ['blog-banner', { ...blogView, part: 'banner' }],
  ['blog-not-yet', { ...blogView, part: 'adopted' }],
  ['blog-none', { ...blogView, parts: [] }],
  ['blog-heavy', heavy],
  ['blog-heavy-post', { ...heavy, part: 'post' }],
  [
    'blog-too-long',
    { ...blogView, parts: [...blogView.parts.slice(0, 1), { part: 'post', markdown: 'So. '.repeat(9_000) }] },
  ],
]);
