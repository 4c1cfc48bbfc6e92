import type { CommentDraft } from '../../../src/app/comments/intents.js';
import type { CommentSentView } from '../../../src/app/comments/views.js';
import type { About } from '../../../src/app/about.js';
import type { ProcessRules } from '../../../src/domain/process.js';
import type { Speaker } from '../../../src/app/speaker.js';
import type { View } from '../../../src/app/views.js';
import { garden, viewed, type Community } from '../community.js';

export const onSecond: CommentDraft = { value: { by: 'position', position: 2 } };

/** A comment that is complete, as far as nothing else is said. */
export function send(
  community: Community,
  speaker: Speaker,
  draft: CommentDraft = {},
  more: { readonly about?: About; readonly press?: string; readonly forReview?: true } = {},
): Promise<View> {
  const { about = { charter: garden }, ...rest } = more;
  const written = { ...onSecond, sort: 'wording', text: 'Say who gives it back.', ...draft } as const;
  return community.askOne({ kind: 'send-comment', about, draft: written, ...rest }, speaker);
}

export async function sent(...sending: Parameters<typeof send>): Promise<CommentSentView> {
  return viewed('comment-sent', await send(...sending));
}

export async function setRules(community: Community, changes: Partial<ProcessRules>): Promise<void> {
  const charter = await community.ports.charters.find(garden);
  if (charter === undefined) throw new Error('There is no garden.');
  await community.ports.process.changeRules({
    charter: garden,
    rules: { ...charter.rules, ...changes },
    at: '2026-10-20T09:00:00.000Z',
  });
}
