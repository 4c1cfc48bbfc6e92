import { z } from 'zod';
import type { Intent } from '../app/intent.js';
import { actionVersion } from '../cards/action-data.js';
import { given } from '../domain/given.js';
import { aboutFields, aboutOf, count, id } from './action-about.js';

/** Of the form: an input that was left empty comes as an empty text, or not at all. */
const typed = z
  .string()
  .max(200)
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();

const PeopleAction = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  ...aboutFields,
  page: count,
  confirmed: z.boolean().optional(),
  mark: typed,
  code: typed,
  approval: id,
});

/** What a button asks for; nothing when it is none of these. */
export function parsePeopleAction(input: unknown): Intent | undefined {
  const parsed = PeopleAction.safeParse(input);
  if (!parsed.success) return undefined;
  const { do: kind, page, mark, code, approval, confirmed = false } = parsed.data;
  const charter = given({ charter: aboutOf(parsed.data).charter });
  switch (kind) {
    case 'ledger':
      return { kind, ...charter };
    case 'accept':
      return { kind, ...given({ code }) };
    case 'facilitators':
    case 'invite':
      return { kind };
    case 'remove-facilitator':
      return { kind, ...given({ mark }), confirmed };
    case 'approvals':
      return { kind, ...given({ page }) };
    case 'view-approval':
    case 'approve':
    case 'disapprove':
      return approval === undefined ? undefined : { kind, approval };
    case 'delete-charter':
      return { kind, ...charter, confirmed: confirmed && charter.charter !== undefined };
    default:
      return undefined;
  }
}
