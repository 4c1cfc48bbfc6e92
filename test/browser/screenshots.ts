import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { en } from '../../src/words/en.js';
import { openChat, press } from './chat.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { colleaguesRate } from './colleagues.js';
import {
  takeComments,
  takeOwnData,
  takeResultsPage,
  takeSealing,
  takeTerms,
} from './confidential-pictures.js';
import { startedDevOnKnownPort } from './dev-process.js';
import { folder, take, type Walk } from './pictures.js';
import { coop, tools, type Posts } from './posts.js';
import { takeAdoption, takeAnswers, takePeople, takeRevision, takeThemes } from './revision-pictures.js';

/** Pictures of every card as the Playground draws it; it has one theme and one language. */
async function main(): Promise<void> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('there is no Chromium; CHROMIUM_PATH names one');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const taken = await inFreshDev(executable, walk, 0);
  await inFreshDev(executable, walkRevision, taken);
  process.stdout.write(`The pictures are in ${folder}\n`);
}

/** Each walk begins with the example as it is delivered; how many pictures there are now. */
async function inFreshDev(
  executable: string,
  tell: (walk: Walk) => Promise<void>,
  taken: number,
): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'touchstone-'));
  const [dev, browser] = await Promise.all([startedDevOnKnownPort(data), launchChromium(executable)]);
  try {
    const walk = { chat: await openChat(browser, dev.chat, { height: 4000 }), dev, taken };
    await tell(walk);
    return walk.taken;
  } finally {
    dev.signal('SIGTERM');
    await Promise.all([browser.close(), dev.ended]);
    await rm(data, { recursive: true });
  }
}

/** From the welcome to the results, past every card. */
async function walk(walk: Walk): Promise<void> {
  await takeArrival(walk);
  await takeRating(walk);
  await takeComments(walk);
  await takeTerms(walk);
  await takeOwnData(walk);
  for (const posts of [tools, coop]) if (posts !== undefined) await takeProcess(walk, posts);
  await takeTrusted(walk);
  await takeNotices(walk);
  await takeResultsPage(walk);
  await takeSealing(walk);
}

/** From a second draft to a third, and to its adoption. */
async function walkRevision(walk: Walk): Promise<void> {
  const { chat } = walk;
  await press(chat.card(en.welcome.title), en.common.subscribe);
  await chat.card(/you hear of new drafts here/).waitFor();
  const code = await takeThemes(walk);
  await takeRevision(walk);
  await takeAnswers(walk, code);
  await takePeople(walk);
  await takeAdoption(walk);
}

async function takeArrival(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'welcome-personal', chat.card(en.welcome.title));
  await press(chat.card(en.welcome.title), en.common.subscribe);
  await take(walk, 'subscribed', chat.card(/./));
  await chat.open('Tool library - General');
  await take(walk, 'welcome-channel', chat.card(en.welcome.title));
  await chat.mention('help');
  await take(walk, 'help-channel', chat.card(en.help.title));
  await chat.mention('values');
  await take(walk, 'values-channel', chat.card(en.charter.list));
  await chat.open('Repair evening');
  await take(walk, 'welcome-group', chat.card(en.welcome.title));
  await chat.open('Personal Chat');
}

async function takeRating(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'help', await chat.say('help'));
  await take(walk, 'status', await chat.say('status'));
  await take(walk, 'values', await chat.say('values'));
  await take(walk, 'value', await chat.say('rate 1'));
  await take(walk, 'decline', await chat.say('decline'));
  const value = await chat.say('rate 1');
  await press(value, /\(3\)/);
  await take(walk, 'value-considerations', value);
  await press(value, en.ballot.save);
  await take(walk, 'value-nothing-chosen', value);
  await value.getByRole('radio', { name: en.scale['4'], exact: true }).click();
  await press(value, en.ballot.save);
  await chat.card('value 2 of 5').waitFor();
  await take(walk, 'value-saved', chat.card(/./));
  await take(walk, 'value-rated-in-words', await chat.say('rate 2 unclear'));
  await take(walk, 'value-withdrawn', await chat.say('rate 2 withdraw'));
  await take(walk, 'value-answered-before', await chat.say('rate 1'));
  await take(walk, 'answers', await chat.say('answers'));
  await take(walk, 'considerations', await chat.say('considerations'));
  await take(walk, 'background', await chat.say('background'));
  await take(walk, 'results-of-example', await chat.say('results 1'));
  await take(walk, 'results-not-yet', await chat.say('results 2'));
  for (const position of [3, 4, 5]) await chat.say(`rate ${String(position)} 4`);
  await chat.say('rate 2 2');
  await take(walk, 'answers-all', await chat.say('answers'));
}

