import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { gonePage } from '../../src/pages/message-page.js';
import { processPage } from '../../src/pages/process-page.js';
import { resultsPage } from '../../src/pages/results-page.js';
import { contentSecurityPolicy } from '../../src/pages/style.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';
import { gardenProcess } from '../pages/garden-process.js';
import { gardenRelease, gardenResults } from '../pages/garden-results.js';
import { gardenRound } from '../pages/garden-round.js';
import { paperLinks } from '../pages/paper-links.js';
import { axeFindings } from '../support/axe.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { hostileTexts } from '../support/hostile-texts.js';

const sealedAt = '2026-11-22T16:00:00.000Z';
const interim = gardenResults({ release: { ...gardenRelease, kind: 'interim' }, draft: { state: 'open' } });
const waiting = gardenResults({ release: null, draft: { state: 'open', closesAt: sealedAt } });

/** Everything that somebody wrote says this. */
const sayingEverywhere = (text: string) =>
  gardenResults({
    draft: { title: text, values: gardenResults().draft.values.map(({ id }) => ({ id, title: text, text })) },
    release: { ...gardenRelease, values: gardenRelease.values.map((value) => ({ ...value, title: text })) },
  });

const pages = new Map(
  languages.flatMap((language) => {
    const words = wordsFor(language);
    return [
      [`results, ${language}`, resultsPage(gardenResults({ sealedAt }), paperLinks, words)],
      [`interim results, ${language}`, resultsPage(interim, paperLinks, words)],
      [`no results yet, ${language}`, resultsPage(waiting, paperLinks, words)],
      [`the process, ${language}`, processPage(gardenProcess, paperLinks, words)],
      [`nothing there, ${language}`, gonePage(words)],
      ...[...gardenRound(words)].map(([name, page]) => [`${name}, ${language}`, page] as const),
    ] as const;
  }),
);

const looks: readonly BrowserContextOptions[] = [
  { colorScheme: 'light', viewport: { width: 1200, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 720, height: 800 } },
  { colorScheme: 'light', viewport: { width: 320, height: 568 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 568 } },
];

const chromiumPath = findChromium();

