import { randomUUID } from 'node:crypto';
import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftContent, DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { Composed } from './compose-draft.js';
import type { Ports, Publication, PublicationOutcome } from './ports.js';

export interface Published {
  readonly outcome: PublicationOutcome;
  readonly announcement: Announcement;
  readonly draft?: DraftContent;
}

/** Publishes what was composed: a draft and its announcement, or (without values) the announcement of the process. */
export async function publishDraft(
  { drafts, clock }: Pick<Ports, 'drafts' | 'clock'>,
  input: {
    charter: CharterName;
    composed: Composed;
    source: string;
  } & Pick<Publication, 'workingCopy' | 'request'>,
): Promise<Published> {
  const at = clock.now().toISOString();
  const draft = input.composed.values.length > 0 ? draftOf(input, at) : undefined;
  const announcement: Announcement = {
    id: randomUUID() as AnnouncementId,
    charter: input.charter,
    kind: draft === undefined ? 'announced' : 'published',
    ...given({ draft: draft?.id }),
    at,
  };
  const outcome = await drafts.publish({
    charter: { name: input.charter, ...input.composed.framing },
    ...given({ draft }),
    announcement,
    ...given({ workingCopy: input.workingCopy, request: input.request }),
  });
  return { outcome, announcement, ...given({ draft }) };
}

function draftOf(
  { charter, composed, source }: { charter: CharterName; composed: Composed; source: string },
  publishedAt: string,
): DraftContent {
  return {
    id: randomUUID() as DraftId,
    charter,
    number: composed.number,
    ...composed.framing,
    ...given({ leadIn: composed.leadIn, reason: composed.reason }),
    values: composed.values.map(({ id, title, text }) => ({ id, title, text })),
    source,
    publishedAt,
  };
}
