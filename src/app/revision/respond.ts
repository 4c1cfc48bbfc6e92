import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { revisionKinds, type RevisionIntent } from './intents.js';

export function isRevision(intent: { readonly kind: string }): intent is RevisionIntent {
  return (revisionKinds as readonly string[]).includes(intent.kind);
}

/** What changed, and the next draft. */
export function respondToRevision(
  _ports: Ports,
  _speaker: Speaker,
  _intent: RevisionIntent,
): Promise<readonly View[]> {
  return Promise.reject(new Error('not built yet'));
}
