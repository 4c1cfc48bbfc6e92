import assert from 'node:assert/strict';

import { bento, chiara } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { textOf, type Card } from '../support/touchstone.js';
import { openDraftOn } from './open-draft.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`My data on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    const say = async (text: string, place = personalChat(bento)): Promise<Card> =>
      (await on.stage.say(bento, place, text)).at(-1) ?? {};
    const linkOn = (card: Card): string => {
      const found = /"url":"([^"]*\/my-data\/[^"]*)"/.exec(JSON.stringify(card))?.[1] ?? '';
      return `${on.stage.origin}${new URL(found).pathname}`;
    };

    it('is shown to its member, and can be had as a file that nobody keeps on the way', async () => {
      await say(`rate ${on.charter} 1 4`);

      const card = await say('my data');
      const response = await fetch(linkOn(card));
      const file = (await response.json()) as {
        member: string;
        charters: { charter: string; answers: object[] }[];
      };

      assert.match(textOf(card), /Share the harvest: \*Resonates strongly\*/);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment/);
      assert.match(response.headers.get('x-robots-tag') ?? '', /noindex/);
      assert.equal(file.member, bento.aadObjectId);
      const own = file.charters.find(({ charter }) => charter === on.charter);
      assert.equal(own?.answers.length, 1);
    });

    it('has links that end kindly, in the language of the browser', async () => {
      const address = `${on.stage.origin}/my-data/${'a'.repeat(43)}`;

      const [english, spanish] = await Promise.all(
        ['en-GB', 'es-MX,en;q=0.5'].map((language) =>
          fetch(address, { headers: { 'accept-language': language } }),
        ),
      );

      assert.deepEqual([english?.status, spanish?.status], [404, 404]);
      assert.match((await english?.text()) ?? '', /This link is over/);
      assert.match((await spanish?.text()) ?? '', /Este enlace ya no vale/);
    });

    it('is not shown where others look on', async () => {
      const general = channel('General');

      assert.doesNotMatch(JSON.stringify(await say('my data', general)), /my-data\//);
      assert.doesNotMatch(textOf(await say('forget me yes', general)), /You are forgotten/);
    });

    it('goes on the card, after it is said what goes and what stays', async () => {
      await say(`rate ${on.charter} 1 4`);
      await say('subscribe');

      const asking = await say('forget me');
      assert.match(
        textOf(asking),
        new RegExp(`Your answers, comments, votes and receipts in [^]*${on.charter}`),
      );
      assert.match(textOf(asking), /Figures that all of us have been told stay/);
      const done = await on.stage.press(bento, personalChat(bento), asking, 'Forget me for good');

      assert.match(textOf(done), /You are forgotten/);
      const after = textOf(await say('my data'));
      assert.match(after, /We hold no answers and no comments of yours\./);
      assert.match(after, /It hears of nothing by itself\./);
    });

    it('goes by a typed word as well, and leaves others alone', async () => {
      await say(`rate ${on.charter} 1 4`);
      await on.stage.say(chiara, personalChat(chiara), `rate ${on.charter} 1 2`);

      assert.match(textOf(await say('forget me yes')), /You are forgotten/);

      assert.deepEqual(await on.tallied(), { 2: 1 });
    });

    it('is in no line of the log, and neither is a link to it', async () => {
      const link = linkOn(await say('my data'));
      await fetch(link);
      const token = link.split('/').at(-1) ?? '';

      for (const line of on.stage.logged)
        assert.ok(!line.includes(token) && !line.includes(bento.aadObjectId), line);
    });
  });
}
