import { z } from 'zod';
import type { Intent } from '../app/intent.js';
import type { ChangeRef } from '../app/revision/intents.js';
import { actionVersion } from '../cards/action-data.js';
import { fromNowhere } from '../cards/revision/revision-data.js';
import { changeSizes } from '../domain/change.js';
import { parseCharterName } from '../domain/charter.js';
import type { ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { aboutFields, aboutOf, count, id, valueOf } from './action-about.js';

/** Clients send an input that was left empty as an empty text, or not at all. */
const filled = z
  .string()
  .max(2_000)
  .transform((text) => (text.trim() === '' ? undefined : text))
  .optional()
  .catch(undefined);

const RevisionData = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  ...aboutFields,
  value: filled,
  page: count,
  confirmed: z.boolean().optional(),
  revision: id,
  version: id,
  over: id,
  from: z.union([count, filled]),
  to: z.union([count, z.literal('up')]).optional(),
  of: id,
  title: z.string().optional(),
  text: z.string().optional(),
  inDialog: z.literal(true).optional(),
  size: z.enum(changeSizes).optional().catch(undefined),
  why: z.string().optional(),
  themes: z.string().max(2_000).optional(),
});
type RevisionData = z.infer<typeof RevisionData>;

/** What a button asks for; nothing when it is none of these. */
export function parseRevisionAction(input: unknown): Intent | undefined {
  const parsed = RevisionData.safeParse(input);
  return parsed.success ? intentOf(parsed.data) : undefined;
}

function intentOf(data: RevisionData): Intent | undefined {
  const about = aboutOf(data);
  const value = valueOf(data);
  const { page, from, to, confirmed = false } = data;
  switch (data.do) {
    case 'changes': {
      const numbers = { from: numberIn(from), to: numberIn(to) };
      return { kind: data.do, about, ...given({ ...numbers, value, page }) };
    }
    case 'dispute':
      return value && { kind: data.do, about, value, confirmed };
    default:
      return editingOf(data);
  }
}

function editingOf(data: RevisionData): Intent | undefined {
  const { revision, title, text, inDialog, over, version, page, confirmed = false } = data;
  const charter = given({
    charter: data.charter === undefined ? undefined : parseCharterName(data.charter),
  });
  const value = valueOf(data);
  const seen = { ...charter, ...given({ revision }) };
  switch (data.do) {
    case 'revise':
      return { kind: data.do, ...charter, ...given({ page }) };
    case 'edit-value':
      return { kind: data.do, ...seen, ...given({ value, title, text, inDialog }) };
    case 'save-value':
      return { kind: data.do, ...seen, ...given({ value, title, text, over, inDialog }) };
    case 'remove-value':
      return value && { kind: data.do, ...seen, value, confirmed };
    case 'move-value':
      return value && data.to !== undefined ? { kind: data.do, ...seen, value, to: data.to } : undefined;
    case 'matching':
      return { kind: data.do, ...charter, ...given({ of: refOf(data), page }) };
    case 'match':
      return value && { kind: data.do, ...seen, value, from: fromIn(data) ?? [] };
    case 'declare':
      return declareOf(data, seen);
    case 'take-version':
      return version === undefined || over === undefined
        ? undefined
        : { kind: data.do, ...charter, version, over };
    default:
      return undefined;
  }
}

function declareOf(data: RevisionData, seen: object): Intent | undefined {
  const of = refOf(data);
  const { size, why, themes } = data;
  if (of === undefined) return undefined;
  const numbers = themes
    ?.split(',')
    .map(Number)
    .filter((number) => Number.isSafeInteger(number) && number > 0);
  return { kind: 'declare', ...seen, of, ...given({ from: fromIn(data), size, why, themes: numbers }) };
}

function refOf({ of, position }: RevisionData): ChangeRef | undefined {
  if (of === 'considerations' || of === 'lead-in') return of;
  if (of !== undefined) return { by: 'id', id: of as ValueId };
  return position === undefined ? undefined : { by: 'position', position };
}

/** Whoever chooses a value before beside “new” means that value. */
function fromIn({ from }: RevisionData): readonly string[] | undefined {
  if (typeof from !== 'string') return undefined;
  return from.split(',').filter((each) => each !== '' && each !== fromNowhere);
}

function numberIn(field: number | string | undefined): number | undefined {
  return typeof field === 'number' ? field : undefined;
}
