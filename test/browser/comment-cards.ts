import type { Locator } from 'playwright-core';

import type { Chat } from './chat.js';

/** The code of a receipt, as it stands on its card. */
export async function codeOn(card: Locator): Promise<string> {
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await card.textContent()) ?? '') ?? [];
  if (code === '') throw new Error('there is no code on the card');
  return code;
}

/** The page of the queue on which a comment waits. Of one day, nobody knows which came first. */
export async function waitingWith(chat: Chat, words: string): Promise<Locator> {
  for (let page = 1; page <= 3; page += 1) {
    const card = await chat.say(`moderation ${String(page)}`);
    if ((await card.textContent())?.includes(words)) return card;
  }
  throw new Error(`no comment with “${words}” waits`);
}
