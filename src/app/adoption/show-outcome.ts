import type { Charter } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter, textOfDraft } from '../text.js';
import type { View } from '../views.js';
import { localDay } from '../zoned-time.js';
import type { OutcomeView } from './views.js';

/** What was adopted, for everybody; where nothing is yet, where that stands. */
export async function showOutcome(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'outcome' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const view = await outcomeOf(ports, charter);
  if (view === undefined) return notAdopted(ports, charter);
  const address = await ports.addresses.outcome(charter);
  const isPersonal = speaker.place.address.scope === 'personal';
  const facilitator = isPersonal && (await ports.facilitators.has(speaker.member));
  return { ...view, address, page: intent.page ?? 1, ...(facilitator ? { facilitator } : {}) };
}

/** The same for a page and for the API. */
export async function outcomeOf(
  { adoption, drafts, process }: Pick<Ports, 'adoption' | 'drafts' | 'process'>,
  { name, timeZone }: Charter,
): Promise<OutcomeView | undefined> {
  const outcome = await adoption.outcome(name);
  if (outcome === undefined) return undefined;
  const draft = await drafts.find(outcome.draft);
  if (draft === undefined) return undefined;
  const { subject, leadIn, values } = textOfDraft(draft);
  const head = await process.head(name);
  const recordedOn = localDay(new Date(outcome.recordedAt), timeZone);
  return {
    kind: 'outcome',
    subject,
    timeZone,
    ...given({ leadIn }),
    values,
    outcome,
    recordedOn,
    head,
    page: 1,
  };
}

async function notAdopted({ drafts }: Pick<Ports, 'drafts'>, charter: Charter): Promise<View> {
  const latest = await drafts.latest(charter.name);
  const { subject } = latest === undefined ? textOfCharter(charter) : textOfDraft(latest);
  return { kind: 'adoption-notice', what: 'not-adopted', subject };
}
