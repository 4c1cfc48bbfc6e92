import { randomUUID } from 'node:crypto';
import { gapsIn } from '../../domain/adoption-rule.js';
import type { Announcement, AnnouncementId } from '../../domain/announcement.js';
import { consentFigures } from '../../domain/consent-figures.js';
import type { ConsentFigures } from '../../domain/consent.js';
import type { Outcome } from '../../domain/outcome.js';
import type { FollowUp } from '../../domain/theme.js';
import type { Intent } from '../intent.js';
import { askForSecond, needsSecond } from '../people/second.js';
import type { Ports } from '../ports.js';
import { releaseAll } from '../process/seal.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { readAdoption, usualDays } from './adoption-days.js';
import { findProposal, isOpen, type Proposal } from './find-proposal.js';
import { dissentOf, objectionsTo } from './objections.js';
import type { AdoptFormView } from './views.js';

type Adopting = Extract<Intent, { kind: 'adopt' }>;

/** The form, then what would be recorded, then the record: the draft is adopted, and its process sealed. */
export async function showAdopt(ports: Ports, speaker: Speaker, intent: Adopting): Promise<View> {
  const search = await findProposal(ports, speaker, { about: intent.about, intent });
  if (search.kind === 'instead') return search.view;
  const proposal = search.it;
  const ready = await readyToAdopt(ports, proposal);
  if (ready.kind === 'not-ready') return ready.view;
  const usual = usualDays(ports, proposal);
  const { adoptedOn, reviewOn, followUps = '' } = intent;
  const form = await formFor(ports, proposal, ready.figures);
  const said = { adoptedOn: adoptedOn ?? usual.adoptedOn, reviewOn: reviewOn ?? usual.reviewOn, followUps };
  const isNew = (adoptedOn ?? reviewOn ?? intent.followUps) === undefined;
  if (!intent.confirmed && (isNew || intent.edit === true)) return { ...form, ...said };
  const read = readAdoption(ports, proposal, said, form.promised.length);
  if (read.kind === 'problem') return { ...form, ...said, problem: read.problem };
  const outcome = await outcomeFrom(ports, proposal, ready.figures, {
    ...{ adoptedOn: said.adoptedOn, reviewOn: said.reviewOn },
    followUps: [...form.promised, ...read.followUps],
  });
  if (!intent.confirmed) {
    const second = needsSecond(proposal.charter, 'adopt');
    return { kind: 'adopt-summary', subject: proposal.text.subject, outcome, followUps, second };
  }
  return adopt(
    ports,
    speaker,
    proposal,
    { ...intent, ...said, about: { draft: proposal.draft.id } },
    outcome,
  );
}

type Ready =
  | { readonly kind: 'ready'; readonly figures: ConsentFigures }
  | { readonly kind: 'not-ready'; readonly view: View };

/** Says exactly what is missing. */
async function readyToAdopt(ports: Ports, { text, draft, charter, round }: Proposal): Promise<Ready> {
  const { subject } = text;
  const not = (view: View): Ready => ({ kind: 'not-ready', view });
  if (draft.state === 'adopted') return not({ kind: 'adoption-notice', what: 'adopted-before', subject });
  if (charter.sealedAt !== undefined) return not({ kind: 'notice', what: 'charter-sealed', subject });
  if (draft.state !== 'closed') return not({ kind: 'adoption-notice', what: 'draft-not-closed', subject });
  if (round === undefined) return not({ kind: 'adoption-notice', what: 'no-round', subject });
  if (isOpen(round)) return not({ kind: 'adoption-notice', what: 'round-open', subject });
  const { least, adoption } = charter.rules;
  const figures = consentFigures(await ports.adoption.counts(draft.id), least);
  const gaps = gapsIn(adoption, figures);
  const waiting = await unreviewed(ports, { draft, charter });
  if (gaps.length + waiting > 0)
    return not({ kind: 'adoption-notice', what: 'cannot-adopt', subject, gaps, waiting });
  return { kind: 'ready', figures };
}

/** An objection that nobody has read would be lost: nothing is shown any more of what waits once a process is sealed. */
async function unreviewed(
  { comments }: Pick<Ports, 'comments'>,
  { draft, charter }: Pick<Proposal, 'draft' | 'charter'>,
): Promise<number> {
  const queue = await comments.queue(charter.name);
  return queue.filter(({ sort, draft: on }) => sort === 'objection' && on === draft.id).length;
}

async function formFor(
  ports: Ports,
  { text, draft, charter }: Proposal,
  figures: ConsentFigures,
): Promise<Omit<AdoptFormView, 'adoptedOn' | 'reviewOn' | 'followUps'>> {
  const [themes, objections] = await Promise.all([
    ports.themes.all(charter.name),
    objectionsTo(ports, draft),
  ]);
  const promised = themes.flatMap(({ answer, toldAt }): readonly FollowUp[] =>
    toldAt === undefined || answer?.followUp === undefined ? [] : [answer.followUp],
  );
  return {
    kind: 'adopt-form',
    subject: text.subject,
    timeZone: charter.timeZone,
    figures,
    promised,
    unanswered: objections.filter(({ answer }) => answer === undefined).length,
  };
}

async function outcomeFrom(
  ports: Ports,
  { draft, charter }: Proposal,
  figures: ConsentFigures,
  said: Pick<Outcome, 'adoptedOn' | 'reviewOn' | 'followUps'>,
): Promise<Omit<Outcome, 'recordedAt'>> {
  return {
    charter: charter.name,
    draft: draft.id,
    number: draft.number,
    rule: charter.rules.adoption,
    figures,
    dissent: dissentOf(await objectionsTo(ports, draft)),
    ...said,
  };
}

/** Under the draft as it was when a first facilitator asked, whoever confirms. */
async function adopt(
  ports: Ports,
  speaker: Speaker,
  { charter, text, draft }: Proposal,
  intent: Adopting,
  outcome: Omit<Outcome, 'recordedAt'>,
): Promise<View> {
  const { subject } = text;
  const waits = await askForSecond(ports, speaker, { charter, action: 'adopt', intent, subject });
  if (waits !== undefined) return waits;
  await releaseAll(ports, charter.name);
  const at = ports.clock.now().toISOString();
  const announcement: Announcement = {
    id: randomUUID() as AnnouncementId,
    charter: charter.name,
    kind: 'adopted',
    draft: draft.id,
    audience: 'all',
    at,
  };
  const became = await ports.process.seal({
    charter: charter.name,
    announcement,
    outcome: { ...outcome, recordedAt: at },
  });
  if (became === 'draft-open') return { kind: 'adoption-notice', what: 'not-adopted', subject };
  if (became === 'sealed-before') return { kind: 'adoption-notice', what: 'adopted-before', subject };
  const { intended } = await ports.announcements.report(announcement.id);
  return {
    kind: 'adoption-notice',
    what: 'adopted-now',
    subject: { ...subject, state: 'adopted' },
    intended,
    announcement: announcement.id,
  };
}
