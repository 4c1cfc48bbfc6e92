import { shortHash } from '../../app/ledger/ledger-file.js';
import type { LedgerView } from '../../app/people/views.js';
import { button, pageLink } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain } from '../text.js';
import { told } from '../told.js';

/** Where the ledger of a process stands, and how anybody checks it. */
export function renderLedger(view: LedgerView, { words }: Reader): Rendered {
  const { subject, entries, last } = view;
  const texts = words.all.people.ledger;
  const head = shortHash(view.head);
  const summary = words.say('people.ledger.summary', { charter: plain(subject.charter), entries, head });
  const check = words.say('people.ledger.check', { head });
  const card = expand('ledger', {
    language: words.language,
    ...told(`${summary} ${texts.intro}`, check),
    place: subjectAndState(subject, words),
    ...{ title: texts.title, intro: texts.intro },
    facts: [
      { title: texts.head, value: head },
      { title: texts.entries, value: String(entries) },
      ...(last === undefined ? [] : [{ title: texts.last, value: momentText(last, words) }]),
    ],
    lines: [{ text: inline(check) }, { text: texts.keep }],
    actions: [
      ...pageLink(texts.file, view.address),
      button(words.all.common.howItWorks, { kind: 'process', charter: subject.charter }),
    ],
  });
  return { card, summary };
}
