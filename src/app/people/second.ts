import type { Charter } from '../../domain/charter.js';
import type { SecondAction } from '../../domain/process.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { Subject } from '../subject.js';
import type { View } from '../views.js';

/**
 * Where a charter wants a second facilitator for what cannot be undone, keeps what was asked for until one confirms it, and
 * answers what to say instead of doing it. Nothing when it may be done now.
 */
export function askForSecond(
  _ports: Ports,
  _speaker: Speaker,
  _asked: {
    readonly charter: Pick<Charter, 'name' | 'rules'>;
    readonly action: SecondAction;
    /** Done as it is when it is confirmed. */
    readonly intent: Intent;
    readonly subject: Subject;
  },
): Promise<View | undefined> {
  return Promise.resolve(undefined);
}
