import type { Announcement } from '../domain/announcement.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { announcedAdoption } from './adoption/announced-adoption.js';
import { answeredBy } from './feedback/answered-by.js';
import type { ClaimedDelivery, Ports } from './ports.js';
import { changedTerms } from './process/changed-terms.js';
import { rememberLatest } from './remember-latest.js';
import { textOfCharter, textOfDraft, type Text } from './text.js';
import type { AnnouncementView } from './views.js';

type Needs = Pick<Ports, 'process' | 'drafts' | 'charters' | 'corrections' | 'themes' | 'adoption'>;

/** The view of an announcement as it is to be read now: the same object for all its deliveries of one revision. */
export type ViewOf = (
  delivery: Pick<ClaimedDelivery, 'announcement' | 'revision'>,
) => Promise<AnnouncementView>;

/** More than are sent at the same time, as a rule. */
const mostViews = 32;

export function createViewOf(ports: Needs): ViewOf {
  return rememberLatest(
    mostViews,
    ({ announcement, revision }) => `${announcement.id} ${String(revision)}`,
    ({ announcement }) => viewAnnouncement(ports, announcement),
  );
}

async function viewAnnouncement(ports: Needs, announcement: Announcement): Promise<AnnouncementView> {
  const { kind, at, charter: name } = announcement;
  const charter = await ports.charters.find(name);
  if (charter === undefined) throw new Error('an announcement of a charter that is not there');
  const draft = await draftOf(ports, announcement);
  const text: Text =
    draft === undefined
      ? textOfCharter({ ...charter, ...(announcement.framing ?? charter) })
      : textOfDraft(draft);
  const { subject, framing, values, leadIn, reason, changes } = text;
  const closes = draft?.state === 'open' ? draft.closesAt : undefined;
  return {
    kind: 'announcement',
    what: kind,
    subject,
    framing,
    values,
    at,
    corrections: draft?.corrections ?? (await ports.corrections.of({ announcement: announcement.id })),
    ...given({
      leadIn,
      reason,
      changes: kind === 'published' ? changes : undefined,
      closes: closes === undefined ? undefined : { at: closes, timeZone: charter.timeZone },
      follower: await followerOf(ports, announcement, draft),
      terms: await changedTerms(ports, announcement, charter.timeZone),
      answered: await answeredBy(ports, announcement),
      adoption: await announcedAdoption(ports, announcement, charter, draft),
    }),
  };
}

async function draftOf({ drafts }: Needs, { draft }: Announcement): Promise<Draft | undefined> {
  if (draft === undefined) return undefined;
  const found = await drafts.find(draft);
  if (found === undefined) throw new Error('an announcement of a draft that is not there');
  return found;
}

/** The charter's latest draft, when it came after what was announced. */
async function followerOf(
  { drafts }: Needs,
  { charter, at }: Announcement,
  draft: Draft | undefined,
): Promise<AnnouncementView['follower']> {
  const latest = await drafts.latest(charter);
  if (latest === undefined) return undefined;
  const follows = draft === undefined ? latest.publishedAt > at : latest.number > draft.number;
  return follows ? textOfDraft(latest).subject : undefined;
}
