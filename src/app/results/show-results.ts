import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { Release } from '../../domain/release.js';
import { resultsOf } from '../../domain/results.js';
import { findText } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfDraft } from '../text.js';
import type { Subject } from '../subject.js';
import type { View } from '../views.js';
import { releaseFor } from './release-for.js';
import type { ResultsView } from './views.js';

/** The results of the draft asked for, else of the newest that has any. The same for everybody. */
export async function showResults(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'results' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { draft, subject } = text.it;
  if (draft === undefined) return { kind: 'notice', what: 'no-draft', subject };
  const chosen = await chooseDraft(ports, draft, intent);
  if (chosen === undefined) return { kind: 'notice', what: 'no-such-draft', subject };
  const open = draft.state === 'open' && chosen.draft.id !== draft.id ? subject : undefined;
  return viewOf(ports, chosen, { page: intent.page ?? 1, ...given({ open }) });
}

interface Chosen {
  readonly draft: Draft;
  readonly release?: Release;
}

async function viewOf(
  { charters, addresses, process }: Pick<Ports, 'charters' | 'addresses' | 'process'>,
  { draft, release }: Chosen,
  rest: { readonly page: number; readonly open?: Subject },
): Promise<ResultsView> {
  const charter = await charters.find(draft.charter);
  if (charter === undefined) throw new Error('a draft of a charter that is not there');
  const address = release && (await addresses.results({ charter, number: draft.number }));
  return {
    kind: 'results',
    subject: textOfDraft(draft).subject,
    least: charter.rules.least,
    interim: charter.rules.results === 'interim',
    ...given({ results: release && shownOf(release), address }),
    head: await process.head(draft.charter),
    ...rest,
  };
}

function shownOf(release: Release): NonNullable<ResultsView['results']> {
  const { values, participation, at, kind } = release;
  return {
    values: resultsOf(release),
    order: values.map(({ value }) => value),
    participation,
    at,
    interim: kind === 'interim',
  };
}

/** While a draft is open and has no interim results, whoever names none is shown those of the draft before it. */
async function chooseDraft(
  ports: Ports,
  draft: Draft,
  { number, about }: Extract<Intent, { kind: 'results' }>,
): Promise<Chosen | undefined> {
  const { charter } = draft;
  if (number !== undefined) {
    const numbered = await ports.drafts.numbered({ charter, number });
    return numbered && withRelease(ports, numbered);
  }
  const own = await withRelease(ports, draft);
  if (own.release !== undefined || about.draft !== undefined || draft.state !== 'open') return own;
  const before = await ports.drafts.numbered({ charter, number: draft.number - 1 });
  return before === undefined ? own : withRelease(ports, before);
}

async function withRelease(ports: Ports, draft: Draft): Promise<Chosen> {
  return { draft, ...given({ release: await releaseFor(ports, draft) }) };
}
