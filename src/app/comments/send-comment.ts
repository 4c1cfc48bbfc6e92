import { randomBytes, randomUUID } from 'node:crypto';
import { longestComment, type Comment, type CommentId, type CommentSort } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import { namesPerson } from '../../domain/names-person.js';
import { receiptCodeFrom, receiptLength } from '../../domain/receipt-code.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import type { Commented } from './find-commented.js';
import { findToCommentOn, formFor } from './open-comment.js';
import type { CommentFormView } from './views.js';
import { writtenText } from './written-text.js';

type Sending = Extract<Intent, { kind: 'send-comment' }>;

/** Keeps a comment and gives its receipt, once; or gives back all that was written, and says what is missing. */
export async function sendComment(ports: Ports, speaker: Speaker, intent: Sending): Promise<View> {
  const on = await findToCommentOn(ports, speaker, intent);
  if (on.kind === 'instead') return on.view;
  const { sort } = intent.draft;
  const text = writtenText(intent.draft.text);
  const named = namesPerson(text, ordinaryWords(on.it));
  const problem =
    problemWith({ sort, text }) ?? (named && intent.forReview !== true ? 'names-person' : undefined);
  if (problem !== undefined || sort === undefined) {
    return formFor(on.it, { ...intent.draft, text }, given({ problem, press: intent.press }));
  }
  const comment = commentFrom(ports, speaker, on.it, intent, { sort, text, namesPerson: named });
  const { subject } = on.it.text;
  const unnamed =
    intent.draft.signed === true && comment.signedBy === undefined ? ({ unnamed: true } as const) : {};
  if (subject.preview) return { kind: 'comment-sent', subject, comment, ...unnamed };
  const kept = await keep(ports, speaker, comment, intent.press ?? randomUUID());
  if (kept === undefined) return { kind: 'notice', what: 'charter-sealed', subject };
  return { kind: 'comment-sent', subject, ...kept, ...unnamed };
}

function problemWith({
  sort,
  text,
}: {
  sort: CommentSort | undefined;
  text: string;
}): CommentFormView['problem'] {
  if (text === '') return 'empty';
  if (text.length > longestComment) return 'too-long';
  return sort === undefined ? 'unsorted' : undefined;
}

/** What the text itself speaks of names nobody. */
function ordinaryWords({ text }: Commented): string {
  const { framing, values } = text;
  return [framing.title, ...values.map(({ title }) => title)].join('\n');
}

function commentFrom(
  { clock }: Pick<Ports, 'clock'>,
  { name }: Speaker,
  { text: { subject }, value, rules }: Commented,
  { draft, forReview }: Sending,
  written: Pick<Comment, 'sort' | 'text' | 'namesPerson'>,
): Comment {
  const signedBy = draft.signed === true ? writtenText(name) : '';
  return {
    id: randomUUID() as CommentId,
    charter: subject.charter,
    ...given({ draft: subject.draft, value: value?.id }),
    ...written,
    ...(signedBy === '' ? {} : { signedBy }),
    state: rules.review === 'before' || forReview === true ? 'waiting' : 'published',
    people: 1,
    day: clock.now().toISOString().slice(0, 10),
  };
}

/** With its code the first time; as it stands by now when the same press comes again; nothing once the charter is sealed. */
async function keep(
  ports: Ports,
  speaker: Speaker,
  comment: Comment,
  press: string,
): Promise<{ readonly comment: Comment; readonly code?: string } | undefined> {
  const author = await pseudonymOf(ports, comment.charter, speaker.member);
  // A card in a channel stays as it is: what else somebody writes on it is another comment.
  const pressed = JSON.stringify([press, comment.draft, comment.value, comment.sort, comment.text]);
  const code = receiptCodeFrom(randomBytes(receiptLength));
  const receipt = await ports.receipts.hash(code);
  if (await ports.comments.write({ comment, author, receipt, press: pressed })) return { comment, code };
  const before = await ports.comments.byPress({ author, press: pressed });
  return before && { comment: before };
}