if (chromiumPath !== undefined) {
  describe('the pages, in a browser', function () {
    this.timeout(60_000);
    let browser: Browser;
    let server: Server;
    let text = '';

    before(async () => {
      browser = await launchChromium(chromiumPath);
      server = createServer((_request, response) => {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': contentSecurityPolicy,
        });
        response.end(text);
      }).listen(0, '127.0.0.1');
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    interface Seen {
      readonly page: Page;
      /** What it asked for, itself included. */
      readonly requests: readonly string[];
      readonly complaints: readonly string[];
    }

    /** The page as it is served, with its policy. */
    async function visit<T>(
      what: string,
      look: BrowserContextOptions,
      see: (seen: Seen) => Promise<T>,
    ): Promise<T> {
      text = what;
      const context = await browser.newContext(look);
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => void requests.push(request.url()));
      page.on('console', (message) => void complaints.push(message.text()));
      page.on('dialog', (dialog) => void complaints.push(dialog.message()));
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
      try {
        return await see({ page, requests, complaints });
      } finally {
        await context.close();
      }
    }

    for (const [name, page] of pages) {
      it(`${name}: axe finds nothing serious, light and dark, wide and on a phone`, async () => {
        for (const look of looks) {
          const found = await visit(page, look, (seen) => axeFindings(seen.page));

          assert.deepEqual(found, [], JSON.stringify(look));
        }
      });

      it(`${name}: everything fits, and asks for nothing but itself`, async () => {
        for (const look of looks) {
          const seen = await visit(page, look, async (it) => ({
            ...it,
            wide: await it.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
            styled: await it.page.evaluate<string>('getComputedStyle(document.body).margin'),
          }));

          assert.ok(seen.wide <= 0, `${String(seen.wide)} pixels beyond the edge`);
          assert.equal(seen.styled, '0px');
          assert.equal(seen.requests.length, 1);
          assert.deepEqual(seen.complaints, []);
        }
      });
    }

    it('axe does find what is wrong on a page', async () => {
      const wrong = pages.get('results, en')!.replace('<html lang="en">', '<html>');

      const found = await visit(wrong, {}, (seen) => axeFindings(seen.page));

      assert.match(found.join('\n'), /^html-has-lang/);
    });

    it('hostile texts stay words: nothing runs, nothing is fetched, nothing else is to be clicked', async () => {
      for (const [kind, hostile] of Object.entries(hostileTexts)) {
        const page = resultsPage(sayingEverywhere(hostile), paperLinks, wordsFor('en'));

        const seen = await visit(page, { viewport: { width: 320, height: 568 } }, async (it) => ({
          ...it,
          links: await it.page.evaluate<string[]>(
            `[...document.querySelectorAll('.words a')].map(({ protocol }) => protocol)`,
          ),
          foreign: await it.page.evaluate<number>(
            `document.querySelectorAll('script, img, iframe, object, form, [onerror], [style]').length`,
          ),
          headings: await it.page.evaluate<number>(`document.querySelectorAll('h1').length`),
          wide: await it.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
        }));

        assert.deepEqual(
          seen.links.filter((protocol) => !/^(https?|mailto):$/.test(protocol)),
          [],
          kind,
        );
        assert.deepEqual([seen.foreign, seen.headings, seen.requests.length], [0, 1, 1], kind);
        assert.deepEqual(seen.complaints, [], kind);
        assert.ok(seen.wide <= 0, kind);
      }
    });

    it('the keyboard reaches the way past the navigation first, then every table', async () => {
      const page = pages.get('results, en')!;

      const reached = await visit(page, { viewport: { width: 320, height: 568 } }, async (it) => {
        const names: string[] = [];
        for (let press = 0; press < 60; press += 1) {
          await it.page.keyboard.press('Tab');
          names.push(
            await it.page.evaluate<string>(
              `(({ tagName, className, textContent }) => [tagName, className, textContent.trim().slice(0, 20)].join(' '))(document.activeElement)`,
            ),
          );
        }
        return names;
      });

      assert.match(reached[0]!, /^A skip/);
      assert.equal(new Set(reached.filter((name) => name.startsWith('DIV wide'))).size, 2);
      assert.ok(reached.filter((name) => name.startsWith('SUMMARY')).length >= 4);
    });

    it('a press opens the table behind a chart, which has the figures of the chart', async () => {
      const page = pages.get('results, en')!;

      const rows = await visit(page, {}, async (it) => {
        await it.page.locator('summary').first().press('Enter');
        return it.page.locator('details table').first().innerText();
      });

      assert.match(rows, /Resonates very strongly\s+36\s+68%/);
      assert.match(rows, /Not clear to me\s+1/);
    });

    it('print shows the tables, without anybody opening them, and makes a small file', async () => {
      const page = pages.get('results, en')!;

      const { shown, pdf } = await visit(page, {}, async (it) => {
        await it.page.emulateMedia({ media: 'print' });
        const table = it.page.locator('details table').first();
        return { shown: await table.boundingBox(), pdf: await it.page.pdf({ format: 'A4' }) };
      });

      assert.ok((shown?.height ?? 0) > 100);
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      assert.ok(pdf.length < 500_000, String(pdf.length));
    });

    it('twice the size of letters leaves everything readable', async () => {
      for (const page of [pages.get('results, es')!, pages.get('the process, es')!]) {
        const wide = await visit(page, { viewport: { width: 640, height: 800 } }, async (it) => {
          await it.page.evaluate('document.documentElement.style.fontSize = "200%"');
          return it.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        });

        assert.ok(wide <= 0, String(wide));
      }
    });
  });
} else {
  console.warn('SKIPPED: no page was opened, since no Chromium was found; CHROMIUM_PATH can name one');
}
