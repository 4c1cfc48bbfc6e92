import assert from 'node:assert/strict';

import { bento, chiara, guest } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel, groupChat, personalChat, under } from '../support/places.js';
import { actionOf, cardOf, textOf } from '../support/touchstone.js';
import { buttonTitle } from './button-title.js';
import { gardenPost } from './garden-post.js';
import { openDraftOn } from './open-draft.js';
import { settledReport } from './settled-report.js';

const general = channel('General');
const circle = groupChat('Reading circle');

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Rating on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    it('saves, shows the own answer, and offers the next value without one', async () => {
      await on.save(bento, personalChat(bento), await on.ballotFor(bento, 2), '5');

      const next = await on.save(bento, personalChat(bento), await on.ballotFor(bento, 1), '4');

      assert.match(textOf(next), /Saved\. Value 1, Share the harvest: \*Resonates strongly\*/);
      assert.match(textOf(next), /Teach by digging/, 'the second one has its answer already');
      assert.match(textOf(next), /2 of 5 answered/);
      assert.deepEqual(await on.tallied(), { 4: 1 });
    });

    it('shows the overview after the last value, and all of it stays open to change', async () => {
      let card = await on.ballotFor(bento);
      for (const answer of ['1', '2', '3', 'unclear', 'no-opinion']) {
        card = await on.save(bento, personalChat(bento), card, answer);
      }

      const text = textOf(card);
      assert.match(text, /All 5 values are answered/);
      for (const words of [
        'Does not resonate',
        'Resonates a little',
        'Resonates somewhat',
        'Not clear to me',
        'No opinion',
      ]) {
        assert.ok(text.includes(words), words);
      }
      await on.save(bento, personalChat(bento), await on.ballotFor(bento), '5');
      assert.deepEqual(await on.tallied(), { 5: 1 });
    });

    it('goes on tomorrow, on another device and in another place, where it stopped today', async () => {
      await on.save(bento, general, await on.ballotFor(bento, 1), '4');
      await on.save(bento, circle, await on.ballotFor(bento, 2), '4');

      const [next] = await on.stage.say(bento, personalChat(bento), `rate ${on.charter}`);

      assert.match(textOf(next!), /Teach by digging/);
      assert.match(textOf(next!), /2 of 5 answered/);
    });

    it('is taken back on the card, and can be given again', async () => {
      const place = personalChat(bento);
      await on.save(bento, place, await on.ballotFor(bento), '4');

      const again = await on.stage.press(bento, place, await on.ballotFor(bento), 'Withdraw');
      assert.match(textOf(again), /Withdrawn\. Value 1/);
      assert.deepEqual(await on.tallied(), {});
      await on.save(bento, place, again, '2');

      assert.deepEqual(await on.tallied(), { 2: 1 });
    });

    it('saves nothing when nothing was chosen, or something that is no answer', async () => {
      const ballot = await on.ballotFor(bento);

      for (const answer of [undefined, '', '0', '6', 'yes', '4; drop table', '4.0']) {
        const card = await on.save(bento, personalChat(bento), ballot, answer);
        assert.match(textOf(card), /Nothing was chosen, so nothing was saved/, String(answer));
        assert.match(textOf(card), /Share the harvest/);
      }
      assert.deepEqual(await on.tallied(), {});
    });

    it('on one shared card keeps the members apart, and changes nothing of what all see', async () => {
      await on.stage.teams.deliver(on.stage.activities.installation(bento, general, 'add'));
      const path = `/api/charters/${on.charter}/drafts?publish=true&tell=everybody`;
      const { json } = await on.api.post(path, gardenPost({ title: 'Second text' }));
      await settledReport(on.api, json.announcement);
      const [post] = on.stage.connector.messages(general.id).slice(-1);
      const shared = cardOf(post!);
      const place = under(general, post!.id);
      const calls = on.stage.connector.calls.length;

      for (const [member, answer] of [
        [bento, '1'],
        [chiara, '5'],
      ] as const) {
        const ballot = await on.stage.press(member, place, shared, buttonTitle(shared, 'ballot'));
        const own = await on.stage.press(member, place, ballot, 'Save', { answer });
        assert.match(textOf(own), /1 of 5 answered/);
      }

      assert.equal(on.stage.connector.calls.length, calls, 'no message was sent or edited');
      assert.deepEqual(on.stage.connector.messages(general.id).at(-1), post);
      assert.deepEqual(await on.tallied(2), { 1: 1, 5: 1 });
      await on.stage.teams.deliver(on.stage.activities.installation(bento, general, 'remove'));
    });

    it('typed where others read is saved and shown to nobody there', async () => {
      for (const [place, word] of [
        [general, '5'],
        [circle, 'unclear'],
      ] as const) {
        const [card, ...others] = await on.stage.say(chiara, place, `rate ${on.charter} 1 ${word}`);
        assert.deepEqual(others, []);
        assert.match(textOf(card!), /Your answer to value 1 is saved/);
        assert.doesNotMatch(JSON.stringify(card), /[Rr]esonates|clear to me/);
        const [gone] = await on.stage.say(chiara, place, `rate ${on.charter} 1 withdraw`);
        assert.match(textOf(gone!), /withdrawn/);
      }
      assert.deepEqual(await on.tallied(), {});
    });

    it('takes a guest as a member, and nobody by what a card says', async () => {
      const ballot = await on.ballotFor(bento);
      const { data = {}, verb = '' } = actionOf(ballot, 'Save');
      const claims = {
        member: bento.aadObjectId,
        from: { aadObjectId: bento.aadObjectId },
        aadObjectId: bento.aadObjectId,
        pseudonym: 'x',
      };

      await on.stage.teams.deliver(
        on.stage.activities.press(guest, general, {
          verb,
          data: { ...data, ...claims },
          inputs: { answer: '3' },
        }),
      );

      assert.deepEqual(await on.tallied(), { 3: 1 });
      assert.doesNotMatch(textOf(await on.ballotFor(bento)), /1 of 5 answered/);
      assert.match(textOf(await on.ballotFor(guest)), /1 of 5 answered/);
    });

    it('takes the old kind of button too, as a message', async () => {
      const { data = {} } = actionOf(await on.ballotFor(bento), 'Save');
      const place = personalChat(bento);

      await on.stage.teams.deliver(
        on.stage.activities.submit(bento, place, { data, inputs: { answer: '4' } }),
      );
      await on.stage.teams.deliver(
        on.stage.activities.submit(chiara, general, { data, inputs: { answer: '5' } }),
      );

      assert.deepEqual(await on.tallied(), { 4: 1, 5: 1 });
      const [inChannel] = on.stage.connector.calls.slice(-1).map(cardOf);
      assert.doesNotMatch(textOf(inChannel!), /[Rr]esonates/, 'nothing of it is shown to others');
    });
  });
}
