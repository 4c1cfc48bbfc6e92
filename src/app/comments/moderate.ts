import type { Comment } from '../../domain/comment.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findComment } from './find-comment.js';
import type { ModerationDecision } from './intents.js';
import { moderationOf } from './show-moderation.js';
import type { ModerationView } from './views.js';

type Just = NonNullable<ModerationView['just']>;
type Deciding<K extends ModerationDecision['kind']> = Extract<ModerationDecision, { kind: K }>;

/** Decides on a comment, unless somebody else did meanwhile; then what still waits. */
export async function moderate(
  ports: Ports,
  _speaker: Speaker,
  { comment: id, decision }: Extract<Intent, { kind: 'moderate' }>,
): Promise<View> {
  const comment = await findComment(ports, id);
  const charter = comment && (await ports.charters.find(comment.charter));
  if (comment === undefined || charter === undefined) return { kind: 'notice', what: 'no-such-comment' };
  if (decision.kind === 'hide' && decision.reason === undefined && canBeHidden(comment)) {
    return moderationOf(ports, charter, { page: 1, hiding: comment.id });
  }
  const just = await decide(ports, comment, decision);
  return moderationOf(ports, charter, { page: 1, just });
}

async function decide(ports: Ports, comment: Comment, decision: ModerationDecision): Promise<Just> {
  const at = ports.clock.now().toISOString();
  switch (decision.kind) {
    case 'publish':
      return publish(ports, comment, at);
    case 'hide':
      return hide(ports, comment, decision, at);
    case 'merge':
      return merge(ports, comment, decision, at);
    case 'keep-apart':
      return keepApart(ports, comment, decision);
    case 'grant-appeal':
    case 'decline-appeal': {
      const granted = decision.kind === 'grant-appeal';
      const decided = await ports.comments.decideAppeal({ comment: comment.id, granted, at });
      return unlessOvertaken(decided, granted ? 'appeal-granted' : 'appeal-declined');
    }
  }
}

/** What was hidden is shown again by granting an appeal, and never by a press on an old card. */
async function publish({ comments }: Ports, { id }: Comment, at: string): Promise<Just> {
  const done = await comments.moderate({ comment: id, from: 'waiting', to: 'published', at });
  return unlessOvertaken(done, 'published');
}

async function hide(
  { comments }: Ports,
  comment: Comment,
  { reason }: Deciding<'hide'>,
  at: string,
): Promise<Just> {
  if (reason === undefined || !canBeHidden(comment)) return 'overtaken';
  const { id, state: from } = comment;
  return unlessOvertaken(await comments.moderate({ comment: id, from, to: 'hidden', reason, at }), 'hidden');
}

async function merge(
  ports: Ports,
  { id }: Comment,
  { into: other }: Deciding<'merge'>,
  at: string,
): Promise<Just> {
  const into = await findComment(ports, other);
  const merged = into !== undefined && (await ports.comments.merge({ comment: id, into: into.id, at }));
  return unlessOvertaken(merged, 'merged');
}

async function keepApart(ports: Ports, { id }: Comment, { from }: Deciding<'keep-apart'>): Promise<Just> {
  const other = await findComment(ports, from);
  if (other === undefined || other.id === id) return 'overtaken';
  await ports.comments.keepApart({ comment: id, other: other.id });
  return 'kept-apart';
}

function canBeHidden({ state }: Comment): boolean {
  return state === 'waiting' || state === 'published';
}

function unlessOvertaken(done: boolean, just: Just): Just {
  return done ? just : 'overtaken';
}
