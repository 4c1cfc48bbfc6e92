import { z } from 'zod';
import type { CommentDraft, ModerationDecision } from '../app/comments/intents.js';
import type { Intent } from '../app/intent.js';
import { actionVersion } from '../cards/action-data.js';
import { commentSorts, hidingReasons, votes, type CommentId, type Vote } from '../domain/comment.js';
import { given } from '../domain/given.js';
import { aboutFields, aboutOf, count, id, valueOf } from './action-about.js';

/** Clients send an input that was left empty as an empty text, or not at all. */
const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
const text = z.string().transform(filled).optional();
/** What one of few choices is not counts as not chosen: the form asks again, and keeps the text. */
const oneOf = <T extends string>(all: readonly T[]) => z.enum(all).optional().catch(undefined);
/** An `Input.Toggle` says it in words. */
const toggle = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
  .optional()
  .catch(undefined);

const CommentData = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  ...aboutFields,
  page: count,
  press: id,
  sort: oneOf(commentSorts),
  text,
  signed: toggle,
  inDialog: z.literal(true).optional(),
  forReview: z.literal(true).optional(),
  comment: id,
  vote: oneOf([...votes, 'none']),
  /** The name of the input that holds the vote, where several stand on one card. */
  voteIn: z
    .string()
    .regex(/^vote-\d$/)
    .optional(),
  code: text,
  appealText: text,
  decision: z.string().max(20).optional(),
  reason: oneOf(hidingReasons),
  into: id,
  from: id,
});
type CommentData = z.infer<typeof CommentData>;

/** What a button about comments asks for; nothing when it is none of them. */
export function parseCommentAction(input: unknown): Intent | undefined {
  const parsed = CommentData.safeParse(input);
  return parsed.success ? intentOf(parsed.data, input as Readonly<Record<string, unknown>>) : undefined;
}

function intentOf(data: CommentData, all: Readonly<Record<string, unknown>>): Intent | undefined {
  const { page, code, press, inDialog, forReview } = data;
  const about = aboutOf(data);
  switch (data.do) {
    case 'comment':
      return { kind: data.do, about, draft: draftOf(data), ...given({ inDialog }) };
    case 'send-comment':
      return { kind: data.do, about, draft: draftOf(data), ...given({ press, forReview }) };
    case 'comments':
      return { kind: data.do, about, ...given({ value: valueOf(data), page }) };
    case 'support': {
      const comment = data.comment as CommentId | undefined;
      return comment && { kind: data.do, comment, ...given({ vote: voteOf(data, all), page }) };
    }
    case 'receipt':
      return { kind: data.do, ...given({ code }) };
    case 'appeal':
      return code === undefined
        ? { kind: 'receipt' }
        : { kind: data.do, code, ...given({ text: data.appealText }) };
    case 'policy':
      return { kind: data.do };
    case 'moderation':
      return { kind: data.do, ...given({ charter: about.charter, page }) };
    case 'moderate':
      return moderateOf(data);
    default:
      return undefined;
  }
}

function draftOf(data: CommentData): CommentDraft {
  const { sort, text, signed } = data;
  return given({ value: valueOf(data), sort, text, signed });
}

function voteOf(
  { vote, voteIn }: CommentData,
  all: Readonly<Record<string, unknown>>,
): Vote | null | undefined {
  const chosen = voteIn === undefined ? vote : oneOf([...votes, 'none']).parse(all[voteIn]);
  return chosen === 'none' ? null : chosen;
}

function moderateOf(data: CommentData): Intent | undefined {
  const comment = data.comment as CommentId | undefined;
  const decision = decisionOf(data);
  return comment && decision && { kind: 'moderate', comment, decision };
}

function decisionOf({ decision, reason, into, from }: CommentData): ModerationDecision | undefined {
  // Of several near duplicates, both buttons mean the one that is chosen beside them.
  const other = (into ?? from) as CommentId | undefined;
  switch (decision) {
    case 'publish':
    case 'grant-appeal':
    case 'decline-appeal':
      return { kind: decision };
    case 'hide':
      return { kind: decision, ...given({ reason }) };
    case 'merge':
      return into === undefined ? undefined : { kind: decision, into: into as CommentId };
    case 'keep-apart':
      return other && { kind: decision, from: other };
    default:
      return undefined;
  }
}
