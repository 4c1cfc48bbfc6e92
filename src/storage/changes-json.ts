import { z } from 'zod';

import { changeKinds, changeSizes, type DraftChanges } from '../domain/change.js';
import type { ValueId } from '../domain/draft.js';

const valueId = z.custom<ValueId>((id) => typeof id === 'string');

const declared = {
  size: z.enum(changeSizes).exactOptional(),
  why: z.string().exactOptional(),
  themes: z.array(z.number()),
};

const changes = z.object({
  base: z.number(),
  values: z.array(
    z.object({ value: valueId, kinds: z.array(z.enum(changeKinds)), from: z.array(valueId), ...declared }),
  ),
  removed: z.array(z.object({ value: valueId, title: z.string(), ...declared })),
  considerations: z.object(declared).exactOptional(),
  leadIn: z.object(declared).exactOptional(),
  unanswered: z.object({ themes: z.array(z.number()), comments: z.number() }),
});

export function changesFromJson(json: string): DraftChanges {
  return changes.parse(JSON.parse(json));
}

/** Whether a draft's changes, as they are kept, declare that of a value as spelling. */
export function isSpelling(json: string | null, value: ValueId): boolean {
  return (
    json !== null &&
    changesFromJson(json).values.some((each) => each.value === value && each.size === 'spelling')
  );
}

/** Without what was disputed: that is known from `spelling_disputes`. */
export function changesToJson(whole: DraftChanges): string {
  return JSON.stringify(changes.parse(whole));
}
