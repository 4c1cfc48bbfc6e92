import type { Locator } from 'playwright-core';

import { en } from '../../src/words/en.js';
import { pick, press } from './chat.js';
import { colleaguesConsent, colleaguesRate } from './colleagues.js';
import { codeOn, waitingWith } from './comment-cards.js';
import { take, takePage, type Walk } from './pictures.js';

const charter = 'tool-library';
const { adoption, feedback, people, revision } = en;
const said = 'People who cannot hold a plane show us other things, and the value leaves them out.';
const objection = 'It leaves out whoever cannot come in the evening.';

/** What was said of the example’s open draft, in themes, with an answer that nobody reads yet. */
export async function takeThemes(walk: Walk): Promise<string> {
  const { chat, dev } = walk;
  for (const position of [1, 2, 3, 4, 5]) await chat.say(`rate ${String(position)} 4`);
  await colleaguesRate(dev, charter, 5);
  const sent = await chat.say(`comment 2 meaning: ${said}`);
  const code = await codeOn(sent);
  await press(await waitingWith(chat, said), en.comments.moderation.publish);
  await take(walk, 'themes-none', await chat.say('themes'));
  await press(chat.card(feedback.themes.title), feedback.themes.new);
  const form = chat.card(feedback.form.new);
  await take(walk, 'theme-form', form);
  await form.getByRole('checkbox', { name: /leaves them out/ }).click();
  await press(form, feedback.form.save);
  const untitled = chat.card(feedback.form.problems.untitled);
  await take(walk, 'theme-form-untitled', untitled);
  await untitled.getByLabel(/^What was said, in one line/).fill('Teaching without holding the tool');
  await press(untitled, feedback.form.save);
  await chat.card('Theme 1 is there').waitFor();
  await take(walk, 'outside-form', await chat.say('outside'));
  await chat.say('outside meeting 12 2026-01-15 Autumn meeting: Most would like shorter titles.');
  await take(walk, 'themes', chat.card(feedback.themes.title, feedback.themes.just.outsideKept));
  await take(walk, 'answer-form', await chat.say('answer theme 1'));
  await chat.say('answer theme 1 done: The value names them now.');
  await take(walk, 'theme-answered', chat.card('The answer to theme 1 is kept'));
  await take(walk, 'receipt-in-theme', await chat.say(`receipt ${code}`));
  return code;
}

/** From the working copy to what a member is asked again. */
export async function takeRevision(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'working-copy-begun', await chat.say(`revise ${charter}`));
  const form = await chat.say('edit 2');
  await take(walk, 'value-form', form);
  await chat.say('edit 2: Learn and teach by doing');
  await form.getByLabel(/^Text, in Markdown/).fill('We show each other, with hands or with words.');
  await press(form, revision.form.save);
  const contested = chat.card(revision.form.theirsNow);
  await take(walk, 'value-form-contested', contested);
  await contested.getByLabel(revision.form.valueTitle, { exact: true }).fill('Learn and teach by doing');
  await press(contested, revision.form.takeMine);
  await take(
    walk,
    'working-copy',
    chat.card('The next draft of tool-library', 'another title, another text'),
  );
  await take(walk, 'remove-value', await chat.say('remove value 5'));
  await chat.say('edit 1: Share what  we have!');
  await take(walk, 'matching', await chat.say(`matching ${charter}`));
  const matching = chat.card('What changes beside draft 2');
  await pick(matching, revision.matching.pick, '2. Learn and teach by doing');
  await press(matching, revision.matching.open);
  await take(walk, 'change-form', chat.card('Found: another title, another text.'));
  await chat.say('declare 2 clearer themes 1: Some of us teach without holding the tool.');
  await take(walk, 'change-declared', chat.card(revision.change.saved));
  await chat.say('declare 1 spelling: A mark at the end.');
  await take(walk, 'preview-revised', await chat.say(`preview ${charter}`));
  await press(chat.card(en.preview.effect), en.preview.publish);
  await chat.card(/Published\./).waitFor();
  await take(walk, 'announcement-revised', chat.card(/Since draft 2:/));
  await take(walk, 'changes', await chat.say('changes'));
  await takePage(walk, 'changes-page', chat.card('From draft 2 to draft 3'), revision.changes.page);
  await take(walk, 'value-changed', await chat.say('rate 2'));
  await take(walk, 'value-carried', await chat.say('rate 3'));
  await take(walk, 'value-in-spelling', await chat.say('rate 1'));
  await take(walk, 'dispute', await chat.say('dispute 1'));
  await take(walk, 'answers-carried', await chat.say('answers'));
  await take(walk, 'disputed', await chat.say('dispute 1 yes'));
}

