import { given } from '../../domain/given.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findCommented, type Commented } from './find-commented.js';
import type { CommentsView } from './views.js';

/** What is published on a value or on the whole, the most surely supported first. */
export async function showComments(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'comments' }>,
): Promise<View> {
  const { about, value } = intent;
  const on = await findCommented(ports, speaker, { about, value, intent });
  return on.kind === 'instead' ? on.view : commentsOn(ports, speaker, on.it, intent.page ?? 1);
}

async function commentsOn(
  ports: Ports,
  speaker: Speaker,
  on: Commented,
  page: number,
): Promise<CommentsView> {
  const { text, value, position, sealed } = on;
  const { charter, draft, preview } = text.subject;
  const which = { charter, ...given({ draft, value: value?.id }) };
  const comments = preview ? [] : await ports.comments.published(which);
  return {
    kind: 'comments',
    subject: text.subject,
    ...given({ value, position }),
    comments,
    votes: preview || sealed ? new Map() : await ownVotes(ports, speaker, on),
    hidden: preview ? new Map() : await ports.comments.hidden(charter),
    page,
    open: !sealed && text.draft?.state !== 'withdrawn',
  };
}

/** For nobody else to see. */
async function ownVotes(
  ports: Ports,
  { member, overheard }: Speaker,
  { text }: Commented,
): Promise<CommentsView['votes']> {
  if (overheard) return new Map();
  const { charter } = text.subject;
  return ports.comments.votesOf({ charter, pseudonym: await pseudonymOf(ports, charter, member) });
}
