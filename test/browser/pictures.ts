import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Locator } from 'playwright-core';

import type { Chat } from './chat.js';
import type { RunningDev } from './dev-process.js';

export const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));
/** Of a card: in a chat on a desktop, and on a phone. */
const widths = { wide: undefined, narrow: 328 } as const;

export interface Walk {
  readonly chat: Chat;
  readonly dev: RunningDev;
  taken: number;
}

/** A picture at each width, numbered in the order of the story. */
export async function take(walk: Walk, name: string, card: Locator): Promise<void> {
  walk.taken += 1;
  await card.waitFor();
  // Where no button is under it.
  await walk.chat.page.mouse.move(0, 0);
  for (const [label, width] of Object.entries(widths)) {
    const style = width === undefined ? '' : `.ac-adaptiveCard { width: ${String(width)}px !important; }`;
    await card.screenshot({ path: join(folder, `${numbered(walk)}-${name}-${label}.png`), style });
  }
}

function numbered({ taken }: Walk): string {
  return String(taken).padStart(3, '0');
}

/** The page that a button of the card leads to: wide, on a phone, dark, and on paper. */
export async function takePage(walk: Walk, name: string, card: Locator, title: string): Promise<void> {
  const page = await walk.chat.follow(card, title);
  walk.taken += 1;
  const path = (look: string) => join(folder, `${numbered(walk)}-${name}-${look}.png`);
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.screenshot({ path: path('wide'), fullPage: true });
  await page.setViewportSize({ width: 320, height: 844 });
  await page.screenshot({ path: path('narrow'), fullPage: true });
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: path('dark'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await page.screenshot({ path: path('printed'), fullPage: true });
  await page.close();
}
