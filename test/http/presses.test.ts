import assert from 'node:assert/strict';

import { bento, castMember, chiara, crowd } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { actionOf, buttonsOf, cardIn, textOf, type Card } from '../support/touchstone.js';
import { buttonTitle } from './button-title.js';
import { gardenPost, gardenTitles } from './garden-post.js';
import { openDraftOn } from './open-draft.js';

const general = channel('General');

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Presses on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    it('count once however often Teams delivers them, with the same id or with a new one', async () => {
      const press = on.saving(bento, personalChat(bento), await on.ballotFor(bento), '5');
      const copy = { ...press, id: 'f:another-id', timestamp: new Date().toISOString() };

      const answers = await Promise.all(
        [press, press, copy, copy].map((each) => on.stage.teams.deliver(each)),
      );

      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      for (const answer of answers) assert.match(textOf(cardIn(answer)), /Saved\. Value 1/);
      assert.deepEqual(await on.tallied(), { 5: 1 });
    });

    it('that come again late change nothing that was chosen since', async () => {
      const place = personalChat(bento);
      const first = on.saving(bento, place, await on.ballotFor(bento), '5');
      await on.stage.teams.deliver(first);
      await on.save(bento, place, await on.ballotFor(bento), '2');

      const late = await on.stage.teams.deliver({ ...first, id: 'f:late' });

      assert.deepEqual(await on.tallied(), { 2: 1 });
      assert.doesNotMatch(textOf(cardIn(late)), /Saved[^\n]*very strongly/, 'and it does not claim to have');
    });

    it('have no advantage over typed answers: those that come again late change nothing either', async () => {
      const place = personalChat(bento);
      const typed = on.stage.activities.message(bento, place, `rate ${on.charter} 1 5`);
      await on.stage.teams.deliver(typed);
      await on.stage.say(bento, place, `rate ${on.charter} 1 2`);

      await on.stage.teams.deliver(typed);

      assert.deepEqual(await on.tallied(), { 2: 1 });
      await on.stage.say(bento, place, `rate ${on.charter} 1 5`);
      assert.deepEqual(await on.tallied(), { 5: 1 }, 'somebody who types it again means it');
    });

    it('on two devices: the last one wins', async () => {
      const phone = await on.ballotFor(bento);
      const desk = await on.ballotFor(bento);

      await on.save(bento, personalChat(bento), phone, '3');
      await on.save(bento, personalChat(bento), desk, '4');
      await on.save(bento, personalChat(bento), phone, '1');

      assert.deepEqual(await on.tallied(), { 1: 1 });
    });

    it('of fifty members, 200 at the same time, are counted exactly', async () => {
      const members = crowd(50);
      const ballot = await on.ballotFor(bento);
      const presses = members.flatMap((member, index) =>
        ['1', '2', '3', String(1 + (index % 5))].map((answer) => on.saving(member, general, ballot, answer)),
      );

      const answers = await Promise.all(presses.map((press) => on.stage.teams.deliver(press)));

      for (const answer of answers) cardIn(answer);
      const counts = Object.values(await on.tallied());
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        50,
      );
    }).timeout(30_000);

    it('of somebody whom the activity does not name record nothing', async () => {
      const ballot = await on.ballotFor(bento);
      const nobody = castMember('Nobody');

      const press = on.saving(nobody, general, ballot, '5', { from: undefined });
      const { status, body } = await on.stage.teams.deliver(press);

      assert.equal(status, 200);
      assert.match(JSON.stringify(body), /can no longer be used/);
      assert.deepEqual(await on.tallied(), {});
    });

    it('on a card of a draft that nobody knows any more lead to what is current', async () => {
      const data = { ...actionOf(await on.ballotFor(bento), 'Save').data, draft: 'long-gone' };
      const press = on.stage.activities.press(bento, general, {
        verb: 'rate',
        data,
        inputs: { answer: '5' },
      });

      const card = cardIn(await on.stage.teams.deliver(press));

      assert.match(textOf(card), /from earlier/);
      const current = await on.stage.press(bento, general, card, buttonTitle(card, 'status'));
      assert.match(textOf(current), /What is open/);
    });

    for (const [name, end, said] of [
      [
        'closed',
        () => on.api.post(`/api/charters/${on.charter}/drafts/1/close`),
        /Draft 1 is closed, so nothing was recorded/,
      ],
      [
        'withdrawn',
        () => on.api.post(`/api/charters/${on.charter}/drafts/1/withdraw`),
        /Draft 1 was withdrawn, so nothing was recorded/,
      ],
      [
        'replaced',
        () => on.api.publish(on.charter, gardenPost({ values: gardenTitles.slice(1) })),
        /Draft 1 was replaced by a later one, so nothing was recorded/,
      ],
    ] as const) {
      it(`on a draft that was ${name} since record nothing, and lead on`, async () => {
        const ballot = await on.ballotFor(bento);
        await on.save(chiara, personalChat(chiara), ballot, '4');
        await end();

        const late = await on.save(bento, personalChat(bento), ballot, '5');
        const withdrawal = await on.stage.press(
          chiara,
          personalChat(chiara),
          await cardWithWithdrawal(ballot),
          'Withdraw',
        );
        const unchosen = await on.save(bento, personalChat(bento), ballot, undefined);

        for (const card of [late, withdrawal, unchosen]) {
          assert.match(textOf(card), said);
          assert.ok(buttonsOf(card).length > 0);
        }
        assert.deepEqual(await on.tallied(), { 4: 1 });
        if (name !== 'replaced') return;
        const current = await on.stage.press(bento, personalChat(bento), late, buttonTitle(late, 'ballot'));
        assert.match(textOf(current), /Leave the soil better/);
        assert.match(textOf(current), /Draft 2/);
      });
    }

    /** The ballot as somebody sees it who has answered: with the button that takes it back. */
    const cardWithWithdrawal = (ballot: Card): Promise<Card> => {
      const { data = {}, ...save } = actionOf(ballot, 'Save');
      const withdraw = { ...save, title: 'Withdraw my answer', data: { ...data, withdraw: true } };
      return Promise.resolve({ type: 'AdaptiveCard', actions: [withdraw] });
    };
  });
}
