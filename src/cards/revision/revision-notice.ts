import type { RevisionNoticeView } from '../../app/revision/views.js';
import { given } from '../../domain/given.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { expand } from '../template.js';
import { told } from '../told.js';

/** One thing said of the next draft, or of what changed, with the way on. */
export function renderRevisionNotice(view: RevisionNoticeView, { words }: Reader): Rendered {
  const summary = words.say(`revision.notices.${view.what}`, {
    number: String(view.subject?.number ?? 'none'),
  });
  const card = expand('notice', {
    language: words.language,
    ...told(summary),
    notes: { any: false, all: [] },
    place: '',
    text: summary,
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function actionsOf({ what, subject }: RevisionNoticeView, words: Words): readonly Action[] {
  const { copy, matching } = words.all.revision;
  const charter = given({ charter: subject?.charter });
  const next = button(copy.open, { kind: 'revise', ...charter });
  switch (what) {
    case 'first-draft':
    case 'same-draft':
      return [
        button(words.all.common.values, { kind: 'values', about: charter }),
        button(words.all.common.status, { kind: 'status' }),
      ];
    case 'unreadable-declaration':
    case 'frame-unchanged':
      return [button(matching.back, { kind: 'matching', ...charter }), next];
    case 'nothing-before':
    case 'last-value':
    case 'version-gone':
    case 'busy':
    case 'removed-meanwhile':
      return [next, button(copy.preview, { kind: 'preview', ...charter })];
  }
}
