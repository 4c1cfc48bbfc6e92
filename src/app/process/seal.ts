import { randomUUID } from 'node:crypto';

import type { Announcement, AnnouncementId } from '../../domain/announcement.js';
import type { Charter, CharterName } from '../../domain/charter.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import { askForSecond, needsSecond } from '../people/second.js';
import type { Ports } from '../ports.js';
import { releaseFor } from '../results/release-for.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter, textOfDraft } from '../text.js';
import type { View } from '../views.js';

export type SealOutcome =
  | { readonly kind: 'sealed'; readonly announcement: AnnouncementId; readonly intended: number }
  | { readonly kind: 'sealed-before' | 'draft-open' };

/** Asks first; then the process is over, and nothing leads from an answer to a member any more. */
export async function showSeal(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'seal' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const latest = await ports.drafts.latest(charter.name);
  const { subject } = latest === undefined ? textOfCharter(charter) : textOfDraft(latest);
  if (charter.sealedAt !== undefined) return { kind: 'notice', what: 'charter-sealed', subject };
  if (latest?.state === 'open') return { kind: 'notice', what: 'draft-still-open', subject };
  if (!intent.confirmed)
    return {
      kind: 'confirm',
      what: 'seal',
      subject,
      ...(needsSecond(charter, 'seal') ? { second: true } : {}),
    };
  const toConfirm = { ...intent, charter: charter.name };
  const asked = { charter, action: 'seal', intent: toConfirm, subject } as const;
  const second = await askForSecond(ports, speaker, asked);
  if (second !== undefined) return second;
  const outcome = await sealCharter(ports, charter);
  switch (outcome.kind) {
    case 'sealed':
      return { ...outcome, kind: 'notice', what: 'sealed-now', subject };
    case 'sealed-before':
      return { kind: 'notice', what: 'charter-sealed', subject };
    case 'draft-open':
      return { kind: 'notice', what: 'draft-still-open', subject };
  }
}

/** What may be told of answers is decided while it is known whose they are; then nobody knows any more. */
export async function sealCharter(
  ports: Pick<Ports, 'process' | 'charters' | 'drafts' | 'releases' | 'announcements' | 'clock'>,
  charter: Charter,
): Promise<SealOutcome> {
  if (charter.sealedAt !== undefined) return { kind: 'sealed-before' };
  if (!(await releaseAll(ports, charter.name))) return { kind: 'draft-open' };
  const { name: _name, timeZone: _zone, rules: _rules, sealedAt: _sealed, ...framing } = charter;
  const announcement: Announcement = {
    id: randomUUID() as AnnouncementId,
    charter: charter.name,
    kind: 'sealed',
    framing,
    audience: 'all',
    at: ports.clock.now().toISOString(),
  };
  const outcome = await ports.process.seal({ charter: charter.name, announcement });
  if (outcome !== 'sealed') return { kind: outcome };
  const { intended } = await ports.announcements.report(announcement.id);
  return { kind: 'sealed', announcement: announcement.id, intended };
}

/** Decides of every draft what may be told of it. False when one is still open. */
export async function releaseAll(
  ports: Pick<Ports, 'charters' | 'drafts' | 'releases' | 'clock'>,
  charter: CharterName,
): Promise<boolean> {
  const latest = await ports.drafts.latest(charter);
  for (let number = 1; number <= (latest?.number ?? 0); number += 1) {
    const draft = await ports.drafts.numbered({ charter, number });
    if (draft?.state === 'open') return false;
    if (draft !== undefined) await releaseFor(ports, draft);
  }
  return true;
}
