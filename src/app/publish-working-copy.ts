import type { DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { findWorkingCopy } from './find-working-copy.js';
import type { Intent } from './intent.js';
import { askForSecond } from './people/second.js';
import { planPublication } from './plan-publication.js';
import { plannedNotice } from './planned-notice.js';
import { plannedTime } from './planned-time.js';
import type { Ports } from './ports.js';
import { publishDraft, type ToPublish } from './publish-draft.js';
import type { ReadWorkingCopy } from './read-working-copy.js';
import { timeZoneOf } from './settings.js';
import type { Speaker } from './speaker.js';
import type { Subject } from './subject.js';
import type { View } from './views.js';

/** Publishes the facilitators' working copy, now or later; with a revision only if it is still the one that was previewed. */
export async function publishWorkingCopy(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'publish' }>,
): Promise<View> {
  const read = await findWorkingCopy(ports, intent);
  if (read.kind === 'instead') return read.view;
  const { copy, composed, text } = read.it;
  if (intent.revision !== undefined && intent.revision !== copy.revision) {
    return { kind: 'notice', what: 'working-copy-changed', subject: text.subject };
  }
  const { charter, source, editor } = copy;
  const standing = await ports.charters.find(charter);
  if (standing?.sealedAt !== undefined)
    return { kind: 'notice', what: 'charter-sealed', subject: text.subject };
  const timeZone = await timeZoneOf(ports, speaker);
  const input = { charter, composed, source, timeZone, ...given({ audience: intent.audience }) };
  const meant =
    intent.at && plannedTime(intent.at, { now: ports.clock.now(), timeZone: zoneIn(ports, input) });
  if (meant !== undefined && meant.kind !== 'time') return plannedNotice(meant, text.subject);
  const toConfirm = { ...intent, charter, revision: copy.revision };
  const second =
    standing &&
    (await askForSecond(ports, speaker, {
      ...{ charter: standing, action: 'publish', intent: toConfirm },
      subject: text.subject,
    }));
  if (second !== undefined) return second;
  if (intent.at === undefined) return publishNow(ports, input, read.it);
  return plannedNotice(await planPublication(ports, { ...input, at: intent.at, editor }), text.subject);
}

function zoneIn({ manners }: Ports, { composed, timeZone }: ToPublish): string {
  return composed.timeZone ?? timeZone ?? manners.timeZone;
}

async function publishNow(
  ports: Ports,
  input: ToPublish,
  { copy: { editor, revision }, text: { subject } }: ReadWorkingCopy,
): Promise<View> {
  const published = await publishDraft(ports, { ...input, workingCopy: { editor, revision } });
  const { outcome, announcement, draft } = published;
  if (outcome.kind === 'sealed') return { kind: 'notice', what: 'charter-sealed', subject };
  if (outcome.kind !== 'published') return { kind: 'notice', what: 'working-copy-changed', subject };
  return {
    kind: 'notice',
    what: 'published',
    subject: { ...subject, preview: false, ...(draft === undefined ? {} : openAs(draft.id)) },
    intended: outcome.intended,
    announcement: announcement.id,
    kindOf: announcement.kind,
  };
}

function openAs(draft: DraftId): Pick<Subject, 'draft' | 'state'> {
  return { draft, state: 'open' };
}
