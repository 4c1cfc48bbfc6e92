import { cancelAppointment, showAppointments } from './appointments.js';
import { showClose } from './close-draft.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { changeRules } from './process/change-rules.js';
import { showSeal } from './process/seal.js';
import { showRules } from './process/show-rules.js';
import { importDraft, showImportReport, showNewDraft, showPreview } from './prepare-draft.js';
import { publishWorkingCopy } from './publish-working-copy.js';
import { showReminding } from './remind-members.js';
import { showReopen } from './reopen-draft.js';
import { showRetry } from './retry-deliveries.js';
import { showApplied, showCorrectionForm, showProposed } from './show-correction.js';
import { showDeliveries } from './show-deliveries.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';
import { showWithdraw } from './withdraw-draft.js';

const kinds = [
  'new-draft',
  'import',
  'import-failed',
  'import-report',
  'preview',
  'publish',
  'close',
  'withdraw',
  'reopen',
  'remind',
  'appointments',
  'cancel-appointment',
  'correct',
  'propose-correction',
  'apply-correction',
  'retry',
  'deliveries',
  'rules',
  'change-rules',
  'seal',
] as const satisfies readonly Intent['kind'][];

/** What only facilitators may ask for, in their personal chat. */
export type FacilitatorsIntent = Extract<Intent, { kind: (typeof kinds)[number] }>;

export function isForFacilitators(intent: Intent): intent is FacilitatorsIntent {
  return (kinds as readonly string[]).includes(intent.kind);
}

/** What a facilitator is shown; that the speaker is one was looked at before. */
export async function facilitate(
  ports: Ports,
  speaker: Speaker,
  intent: FacilitatorsIntent,
): Promise<readonly View[]> {
  switch (intent.kind) {
    case 'import':
      return importDraft(ports, speaker, intent);
    case 'preview':
      return showPreview(ports, speaker, intent);
    case 'propose-correction':
      return showProposed(ports, speaker, intent);
    default:
      return [await facilitateOnce(ports, speaker, intent)];
  }
}

async function facilitateOnce(
  ports: Ports,
  speaker: Speaker,
  intent: Exclude<FacilitatorsIntent, { kind: 'import' | 'preview' | 'propose-correction' }>,
): Promise<View> {
  switch (intent.kind) {
    case 'new-draft':
      return showNewDraft(ports, speaker, intent);
    case 'import-failed':
      return { kind: 'notice', what: 'import-failed', why: intent.why };
    case 'import-report':
      return showImportReport(ports, speaker, intent);
    case 'publish':
      return publishWorkingCopy(ports, speaker, intent);
    case 'close':
      return showClose(ports, speaker, intent);
    case 'withdraw':
      return showWithdraw(ports, speaker, intent);
    case 'reopen':
      return showReopen(ports, speaker, intent);
    case 'remind':
      return showReminding(ports, speaker, intent);
    case 'appointments':
      return showAppointments(ports, speaker, intent);
    case 'cancel-appointment':
      return cancelAppointment(ports, speaker, intent);
    case 'correct':
      return showCorrectionForm(ports, speaker, intent);
    case 'apply-correction':
      return showApplied(ports, intent);
    case 'retry':
      return showRetry(ports, speaker, intent);
    case 'deliveries':
      return showDeliveries(ports, speaker, intent);
    case 'rules':
      return showRules(ports, speaker, intent);
    case 'change-rules':
      return changeRules(ports, speaker, intent);
    case 'seal':
      return showSeal(ports, speaker, intent);
  }
}
