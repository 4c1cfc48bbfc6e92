import type { DeletingView } from '../../app/people/views.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { notLater } from '../later.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';

const titleShown = 200;

/** What goes for ever with a charter, before it goes. */
export function renderDeleting(view: DeletingView, { words }: Reader): Rendered {
  const { subject, drafts, answered, comments, second } = view;
  const { charter } = subject;
  const { deleting, approvals } = words.all.people;
  const summary = words.say('people.deleting.title', { charter: plain(charter) });
  const consequences = [
    words.say('people.deleting.drafts', { count: drafts }),
    answered ? deleting.answered : deleting.notAnswered,
    ...(comments ? [deleting.comments] : []),
    ...[deleting.cards, deleting.stays, deleting.export],
    ...(second ? [approvals.needed] : []),
  ];
  const typed = words.say('people.deleting.typed', {
    deleteCharter: spellingOf('deleteCharter', words),
    charter,
  });
  const title = words.say('people.deleting.button', { charter });
  const card = expand('confirm', {
    language: words.language,
    ...told([summary, ...consequences].join(' '), typed),
    title: words.say('people.deleting.title', { charter: inline(charter) }),
    draft: inline(shorten(subject.title, titleShown)),
    consequences: consequences.map((text) => ({ text })),
    actions: [
      button(title, { kind: 'delete-charter', charter, confirmed: true }),
      button(words.all.common.notNow, { kind: 'status' }, { primary: true }),
    ],
    later: notLater,
  });
  return { card, summary };
}
