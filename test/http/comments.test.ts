import assert from 'node:assert/strict';

import { ada, bento, chiara, crowd, type CastMember } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { buttonsOf, textOf, type Card, type Inputs } from '../support/touchstone.js';
import { openDraftOn } from './open-draft.js';

const words = 'Say “divided by whoever is hungry”.';
const general = channel('General');

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Comments on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    const say = async (member: CastMember, text: string): Promise<Card> => {
      const [card] = await on.stage.say(member, personalChat(member), text);
      assert.ok(card, text);
      return card;
    };
    const press = (member: CastMember, card: Card, title: string, inputs: Inputs = {}): Promise<Card> =>
      on.stage.press(member, personalChat(member), card, title, inputs);
    const formFor = (member: CastMember, position = 1): Promise<Card> =>
      say(member, `comment ${on.charter} ${String(position)}`);
    const write = async (member: CastMember, changes: Inputs = {}): Promise<Card> =>
      press(member, await formFor(member), 'Send', {
        sort: 'wording',
        text: words,
        signed: 'false',
        ...changes,
      });

    it('are written on the card, reviewed, read, supported, and asked about from another account', async () => {
      const arrived = await write(bento);
      const code = codeOn(arrived);
      assert.match(textOf(arrived), /Somebody reviews it before it is shown/);
      assert.doesNotMatch(textOf(await say(chiara, `comments ${on.charter} 1`)), /whoever is hungry/);

      const queue = await say(ada, `moderation ${on.charter}`);
      assert.match(textOf(queue), /whoever is hungry[^]*Anonymous/);
      assert.doesNotMatch(JSON.stringify(queue), new RegExp(`${bento.name}|${bento.aadObjectId}`));
      assert.match(textOf(await press(ada, queue, 'Show it')), /Shown: all of us can read it now/);

      const list = await say(chiara, `comments ${on.charter} 1`);
      assert.match(textOf(list), /whoever is hungry/);
      const voted = await press(chiara, list, 'Save for 1', { 'vote-1': 'agree' });
      assert.match(textOf(voted), /You said: I agree\./);
      assert.match(textOf(voted), /Too few of us have said/);
      assert.doesNotMatch(textOf(await say(bento, `comments ${on.charter} 1`)), /You said/);

      const receipt = await press(chiara, await say(chiara, 'receipt'), 'Ask', { code: code.toLowerCase() });
      assert.match(textOf(receipt), /It is shown to all of us/);
      assert.match(textOf(receipt), /whoever is hungry/);
    });

    it('do all of that in typed words too', async () => {
      const arrived = await say(bento, `comment ${on.charter} 1 wording: ${words}`);
      const code = codeOn(arrived);

      const mark = markOn(await say(ada, `moderation ${on.charter}`), 'moderation publish');
      assert.match(textOf(await say(ada, `moderation publish ${mark}`)), /Shown: all of us/);
      const list = await say(chiara, `comments ${on.charter} 1`);
      assert.equal(markOn(list, 'support'), mark);
      assert.match(textOf(await say(chiara, `support ${mark} disagree`)), /You said: I disagree\./);

      assert.match(textOf(await say(chiara, `receipt ${code}`)), /It is shown to all of us/);
    });

    it('tell their support once enough of us have said what they think', async () => {
      await write(bento);
      await press(ada, await say(ada, `moderation ${on.charter}`), 'Show it');
      const mark = markOn(await say(chiara, `comments ${on.charter} 1`), 'support');

      for (const member of crowd(5)) await say(member, `support ${mark}`);

      assert.match(
        textOf(await say(chiara, `comments ${on.charter} 1`)),
        /5 agree, nobody disagrees, nobody passes\./,
      );
    });

    it('are hidden with a reason, appealed once with the code, and shown again', async () => {
      const code = codeOn(await write(bento));
      const queue = await say(ada, `moderation ${on.charter}`);
      const asked = await press(ada, queue, 'Hide it', { reason: '' });
      assert.match(textOf(asked), /Please choose why it is to be hidden/);
      assert.match(textOf(await press(ada, asked, 'Hide it', { reason: 'off-topic' })), /Hidden\./);
      assert.match(textOf(await say(chiara, 'policy')), /off topic: 1/);

      const hidden = await say(bento, `receipt ${code}`);
      assert.match(textOf(hidden), /It is hidden, because it is about something else/);
      const appealed = await press(bento, hidden, 'Appeal', { appealText: 'It is about the harvest.' });
      assert.match(textOf(appealed), /Your appeal has arrived/);
      const again = await say(bento, `appeal ${code} And again.`);
      assert.match(textOf(again), /cannot be appealed/);

      const waiting = await say(ada, `moderation ${on.charter}`);
      assert.match(textOf(waiting), /Its author appeals:[^]*It is about the harvest\./);
      await press(ada, waiting, 'Show it again');
      assert.match(textOf(await say(bento, `receipt ${code}`)), /after an appeal it is shown again/);
    });

    it('come back whole when something is missing or too much', async () => {
      const long = `${words} `.repeat(80).trim();

      const unsorted = await write(bento, { sort: '', signed: 'true' });
      const tooLong = await write(bento, { text: long });

      assert.match(textOf(unsorted), /Please choose what it is about/);
      assert.deepEqual(inputsOf(unsorted), { sort: '', text: words, signed: 'true' });
      assert.match(textOf(tooLong), /2,000 fit/);
      assert.deepEqual(inputsOf(tooLong), { sort: 'wording', text: long, signed: 'false' });
    });

    it('that seem to name a person are asked about, and go to review only if their author says so', async () => {
      const text = 'Write to marta@garden.example about it.';

      const asked = await write(bento, { text });
      assert.match(textOf(asked), /This seems to name a person\. Send it for review\?/);
      assert.match(textOf(await say(ada, `moderation ${on.charter}`)), /Nothing waits/);
      const inputs = inputsOf(asked) as Inputs;
      const arrived = await press(bento, asked, 'Send it for review', inputs);

      assert.match(textOf(arrived), /Your comment has arrived/);
      assert.match(textOf(await say(ada, `moderation ${on.charter}`)), /It seems to name a person/);
    });

    it('that name a person can be sent for review in typed words as well', async () => {
      const asked = await say(bento, `comment ${on.charter} 1 wording: Write to marta@garden.example.`);
      assert.match(textOf(asked), /This seems to name a person/);

      const arrived = await say(
        bento,
        `comment ${on.charter} 1 wording review: Write to marta@garden.example.`,
      );

      assert.match(textOf(arrived), /Somebody reviews it before it is shown/);
      assert.match(textOf(await say(ada, `moderation ${on.charter}`)), /One waits\./);
    });

    it('are signed with the name that Teams tells, and only if their author wants that', async () => {
      const signed = await write(bento, { signed: 'true' });
      const anonymous = await say(chiara, `comment ${on.charter} 2 example: Last August nobody counted.`);

      assert.match(textOf(signed), new RegExp(`Signed: ${bento.name}`));
      assert.match(textOf(anonymous), /Anonymous/);
      assert.doesNotMatch(textOf(anonymous), new RegExp(chiara.name));
    });

    it('typed twice, since Teams delivers a slow message again, are one', async () => {
      const typed = on.stage.activities.message(
        bento,
        personalChat(bento),
        `comment ${on.charter} 1 wording: ${words}`,
      );

      await on.stage.teams.deliver(typed);
      await on.stage.teams.deliver(typed);

      assert.match(textOf(await say(ada, `moderation ${on.charter}`)), /One waits\./);
    });

    it('of nearly the same words are merged, and both who said it are counted', async () => {
      const near = 'Say “divided by whoever is hungry today”.';
      await write(bento);
      await write(chiara, { text: near });

      const queue = await say(ada, `moderation ${on.charter}`);
      assert.match(textOf(queue), /Nearly the same/);
      assert.match(textOf(await press(ada, queue, 'Merge')), /Merged\./);
      await press(ada, await say(ada, `moderation ${on.charter}`), 'Show it');

      assert.match(textOf(await say(bento, `comments ${on.charter} 1`)), /said by 2 of us/);
    });

    it('are not taken where everybody could see whose they are, but on a card there they are', async () => {
      const [refused] = await on.stage.say(bento, general, `comment ${on.charter} 1 wording: ${words}`);
      assert.match(textOf(await say(ada, `moderation ${on.charter}`)), /Nothing waits/);
      assert.doesNotMatch(textOf(refused!), /Your receipt/);
      const form = await formFor(bento);

      const inputs = { sort: 'wording', text: words, signed: 'false' };
      const arrived = await on.stage.press(bento, general, form, 'Send', inputs);

      assert.match(textOf(arrived), /Your receipt/);
    });

    it('are reviewed by nobody else', async () => {
      await write(bento);

      const card = await say(chiara, `moderation ${on.charter}`);

      assert.doesNotMatch(textOf(card), /whoever is hungry/);
      assert.ok(!buttonsOf(card).some(({ verb }) => verb === 'moderate'));
    });
  });
}

function codeOn(card: Card): string {
  const [code] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(textOf(card)) ?? [];
  assert.ok(code, textOf(card));
  return code;
}

/** What stands for a comment in the words that a card names. */
function markOn(card: Card, after: string): string {
  const [, mark] = new RegExp(`“${after} ([0-9a-f]{6})`).exec(textOf(card)) ?? [];
  assert.ok(mark, textOf(card));
  return mark;
}

/** What stands in the inputs of a form, by their ids. */
function inputsOf(card: Card): Readonly<Record<string, unknown>> {
  const body = card['body'] as readonly Readonly<Record<string, unknown>>[];
  const inputs = body.filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
}
