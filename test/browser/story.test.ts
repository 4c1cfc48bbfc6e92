import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Locator } from 'playwright-core';

import { en } from '../../src/words/en.js';
import { openChat, press, type Chat, type PlaceName } from './chat.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { colleaguesRate } from './colleagues.js';
import { startedDev, type RunningDev } from './dev-process.js';
import { coop, tools, type Posts } from './posts.js';

const chromium = findChromium();
/** Whatever does not stay on this machine fails. */
const deadProxy = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' };
const everywhere: readonly PlaceName[] = ['Tool library - General', 'Repair evening', 'Personal Chat'];

if (chromium === undefined) {
  process.stderr.write(
    '\n!! No Chromium was found, so THE BROWSER TESTS WERE NOT RUN. CHROMIUM_PATH names one.\n\n',
  );
} else {
  for (const posts of [tools, coop]) if (posts !== undefined) tell(posts, chromium);
}

function tell(posts: Posts, executable: string): void {
  const { charter, values } = posts;

  describe(`In a browser, with ${posts.community}`, function () {
    this.timeout(30_000);
    let folder: string;
    let dev: RunningDev;
    let browser: Browser;
    let chat: Chat;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
      [dev, browser] = await Promise.all([startedDev(folder, deadProxy), launchChromium(executable)]);
      chat = await openChat(browser, dev.chat);
    });

    after(async () => {
      await browser.close();
      dev.signal('SIGTERM');
      await dev.ended;
      await rm(folder, { recursive: true });
    });

    it('the personal chat welcomes, and subscribes in one tap', async () => {
      const welcome = chat.card(en.welcome.title);
      await welcome.waitFor();

      await press(welcome, en.common.subscribe);

      await chat.card(/you hear of new drafts here/).waitFor();
    });

    it('the channel and the group chat welcome, and are subscribed', async () => {
      for (const place of ['Tool library - General', 'Repair evening'] as const) {
        await chat.open(place);
        await chat.card(en.welcome.title).waitFor();
        await chat.card(/New drafts are announced in this/).waitFor();
      }
      await chat.open('Personal Chat');
    });

    it('“values” shows what is open, and a value is rated on its card in two actions', async () => {
      const atAGlance = await chat.say('values');
      await press(atAGlance, en.common.readAndRate);
      const value = chat.card('value 1 of 5');

      await choose(value, en.scale['4']);
      await press(value, en.ballot.save);

      await chat.card(/Saved\. Value 1, Share what we have: Resonates strongly\./).waitFor();
      await chat.card('value 2 of 5').waitFor();
    });

    it('“rate 2 4” does the same in words', async () => {
      const answer = await chat.say('rate 2 4');

      await read(answer, /Saved\. Value 2, Learn by doing: Resonates strongly\./);
      await read(await chat.say('answers'), /You have answered 2 of 5 values/);
    });

    if (posts.announcement !== undefined) {
      const { announcement } = posts;
      it('a post without values announces the process everywhere', async () => {
        const preview = await paste(announcement);
        await press(preview, en.preview.publish);

        await chat.card(/The process is announced\. 3 places are being told\./).waitFor();
        await forEachPlace(() => chat.card(en.announcement.next, `${charter}, no draft yet`).waitFor());
      });
    }

    it('a pasted draft comes back as a report and as the card members will get, which records nothing', async () => {
      const preview = await paste(posts.draft);
      const shown = chat.card(en.common.preview);
      await read(shown, values[0]);

      await press(shown, en.common.readAndRate);
      await choose(chat.card(en.common.preview), en.scale['5']);
      await press(chat.card(en.common.preview), en.ballot.save);
      await chat.card(/Nothing was recorded: this is a preview/).waitFor();

      await press(preview, en.preview.report);
      await chat.card(en.importReport.taken).waitFor();
    });

    it('published, it arrives in the channel, the group chat and the personal chat', async () => {
      const preview = await chat.say(`preview ${charter}`);
      await press(preview, en.preview.publish);

      await chat.card(/Published\. 3 places are being told\./).waitFor();
      await forEachPlace(() => read(announcement(), values[1]));
    });

    it('pressed in the channel, the announcement leads to the first value, and the answer is saved', async () => {
      await chat.open('Tool library - General');
      await press(announcement(), en.common.readAndRate);
      const value = chat.card(`value 1 of ${String(values.length)}`);
      await value.waitFor();
      assert.equal(await value.getByRole('radio', { checked: true }).count(), 0, 'the preview kept nothing');

      await choose(value, en.scale.unclear);
      await press(value, en.ballot.save);

      await chat.card(`Saved. Value 1, ${values[0]}: ${en.scale.unclear}.`).waitFor();
      await chat.card(`value 2 of ${String(values.length)}`).waitFor();
    });

    it('words in the channel, after a mention, are answered without anybody’s answer', async () => {
      await chat.mention(`rate ${charter} 2 5`);

      await chat.card('Your answer to value 2 is saved.').waitFor();
    });

    it('results are hidden from a facilitator too while the draft is open', async () => {
      await colleaguesRate(dev, charter, values.length);
      await chat.open('Personal Chat');

      await read(await chat.say(`results ${charter} ${String(posts.number)}`), en.results.notYet);
    });

    it('closed after a question, it shows the whole distribution', async () => {
      const question = await chat.say(`close ${charter}`);
      await press(question, en.confirm.close.button);
      await chat.card(en.notice.closedNow).waitFor();

      const results = await chat.say(`results ${charter}`);

      await read(results, /\d of 6 answers \(\d+%\)/);
      for (const value of values) await read(results, value);
    });

    it('the card that announced it says that it is closed, and leads to the results', async () => {
      await chat.open('Repair evening');
      const card = announcement();
      await read(card, en.announcement.states.closed);

      await press(card, en.common.results);

      await chat.card(en.results.title, values[0]).waitFor();
    });

    it('nothing went wrong on the way', () => {
      assert.doesNotMatch(dev.output(), /"level"/);
    });

    /** The card on which members are told of the draft; not the one of the preview. */
    function announcement(): Locator {
      return chat.card('This came because', `Draft ${String(posts.number)} of ${charter}`);
    }

    async function paste(post: string): Promise<Locator> {
      const form = await chat.say('new draft');
      await form.getByLabel(en.newDraft.source).fill(post);
      await form.getByLabel(en.newDraft.name).fill(charter);
      await press(form, en.newDraft.read);
      const preview = chat.card(en.preview.effect);
      await preview.waitFor();
      return preview;
    }

    async function forEachPlace(look: () => Promise<void>): Promise<void> {
      for (const place of everywhere) {
        await chat.open(place);
        await look();
      }
    }
  });
}

async function choose(card: Locator, answer: string): Promise<void> {
  await card.getByRole('radio', { name: answer, exact: true }).click();
}

async function read(card: Locator, text: string | RegExp): Promise<void> {
  await card.filter({ hasText: text }).waitFor();
}
