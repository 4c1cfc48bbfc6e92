import { z } from 'zod';
import { actionVersion } from '../cards/action-data.js';
import type { About, Intent, ValueRef } from '../app/intent.js';
import type { AnnouncementId } from '../domain/announcement.js';
import { parseCharterName } from '../domain/charter.js';
import type { DraftId, ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { parseAnswer } from '../domain/rating.js';

const id = z.string().min(1).max(100).optional();
const count = z.number().int().min(0).max(10_000).optional();

/** What buttons of this version send, inputs included. Whatever else a client adds is ignored. */
const ActionData = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  charter: id,
  draft: id,
  preview: z.boolean().optional(),
  value: id,
  position: count,
  page: count,
  number: count,
  press: id,
  withdraw: z.boolean().optional(),
  revision: id,
  announcement: id,
  confirmed: z.boolean().optional(),
  answer: z.string().max(20).optional(),
  source: z.string().optional(),
  name: z.string().max(100).optional(),
});
type ActionData = z.infer<typeof ActionData>;

/** What a pressed button asks for. Whatever cannot be read comes from a card of another version. */
export function parseCardAction(input: unknown): Intent {
  const parsed = ActionData.safeParse(input);
  const intent = parsed.success ? intentOf(parsed.data) : undefined;
  return intent ?? { kind: 'outdated' };
}

function intentOf(data: ActionData): Intent | undefined {
  const about = aboutOf(data);
  const { page } = data;
  const charter = data.charter === undefined ? undefined : parseCharterName(data.charter);
  switch (data.do) {
    case 'help':
    case 'status':
      return { kind: data.do };
    case 'values':
      return { kind: data.do, about };
    case 'considerations':
    case 'ballot':
      return { kind: data.do, about, ...given({ value: valueOf(data), page }) };
    case 'background':
    case 'answers':
      return { kind: data.do, about, ...given({ page }) };
    case 'rate':
      return rateOf(data, about);
    case 'results':
      return { kind: data.do, about, ...given({ number: data.number, page }) };
    case 'subscribe':
    case 'unsubscribe':
    case 'new-draft':
    case 'preview':
      return { kind: data.do, ...given({ charter }) };
    case 'import':
      return importOf(data);
    case 'import-report':
      return { kind: data.do, ...given({ charter, page }) };
    case 'publish':
      return { kind: data.do, ...given({ charter, revision: data.revision }) };
    case 'close':
      return { kind: data.do, about, confirmed: data.confirmed === true };
    case 'deliveries': {
      const announcement = data.announcement as AnnouncementId | undefined;
      return { kind: data.do, ...given({ charter, announcement }) };
    }
    default:
      return undefined;
  }
}

function rateOf(data: ActionData, about: About): Intent | undefined {
  const value = valueOf(data);
  if (value === undefined) return undefined;
  const answer = data.withdraw === true ? null : parseAnswer(data.answer);
  return { kind: 'rate', about, value, answer, ...given({ press: data.press }) };
}

/** The name was typed by hand: what cannot be one is refused by the import, with the post kept. */
function importOf({ source, name }: ActionData): Intent {
  const typed = name?.trim() ?? '';
  const charter = parseCharterName(typed);
  return {
    kind: 'import',
    source: source ?? '',
    fromForm: true,
    ...given({ charter, misnamed: typed !== '' && charter === undefined ? typed : undefined }),
  };
}

function aboutOf({ charter, draft, preview }: ActionData): About {
  return given({
    charter: charter === undefined ? undefined : parseCharterName(charter),
    draft: draft as DraftId | undefined,
    preview,
  });
}

function valueOf({ value, position }: ActionData): ValueRef | undefined {
  if (value !== undefined) return { by: 'id', id: value as ValueId };
  return position === undefined ? undefined : { by: 'position', position };
}
