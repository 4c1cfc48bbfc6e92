import { randomBytes } from 'node:crypto';

import type { Publication, PublicationOutcome } from '../../src/app/ports.js';
import type { Announcement } from '../../src/domain/announcement.js';
import type { Charter, CharterName } from '../../src/domain/charter.js';
import { isSubscribed, keyOf, type FakeMemory } from './fake-memory.js';

export function publish(memory: FakeMemory, publication: Publication): PublicationOutcome {
  const { charter, draft, announcement, workingCopy, request } = publication;
  const earlier = request && memory.requests.get(request.key);
  if (earlier && earlier.fingerprint !== request.fingerprint) return { kind: 'key-reused' };
  if (earlier) return { kind: 'repeated', announcement: earlier.announcement };
  if (isOvertaken(memory, publication)) return { kind: 'overtaken' };

  storeCharter(memory, charter);
  if (draft) replaceEarlier(memory, charter.name);
  if (draft) memory.drafts.set(draft.id, { ...draft, state: 'open' });
  if (workingCopy) memory.workingCopies.delete(keyOf(charter.name, workingCopy.editor));
  if (request) memory.requests.set(request.key, { ...request, announcement: announcement.id });
  return { kind: 'published', intended: announce(memory, announcement) };
}

function isOvertaken(memory: FakeMemory, { charter, draft, workingCopy }: Publication): boolean {
  if (workingCopy) {
    const copy = memory.workingCopies.get(keyOf(charter.name, workingCopy.editor));
    if (copy?.revision !== workingCopy.revision) return true;
  }
  return [...memory.drafts.values()].some(
    (other) => other.charter === charter.name && other.number === draft?.number,
  );
}

function storeCharter({ charters }: FakeMemory, charter: Charter): void {
  const key = charters.get(charter.name)?.key ?? randomBytes(32).toString('hex');
  charters.set(charter.name, { charter, key });
}

function replaceEarlier({ drafts }: FakeMemory, charter: CharterName): void {
  for (const draft of drafts.values()) {
    const stands = draft.state === 'open' || draft.state === 'closed';
    if (draft.charter === charter && stands) drafts.set(draft.id, { ...draft, state: 'replaced' });
  }
}

function announce(memory: FakeMemory, announcement: Announcement): number {
  const { id, charter, at } = announcement;
  memory.announcements.set(id, announcement);
  const hearing = [...memory.places.keys()].filter((place) => isSubscribed(memory, place, charter));
  for (const place of hearing) {
    const delivery = { announcement: id, place, attempts: 0, due: at, lease: undefined };
    memory.deliveries.set(keyOf(id, place), { ...delivery, state: 'waiting' });
  }
  return hearing.length;
}
