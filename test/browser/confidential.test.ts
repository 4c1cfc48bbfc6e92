import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';

import { en } from '../../src/words/en.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { openChat, pick, press, type Chat } from './chat.js';
import { codeOn, waitingWith } from './comment-cards.js';
import { startedDevOnKnownPort, type RunningDev } from './dev-process.js';

const chromium = findChromium();
const charter = 'tool-library';
const { comments, process, results } = en;
const privacySentence = /confidential until this process ends,? and anonymous from then on/;
const written = 'The lamp over the bench: we rewired it together, and it has burned every evening since.';

// Where there is none, story.test.ts says so.
if (chromium !== undefined) {
  describe('In a browser, what is said in confidence', function () {
    this.timeout(30_000);
    let folder: string;
    let dev: RunningDev;
    let browser: Browser;
    let chat: Chat;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
      [dev, browser] = await Promise.all([startedDevOnKnownPort(folder), launchChromium(chromium)]);
      chat = await openChat(browser, dev.chat);
      await press(chat.card(en.welcome.title), en.common.subscribe);
      await chat.card(/you hear of new drafts here/).waitFor();
    });

    after(async () => {
      await browser.close();
      dev.signal('SIGTERM');
      await dev.ended;
      await rm(folder, { recursive: true });
    });

    it('who can see what stands on the card until the first answer, and is told in full one tap away', async () => {
      const value = await chat.say('rate 5');
      await value.filter({ hasText: privacySentence }).waitFor();

      await press(value, en.common.whoSees);
      const privacy = chat.card(process.privacy.title);
      await privacy.filter({ hasText: process.privacy.operator.heading }).waitFor();
      await privacy.filter({ hasText: process.privacy.backups.heading }).waitFor();

      const answered = await chat.say('rate 5 4');
      await answered.filter({ hasText: /Saved\. Value 5/ }).waitFor();
      assert.doesNotMatch(await textOf(answered), privacySentence);
    });

    it('a comment is written on the card, reviewed, supported, and asked after with its code', async () => {
      await press(await chat.say('rate 5'), en.common.commentOnValue);
      const form = chat.card(comments.form.title, comments.form.before);
      await form.getByRole('radio', { name: comments.choices.example, exact: true }).click();
      await form.getByLabel(/^Your comment, up to/).fill(written);
      await press(form, comments.form.send);
      const sent = chat.card(comments.sent.title, written);
      await sent.waitFor();
      const code = await codeOn(sent);

      const before = await chat.say(`receipt ${code}`);
      await before.filter({ hasText: comments.receipt.waiting }).waitFor();
      assert.ok(!(await textOf(await chat.say('comments 5'))).includes(written), 'not shown before review');

      const waiting = await waitingWith(chat, written);
      assert.doesNotMatch(await textOf(waiting), /Alex/, 'whoever reviews it is not told who wrote it');
      await press(waiting, comments.moderation.publish);
      await chat.card(comments.moderation.just.published).waitFor();

      const list = await chat.say('comments 5');
      await list.filter({ hasText: written }).waitFor();
      await pick(list, /comment 2\?/, comments.votes.agree);
      await press(list, 'Save for 2');
      const voted = chat.card(comments.list.title, 'You said: I agree.');
      await voted.waitFor();
      assert.match(await textOf(voted), new RegExp(comments.noSupport), 'one vote is not told');

      const after = await chat.say(`receipt ${code}`);
      await after.filter({ hasText: comments.receipt.published }).waitFor();
    });

    it('the results of draft 1 come with words, groups and prompts, and the same numbers stand on the page', async () => {
      const first = await chat.say('results 1');
      await first.filter({ hasText: /Shared: it resonates with most of us/ }).waitFor();
      await first.filter({ hasText: /18 of 22 answers \(82%\)/ }).waitFor();
      await first.filter({ hasText: /Workbench: \d+ of \d+ \(\d+%\)/ }).waitFor();
      await first.filter({ hasText: /too small or too alike to be shown safely: Counter, Garden/ }).waitFor();
      const told = await textOf(first);
      assert.match(told, /Split: it resonates with many of us/);
      assert.ok(told.includes(results.prompts.unclearButton), 'much that was not clear is asked about');
      assert.ok(told.includes(results.prompts.splitButton), 'both sides of a split are asked for');

      const page = await chat.follow(await chat.say('results 1'), results.address);

      const onPage = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      const shares = told.match(/\d+ of \d+ answers \(\d+%\)/g) ?? [];
      const ranges = [...told.matchAll(/that share lies between (\d+%) and (\d+%)/g)];
      assert.equal(shares.length, 4);
      for (const share of shares) assert.ok(onPage.includes(share), `${share} on the page`);
      for (const [, low = '', high = ''] of ranges) {
        assert.ok(onPage.includes(low) && onPage.includes(high), `${low} to ${high} on the page`);
      }
      assert.match(onPage, /Workbench/);
      await page.close();
    });

    it('“process” and “my data” tell everything there is to tell, each to whom it concerns', async () => {
      const how = await chat.say('process');
      await how.filter({ hasText: process.lasting }).waitFor();
      await how.filter({ hasText: /Workbench, Bicycle corner, Garden, Counter/ }).waitFor();
      await how.filter({ hasText: /A comment was hidden/ }).waitFor();

      const refused = await chat.say('rules results interim');
      await refused.filter({ hasText: /Refused, since members were told otherwise/ }).waitFor();
      await (
        await chat.say('process')
      )
        .filter({ hasText: /An attempt to weaken the rules was refused/ })
        .waitFor();

      const mine = await textOf(await chat.say('my data'));
      assert.match(mine, /Mend before we replace: Resonates strongly/);
      assert.ok(mine.includes(written), 'the comment is listed');
    });

    it('sealed, the process says so everywhere, takes nothing more, and finds nobody’s answers', async () => {
      await press(await chat.say(`close ${charter}`), en.confirm.close.button);
      await chat.card(en.notice.closedNow).waitFor();

      await press(await chat.say(`seal ${charter}`), en.confirm.seal.button);

      await chat.card(/The process is sealed: the key is destroyed/).waitFor();
      await chat.card(en.announcement.sealed, 'This came because').waitFor();
      await (await chat.say('process')).filter({ hasText: process.over }).waitFor();
      await (await chat.say('privacy')).filter({ hasText: process.privacy.leadSealed }).waitFor();
      const late = await chat.say('comment 1 wording: One more word.');
      await late.filter({ hasText: en.notice.charterSealed }).waitFor();
      const mine = await textOf(await chat.say('my data'));
      assert.match(mine, /tool-library is sealed/);
      assert.ok(!mine.includes(written), 'nothing leads from the member to the comment');
      await (await chat.say('results 1')).filter({ hasText: /18 of 22 answers \(82%\)/ }).waitFor();
      await (await chat.say('comments 5')).filter({ hasText: written }).waitFor();
    });

    it('nothing went wrong on the way', () => {
      assert.doesNotMatch(dev.output(), /"level"/);
    });
  });
}

async function textOf(card: Locator): Promise<string> {
  return (await card.innerText()).replace(/\s+/g, ' ');
}
