import type { ValueId } from '../domain/draft.js';
import type { Answer } from '../domain/rating.js';
import type { Ports } from './ports.js';
import { pseudonymUnlessSealed } from './pseudonym.js';
import type { Speaker } from './speaker.js';
import type { Text } from './text.js';

/** What a member answered in a draft; empty in a preview, and where nobody can find it any more. */
export async function ownAnswers(
  ports: Pick<Ports, 'charters' | 'ratings'>,
  speaker: Speaker,
  { draft }: Text,
): Promise<ReadonlyMap<ValueId, Answer>> {
  if (draft === undefined) return new Map();
  const pseudonym = await pseudonymUnlessSealed(ports, draft.charter, speaker.member);
  if (pseudonym === undefined) return new Map();
  return ports.ratings.mine({ draft: draft.id, pseudonym });
}
