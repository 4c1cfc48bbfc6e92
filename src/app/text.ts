import type { DraftChanges } from '../domain/change.js';
import type { Charter, Framing } from '../domain/charter.js';
import type { Draft, Value } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { Moment, Subject } from './subject.js';

/** What a card shows and its buttons name: a draft, a charter that has none yet, or a working copy in preview. */
export interface Text {
  readonly subject: Subject;
  readonly framing: Framing;
  readonly leadIn?: string;
  readonly values: readonly Value[];
  readonly reason?: string;
  /** What it says otherwise than the draft that it was set beside. */
  readonly changes?: DraftChanges;
  /** Absent for a charter without drafts and in a preview. */
  readonly draft?: Draft;
}

export function textOfDraft(draft: Draft): Text {
  const { leadIn, reason, changes, charter, id, number, state, title } = draft;
  return {
    subject: { charter, draft: id, number, state, title, preview: false },
    framing: draft,
    ...given({ leadIn, reason, changes }),
    values: draft.values,
    draft,
  };
}

export function textOfCharter(charter: Charter): Text {
  return {
    subject: { charter: charter.name, title: charter.title, preview: false },
    framing: charter,
    values: [],
  };
}

/** Until when a draft can be rated; nothing where no date was set or it is over. */
export function closingOf(
  { state, closesAt }: Pick<Draft, 'state' | 'closesAt'>,
  { timeZone }: Pick<Charter, 'timeZone'>,
): Moment | undefined {
  return state === 'open' && closesAt !== undefined ? { at: closesAt, timeZone } : undefined;
}
