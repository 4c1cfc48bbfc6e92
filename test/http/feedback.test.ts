import assert from 'node:assert/strict';

import { ada, bento, castMember, chiara, type CastMember } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel, personalChat, type CastPlace } from '../support/places.js';
import { cardOf, textOf, type Card, type Inputs } from '../support/touchstone.js';
import { openDraftOn } from './open-draft.js';
import { settledReport } from './settled-report.js';

const general = channel('General');

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`What was said gets an answer, on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    const say = async (member: CastMember, text: string, place = personalChat(member)): Promise<Card> => {
      const [card] = await on.stage.say(member, place, text);
      assert.ok(card, text);
      return card;
    };
    const press = (member: CastMember, card: Card, title: string, inputs: Inputs = {}): Promise<Card> =>
      on.stage.press(member, personalChat(member), card, title, inputs);
    const write = async (member: CastMember, text: string, signed = false): Promise<string> => {
      const form = await say(member, `comment ${on.charter} 1`);
      const sent = await press(member, form, 'Send', { sort: 'wording', text, signed: String(signed) });
      await press(ada, await say(ada, `moderation ${on.charter}`), 'Show it');
      return /([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/.exec(textOf(sent))?.[1] ?? '';
    };
    /** What came to a conversation of its own accord about answers. */
    const toldIn = (place: CastPlace): readonly Card[] =>
      on.stage.connector.calls
        .filter(({ conversation }) => conversation?.split(';')[0] === place.id)
        .flatMap((call) => (call.activity === undefined ? [] : [cardOf(call)]))
        .filter((card) => textOf(card).includes(`${on.charter}, answers to what was said`));
    const settled = async (): Promise<void> => {
      const { json } = await on.api.get(`/api/charters/${on.charter}/announcements`);
      const [newest] = (json as { announcements?: readonly { id: string }[] }).announcements ?? [];
      await settledReport(on.api, newest?.id);
    };

    it('from a comment over a theme to its receipt, from another account', async () => {
      const code = await write(bento, 'Say “divided by whoever is hungry”.');
      const form = await press(ada, await say(ada, `themes ${on.charter}`), 'New theme');
      const chosen = choicesOn(form)[0] ?? '';
      const themes = await press(ada, form, 'Save', { title: 'Who gets a share', chosen });
      assert.match(textOf(themes), /Theme 1 is there/);
      const answering = await press(ada, themes, 'Answer it', { theme: '1' });
      const reason = 'It names the hungry now; how much each takes is left open.';
      const kept = await press(ada, answering, 'Keep the answer', {
        ...{ status: 'partly', reason, what: '', owner: '', due: '' },
      });
      assert.match(textOf(kept), /Nobody else reads it before it is told/);
      assert.doesNotMatch(textOf(await say(chiara, `receipt ${code}`)), /names the hungry/);
      assert.doesNotMatch(textOf(await say(chiara, `feedback ${on.charter}`)), /names the hungry/);

      const asked = await press(ada, kept, 'Tell the answers');
      assert.match(textOf(asked), /Tell the answers\?[^]*Theme 1, Who gets a share: Partly/);
      assert.match(textOf(await press(ada, asked, 'Tell them now')), /Told: one answer/);

      const receipt = textOf(await say(chiara, `receipt ${code}`));
      assert.match(receipt, /It belongs to theme 1: Who gets a share\n[^]*Partly[^]*names the hungry/);
      const card = await say(chiara, `feedback ${on.charter}`);
      assert.match(
        textOf(card),
        /One comment\. The wording: 1\.[^]*1\. Who gets a share[^]*names the hungry/,
      );
      const theme = await press(chiara, card, 'Open this theme', { theme: '1' });
      assert.match(textOf(theme), /whoever is hungry[^]*Anonymous/);
    });

    it('in typed words too, told to a signed contributor once, subscribed or not, and to nobody twice', async () => {
      const emil = castMember(`Emil of ${on.charter}`);
      await write(bento, 'Say who gives it back.', true);
      await write(emil, 'Say who gives back, and how.', true);
      const code = await write(chiara, 'Who gives what to whom?');
      await say(emil, `subscribe ${on.charter}`);
      await say(ada, `subscribe ${on.charter}`, general);
      const marks = (await on.stage.bot.ports.comments.all(on.charter as never)).map(({ id }) =>
        id.slice(0, 8),
      );

      const made = await say(ada, `theme ${on.charter} new Who gives it back: ${marks.join(', ')}`);
      assert.match(textOf(made), /Theme 1 is there[^]*3 comments, 3 voices/);
      await say(ada, `answer theme ${on.charter} 1 done: It names all of us now.`);
      const asked = textOf(await say(ada, `tell answers ${on.charter}`));
      assert.match(asked, /2 places that subscribe are told/);
      assert.match(asked, /One member who signed a comment hears of it in their own chat besides/);
      assert.match(textOf(await say(ada, `tell answers ${on.charter} yes`)), /3 places are being told/);
      await settled();

      for (const place of [general, personalChat(bento), personalChat(emil)])
        assert.equal(toldIn(place).length, 1, place.id);
      assert.equal(toldIn(personalChat(chiara)).length, 0);
      const [card] = toldIn(personalChat(bento));
      assert.ok(card);
      assert.match(textOf(card), /1\. Who gives it back\*\*: Done\. It names all of us now\./);
      assert.match(textOf(card), /because a comment signed there is answered/);
      assert.match(textOf(await say(bento, `receipt ${code}`)), /Done[^]*It names all of us now/);

      await say(ada, `theme ${on.charter} new Another: ${marks[0] ?? ''}`);
      await say(ada, `answer theme ${on.charter} 2 no: Not in a value.`);
      await say(ada, `tell answers ${on.charter} yes`);
      await settled();
      assert.equal(toldIn(personalChat(bento)).length, 1);
      assert.equal(toldIn(personalChat(emil)).length, 2);
    });

    it('is on a page and in the API, fresh after a new answer, and says nothing that was not told', async () => {
      await write(bento, 'Say who gives it back.');
      const [comment] = await on.stage.bot.ports.comments.all(on.charter as never);
      await say(ada, `theme ${on.charter} new Who gives it back: ${comment?.id.slice(0, 8) ?? ''}`);
      await say(ada, `answer theme ${on.charter} 1 done: It names all of us now.`);
      const { addresses, charters } = on.stage.bot.ports;
      const charter = await charters.find(on.charter as never);
      assert.ok(charter);
      const { pathname, search } = new URL(await addresses.feedback(charter));
      const open = async (path: string) => (await fetch(on.stage.origin + path)).text();
      const api = async () => (await on.api.get(`/api/charters/${on.charter}/feedback`)).text;

      const before = await open(pathname + search);
      assert.match(before, /Who gives it back/);
      assert.doesNotMatch(before + (await api()), /names all of us/);
      assert.match(await open(pathname), /Nothing to see under this address/);

      await say(ada, `tell answers ${on.charter} yes`);
      assert.match(await open(pathname + search), /names all of us now/);
      assert.match(await api(), /"status":"done","reason":"It names all of us now\."/);
      await say(ada, `answer theme ${on.charter} 1 partly: It names most of us now.`);
      assert.match(await open(pathname + search), /names most of us now/);
      assert.doesNotMatch(await api(), new RegExp(bento.aadObjectId));
    });

    it('keeps what came from outside apart from comments and ratings', async () => {
      const form = await press(ada, await say(ada, `themes ${on.charter}`), 'Feedback from outside');
      assert.match(textOf(form), /never counted as ratings or as comments/);
      assert.match(textOf(form), /no person’s name/);
      const typed = { label: 'Autumn meeting', people: 'many', day: '2026-11-01', text: 'Most would wait.' };
      const again = await press(ada, form, 'Keep it', { source: 'meeting', ...typed });
      assert.match(textOf(again), /a whole number[^]*Autumn meeting[^]*Most would wait\./);

      const kept = await press(ada, again, 'Keep it', { source: 'meeting', ...typed, people: '12' });

      assert.match(textOf(kept), /one thing from outside/i);
      const { json } = await on.api.get(`/api/charters/${on.charter}/comments`);
      assert.deepEqual((json as { comments?: readonly unknown[] }).comments, []);
      const card = textOf(await say(chiara, `feedback ${on.charter}`));
      assert.match(
        card,
        /No comments so far\.[^]*In a meeting \(Autumn meeting\), 1 November 2026: 12 people/,
      );
    });
  });
}

/** What a card offers to choose for a theme. */
function choicesOn(card: Card): readonly string[] {
  const found = /"id":"chosen"[^]*?"choices":(\[[^\]]*\])/.exec(JSON.stringify(card))?.[1] ?? '[]';
  return (JSON.parse(found) as readonly { value: string }[]).map(({ value }) => value);
}
