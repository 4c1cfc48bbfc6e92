import { randomUUID } from 'node:crypto';
import type { Announcement, AnnouncementId, Audience } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftContent, DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { usualRules } from '../domain/process.js';
import type { Composed } from './compose-draft.js';
import { contentDigest } from './ledger/content.js';
import { termsDigest } from './ledger/terms.js';
import type { Ports, Publication, PublicationOutcome } from './ports.js';

export interface Published {
  readonly outcome: PublicationOutcome;
  readonly announcement: Announcement;
  readonly draft?: DraftContent;
}

export interface ToPublish extends Pick<Publication, 'workingCopy' | 'appointment' | 'request'> {
  readonly charter: CharterName;
  readonly composed: Composed;
  readonly source: string;
  /** Default: `affected`. */
  readonly audience?: Audience;
  /** Of whoever publishes: that of a new charter whose post names none. */
  readonly timeZone?: string;
}

type Needs = Pick<Ports, 'drafts' | 'charters' | 'clock' | 'manners'>;

/**
 * Publishes what was composed: a draft and its announcement, or (without values) the announcement of the process.
 * Takes the place of what was to be published later; only a draft that is planned still follows its process.
 */
export async function publishDraft(
  ports: Needs & Pick<Ports, 'appointments' | 'readPost'>,
  input: ToPublish,
): Promise<Published> {
  const appointment = await overtakenBy(ports, input);
  return publishAsPlanned(ports, { ...input, ...given({ appointment }) });
}

/** The same when its time has come. */
export async function publishAsPlanned(ports: Needs, input: ToPublish): Promise<Published> {
  const { charter, composed, source, workingCopy, appointment, request } = input;
  const { drafts, clock, manners } = ports;
  const at = clock.now().toISOString();
  const draft = composed.values.length > 0 ? draftOf(input, at) : undefined;
  const announcement: Announcement = {
    id: randomUUID() as AnnouncementId,
    charter,
    kind: draft === undefined ? 'announced' : 'published',
    ...given({ draft: draft?.id, framing: draft === undefined ? composed.framing : undefined }),
    audience: input.audience ?? 'affected',
    at,
  };
  const timeZone = composed.timeZone ?? input.timeZone ?? manners.timeZone;
  const outcome = await drafts.publish({
    charter: { name: charter, timeZone, ...composed.framing },
    announcement,
    ...given({ draft, source: draft === undefined ? source : undefined }),
    ...(draft === undefined
      ? {}
      : { ...given({ carried: composed.carried }), digests: await digestsOf(ports, draft) }),
    ...given({ workingCopy, appointment, request }),
  });
  return { outcome, announcement, ...given({ draft }) };
}

function draftOf(
  { charter, composed, source }: Pick<ToPublish, 'charter' | 'composed' | 'source'>,
  publishedAt: string,
): DraftContent {
  return {
    id: randomUUID() as DraftId,
    charter,
    number: composed.number,
    ...composed.framing,
    ...given({ leadIn: composed.leadIn, reason: composed.reason, changes: composed.changes }),
    values: composed.values.map(({ id, title, text }) => ({ id, title, text })),
    source,
    publishedAt,
    corrections: [],
  };
}

/** What the draft says, and the terms under which it is rated from the beginning: without a date until which. */
async function digestsOf(
  { charters }: Pick<Ports, 'charters'>,
  draft: DraftContent,
): Promise<NonNullable<Publication['digests']>> {
  const charter = await charters.find(draft.charter);
  const terms = termsDigest({ rules: charter?.rules ?? usualRules });
  return { content: contentDigest(draft), terms };
}

async function overtakenBy(
  { appointments, readPost }: Pick<Ports, 'appointments' | 'readPost'>,
  { charter, composed }: ToPublish,
): Promise<string | undefined> {
  const planned = (await appointments.of(charter)).find(({ kind }) => kind === 'publish');
  if (planned === undefined) return undefined;
  const reading = readPost(planned.source ?? '');
  const follows = composed.values.length === 0 && reading.kind === 'read' && reading.post.values.length > 0;
  return follows ? undefined : planned.id;
}
