import type { Charter } from '../domain/charter.js';
import { applyCorrection, findPublished, proposeCorrection, type Published } from './correct-draft.js';
import { findCharter, found, instead, type Found } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** The form with what is published in it. */
export async function showCorrectionForm(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'correct' }>,
): Promise<View> {
  const which = await findToCorrect(ports, speaker, intent);
  if (which.kind === 'instead') return which.view;
  return formFor(which.it, which.it.source);
}

/** What the correction would change, to decide on; else why not, with the form and the text still in it. */
export async function showProposed(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'propose-correction' }>,
): Promise<readonly View[]> {
  const which = await findToCorrect(ports, speaker, intent);
  if (which.kind === 'instead') return [which.view];
  const { source } = intent;
  const { subject } = which.it.text;
  const proposal = await proposeCorrection(ports, which.it, { source, editor: speaker.member });
  switch (proposal.kind) {
    case 'proposed':
      return [{ kind: 'correction', id: proposal.id, subject, changes: proposal.changes }];
    case 'nothing':
      return [{ kind: 'notice', what: 'nothing-corrected', subject }];
    case 'refused': {
      const { charter } = subject;
      return [formFor(which.it, source), { kind: 'import-refused', errors: proposal.errors, charter }];
    }
    case 'more-than-slips': {
      const { changes } = proposal;
      return [formFor(which.it, source), { kind: 'notice', what: 'correction-refused', subject, changes }];
    }
  }
}

/** Makes the correction. Pressing twice is pressing once. */
export async function showApplied(
  ports: Ports,
  { correction }: Extract<Intent, { kind: 'apply-correction' }>,
): Promise<View> {
  const done = await applyCorrection(ports, correction);
  if (done.kind === 'unknown') return { kind: 'notice', what: 'outdated' };
  const { subject } = done;
  return { kind: 'notice', what: done.kind === 'applied' ? 'corrected' : 'correction-overtaken', subject };
}

async function findToCorrect(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'correct' | 'propose-correction' }>,
): Promise<Found<Published>> {
  const charter: Found<Charter> = await findCharter(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter;
  const published = await findPublished(ports, charter.it);
  return published ? found(published) : instead({ kind: 'notice', what: 'nothing-to-correct' });
}

function formFor({ text: { subject } }: Published, source: string): View {
  const { charter } = subject;
  return { kind: 'new-draft', correcting: subject, charter, charters: [charter], source };
}
