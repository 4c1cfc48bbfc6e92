import type { Charter } from '../../domain/charter.js';
import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { closingOf, textOfCharter, textOfDraft } from '../text.js';
import type { Moment } from '../subject.js';
import type { View } from '../views.js';
import { fixedTerms } from './fixed-terms.js';
import { identitiesEnd } from './identities-end.js';
import type { ProcessView } from './views.js';

/** How this process works: the same for every member. */
export async function showProcess(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'process' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const address = await ports.addresses.process(charter);
  return { ...(await processOf(ports, charter)), address, page: intent.page ?? 1 };
}

/** The same for a page in the browser and for the API. */
export async function processOf(
  ports: Pick<Ports, 'process' | 'drafts' | 'facilitators' | 'comments' | 'approvals'>,
  charter: Charter,
): Promise<ProcessView> {
  const { name, timeZone, rules } = charter;
  const [answered, records, latest, facilitators, hidden, asked] = await Promise.all([
    ports.process.isAnswered(name),
    ports.process.records(name),
    ports.drafts.latest(name),
    facilitatorsOf(ports),
    ports.comments.hidden(name),
    ports.approvals.waiting(name),
  ]);
  return {
    kind: 'process',
    subject: (latest === undefined ? textOfCharter(charter) : textOfDraft(latest)).subject,
    ...{ timeZone, rules, answered, facilitators, hidden },
    ...(await datesOf(ports, charter, latest)),
    waiting: asked.map(({ action, askedAt: at }) => ({ action, since: { at, timeZone } })),
    ...given({ terms: fixedTerms(charter, latest, records) }),
    records: records.toReversed(),
    page: 1,
  };
}

async function facilitatorsOf({
  facilitators,
}: Pick<Ports, 'facilitators'>): Promise<ProcessView['facilitators']> {
  const all = (await facilitators.all()).filter(({ role }) => role === 'facilitator');
  const names = all.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return { names, unnamed: all.length - names.length };
}

async function datesOf(
  ports: Pick<Ports, 'process'>,
  charter: Charter,
  latest: Draft | undefined,
): Promise<Partial<Pick<ProcessView, 'opened' | 'closes' | 'sealed' | 'identitiesGo'>>> {
  const { timeZone, sealedAt } = charter;
  const moment = (at: string | undefined): Moment | undefined =>
    at === undefined ? undefined : { at, timeZone };
  const goAt =
    sealedAt === undefined
      ? undefined
      : ((await ports.process.identitiesErasedAt(charter.name)) ?? identitiesEnd({ ...charter, sealedAt }));
  return given({
    opened: moment(latest?.publishedAt),
    closes: latest && closingOf(latest, charter),
    sealed: moment(sealedAt),
    identitiesGo: moment(goAt),
  });
}
