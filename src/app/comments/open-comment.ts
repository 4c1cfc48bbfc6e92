import { randomUUID } from 'node:crypto';
import { given } from '../../domain/given.js';
import { found, instead, type Found } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { showDraftOver } from '../show-draft-over.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findCommented, type Commented } from './find-commented.js';
import type { CommentDraft } from './intents.js';
import type { CommentFormView } from './views.js';

type Writing = Extract<Intent, { kind: 'comment' | 'send-comment' }>;

/** The form, with what was put down so far. */
export async function openComment(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'comment' }>,
): Promise<View> {
  const on = await findToCommentOn(ports, speaker, intent);
  if (on.kind === 'instead') return on.view;
  const { draft } = on.it.text;
  if (draft?.state === 'replaced') return showDraftOver(ports, draft.id);
  return formFor(on.it, intent.draft, given({ inDialog: intent.inDialog }));
}

/**
 * What is to be commented on, if it takes comments. One on a draft that was replaced meanwhile is still kept when it is
 * sent: somebody took the time to write it.
 */
export async function findToCommentOn(
  ports: Ports,
  speaker: Speaker,
  intent: Writing,
): Promise<Found<Commented>> {
  if (speaker.overheard) return instead({ kind: 'notice', what: 'comment-in-public' });
  const { about, draft } = intent;
  const on = await findCommented(ports, speaker, { about, value: draft.value, intent });
  if (on.kind === 'instead') return on;
  const { text, sealed } = on.it;
  if (sealed) return instead({ kind: 'notice', what: 'charter-sealed', subject: text.subject });
  if (text.draft?.state === 'withdrawn') return instead(await showDraftOver(ports, text.draft.id));
  return found(on.it);
}

export function formFor(
  { text, rules, value, position }: Commented,
  { sort, text: written, signed = false }: CommentDraft,
  more: Partial<Pick<CommentFormView, 'problem' | 'press' | 'inDialog'>>,
): CommentFormView {
  return {
    kind: 'comment-form',
    subject: text.subject,
    ...given({ value, position, sort, text: written }),
    signed,
    ...given({ problem: more.problem }),
    review: rules.review,
    press: more.press ?? randomUUID(),
    inDialog: more.inDialog ?? false,
  };
}
