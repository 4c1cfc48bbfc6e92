import type { Intent } from '../app/intent.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';

/** The buttons to the pages before and after, as far as there are any. */
export function pageButtons(
  { page, pages }: { page: number; pages: number },
  words: Words,
  intentOf: (page: number) => Intent,
): readonly Action[] {
  const { readOn, goBack } = words.all.common;
  return [
    ...(page < pages ? [button(readOn, intentOf(page + 1), { primary: true })] : []),
    ...(page > 1 ? [button(goBack, intentOf(page - 1))] : []),
  ];
}

/** "Page 2 of 3"; empty where there is only one. */
export function pageLine({ page, pages }: { page: number; pages: number }, words: Words): string {
  return pages > 1 ? words.say('common.page', { page, pages }) : '';
}