/** What was told, to whom. */
export async function takeAnswers(walk: Walk, code: string): Promise<void> {
  const { chat } = walk;
  await take(walk, 'tell-answers', await chat.say('tell answers'));
  await press(chat.card(feedback.ask.tell.title), feedback.ask.tell.button);
  await chat.card(/Told: one answer\./).waitFor();
  await take(walk, 'announcement-answered', chat.card(feedback.announcement.title));
  await take(walk, 'receipt-answered', await chat.say(`receipt ${code}`));
  await take(walk, 'theme', await chat.say('theme 1'));
  await take(walk, 'feedback', await chat.say('feedback'));
  await takePage(walk, 'feedback-page', chat.card(feedback.intro), en.process.address);
}

/** Who facilitates, what waits, what is entered, and what may leave for the community’s own pages. */
export async function takePeople(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'facilitators', await chat.say('facilitators'));
  await take(walk, 'invitation', await chat.say('invite'));
  await take(walk, 'accept-invitation', await chat.say('accept'));
  await take(walk, 'approvals', await chat.say('approvals'));
  await take(walk, 'ledger', await chat.say('ledger'));
  await take(walk, 'delete-charter', await chat.say(`delete ${charter}`));
  await take(walk, 'blog', await chat.say('blog'));
  await chat.say('rules least 6');
  await take(walk, 'terms-changed', chat.card(people.terms.lead));
}

/** From the proposal to the outcome. */
export async function takeAdoption(walk: Walk): Promise<void> {
  const { chat, dev } = walk;
  await chat.say(`close ${charter} yes`);
  await take(walk, 'open-consent', await chat.say(`open consent ${charter}`));
  await press(chat.card(/^Propose draft 3/), adoption.confirm['open-consent'].button);
  await take(walk, 'consent-opened', chat.card(/Draft 3 is proposed for adoption/));
  await take(walk, 'announcement-consent', chat.card(adoption.announced.consent));
  await take(walk, 'consent', await chat.say('consent'));
  await press(chat.card(adoption.consent.ask), adoption.consent.send);
  await take(walk, 'consent-nothing-chosen', chat.card(adoption.consent.problems.nothingChosen));
  await take(walk, 'consent-objected', await chat.say(`consent object 4: ${objection}`));
  await press(await waitingWith(chat, objection), en.comments.moderation.publish);
  await chat.card(en.comments.moderation.just.published).waitFor();
  await take(walk, 'objections', await chat.say('objections'));
  await colleaguesConsent(dev, charter);
  await take(walk, 'end-consent', await chat.say(`end consent ${charter}`));
  await press(chat.card(/^End the round/), adoption.confirm['end-consent'].button);
  await chat.card(adoption.notice['consent-ended']).waitFor();
  await take(walk, 'consent-over', await chat.say('consent'));
  const form = await chat.say(`adopt ${charter}`);
  await take(walk, 'adopt-form', form);
  await form.getByLabel(/^What else will be done/).fill('Write it on the wall; the crew; 2090-02-01');
  await press(form, adoption.adopt.next);
  await take(walk, 'adopt-summary', chat.card('Adopt draft 3 now?'));
  await press(chat.card('Adopt draft 3 now?'), adoption.record.button);
  await take(walk, 'adopted', chat.card(/Draft 3 is adopted and recorded/));
  await take(walk, 'announcement-adopted', adoptedCard(walk));
  await take(walk, 'outcome', await chat.say('outcome'));
  await takePage(walk, 'outcome-page', chat.card(adoption.outcome.title), adoption.outcome.page);
  await take(walk, 'follow-up', await chat.say('follow up'));
  await take(walk, 'planned-review', await chat.say('planned'));
}

function adoptedCard({ chat }: Walk): Locator {
  return chat.card('Draft 3 of tool-library, adopted', 'This came because');
}
