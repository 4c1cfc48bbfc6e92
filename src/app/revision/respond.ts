import { barFrom } from '../bar-from.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { arrangeValue } from './arrange-values.js';
import { declareChange } from './declare-change.js';
import { disputeSpelling } from './dispute-spelling.js';
import { editValue } from './edit-value.js';
import { revisionKinds, type EditingIntent, type RevisionIntent } from './intents.js';
import { saveValue } from './save-value.js';
import { showChanges } from './show-changes.js';
import { showRevision } from './show-copy.js';
import { showMatching } from './show-matching.js';
import { takeVersion } from './take-version.js';

export function isRevision(intent: { readonly kind: string }): intent is RevisionIntent {
  return (revisionKinds as readonly string[]).includes(intent.kind);
}

/** What changed, and the next draft. */
export async function respondToRevision(
  ports: Ports,
  speaker: Speaker,
  intent: RevisionIntent,
): Promise<readonly View[]> {
  switch (intent.kind) {
    case 'changes':
      return [await showChanges(ports, speaker, intent)];
    case 'dispute':
      return [await disputeSpelling(ports, speaker, intent)];
    default:
      return (await barFrom(ports, speaker)) ?? [await edit(ports, speaker, intent)];
  }
}

function edit(ports: Ports, speaker: Speaker, intent: EditingIntent): Promise<View> {
  switch (intent.kind) {
    case 'revise':
      return showRevision(ports, speaker, intent);
    case 'edit-value':
      return editValue(ports, speaker, intent);
    case 'save-value':
      return saveValue(ports, speaker, intent);
    case 'remove-value':
    case 'move-value':
      return arrangeValue(ports, speaker, intent);
    case 'matching':
      return showMatching(ports, speaker, intent);
    case 'match':
    case 'declare':
      return declareChange(ports, speaker, intent);
    case 'take-version':
      return takeVersion(ports, speaker, intent);
  }
}