async function takeProcess(
  walk: Walk,
  { charter, announcement, draft, number, values }: Posts,
): Promise<void> {
  const { chat, dev } = walk;
  const paste = async (post: string): Promise<void> => {
    const form = await chat.say('new draft');
    await take(walk, `${charter}-new-draft`, form);
    await form.getByLabel(en.newDraft.source).fill(post);
    await form.getByLabel(en.newDraft.name).fill(charter);
    await press(form, en.newDraft.read);
    await chat.card(en.preview.effect).waitFor();
  };
  if (announcement !== undefined) {
    await paste(announcement);
    await take(walk, `${charter}-preview-announcement`, chat.card(en.preview.effect));
    await press(chat.card(en.preview.effect), en.preview.report);
    await take(walk, `${charter}-report-announcement`, chat.card(en.importReport.taken));
    await press(await chat.say(`preview ${charter}`), en.preview.publish);
    await take(walk, `${charter}-announced-notice`, chat.card('The process is announced'));
    await take(walk, `${charter}-announced`, chat.card(en.announcement.next, 'no draft yet'));
  }
  await paste(draft);
  await take(walk, `${charter}-preview`, chat.card(en.preview.effect));
  await take(walk, `${charter}-preview-member`, chat.card(en.common.preview));
  await press(chat.card(en.preview.effect), en.preview.report);
  await take(walk, `${charter}-report`, chat.card(en.importReport.taken));
  const preview = await chat.say(`preview ${charter}`);
  await press(preview, en.preview.publish);
  await take(
    walk,
    `${charter}-published-notice`,
    chat.card('Published', `Draft ${String(number)} of ${charter}`),
  );
  await chat.open('Tool library - General');
  const announced = chat.card(en.announcement.ask, values[0]);
  await take(walk, `${charter}-announcement-channel`, announced);
  await press(announced, en.common.readAndRate);
  await take(walk, `${charter}-value-channel`, chat.card(en.scale.question, values[0]));
  await chat.open('Personal Chat');
  for (const [index] of values.entries()) {
    await take(
      walk,
      `${charter}-value-${String(index + 1)}`,
      await chat.say(`rate ${charter} ${String(index + 1)}`),
    );
  }
  await take(walk, `${charter}-deliveries`, await chat.say(`deliveries ${charter}`));
  await colleaguesRate(dev, charter, values.length);
  const question = await chat.say(`close ${charter}`);
  await take(walk, `${charter}-close`, question);
  await press(question, en.confirm.close.button);
  await take(walk, `${charter}-closed`, chat.card(en.notice.closedNow));
  await take(walk, `${charter}-results`, await chat.say(`results ${charter}`));
  await take(walk, `${charter}-values-closed`, await chat.say(`values ${charter}`));
}

/** What comes here and when; a draft that is planned, corrected, closed, opened again and withdrawn. */
async function takeTrusted(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'settings', await chat.say('settings'));
  await take(walk, 'quiet-hours', await chat.say('quiet 20:00-8:00'));
  await take(walk, 'paused', await chat.say('pause 2 weeks'));
  await take(walk, 'settings-paused', await chat.say('settings'));
  await take(walk, 'resumed', await chat.say('resume'));
  await chat.say('quiet off');
  await chat.open('Repair evening');
  await chat.mention('settings');
  await take(walk, 'settings-group', chat.card(en.settings.title));
  await chat.open('Personal Chat');
  await chat.say('new draft tool-library');
  const form = chat.card(en.newDraft.title);
  await form
    .getByLabel(en.newDraft.source)
    .fill(tools.draft.replace('idle', 'ilde').replace('third', 'fourth'));
  await form.getByLabel(en.newDraft.name).fill('tool-library');
  await press(form, en.newDraft.read);
  await take(walk, 'preview-again', chat.card(en.preview.effect));
  await take(walk, 'planned-notice', await chat.say('publish tool-library 2027-03-28 09:00'));
  await take(walk, 'planned', await chat.say('planned tool-library'));
  await take(walk, 'published-again', await chat.say('publish tool-library all'));
  await take(walk, 'close-later', await chat.say('close tool-library 2027-03-28 17:00'));
  await take(walk, 'planned-close', await chat.say('planned tool-library'));
  await take(walk, 'close-question', await chat.say('close tool-library'));
  await take(walk, 'remind-question', await chat.say('remind tool-library'));
  await take(walk, 'reminding', await chat.say('remind tool-library yes'));
  await take(walk, 'reminder', chat.card(en.announcement.reminderLeft));
  const correct = await chat.say('correct tool-library');
  await take(walk, 'correct-form', correct);
  const published = correct.getByLabel(en.newDraft.source);
  await published.fill((await published.inputValue()).replace('ilde', 'idle'));
  await press(correct, en.newDraft.correct.read);
  await take(walk, 'correction', chat.card(en.correction.effect));
  await press(chat.card(en.correction.effect), en.correction.button);
  await take(walk, 'corrected', chat.card(en.notice.corrected));
  await take(walk, 'announcement-corrected', chat.card('Draft 4 of tool-library', 'Corrected on'));
  await take(walk, 'close-now', await chat.say('close tool-library yes'));
  await take(
    walk,
    'announcement-closed',
    chat.card('Draft 4 of tool-library', en.announcement.states.closed),
  );
  await take(walk, 'reopen-question', await chat.say('reopen tool-library'));
  await take(walk, 'reopened', await chat.say('reopen tool-library yes all'));
  await take(walk, 'announcement-reopened', chat.card('Draft 4 of tool-library', en.announcement.reopened));
  await take(walk, 'withdraw-question', await chat.say('withdraw tool-library'));
  await take(walk, 'withdrawn', await chat.say('withdraw tool-library yes'));
  await take(
    walk,
    'announcement-withdrawn',
    chat.card('Draft 4 of tool-library', en.announcement.states.withdrawn),
  );
  await take(walk, 'deliveries-after', await chat.say('deliveries tool-library'));
}

async function takeNotices(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'which-charter', await chat.say('values'));
  await take(walk, 'status-two', await chat.say('status'));
  await take(walk, 'unknown', await chat.say('good morning everybody'));
  await take(walk, 'nearest', await chat.say('reslts'));
  await take(walk, 'no-such-charter', await chat.say('values nowhere'));
  await take(walk, 'no-such-value', await chat.say('rate tool-library 9 4'));
  await take(walk, 'rate-closed', await chat.say('rate tool-library 1 4'));
  await take(walk, 'unsubscribed', await chat.say('unsubscribe'));
  const form = await chat.say('new draft');
  await form.getByLabel(en.newDraft.source).fill('---\ntitle: A: B\n---\n\nNothing else.');
  await form.getByLabel(en.newDraft.name).fill('broken');
  await press(form, en.newDraft.read);
  await take(walk, 'import-refused', chat.card(en.importRefused.title));
}

await main();
