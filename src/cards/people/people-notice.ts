import { shortHash } from '../../app/ledger/ledger-file.js';
import type { PeopleNoticeView } from '../../app/people/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain } from '../text.js';
import { told } from '../told.js';

/** What became of something that facilitators do together. */
export function renderPeopleNotice(view: PeopleNoticeView, { words }: Reader): Rendered {
  const summary = textOf(view, words, plain);
  const card = expand('notice', {
    language: words.language,
    ...told(summary),
    notes: { any: false, all: [] },
    place: view.subject === undefined ? '' : inline(view.subject.charter),
    text: textOf(view, words, inline),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function textOf(view: PeopleNoticeView, words: Words, safe: (text: string) => string): string {
  const { notice, approvals } = words.all.people;
  switch (view.what) {
    case 'second-asked':
    case 'second-waiting':
      return words.say(`people.notice.${view.what}`, {
        action: approvals.doing[view.action],
        approvals: spellingOf('approvals', words),
      });
    case 'facilitating':
      return words.say('people.notice.facilitating', { help: spellingOf('help', words) });
    case 'facilitating-already':
    case 'invitation-in-public':
    case 'approved-text-changed':
      return notice[view.what];
    case 'deleted':
      return words.say('people.notice.deleted', { charter: safe(view.charter), head: shortHash(view.head) });
  }
}

function actionsOf({ what, subject }: PeopleNoticeView, words: Words): readonly Action[] {
  const { status, help } = words.all.common;
  const toStatus = button(status, { kind: 'status' });
  switch (what) {
    case 'second-asked':
    case 'second-waiting':
      return [button(words.all.people.approvals.title, { kind: 'approvals' }), toStatus];
    case 'approved-text-changed':
      return subject === undefined
        ? [toStatus]
        : [button(words.all.notice.preview, { kind: 'preview', charter: subject.charter }), toStatus];
    case 'facilitating':
    case 'facilitating-already':
    case 'invitation-in-public':
    case 'deleted':
      return [button(help, { kind: 'help' }), toStatus];
  }
}
