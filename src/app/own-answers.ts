import type { ValueId } from '../domain/draft.js';
import type { Answer } from '../domain/rating.js';
import type { Ports } from './ports.js';
import { pseudonymOf } from './pseudonym.js';
import type { Speaker } from './speaker.js';
import type { Text } from './text.js';

/** What a member answered in a draft; empty in a preview. */
export async function ownAnswers(
  ports: Pick<Ports, 'charters' | 'ratings'>,
  speaker: Speaker,
  { draft }: Text,
): Promise<ReadonlyMap<ValueId, Answer>> {
  if (draft === undefined) return new Map();
  const pseudonym = await pseudonymOf(ports, draft.charter, speaker.member);
  return ports.ratings.mine({ draft: draft.id, pseudonym });
}
