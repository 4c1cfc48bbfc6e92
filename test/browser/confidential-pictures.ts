import type { Locator } from 'playwright-core';

import { en } from '../../src/words/en.js';
import { pick, press } from './chat.js';
import { codeOn, waitingWith } from './comment-cards.js';
import { take, takePage, type Walk } from './pictures.js';

const { form, list, moderation, receipt } = en.comments;

/** Comments from the form to the appeal, on the open draft of the example. */
export async function takeComments(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'policy', await chat.say('policy'));
  const writing = await chat.say('comment 5');
  await take(walk, 'comment-form', writing);
  await press(writing, form.policy);
  await take(walk, 'comment-form-policy', writing);
  await writing.getByLabel(/Your comment, up to/).fill('Ask Megan Bowen, she mended the pump twice.');
  await press(writing, form.send);
  await take(walk, 'comment-unsorted', chat.card(form.problems.unsorted));
  await chooseSort(chat.card(form.title), en.comments.choices.example);
  await press(chat.card(form.title), form.send);
  await take(walk, 'comment-names-person', chat.card(form.problems.namesPerson));
  await press(chat.card(form.problems.namesPerson), form.sendForReview);
  await take(walk, 'comment-sent', chat.card(en.comments.sent.title));
  const code = await codeOn(chat.card(en.comments.sent.title));
  await take(walk, 'comment-missing', await chat.say('missing'));
  await take(walk, 'comments-value', await chat.say('comments 5'));
  await take(walk, 'comments-whole', await chat.say('comments'));
  await take(walk, 'comments-none', await chat.say('comments 2'));
  await takeModeration(walk);
  await takeReceipt(walk, code);
}

async function takeModeration(walk: Walk): Promise<void> {
  const { chat } = walk;
  const near = await waitingWith(chat, 'ground floor');
  await take(walk, 'moderation-near', near);
  await press(near, moderation.merge);
  await take(walk, 'moderation-merged', chat.card(moderation.just.merged));
  await press(await waitingWith(chat, 'ground floor'), moderation.publish);
  await take(walk, 'moderation-published', chat.card(moderation.just.published));
  await press(await waitingWith(chat, 'Megan'), moderation.hide);
  const asking = chat.card(moderation.reasonMissing);
  await take(walk, 'moderation-reason-missing', asking);
  await pick(asking, moderation.reason, en.comments.reasonNames['names-person']);
  await press(asking, moderation.hide);
  await take(walk, 'moderation-empty', chat.card(moderation.just.hidden));
}

async function takeReceipt(walk: Walk, code: string): Promise<void> {
  const { chat } = walk;
  await take(walk, 'receipt-form', await chat.say('receipt'));
  await take(walk, 'receipt-unknown', await chat.say('receipt 0000-0000-0000'));
  const hidden = await chat.say(`receipt ${code}`);
  await take(walk, 'receipt-hidden', hidden);
  await hidden.getByLabel(receipt.appeal.label).fill('She asked me to say so.');
  await press(hidden, receipt.appeal.send);
  await take(walk, 'receipt-appealed', chat.card(receipt.appealed));
  await take(walk, 'moderation-appeal', await chat.say('moderation'));
  await press(chat.card(moderation.grant), moderation.grant);
  await take(walk, 'moderation-granted', chat.card(moderation.just['appeal-granted']));
  await take(walk, 'receipt-granted', await chat.say(`receipt ${code}`));
  await take(walk, 'policy-counted', await chat.say('policy'));
  await take(walk, 'comments-voting', await voted(walk));
}

async function voted({ chat }: Walk): Promise<Locator> {
  const comments = await chat.say('comments 5');
  await pick(comments, /comment 1\?/, en.comments.votes.agree);
  await press(comments, 'Save for 1');
  return chat.card(list.title, /You said: I agree/);
}

/** How the process works, who can see what, and what a member says of their taking part. */
export async function takeTerms(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'privacy', await chat.say('privacy'));
  await take(walk, 'process', await chat.say('process'));
  await take(walk, 'rules', await chat.say('rules'));
  await take(walk, 'rules-changed', await chat.say('rules least 6'));
  await take(walk, 'rules-refused', await chat.say('rules least 5'));
  await take(walk, 'rules-unreadable', await chat.say('rules least many'));
  await take(walk, 'rules-confidential', await chat.say('rules confidential off'));
  await take(walk, 'process-records', await chat.say('process'));
  await take(walk, 'group', await chat.say('group'));
  await take(walk, 'group-chosen', await chat.say('group Garden'));
  await take(walk, 'group-unknown', await chat.say('group Kitchen'));
}

export async function takeOwnData(walk: Walk): Promise<void> {
  const { chat } = walk;
  await take(walk, 'my-data', await chat.say('my data'));
  await take(walk, 'forget-me', await chat.say('forget me'));
}

/** The page that the results card leads to: wide, on a phone, dark, and on paper. */
export async function takeResultsPage(walk: Walk): Promise<void> {
  const { chat } = walk;
  const results = await chat.say('results tool-library 1');
  await takePage(walk, 'results-page', results, en.results.address);
}

/** The end of the example's process; nothing of it is open any more. */
export async function takeSealing(walk: Walk): Promise<void> {
  const { chat } = walk;
  // It was stopped before, to show that.
  await chat.say('subscribe');
  await take(walk, 'seal', await chat.say('seal tool-library'));
  await take(walk, 'sealed', await chat.say('seal tool-library yes'));
  await chat.open('Tool library - General');
  await take(walk, 'sealed-announcement', chat.card(en.announcement.sealedNext));
  await chat.open('Personal Chat');
  await take(walk, 'sealed-process', await chat.say('process tool-library'));
  await take(walk, 'sealed-privacy', await chat.say('privacy tool-library'));
  await take(walk, 'sealed-results', await chat.say('results tool-library 1'));
  await take(walk, 'sealed-comment', await chat.say('comment tool-library 1 wording: Something more.'));
  await take(walk, 'sealed-values', await chat.say('values tool-library'));
  await take(walk, 'sealed-my-data', await chat.say('my data'));
  await take(walk, 'sealed-forget-me', await chat.say('forget me'));
  await take(walk, 'forgotten', await chat.say('forget me yes'));
}

async function chooseSort(card: Locator, sort: string): Promise<void> {
  await card.getByRole('radio', { name: sort, exact: true }).click();
}
