import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { resultsOf, type ValueResult } from '../domain/results.js';
import { findText } from './find-text.js';
import { textOfDraft } from './text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

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
  const results = await resultsFor(ports, chosen);
  const open = draft.state === 'open' && chosen !== draft ? subject : undefined;
  return {
    kind: 'results',
    subject: textOfDraft(chosen).subject,
    page: intent.page ?? 1,
    ...given({ results, open }),
  };
}

/**
 * Absent while the draft is open, and for ever when it was withdrawn: nobody sees any, facilitators included. What was
 * kept is asked for last, so that a draft opened again meanwhile shows no answer given since.
 */
export async function resultsFor(
  { drafts, ratings }: Pick<Ports, 'drafts' | 'ratings'>,
  draft: Draft,
): Promise<readonly ValueResult[] | undefined> {
  if (draft.state === 'open' || draft.state === 'withdrawn') return undefined;
  const tallies = await ratings.tally(draft.id);
  return resultsOf(draft, tallies, await drafts.talliesBefore(draft.id));
}

async function chooseDraft(
  { drafts }: Pick<Ports, 'drafts'>,
  draft: Draft,
  { number, about }: Extract<Intent, { kind: 'results' }>,
): Promise<Draft | undefined> {
  const { charter } = draft;
  if (number !== undefined) return drafts.numbered({ charter, number });
  if (about.draft !== undefined || draft.state !== 'open' || draft.number === 1) return draft;
  return (await drafts.numbered({ charter, number: draft.number - 1 })) ?? draft;
}
