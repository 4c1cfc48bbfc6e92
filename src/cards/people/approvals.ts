import type { ApprovalsView, WaitingApproval } from '../../app/people/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';

const nameShown = 100;
/** Three buttons for each; a card has room for six. */
const onPage = 1;
/** Of an id: enough to name one of the few that wait. */
const markShown = 8;

/** What waits for a second facilitator, who asked, and since when. */
export function renderApprovals(view: ApprovalsView, { words }: Reader): Rendered {
  const { waiting, just } = view;
  const texts = words.all.people.approvals;
  const pages = Array.from({ length: Math.max(1, Math.ceil(waiting.length / onPage)) }, (_, index) =>
    waiting.slice(index * onPage, (index + 1) * onPage),
  );
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const justText = just === undefined ? '' : texts.just[just];
  const summary = `${justText} ${words.say('people.approvals.summary', { count: waiting.length })}`.trim();
  const spoken = it.map((each) => plain(linesOf(each, words, plain).join(' ').replaceAll('**', '')));
  const card = expand('approvals', {
    language: words.language,
    ...told([summary, ...spoken].join(' ')),
    ...{ just: justText, title: texts.title, none: waiting.length === 0 ? texts.none : '' },
    waiting: it.map((each) => ({
      lines: linesOf(each, words, inline).map((text) => ({ text })),
      actions: buttonsOf(each, words),
    })),
    page: pageLine(place, words),
    actions: [
      ...pageButtons(place, words, (next) => ({ kind: 'approvals', page: next })),
      ...(waiting.length === 0 ? [button(words.all.common.status, { kind: 'status' })] : []),
    ],
  });
  return { card, summary };
}

function linesOf(each: WaitingApproval, words: Words, safe: (text: string) => string): readonly string[] {
  const { id, charter, action, since, own, at } = each;
  const texts = words.all.people.approvals;
  const mark = id.slice(0, markShown);
  return [
    words.say('people.approvals.what', { action: texts.actions[action], charter: safe(charter) }),
    words.say('people.approvals.since', { by: askedBy(each, words, safe), moment: momentText(since, words) }),
    ...(at === undefined ? [] : [words.say('people.approvals.later', { at })]),
    ...(own ? [texts.own] : []),
    own
      ? words.say('people.approvals.ownMark', { disapprove: spellingOf('disapprove', words), mark })
      : words.say('people.approvals.mark', { approve: spellingOf('approve', words), mark }),
  ];
}

function askedBy(
  { own, byProgram, askedByName }: WaitingApproval,
  words: Words,
  safe: (text: string) => string,
): string {
  const { you, program, somebody } = words.all.people.approvals;
  if (own) return you;
  if (byProgram) return program;
  return askedByName === undefined ? somebody : safe(shorten(askedByName, nameShown));
}

function buttonsOf({ id, action, own }: WaitingApproval, words: Words): readonly Action[] {
  const { doing, takeBack, disapprove, preview } = words.all.people.approvals;
  const no = button(own ? takeBack : disapprove, { kind: 'disapprove', approval: id });
  if (own) return [no];
  const title = words.say('people.approvals.approve', { action: doing[action] });
  return [
    ...(action === 'publish' ? [button(preview, { kind: 'view-approval', approval: id })] : []),
    button(title, { kind: 'approve', approval: id }, { primary: true }),
    no,
  ];
}
