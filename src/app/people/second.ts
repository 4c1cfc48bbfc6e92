import { randomUUID } from 'node:crypto';

import type { Charter } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import type { SecondAction } from '../../domain/process.js';
import type { Intent } from '../intent.js';
import { canonical } from '../ledger/chain.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { Subject } from '../subject.js';
import type { View } from '../views.js';

interface Asked {
  readonly charter: Pick<Charter, 'name' | 'rules'>;
  /** `rules`: that fewer things need a second facilitator. */
  readonly action: SecondAction | 'rules';
  /** Done as it is when it is confirmed. */
  readonly intent: Intent;
}

/**
 * Where a charter wants a second facilitator for what cannot be undone, keeps what was asked for until one confirms it, and
 * answers what to say instead of doing it. Nothing when it may be done now.
 */
export async function askForSecond(
  ports: Ports,
  { member, name, confirmed }: Speaker,
  { subject, ...asked }: Asked & { readonly subject: Subject },
): Promise<View | undefined> {
  if (confirmed === true) return undefined;
  const waits = await keepForSecond(ports, { by: member, ...given({ name }) }, asked);
  if (waits === undefined) return undefined;
  return { kind: 'people-notice', what: waits, subject, action: asked.action };
}

/**
 * The same for whoever asks, a program too. `second-waiting`: another facilitator asked for exactly this before, and it is
 * for whoever asks now to confirm that.
 */
export async function keepForSecond(
  { approvals, clock }: Pick<Ports, 'approvals' | 'clock'>,
  {
    by,
    name,
  }: {
    /** A member's id, or `api:` and the name of an API token. */ readonly by: string;
    readonly name?: string;
  },
  { charter, action, intent }: Asked,
): Promise<'second-asked' | 'second-waiting' | undefined> {
  if (!needsSecond(charter, action)) return undefined;
  const standing = (await approvals.waiting(charter.name)).find((each) => each.action === action);
  const isSame = standing !== undefined && canonical(standing.intent) === canonical(intent);
  if (isSame) return standing.askedBy === by ? 'second-asked' : 'second-waiting';
  await approvals.ask({
    id: randomUUID(),
    charter: charter.name,
    action,
    intent,
    askedBy: by,
    ...given({ askedByName: name }),
    askedAt: clock.now().toISOString(),
  });
  return 'second-asked';
}

export function needsSecond({ rules: { second } }: Pick<Charter, 'rules'>, action: Asked['action']): boolean {
  if (action === 'rules') return second.length > 0;
  // Adopting seals.
  return second.includes(action) || (action === 'adopt' && second.includes('seal'));
}
