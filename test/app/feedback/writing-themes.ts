import assert from 'node:assert/strict';

import type { ThemesView } from '../../../src/app/feedback/views.js';
import type { Intent } from '../../../src/app/intent.js';
import type { Speaker } from '../../../src/app/speaker.js';
import type { Comment, CommentId } from '../../../src/domain/comment.js';
import { garden, viewed, type Community } from '../community.js';
import { send } from '../comments/writing.js';

/** A published comment, and the code of its receipt. */
export async function said(
  community: Community,
  name: string,
  text: string,
  more: { readonly signed?: boolean } = {},
): Promise<{ readonly comment: Comment; readonly code: string }> {
  const speaker: Speaker = { ...community.member(name), name: `${name} of the garden` };
  const { comment, code } = viewed('comment-sent', await send(community, speaker, { text, ...more }));
  await community.askOne({ kind: 'moderate', comment: comment.id, decision: { kind: 'publish' } });
  assert.ok(code !== undefined);
  return { comment, code };
}

/** Makes a theme of these comments; answers its number. */
export async function themeOf(
  community: Community,
  title: string,
  comments: readonly CommentId[],
): Promise<number> {
  const view = await asked(community, { kind: 'save-theme', charter: garden, title, comments });
  assert.equal(view.just?.did, 'made');
  return view.just.number;
}

export async function asked(community: Community, intent: Intent): Promise<ThemesView> {
  return viewed('themes', await community.askOne(intent));
}

export async function answer(
  community: Community,
  number: number,
  reason: string,
  more: Partial<Extract<Intent, { kind: 'save-answer' }>> = {},
): Promise<ThemesView> {
  return asked(community, {
    kind: 'save-answer',
    charter: garden,
    number,
    status: 'partly',
    reason,
    ...more,
  });
}

export const tell = (community: Community): Promise<ThemesView> =>
  asked(community, { kind: 'tell-answers', charter: garden, confirmed: true });
