import { z } from 'zod';

import type { Framing } from '../domain/charter.js';

const framing = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  labels: z.object({ categories: z.array(z.string()), tags: z.array(z.string()) }),
  mission: z.string().exactOptional(),
  introduction: z.string().exactOptional(),
  considerations: z.array(z.object({ name: z.string(), text: z.string() })),
  background: z.array(z.object({ heading: z.string(), text: z.string() })),
});

export function framingFromJson(json: string): Framing {
  return framing.parse(JSON.parse(json));
}

/** Keeps what belongs to a framing, of an object that may be more. */
export function framingToJson(whole: Framing): string {
  return JSON.stringify(framing.parse(whole));
}
