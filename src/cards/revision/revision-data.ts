import type { ChangeRef, RevisionIntent } from '../../app/revision/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/revision-action.ts` reads it back. */
export function revisionFields(intent: RevisionIntent): Fields {
  switch (intent.kind) {
    case 'changes':
      return { from: intent.from, to: intent.to, page: intent.page };
    case 'dispute':
      return { confirmed: intent.confirmed };
    case 'revise':
      return { charter: intent.charter, page: intent.page };
    case 'edit-value': {
      const { charter, title, text, revision, inDialog } = intent;
      return { charter, title, text, revision, inDialog };
    }
    case 'save-value': {
      const { charter, title, text, revision, over, inDialog } = intent;
      return { charter, title, text, revision, over, inDialog };
    }
    case 'remove-value':
      return { charter: intent.charter, revision: intent.revision, confirmed: intent.confirmed };
    case 'move-value':
      return { charter: intent.charter, revision: intent.revision, to: intent.to };
    case 'matching':
      return { charter: intent.charter, page: intent.page, ...refFields(intent.of) };
    case 'match':
      return { charter: intent.charter, revision: intent.revision, from: listed(intent.from) };
    case 'declare': {
      const { charter, revision, of, from, size, why, themes } = intent;
      return {
        ...{ charter, revision, size, why },
        ...refFields(of),
        from: from && listed(from),
        themes: themes?.join(','),
      };
    }
    case 'take-version':
      return { charter: intent.charter, version: intent.version, over: intent.over };
  }
}

function refFields(of: ChangeRef | undefined): Fields {
  if (of === undefined || typeof of === 'string') return { of };
  return of.by === 'id' ? { of: of.id } : { position: of.position };
}

/** Nothing chosen says nothing; that it comes from nowhere is a choice of its own. */
function listed(from: readonly string[]): string {
  return from.length === 0 ? fromNowhere : from.join(',');
}

/** Among ids of values, which begin with a letter too but hold no colon. */
export const fromNowhere = ':new';
