import { z } from 'zod';
import { blogParts } from '../app/blog/intents.js';
import type { Intent } from '../app/intent.js';
import { actionVersion } from '../cards/action-data.js';
import { parseCharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { id } from './action-about.js';

const BlogAction = z.object({
  v: z.literal(actionVersion),
  do: z.literal('blog'),
  charter: id,
  /** One that this version does not know is passed over: then all are shown. */
  part: z.enum(blogParts).optional().catch(undefined),
});

/** What a button asks for; nothing when it is none of these. */
export function parseBlogAction(input: unknown): Intent | undefined {
  const parsed = BlogAction.safeParse(input);
  if (!parsed.success) return undefined;
  const { charter, part } = parsed.data;
  return { kind: 'blog', ...given({ charter: parseCharterName(charter ?? ''), part }) };
}
