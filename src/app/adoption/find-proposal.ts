import type { Charter } from '../../domain/charter.js';
import type { ConsentRound } from '../../domain/consent.js';
import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { About } from '../about.js';
import { findText, found, instead, type Found } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { Text } from '../text.js';

/** A draft that may be, is or was proposed for adoption. */
export interface Proposal {
  readonly text: Text;
  readonly draft: Draft;
  readonly charter: Charter;
  readonly round?: ConsentRound;
}

export async function findProposal(
  ports: Ports,
  speaker: Speaker,
  { about, intent }: { about: About; intent: Intent },
): Promise<Found<Proposal>> {
  const search = await findText(ports, speaker, about, intent);
  if (search.kind === 'instead') return search;
  const text = search.it;
  const { draft, subject } = text;
  if (subject.preview) return instead({ kind: 'adoption-notice', what: 'no-round', subject });
  if (draft === undefined) return instead({ kind: 'notice', what: 'no-draft', subject });
  const [charter, round] = await Promise.all([
    ports.charters.find(draft.charter),
    ports.adoption.round(draft.id),
  ]);
  if (charter === undefined) return instead({ kind: 'notice', what: 'outdated' });
  return found({ text, draft, charter, ...given({ round }) });
}

export function isOpen(
  round: ConsentRound | undefined,
): round is ConsentRound & { readonly closedAt?: never } {
  return round !== undefined && round.closedAt === undefined;
}
