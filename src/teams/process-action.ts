import { z } from 'zod';
import type { Intent } from '../app/intent.js';
import { actionVersion } from '../cards/action-data.js';
import { given } from '../domain/given.js';
import { readRules } from './read-rules.js';
import { aboutFields, aboutOf, count } from './action-about.js';

/** As a button writes it or as an input sends it: clients send a number as a text too. */
const said = z.union([z.string().max(2_000), z.number()]).optional();

const ProcessAction = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  ...aboutFields,
  page: count,
  confirmed: z.boolean().optional(),
  group: z.string().max(200).optional(),
  none: z.boolean().optional(),
  confidential: z.boolean().optional(),
  unreadable: z.string().max(2_000).optional(),
  least: said,
  results: said,
  review: said,
  openTo: said,
  identities: said,
  size: said,
  groups: said,
  second: said,
  quorum: said,
  objecting: said,
  consentDays: said,
});
type ProcessAction = z.infer<typeof ProcessAction>;

/** What a button about the process, about taking part or about one's own data asks for; nothing when it is none. */
export function parseProcessAction(input: unknown): Intent | undefined {
  const parsed = ProcessAction.safeParse(input);
  return parsed.success ? intentOf(parsed.data) : undefined;
}

function intentOf(action: ProcessAction): Intent | undefined {
  const about = aboutOf(action);
  const charter = given({ charter: about.charter });
  const confirmed = action.confirmed === true;
  switch (action.do) {
    case 'group':
      return { kind: action.do, about, ...given({ group: groupOf(action) }) };
    case 'decline':
      return { kind: action.do, about, confirmed };
    case 'privacy':
      return { kind: action.do, about };
    case 'process':
      return { kind: action.do, ...charter, ...given({ page: action.page }) };
    case 'rules':
      return { kind: action.do, ...charter };
    case 'change-rules':
      return { kind: action.do, ...charter, rules: rulesOf(action) };
    case 'seal':
      return { kind: action.do, ...charter, confirmed };
    case 'my-data':
      return { kind: action.do, ...given({ page: action.page }) };
    case 'forget-me':
      return { kind: action.do, confirmed };
    default:
      return undefined;
  }
}

/** Where nothing was chosen, the choice is shown again. */
function groupOf({ group, none }: ProcessAction): string | null | undefined {
  if (none === true) return null;
  return group === '' ? undefined : group;
}

function rulesOf(action: ProcessAction): Extract<Intent, { kind: 'change-rules' }>['rules'] {
  if (action.confidential === false) return 'confidentiality-off';
  if (action.unreadable !== undefined) return { unreadable: action.unreadable };
  return readRules(action);
}
