import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Locator } from 'playwright-core';

import { en } from '../../src/words/en.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { openChat, pick, press, type Chat } from './chat.js';
import { colleaguesConsent, colleaguesRate } from './colleagues.js';
import { codeOn, waitingWith } from './comment-cards.js';
import { startedDevOnKnownPort, type RunningDev } from './dev-process.js';

const chromium = findChromium();
const charter = 'tool-library';
const { adoption, feedback, revision } = en;
const written = 'People who cannot hold a plane show us other things, and the value leaves them out.';
const because = 'Some of us teach without holding the tool.';

// Where there is none, story.test.ts says so.
if (chromium !== undefined) {
  describe('In a browser, from a second draft to a third and to its adoption', function () {
    this.timeout(30_000);
    let folder: string;
    let dev: RunningDev;
    let browser: Browser;
    let chat: Chat;
    let code: string;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
      [dev, browser] = await Promise.all([startedDevOnKnownPort(folder), launchChromium(chromium)]);
      chat = await openChat(browser, dev.chat, { height: 1600 });
      await press(chat.card(en.welcome.title), en.common.subscribe);
      await chat.card(/you hear of new drafts here/).waitFor();
      await chat.open('Tool library - General');
      await chat.card(/New drafts are announced in this/).waitFor();
      await chat.open('Personal Chat');
    });

    after(async () => {
      await browser.close();
      dev.signal('SIGTERM');
      await dev.ended;
      await rm(folder, { recursive: true });
    });

    it('members rate a draft, and one says what a value leaves out', async () => {
      for (const position of [1, 2, 3, 4, 5]) await chat.say(`rate ${String(position)} 4`);
      await colleaguesRate(dev, charter, 5);

      const sent = await chat.say(`comment 2 meaning: ${written}`);
      code = await codeOn(sent);
      await press(await waitingWith(chat, written), en.comments.moderation.publish);

      await chat.card(en.comments.moderation.just.published).waitFor();
    });

    it('a facilitator gathers it into a theme and answers it; nobody reads the answer yet', async () => {
      await press(await chat.say('themes'), feedback.themes.new);
      const form = chat.card(feedback.form.new);
      await form.getByLabel(/^What was said, in one line/).fill('Teaching without holding the tool');
      await form.getByRole('checkbox', { name: /leaves them out/ }).click();
      await press(form, feedback.form.save);
      const themes = chat.card(feedback.themes.title, 'Theme 1 is there');
      await themes.waitFor();

      await press(themes, feedback.themes.answer);
      const answer = chat.card('The answer to theme 1');
      await answer.getByRole('radio', { name: feedback.answer.choices.done, exact: true }).click();
      await answer.getByLabel(/^Why, up to/).fill('The value names them now.');
      await press(answer, feedback.answer.save);

      await chat.card('The answer to theme 1 is kept').waitFor();
      await read(await chat.say(`receipt ${code}`), feedback.receipt.unanswered);
    });

    it('“revise” edits one value on a card, and shows what differs', async () => {
      const copy = await chat.say(`revise ${charter}`);
      await pick(copy, revision.copy.pick, '2. Learn by doing');
      await press(copy, revision.copy.edit);
      const form = chat.card(/^[^]*Value 2/, revision.form.valueTitle);
      await form.getByLabel(revision.form.valueTitle, { exact: true }).fill('Learn and teach by doing');
      const text = form.getByLabel(/^Text, in Markdown/);
      await text.fill(`${await text.inputValue()} Whoever explains needs no plane.`);
      await press(form, revision.form.save);

      await read(chat.card(revision.copy.beside.replace('{base}', '2')), 'another title, another text');
    });

    it('the change is declared with its reason and its theme, and one question is foretold', async () => {
      await press(
        chat.card('The next draft of tool-library', 'another title, another text'),
        revision.copy.matching,
      );
      const matching = chat.card('What changes beside draft 2');
      await pick(matching, revision.matching.pick, '2. Learn and teach by doing');
      await press(matching, revision.matching.open);
      const form = chat.card('Found: another title, another text.');
      await form.getByRole('radio', { name: 'Clearer, with the same meaning', exact: true }).click();
      await form.getByLabel(revision.change.why, { exact: true }).fill(because);
      await form.getByRole('checkbox', { name: /Teaching without/ }).click();
      await press(form, revision.change.save);

      await chat.card(revision.change.saved, because).waitFor();
      const all = await chat.say(`matching ${charter}`);
      await read(all, 'Members are asked again about one of 5 values.');
    });

    it('published, it says what changed, and asks about nothing else', async () => {
      const preview = await chat.say(`preview ${charter}`);
      await read(preview, /asked again about one of 5 values/);
      await press(preview, en.preview.publish);
      await chat.card(/Published\./).waitFor();

      const announced = chat.card(/Since draft 2: one title changed, one text changed, 4 values as before\./);
      await read(announced, 'there is one question for you');
      await press(announced, en.common.readAndRate);
      const value = chat.card('Learn and teach by doing', en.scale.question);
      await read(value, /Learn \[\+ and teach \+\] by doing/);
      await read(value, `Why: ${because}`);
      await read(value, 'In draft 2 you answered: Resonates strongly.');
      assert.equal(
        await value.getByRole('radio', { checked: true }).count(),
        0,
        'nothing moved to other words',
      );

      await value.getByRole('radio', { name: en.scale['5'], exact: true }).click();
      await press(value, en.ballot.save);
      await read(await chat.say('answers'), /Resonates strongly \(carried from draft 2\)/);
    });

    it('the answers are told: in the channel, on the receipt, and on one page with what was done', async () => {
      await press(await chat.say('tell answers'), feedback.ask.tell.button);
      await chat.card(/Told: one answer\./).waitFor();

      await read(await chat.say(`receipt ${code}`), 'The value names them now.');
      const card = await chat.say('feedback');
      await read(card, /“Learn by doing” now reads “Learn and teach by doing”/);
      const page = await chat.follow(card, en.process.address);
      const onPage = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      assert.match(onPage, /1\. Teaching without holding the tool/);
      assert.match(onPage, /The value names them now\./);
      await page.close();
      await chat.open('Tool library - General');
      await chat.card(feedback.announcement.title, 'The value names them now.').waitFor();
      await chat.open('Personal Chat');
    });

    it('closed, it is proposed, and each member says what they think', async () => {
      await press(await chat.say(`close ${charter}`), en.confirm.close.button);
      await chat.card(en.notice.closedNow).waitFor();
      await press(await chat.say(`open consent ${charter}`), adoption.confirm['open-consent'].button);
      await chat.card(/Draft 3 is proposed for adoption/).waitFor();

      const consent = await chat.say('consent');
      await press(consent, adoption.consent.send);
      await chat.card(adoption.consent.problems.nothingChosen).waitFor();
      const again = chat.card(adoption.consent.problems.nothingChosen);
      await again.getByRole('radio', { name: adoption.choices.support, exact: true }).click();
      await press(again, adoption.consent.send);
      await chat.card(/Saved: Support\./).waitFor();
      await colleaguesConsent(dev, charter);
      await press(await chat.say(`end consent ${charter}`), adoption.confirm['end-consent'].button);

      await read(await chat.say('consent'), '5 of us support it, one can live with it, nobody objects.');
    });

    it('adopted, all of it is recorded, and what was posted before leads there', async () => {
      const form = await chat.say(`adopt ${charter}`);
      await form
        .getByLabel(/^What else will be done/)
        .fill('Write it on the wall; the planting circle; 2090-02-01');
      await press(form, adoption.adopt.next);
      const summary = chat.card('Adopt draft 3 now?');
      await read(summary, /Write it on the wall: the planting circle, by 1 February 2090/);
      await press(summary, adoption.record.button);
      await chat.card(/Draft 3 is adopted and recorded/).waitFor();

      const outcome = await chat.say('outcome');
      await read(outcome, /5 of us support it, one can live with it, nobody objects/);
      const page = await chat.follow(outcome, adoption.outcome.page);
      assert.match(await page.locator('main').innerText(), /Learn and teach by doing/);
      await page.close();
      await chat.open('Tool library - General');
      await chat.card('Draft 3 of tool-library, adopted', adoption.notice.outcome).waitFor();
      await chat.open('Personal Chat');
      await read(await chat.say('ledger'), /The ledger/);
    });

    it('nothing went wrong on the way', () => {
      assert.doesNotMatch(dev.output(), /"level"/);
    });
  });
}

/** Waits until it is to be read on the card. */
async function read(card: Locator, text: string | RegExp): Promise<void> {
  await card.filter({ hasText: text }).waitFor();
}
