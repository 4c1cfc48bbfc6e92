import type { Draft, ValueId } from '../domain/draft.js';
import type { Answer, Pseudonym } from '../domain/rating.js';
import type { Ports } from './ports.js';
import { pseudonymUnlessSealed } from './pseudonym.js';
import type { Speaker } from './speaker.js';

/** What of a member's answers comes from earlier drafts. Each is asked for only where it is shown. */
export interface OwnHistory {
  /** Standing answers that were carried over, with the number of the draft that they were given to. */
  carried(): Promise<ReadonlyMap<ValueId, number>>;
  /** Their last answers before this draft. */
  before(): Promise<ReadonlyMap<ValueId, { readonly answer: Answer; readonly number: number }>>;
}

/** Nothing, without a query, in a preview and in a draft that was set beside none. */
export function ownHistory(
  ports: Pick<Ports, 'charters' | 'ratings'>,
  speaker: Speaker,
  draft: Draft | undefined,
  known?: Pseudonym,
): OwnHistory {
  if (draft?.changes === undefined) return noHistory;
  const pseudonym = (): Promise<Pseudonym | undefined> =>
    known === undefined
      ? pseudonymUnlessSealed(ports, draft.charter, speaker.member)
      : Promise.resolve(known);
  return {
    async carried() {
      const own = await pseudonym();
      return own === undefined ? new Map() : ports.ratings.carried({ draft: draft.id, pseudonym: own });
    },
    async before() {
      const own = await pseudonym();
      return own === undefined ? new Map() : ports.ratings.before({ draft: draft.id, pseudonym: own });
    },
  };
}

const noHistory: OwnHistory = {
  carried: () => Promise.resolve(new Map()),
  before: () => Promise.resolve(new Map()),
};
