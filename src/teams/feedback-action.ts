import { z } from 'zod';
import type { Intent } from '../app/intent.js';
import { actionVersion } from '../cards/action-data.js';
import { outsideMark } from '../cards/feedback/feedback-data.js';
import { parseCharterName } from '../domain/charter.js';
import type { CommentId } from '../domain/comment.js';
import { given } from '../domain/given.js';
import { answerStatuses, outsideSources, type OutsideId } from '../domain/theme.js';
import { count, id } from './action-about.js';

/** What of few choices is none of them counts as not chosen: the form asks again, and keeps the rest. */
const oneOf = <T extends string>(all: readonly T[]) => z.enum(all).optional().catch(undefined);
/** A number as a button writes it, or as an input sends it. */
const said = z
  .union([z.string().max(40), z.number()])
  .optional()
  .catch(undefined);
const text = z.string().max(20_000).optional();
/** Ids, with a comma between two; absent where nothing was asked. */
const ids = z
  .string()
  .max(5_000)
  .transform((all) => all.split(',').filter((each) => each !== ''))
  .optional();

const FeedbackData = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  charter: id,
  page: count,
  number: count,
  /** Which one is chosen, where a card lists several. */
  theme: said,
  press: id,
  confirmed: z.boolean().optional(),
  title: text,
  chosen: ids,
  shown: ids,
  source: oneOf(outsideSources),
  label: text,
  people: said,
  day: text,
  text,
  outside: z.string().max(100).optional(),
  status: oneOf(answerStatuses),
  reason: text,
  what: text,
  owner: text,
  due: text,
});
type FeedbackData = z.infer<typeof FeedbackData>;

/** What a button asks for; nothing when it is none of these. */
export function parseFeedbackAction(input: unknown): Intent | undefined {
  const parsed = FeedbackData.safeParse(input);
  return parsed.success ? intentOf(parsed.data) : undefined;
}

function intentOf(data: FeedbackData): Intent | undefined {
  const { page } = data;
  const charter = given({
    charter: data.charter === undefined ? undefined : parseCharterName(data.charter),
  });
  const number = numberOf(data);
  const confirmed = data.confirmed === true;
  switch (data.do) {
    case 'feedback':
    case 'themes':
      return { kind: data.do, ...charter, ...given({ page }) };
    case 'theme':
      return number === undefined
        ? { kind: 'feedback', ...charter }
        : { kind: data.do, ...charter, number, ...given({ page }) };
    case 'edit-theme':
      return { kind: data.do, ...charter, ...given({ number, page }) };
    case 'save-theme':
      return { kind: data.do, ...charter, ...themeOf(data) };
    case 'drop-theme':
      return number === undefined ? undefined : { kind: data.do, ...charter, number, confirmed };
    case 'outside':
      return { kind: data.do, ...charter };
    case 'save-outside':
      return { kind: data.do, ...charter, ...outsideOf(data) };
    case 'drop-outside':
      return { kind: data.do, ...charter, ...given({ outside: data.outside as OutsideId | undefined }) };
    case 'answer-theme':
      return number === undefined ? { kind: 'themes', ...charter } : { kind: data.do, ...charter, number };
    case 'save-answer':
      return number === undefined ? undefined : { kind: data.do, ...charter, number, ...answerOf(data) };
    case 'tell-answers':
      return { kind: data.do, ...charter, confirmed };
    default:
      return undefined;
  }
}

function numberOf({ number, theme }: FeedbackData): number | undefined {
  if (number !== undefined) return number;
  return theme !== undefined && /^\d{1,6}$/.test(String(theme)) ? Number(theme) : undefined;
}

/** Where there was something to choose from, nothing chosen means none of it. */
function themeOf({ number, title, chosen, shown, page, press }: FeedbackData) {
  const picked = chosen ?? (shown === undefined ? undefined : []);
  return given({
    ...{ number, title, shown, page, press },
    comments: picked?.filter((each) => !each.startsWith(outsideMark)) as CommentId[] | undefined,
    outside: picked
      ?.filter((each) => each.startsWith(outsideMark))
      .map((each) => each.slice(outsideMark.length)) as OutsideId[] | undefined,
  });
}

function outsideOf({ source, label, people, day, text: written, press }: FeedbackData) {
  return given({
    ...{ source, label, press },
    people: peopleOf(people),
    day: day?.trim() === '' ? undefined : day?.trim(),
    text: written,
  });
}

function peopleOf(people: FeedbackData['people']): number | 'unreadable' | undefined {
  const typed = String(people ?? '').trim();
  if (typed === '') return undefined;
  return /^[1-9]\d{0,6}$/.test(typed) ? Number(typed) : 'unreadable';
}

function answerOf({ status, reason, what, owner, due }: FeedbackData) {
  const followUp = given({ what, owner, due });
  return given({ status, reason, followUp: Object.keys(followUp).length === 0 ? undefined : followUp });
}
