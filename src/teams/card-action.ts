import { z } from 'zod';
import { actionVersion } from '../cards/action-data.js';
import type { About } from '../app/about.js';
import type { Intent, LocalTime, PauseEnd } from '../app/intent.js';
import type { AnnouncementId } from '../domain/announcement.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { parseQuietHours, type QuietHours, type TimeOfDay } from '../domain/place.js';
import { parseAnswer } from '../domain/rating.js';
import { parseRevisionAction } from './revision-action.js';
import { parseFeedbackAction } from './feedback-action.js';
import { parseAdoptionAction } from './adoption-action.js';
import { parsePeopleAction } from './people-action.js';
import { parseBlogAction } from './blog-action.js';
import { parseCommentAction } from './comment-action.js';
import { parseProcessAction } from './process-action.js';
import { isDay, readLocalTime, usualBeginning, usualEnd } from './spoken-times.js';
import { aboutFields, aboutOf, count, id, valueOf } from './action-about.js';

/** Clients send an input that was left empty as an empty text, or not at all. */
const input = z
  .string()
  .max(100)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** What buttons of this version send, inputs included. Whatever else a client adds is ignored. */
const ActionData = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  ...aboutFields,
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
  audience: input.pipe(z.enum(['all', 'affected']).optional()),
  date: input,
  time: input,
  timed: z.boolean().optional(),
  appointment: z.enum(['publish', 'remind', 'close']).optional(),
  correction: id,
  days: count,
  pauseDate: input,
  quiet: z.boolean().optional(),
  quietFrom: input,
  quietUntil: input,
});
type ActionData = z.infer<typeof ActionData>;

/** What a pressed button asks for. Whatever cannot be read comes from a card of another version. */
export function parseCardAction(input: unknown): Intent {
  const parsed = ActionData.safeParse(input);
  const intent = parsed.success ? intentOf(parsed.data) : undefined;
  if (intent !== undefined) return intent;
  for (const parse of others) {
    const found = parse(input);
    if (found !== undefined) return found;
  }
  return { kind: 'outdated' };
}

const others = [
  parseCommentAction,
  parseProcessAction,
  parseRevisionAction,
  parseFeedbackAction,
  parseAdoptionAction,
  parsePeopleAction,
  parseBlogAction,
];

function intentOf(data: ActionData): Intent | undefined {
  const about = aboutOf(data);
  const { page } = data;
  const charter = data.charter === undefined ? undefined : parseCharterName(data.charter);
  switch (data.do) {
    case 'help':
    case 'status':
    case 'settings':
    case 'resume':
      return { kind: data.do };
    case 'values':
      return { kind: data.do, about, ...given({ number: data.number }) };
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
    case 'correct':
    case 'appointments':
      return { kind: data.do, ...given({ charter }) };
    case 'import':
      return importOf(data);
    case 'import-report':
      return { kind: data.do, ...given({ charter, page }) };
    case 'pause':
      return { kind: data.do, ...given({ until: pauseEndOf(data) }) };
    case 'quiet':
      return { kind: data.do, ...given({ hours: quietHoursOf(data) }) };
    default:
      return orderOf(data, about, charter);
  }
}

/** What facilitators ask for once a text is ready. */
function orderOf(data: ActionData, about: About, charter: CharterName | undefined): Intent | undefined {
  const { revision, audience, appointment, correction } = data;
  const confirmed = data.confirmed === true;
  switch (data.do) {
    case 'publish':
      return {
        kind: data.do,
        ...given({ charter, revision, audience, at: localTimeOf(data, usualBeginning) }),
      };
    case 'close':
      return { kind: data.do, about, confirmed, ...given({ at: localTimeOf(data, usualEnd) }) };
    case 'withdraw':
    case 'remind':
      return { kind: data.do, about, confirmed };
    case 'reopen':
      return { kind: data.do, about, confirmed, ...given({ audience }) };
    case 'cancel-appointment':
      return appointment && { kind: data.do, appointment, ...given({ charter }) };
    case 'propose-correction':
      return correctionOf(data, charter);
    case 'apply-correction':
      return correction === undefined ? undefined : { kind: data.do, correction };
    case 'retry':
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

/** A text that was typed does not fit into the button that asks which charter is meant; the form takes it again. */
function correctionOf({ source }: ActionData, charter: CharterName | undefined): Intent {
  if (source === undefined) return { kind: 'correct', ...given({ charter }) };
  return { kind: 'propose-correction', source, ...given({ charter }) };
}

/** A button that is for a time never means now, also where nothing was chosen. */
function localTimeOf(
  { date, time, timed }: ActionData,
  usual: TimeOfDay,
): LocalTime | 'unreadable' | undefined {
  const isNow = date === undefined && time === undefined && timed !== true;
  return isNow ? undefined : readLocalTime({ date, time }, usual);
}

/** A button that says for how long means that, whatever day was chosen beside it. */
function pauseEndOf({ days, pauseDate }: ActionData): PauseEnd | 'unreadable' | undefined {
  if (days !== undefined) return { days };
  if (pauseDate === undefined) return undefined;
  return isDay(pauseDate) ? { date: pauseDate } : 'unreadable';
}

/** And one that ends them means that. */
function quietHoursOf({
  quiet,
  quietFrom,
  quietUntil,
}: ActionData): QuietHours | 'off' | 'unreadable' | undefined {
  if (quiet === false) return 'off';
  if (quietFrom === undefined && quietUntil === undefined) return undefined;
  return parseQuietHours(quietFrom ?? '', quietUntil ?? '') ?? 'unreadable';
}
