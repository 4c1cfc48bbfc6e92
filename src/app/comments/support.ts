import type { Comment } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import type { Charter } from '../../domain/charter.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import { showDraftOver } from '../show-draft-over.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import type { View } from '../views.js';
import { findComment, speakingFor } from './find-comment.js';
import { showComments } from './show-comments.js';

type Supporting = Extract<Intent, { kind: 'support' }>;

/** A vote on a comment, or on the one that speaks for it by now; then the list in which it stands. */
export async function support(ports: Ports, speaker: Speaker, intent: Supporting): Promise<View> {
  if (speaker.overheard) return { kind: 'notice', what: 'comment-in-public' };
  const pressed = await findComment(ports, intent.comment);
  const comment = pressed && (await speakingFor(ports, pressed));
  const charter = comment && (await ports.charters.find(comment.charter));
  if (comment?.state !== 'published' || charter === undefined)
    return { kind: 'notice', what: 'no-such-comment' };
  const over = await overFor(ports, charter, comment);
  if (over !== undefined) return over;
  if (intent.vote !== undefined) await vote(ports, speaker, charter, comment, intent.vote);
  return listOf(ports, speaker, comment, intent);
}

/** Votes end when comments do. */
async function overFor(ports: Ports, charter: Charter, { draft }: Comment): Promise<View | undefined> {
  const { subject } = textOfCharter(charter);
  if (charter.sealedAt !== undefined) return { kind: 'notice', what: 'charter-sealed', subject };
  const found = draft === undefined ? undefined : await ports.drafts.find(draft);
  return found?.state === 'withdrawn' ? showDraftOver(ports, found.id) : undefined;
}

async function vote(
  ports: Ports,
  { member }: Speaker,
  { name, rules }: Charter,
  { id }: Comment,
  cast: NonNullable<Supporting['vote']> | null,
): Promise<void> {
  const pseudonym = await pseudonymOf(ports, name, member);
  await ports.comments.vote({ comment: id, pseudonym, vote: cast, batch: rules.least });
}

function listOf(
  ports: Ports,
  speaker: Speaker,
  { charter, draft, value }: Comment,
  { page }: Supporting,
): Promise<View> {
  const about = { charter, ...given({ draft }) };
  const on = value === undefined ? undefined : ({ by: 'id', id: value } as const);
  return showComments(ports, speaker, { kind: 'comments', about, ...given({ value: on, page }) });
}
