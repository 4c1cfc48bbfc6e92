import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';

import { en } from '../../src/words/en.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { openChat, press, type Chat } from './chat.js';
import { startedDev, type RunningDev } from './dev-process.js';
import { tools } from './posts.js';

const chromium = findChromium();
const { charter } = tools;
const slip = tools.draft.replace('what stands idle', 'what stnads idle');

// Where there is none, story.test.ts says so.
if (chromium !== undefined) {
  describe('In a browser, announcements', function () {
    this.timeout(30_000);
    let folder: string;
    let dev: RunningDev;
    let browser: Browser;
    let chat: Chat;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
      [dev, browser] = await Promise.all([startedDev(folder), launchChromium(chromium)]);
      chat = await openChat(browser, dev.chat);
      await press(chat.card(en.welcome.title), en.common.subscribe);
      for (const place of ['Tool library - General', 'Repair evening'] as const) {
        await chat.open(place);
        await chat.card(en.welcome.title).waitFor();
      }
      await chat.open('Personal Chat');
    });

    after(async () => {
      await browser.close();
      dev.signal('SIGTERM');
      await dev.ended;
      await rm(folder, { recursive: true });
    });

    it('the deliveries card adds up to the last place', async () => {
      const form = await chat.say('new draft');
      await form.getByLabel(en.newDraft.source).fill(slip);
      await form.getByLabel(en.newDraft.name).fill(charter);
      await press(form, en.newDraft.read);
      await press(chat.card(en.preview.effect), en.preview.publish);
      await announcementHere().waitFor();

      const deliveries = await chat.say(`deliveries ${charter}`);

      await press(deliveries, en.deliveries.refresh);
      await chat.card(/All 3 places were reached\./, /Sent\s*3\s*In all\s*3 places/).waitFor();
    });

    it('a correction is seen on the cards already posted, and nothing is posted anew', async () => {
      const form = await chat.say(`correct ${charter}`);
      const text = form.getByLabel(en.newDraft.source);
      assert.match(await text.inputValue(), /what stnads idle/, 'the published text is in the form');
      await text.fill(tools.draft);
      await press(form, en.newDraft.correct.read);
      await press(chat.card(en.correction.effect), en.correction.button);
      await chat.card(en.notice.corrected).waitFor();

      for (const place of ['Tool library - General', 'Repair evening', 'Personal Chat'] as const) {
        await chat.open(place);
        await announcementHere('Corrected on', /“.*stnads.*” now reads “.*stands.*”/).waitFor();
        assert.equal(await allAnnouncementsHere().count(), 1, place);
      }
    });

    it('a place is paused in one tap, and goes on in one', async () => {
      await press(await chat.say('settings'), en.settings.week);
      await chat.card(/Nothing comes here of our own accord until/).waitFor();

      const settings = await chat.say('pause');
      await settings.filter({ hasText: /This is paused until/ }).waitFor();
      await press(settings, en.settings.resume);

      await chat.card(en.notice.resumed.personal).waitFor();
    });

    it('quiet hours are set on the card, and said in words', async () => {
      const settings = await chat.say('quiet');
      await settings.getByLabel(en.settings.quietFrom).fill('21:30');
      await settings.getByLabel(en.settings.quietUntil).fill('07:15');
      await press(settings, en.settings.setQuiet);
      await chat.card(/21:30/, /7:15/).waitFor();

      await (await chat.say('quiet 20:00-8:00')).filter({ hasText: /20:00/ }).waitFor();
      await press(await chat.say('quiet'), en.settings.endQuiet);

      await (await chat.say('settings')).filter({ hasText: en.settings.quietOff }).waitFor();
    });

    it('withdrawn after a question, the posted cards say so and cannot be rated on', async () => {
      await press(await chat.say(`withdraw ${charter}`), en.confirm.withdraw.button);
      await chat.card(en.notice.withdrawnNow).waitFor();

      await chat.open('Tool library - General');
      const card = announcementHere(en.announcement.states.withdrawn);
      await card.waitFor();
      assert.equal(await card.getByRole('button', { name: en.common.readAndRate }).count(), 0);
    });

    it('nothing went wrong on the way', () => {
      assert.doesNotMatch(dev.output(), /"level"/);
    });

    /** The card on which the place that is open was told of the draft. */
    function announcementHere(...texts: readonly (string | RegExp)[]): Locator {
      return chat.card('This came because', `Draft ${String(tools.number)} of ${charter}`, ...texts);
    }

    function allAnnouncementsHere(): Locator {
      return chat.page
        .locator('.ac-adaptiveCard')
        .filter({ hasText: 'This came because' })
        .filter({ hasText: `Draft ${String(tools.number)} of ${charter}` })
        .filter({ hasNotText: en.common.preview });
    }
  });
}
