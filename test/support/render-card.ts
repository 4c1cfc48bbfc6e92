import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';

import { axeFindings } from './axe.js';
import { launchChromium } from './chromium.js';

const require = createRequire(import.meta.url);
const root = new URL('../../../../', import.meta.url);
export interface Look {
  readonly theme: 'light' | 'dark';
  /** Of the card, in pixels: 320 is a phone, 720 a wide pane. */
  readonly width: number;
  /** Titles of buttons to press first, such as the one that shows what is hidden. */
  readonly press?: readonly string[];
}

export interface Picture {
  readonly png: Buffer;
  /** Elements that reach beyond the card's right edge. */
  readonly overflowing: readonly string[];
  /** What is to be read on it, top to bottom. */
  readonly text: string;
  /** Values of the choices that are chosen. */
  readonly chosen: readonly string[];
}

export interface CardRenderer {
  render(card: object, look: Look): Promise<Picture>;
  /** What axe finds on the card that is serious or critical; colours are the client's own, and not looked at. */
  check(card: object, look: Look): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Draws cards with Microsoft's own JavaScript renderer, as Teams on the desktop does. Nothing is fetched. */
export async function startCardRenderer(chromiumPath: string): Promise<CardRenderer> {
  const browser = await launchChromium(chromiumPath);
  const page = await browser.newPage();
  await page.setContent(readFileSync(new URL('test/support/card-page.html', root), 'utf8'));
  await page.addScriptTag({
    path: fileBeside(require.resolve('adaptivecards'), 'dist/adaptivecards.min.js'),
  });
  await page.addScriptTag({ path: fileBeside(require.resolve('markdown-it'), 'dist/markdown-it.js') });
  return {
    render: (card, look) => draw(page, card, look),
    check: async (card, look) => {
      await show(page, card, look);
      return axeFindings(page, { within: '#card', without: ['color-contrast'] });
    },
    close: () => browser.close(),
  };
}

/** A file of the package that the module `main` belongs to. */
function fileBeside(main: string, file: string): string {
  const [folder = ''] = /^.*\/node_modules\/[^/]+\//.exec(main) ?? [];
  return folder + file;
}

async function show(page: Page, card: object, { theme, width, press = [] }: Look): Promise<void> {
  await page.setViewportSize({ width: width + 16, height: 600 });
  const drawing = JSON.stringify({ card, theme, width, press, hostConfig: hostConfigOf(theme) });
  await page.evaluate(`drawCard(${drawing})`);
}

async function draw(page: Page, card: object, look: Look): Promise<Picture> {
  await show(page, card, look);
  const element = page.locator('#card');
  return {
    png: await element.screenshot(),
    overflowing: await page.evaluate<string[]>('overflowing()'),
    text: await element.innerText(),
    chosen: await page.evaluate<string[]>('chosen()'),
  };
}

/** Microsoft's own configuration of Teams where it is at hand; elsewhere the renderer's defaults. */
function hostConfigOf(theme: Look['theme']): unknown {
  const file = new URL(`../shared/schemas/hostconfig-teams-${theme}.json`, root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : {};
}
