import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { blogKinds, type BlogIntent } from './intents.js';

export function isBlog(intent: { readonly kind: string }): intent is BlogIntent {
  return (blogKinds as readonly string[]).includes(intent.kind);
}

/** Markdown for a community's own pages. */
export function respondToBlog(
  _ports: Ports,
  _speaker: Speaker,
  _intent: BlogIntent,
): Promise<readonly View[]> {
  return Promise.reject(new Error('not built yet'));
}
