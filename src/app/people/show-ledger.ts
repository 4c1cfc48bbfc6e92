import { given } from '../../domain/given.js';
import { findCharter } from '../find-text.js';
import { beginning } from '../ledger/chain.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter, textOfDraft } from '../text.js';
import type { View } from '../views.js';
import type { LedgerIntent } from './intents.js';

/** Where the ledger stands, and how it is checked: the same for everybody. */
export async function showLedger(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<LedgerIntent, { kind: 'ledger' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const [records, latest, address] = await Promise.all([
    ports.process.records(charter.name),
    ports.drafts.latest(charter.name),
    ports.addresses.ledger(charter),
  ]);
  const last = records.at(-1);
  return {
    kind: 'ledger',
    subject: (latest === undefined ? textOfCharter(charter) : textOfDraft(latest)).subject,
    entries: records.length,
    head: last?.hash ?? beginning,
    ...given({ last: last && { at: last.at, timeZone: charter.timeZone } }),
    address,
  };
}
