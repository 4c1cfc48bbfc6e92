import type { Browser, Locator, Page } from 'playwright-core';

export type PlaceName = 'Personal Chat' | 'Repair evening' | 'Tool library - General';

/** The Playground in a browser, as somebody sits before it. */
export interface Chat {
  readonly page: Page;
  open(place: PlaceName): Promise<void>;
  /** Writes in the personal chat and resolves with the card that answers. */
  say(words: string): Promise<Locator>;
  /** Mentions the bot where others listen in, then writes. */
  mention(words: string): Promise<void>;
  /** The lowest card on the page on which all of this is to be read. */
  card(...texts: readonly (string | RegExp)[]): Locator;
  /** Presses what leads out of the chat, and resolves with the page that opens. */
  follow(card: Locator, title: string): Promise<Page>;
  close(): Promise<void>;
}

const cardSelector = '.ac-adaptiveCard';

export async function openChat(
  browser: Browser,
  url: string,
  { width = 1280, height = 1000 } = {},
): Promise<Chat> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(10_000);
  // The Playground asks a content network for fonts, which it also does without.
  await page.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.abort(),
  );
  await page.goto(url);
  return {
    page,
    card: (...texts) =>
      texts
        .reduce(
          (found: Locator, text) => found.filter({ hasText: exactly(text) }),
          page.locator(cardSelector),
        )
        .last(),
    open: (place) => page.getByRole('treeitem', { name: place, exact: true }).click(),
    async say(words) {
      const before = await page.locator(cardSelector).count();
      await page.getByRole('textbox').last().click();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      const answer = page.locator(cardSelector).nth(before);
      await answer.waitFor();
      return answer;
    },
    async mention(words) {
      const post = page.getByRole('button', { name: 'Post', exact: true });
      const box = page.getByRole('textbox').first();
      await box.click();
      await page.keyboard.type('@Touch');
      await page.getByRole('listbox').getByRole('menuitem', { name: 'Touchstone' }).click();
      // The mention is put in a moment after it was chosen; what is typed before that is lost.
      await box.filter({ hasText: 'Touchstone' }).waitFor();
      await page.keyboard.type(` ${words}`);
      await box.filter({ hasText: words }).waitFor();
      await ((await post.isVisible()) ? post.click() : page.keyboard.press('Enter'));
    },
    async follow(card, title) {
      const link = card.getByRole('link', { name: title, exact: true });
      const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
      await opened.waitForLoadState();
      return opened;
    },
    close: () => page.close(),
  };
}

/** As written: a text alone would be found in upper and lower case. */
function exactly(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
}

/** Presses a button of a card; what comes back may be another card in its place. */
export async function press(card: Locator, title: string | RegExp): Promise<void> {
  await card.getByRole('button', { name: title, exact: true }).click();
}

/** Opens a list of choices and takes one. */
export async function pick(card: Locator, label: string | RegExp, choice: string): Promise<void> {
  await card.getByRole('combobox', { name: label }).click();
  await card.page().getByRole('option', { name: choice, exact: true }).click();
}
