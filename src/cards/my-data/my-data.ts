import type { MyDataView } from '../../app/my-data/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import { linkAddress } from '../address.js';
import type { Reader, Rendered } from '../card.js';
import { pagesOfLines } from '../line-pages.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { plain } from '../text.js';
import { told } from '../told.js';
import { heldLines, type HeldLine } from './held-lines.js';

const most = { lines: 25, bytes: 9_000 };

/** What is held of a member, for themselves alone; nothing of it where others look on. */
export function renderMyData(view: MyDataView, { words, shared }: Reader): Rendered {
  const { title, intro } = words.all.myData;
  const pages = pagesOfLines(shared ? [] : heldLines(view, words), most);
  const { page, it: lines } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const summary = shared ? words.all.myData.shared : summaryOf(view, words);
  const typed = words.say('myData.typed', { forgetMe: spellingOf('forgetMe', words) });
  const card = expand('my-data', {
    language: words.language,
    ...told(summary, typed),
    title,
    intro: shared ? words.all.myData.shared : intro,
    sections: sectionsOf(lines),
    page: pageLine(place, words),
    hint: shared ? '' : words.say('myData.fileHint', { minutes: view.minutes }),
    actions: [
      ...(shared ? [] : fileButton(view, words)),
      ...pageButtons(place, words, (wanted) => ({ kind: 'my-data', page: wanted })),
      button(words.all.myData.forget, { kind: 'forget-me', confirmed: false }),
      button(words.all.common.settings, { kind: 'settings' }),
    ],
  });
  return { card, summary };
}

function summaryOf({ charters }: MyDataView, words: Words): string {
  const answers = charters.flatMap((charter) => charter.answers).filter(({ answer }) => answer !== undefined);
  const comments = charters.flatMap((charter) => charter.comments);
  return words.say('myData.summary', { answers: answers.length, comments: comments.length });
}

/** A heading stands again on each page that goes on below it. */
function sectionsOf(lines: readonly HeldLine[]): readonly object[] {
  const sections: { heading: string; lines: { text: string }[] }[] = [];
  for (const { heading, text } of lines) {
    if (sections.at(-1)?.heading !== heading) sections.push({ heading, lines: [] });
    sections.at(-1)?.lines.push({ text });
  }
  return sections;
}

function fileButton({ address }: MyDataView, words: Words): readonly Action[] {
  const url = linkAddress(address);
  return url === undefined ? [] : [{ type: 'Action.OpenUrl', title: plain(words.all.myData.file), url }];
}
