import { z } from 'zod';
import type { About, ValueRef } from '../app/about.js';
import { parseCharterName } from '../domain/charter.js';
import type { DraftId, ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';

export const id = z.string().min(1).max(100).optional();
export const count = z.number().int().min(0).max(10_000).optional();

/** What a button says of the text that it is about. */
export const aboutFields = {
  charter: id,
  draft: id,
  preview: z.boolean().optional(),
  value: id,
  position: count,
} as const;
type AboutFields = z.infer<z.ZodObject<typeof aboutFields>>;

export function aboutOf({ charter, draft, preview }: AboutFields): About {
  return given({
    charter: charter === undefined ? undefined : parseCharterName(charter),
    draft: draft as DraftId | undefined,
    preview,
  });
}

export function valueOf({ value, position }: AboutFields): ValueRef | undefined {
  if (value !== undefined) return { by: 'id', id: value as ValueId };
  return position === undefined ? undefined : { by: 'position', position };
}
