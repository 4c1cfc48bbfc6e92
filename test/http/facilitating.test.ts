import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { facilitators } from '../../src/app/ports.js';
import { ada, bento, chiara } from '../support/cast.js';
import { channel, personalChat } from '../support/places.js';
import { buttonsOf, cardOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { buttonTitle } from './button-title.js';
import { gardenPost, gardenTitles } from './garden-post.js';

const mine = personalChat(ada);
const general = channel('General');
const garden = 'garden' as never;

describe('After a draft was published', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
    await stage.teams.deliver(stage.activities.installation(ada, general, 'add'));
    await publish(gardenPost());
    await stage.connector.waitFor(isPosted);
  });
  afterEach(() => stage.stop());

  const publish = async (post: string): Promise<void> => {
    await stage.say(ada, mine, `new draft garden\n${post}`);
    assert.match(textOf((await stage.say(ada, mine, 'publish garden'))[0]!), /Published/);
  };
  const say = async (text: string): Promise<Card> => {
    const [card, ...others] = await stage.say(ada, mine, text);
    assert.deepEqual(others, []);
    return card!;
  };
  const latest = () => stage.bot.ports.drafts.latest(garden);
  const edited = async (): Promise<Card> => cardOf(await stage.connector.waitFor(isEdited));

  it('a slip is put right on the card that was posted, with the answers as they were', async () => {
    await stage.say(bento, personalChat(bento), 'rate garden 2 4');
    const form = await say('correct garden');
    const source = gardenPost().replace('one barrow of compost', 'one barow of compost');
    const question = await stage.press(ada, mine, form, buttonTitle(form, 'propose-correction'), { source });
    assert.match(textOf(question), /barow/);
    assert.deepEqual((await latest())?.corrections, []);

    const done = await stage.press(ada, mine, question, buttonTitle(question, 'apply-correction'));

    assert.match(textOf(done), /Corrected/);
    assert.match(textOf(await edited()), /“barrow” now reads “barow”/);
    assert.equal((await latest())?.corrections.length, 1);
    const answers = await stage.say(bento, personalChat(bento), 'answers garden');
    assert.match(textOf(answers[0]!), /Resonates strongly/);
  });

  it('more than a slip is refused, and the text stays in the form', async () => {
    const form = await say('correct garden');
    const source = gardenPost({ values: gardenTitles.slice(1) });
    const before = stage.connector.calls.length;

    const again = await stage.press(ada, mine, form, buttonTitle(form, 'propose-correction'), { source });

    assert.ok(JSON.stringify(again).includes('Leave the soil better'));
    await stage.connector.waitForAll(before + 1, ({ activity }) => activity !== undefined);
    assert.match(textOf(cardOf(stage.connector.calls.at(-1)!)), /more than a slip/);
    assert.equal((await latest())?.values.length, gardenTitles.length);
  });

  it('it is withdrawn after a question, and its card says so', async () => {
    const question = await say('withdraw garden');
    assert.equal((await latest())?.state, 'open');

    await stage.press(ada, mine, question, buttonTitle(question, 'withdraw'));

    assert.equal((await latest())?.state, 'withdrawn');
    assert.match(textOf(await edited()), /withdrawn/);
  });

  it('it is closed, opened again and told of, and its results are hidden meanwhile', async () => {
    await say('close garden yes');
    const question = await say('reopen garden');
    await stage.press(ada, mine, question, 'Open it and tell everybody');

    assert.equal((await latest())?.state, 'open');
    const posted = await stage.connector.waitForAll(2, isPosted);
    assert.match(textOf(cardOf(posted[1]!)), /open again/);
    assert.doesNotMatch(textOf(await say('results garden')), /\d+ %/);
  });

  it('it is closed by itself at its time, which cards show before', async () => {
    const [year, month, day] = inDays(30);
    await say(`close garden ${year}-${month}-${day} 17:00`);
    assert.match(textOf(await edited()), /Open until/);
    assert.match(textOf(await say('status')), /It closes on/);
    assert.match(textOf(await say('planned garden')), /closes on/);
    const { appointments } = stage.bot.ports;
    const [reminder, closing] = await appointments.of(garden);
    assert.equal(reminder?.kind, 'remind');
    assert.equal(closing?.kind, 'close');

    await appointments.make({ ...closing, at: new Date().toISOString() });

    await stage.connector.waitFor(
      (call) => isEdited(call) && buttonsOf(cardOf(call)).some(({ verb }) => verb === 'results'),
    );
    assert.equal((await latest())?.state, 'closed');
    assert.deepEqual(await appointments.of(garden), []);
  });

  it('those in personal chats who have not finished are reminded, and nobody else', async () => {
    await stage.say(bento, personalChat(bento), 'subscribe');
    await stage.say(chiara, personalChat(chiara), 'subscribe');
    for (const position of gardenTitles.keys())
      await stage.say(chiara, personalChat(chiara), `rate garden ${String(position + 1)} 4`);
    const question = await say('remind garden');
    const before = stage.connector.calls.filter(isPosted).length;

    await stage.press(ada, mine, question, buttonTitle(question, 'remind'));
    await stage.press(ada, mine, question, buttonTitle(question, 'remind'));

    const posted = await stage.connector.waitForAll(before + 1, isPosted);
    assert.equal(posted.at(-1)?.conversation, personalChat(bento).id);
    const [reminder] = await stage.bot.ports.announcements.latest({ charter: garden, limit: 1 });
    const { ports } = stage.bot;
    let report = await ports.announcements.report(reminder!.id);
    while (report.waiting + report.sending > 0) {
      await nextTurn();
      report = await ports.announcements.report(reminder!.id);
    }
    assert.deepEqual([report.intended, report.sent, report.skipped], [2, 1, { 'not-needed': 1 }]);
  });

  it('the next one is published by itself, and tells that it replaces the first', async () => {
    const [year, month, day] = inDays(30);
    await stage.say(ada, mine, `new draft garden\n${gardenPost({ values: ['Dance in summer'] })}`);
    await say(`publish garden ${year}-${month}-${day} 9:00`);
    const { appointments } = stage.bot.ports;
    const [planned] = await appointments.of(garden);
    assert.equal((await latest())?.number, 1);

    await appointments.make({ ...planned!, at: new Date().toISOString() });

    const posted = await stage.connector.waitForAll(2, isPosted);
    assert.match(textOf(cardOf(posted[1]!)), /Dance in summer/);
    assert.equal((await latest())?.number, 2);
    assert.deepEqual(await stage.bot.ports.workingCopies.of(facilitators), []);
  });
});

function isEdited({ operation }: { operation: string }): boolean {
  return operation === 'update';
}

/** On the bot's own account, not as an answer. */
function isPosted({ operation, activity }: { operation: string; activity?: unknown }): boolean {
  return (operation === 'send' || operation === 'create') && activity !== undefined;
}

function inDays(days: number): readonly string[] {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
}
