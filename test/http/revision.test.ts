import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { ada, bento, chiara, type CastMember } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { buttonsOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment } from './api-client.js';
import { buttonTitle } from './button-title.js';
import { gardenPost, gardenTitles } from './garden-post.js';

onBoth('sqlite');
onBoth('postgres');

function onBoth(dialect: Dialect): void {
  describe(`the next draft, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    let charter: CharterName;
    let made = 0;

    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
      const at = new Date().toISOString();
      await stage.bot.ports.facilitators.add({ member: chiara.aadObjectId as never, at });
    });
    after(() => stage.stop());
    beforeEach(async () => {
      made += 1;
      charter = `revised-${String(made)}` as CharterName;
      await stage.say(ada, personalChat(ada), `new draft ${charter}\n${gardenPost()}`);
      assert.match(textOf(await say(ada, `publish ${charter}`)), /Published/);
    });

    async function say(member: CastMember, text: string): Promise<Card> {
      const [card] = await stage.say(member, personalChat(member), text);
      return card!;
    }
    const press = (member: CastMember, card: Card, verb: string, inputs = {}): Promise<Card> =>
      stage.press(member, personalChat(member), card, buttonTitle(card, verb), inputs);
    const latest = async () => (await stage.bot.ports.drafts.latest(charter))!;
    const open = (path: string): Promise<Response> => fetch(`${stage.origin}${path}`);

    /** One title changes, by the cards alone. */
    async function publishRenamed(): Promise<void> {
      const copy = await say(ada, `revise ${charter}`);
      const form = await press(ada, copy, 'edit-value', { value: 'teach-by-digging' });
      const saved = await press(ada, form, 'save-value', {
        title: 'Learn by digging',
        text: 'Spades come first.',
      });
      const all = await press(ada, saved, 'matching');
      const change = await press(ada, all, 'matching', { of: 'teach-by-digging' });
      await press(ada, change, 'declare', {
        size: 'clearer',
        why: 'Some of us learn, too.',
        from: 'teach-by-digging',
      });
      assert.match(textOf(await say(ada, `publish ${charter}`)), /Published/);
    }

    it('asks a member who rated all five values one question', async () => {
      for (const position of gardenTitles.keys())
        await say(bento, `rate ${charter} ${String(position + 1)} 4`);
      await publishRenamed();

      const ballot = await say(bento, `rate ${charter}`);

      assert.match(textOf(ballot), /4 of 5|answered 4/);
      assert.match(textOf(ballot), /\*\[− Teach −\]\* \*\*\[\+ Learn \+\]\*\* by digging/);
      assert.match(textOf(ballot), /In draft 1 you answered: \*Resonates strongly\*/);
      assert.match(textOf(ballot), /Why: Some of us learn, too\./);
      const done = await press(bento, ballot, 'rate', { answer: '5' });
      assert.match(textOf(done), /carried from draft 1/);
      assert.match(textOf(done), /You have answered what is new/);
    });

    it('loses no text of two facilitators who edit the same value at once', async () => {
      const [hers, his] = await Promise.all([
        say(ada, `revise ${charter}`).then((copy) =>
          press(ada, copy, 'edit-value', { value: 'rest-in-winter' }),
        ),
        say(chiara, `revise ${charter}`).then((copy) =>
          press(chiara, copy, 'edit-value', { value: 'rest-in-winter' }),
        ),
      ]);

      const answers = await Promise.all([
        press(ada, hers, 'save-value', { title: 'Rest in the dark months', text: 'Hers.' }),
        press(chiara, his, 'save-value', { title: 'Rest when it snows', text: 'His.' }),
      ]);

      const [second] = answers.filter((card) => /after you opened it/.test(textOf(card)));
      assert.ok(second, 'one of them comes second');
      const shown = JSON.stringify(second);
      assert.ok(shown.includes('Hers.') && shown.includes('His.'));
      const isAda = second === answers[0];
      const taken = await press(isAda ? ada : chiara, second, 'save-value', {
        title: 'Rest in winter, all of us',
        text: 'Both.',
      });
      assert.match(textOf(taken), /Rest in winter, all of us/);
    });

    it('keeps what two facilitators change in different values at once', async () => {
      const forms = await Promise.all(
        ([ada, chiara] as const).map(async (member, index) => {
          const copy = await say(member, `revise ${charter}`);
          const value = index === 0 ? 'rest-in-winter' : 'keep-the-gate-open';
          return press(member, copy, 'edit-value', { value });
        }),
      );

      await Promise.all([
        press(ada, forms[0]!, 'save-value', { title: 'One', text: 'One.' }),
        press(chiara, forms[1]!, 'save-value', { title: 'Two', text: 'Two.' }),
      ]);

      const text = textOf(await say(ada, `revise ${charter}`));
      assert.match(text, /4\. Two/);
      assert.match(text, /5\. One/);
    });

    it('shows whoever imports over a colleague’s text both, and takes the one they choose', async () => {
      await say(chiara, `edit ${charter} 5: Rest when it snows`);

      const conflict = await say(
        ada,
        `new draft ${charter}\n${gardenPost({ values: ['Dig deep', ...gardenTitles] })}`,
      );

      assert.match(textOf(conflict), /Two texts for the next draft/);
      assert.match(textOf(conflict), /Rest \*\[− when it snows −\]\* \*\*\[\+ in winter \+\]\*\*/);
      assert.doesNotMatch(textOf(conflict), /Something besides the values/);
      const taken = await press(ada, conflict, 'take-version');
      assert.match(textOf(taken), /1\. Dig deep/);
      assert.match(textOf(taken), /6\. Rest in winter/);
    });

    it('is edited in a window as on the card', async () => {
      const form = await say(ada, `edit ${charter} 2`);
      const windowed = (
        form['actions'] as readonly { data: { msteams?: object } & Record<string, unknown> }[]
      ).find(({ data }) => data.msteams !== undefined);
      const { msteams: _, ...data } = windowed!.data;
      const value = (more: object) => ({ data: { ...data, ...more }, context: { theme: 'default' } });
      const opened = await stage.teams.deliver(
        stage.activities.invoke(
          ada,
          personalChat(ada),
          'task/fetch',
          value({ title: 'Begun', text: 'Begun here.' }),
        ),
      );
      const { task } = opened.body as {
        task: { value: { title: string; card: { content: Card } } };
      };

      assert.equal(task.value.title, 'The next draft');
      const inWindow = task.value.card.content;
      assert.ok(JSON.stringify(inWindow).includes('Begun here.'));
      const [save] = inWindow['actions'] as readonly { data: object }[];
      const submitted = await stage.teams.deliver(
        stage.activities.invoke(ada, personalChat(ada), 'task/submit', {
          data: { ...save!.data, title: 'Done in a window', text: 'Done.' },
        }),
      );
      assert.equal(submitted.status, 200);
      assert.match(textOf(await say(ada, `revise ${charter}`)), /2\. Done in a window/);
    });

    it('has a page for each draft and for what changed, for whoever has the link', async () => {
      await publishRenamed();
      const found = (await stage.bot.ports.charters.find(charter))!;
      const { addresses } = stage.bot.ports;
      const path = async (address: Promise<string>): Promise<string> => {
        const { pathname, search } = new URL(await address);
        return pathname + search;
      };
      const changes = await open(await path(addresses.changes({ charter: found, from: 1, to: 2 })));
      const page = await changes.text();

      assert.equal(changes.status, 200);
      assert.match(page, /<del\s*>.*Teach.*<\/del\s*>/s);
      assert.match(page, /<ins\s*>.*Learn.*<\/ins\s*>/s);
      assert.match(page, /class="heard">added:/);
      assert.match(page, /Some of us learn, too\./);
      const first = await open(await path(addresses.draft({ charter: found, number: 1 })));
      assert.match(await first.text(), /3\. Teach by digging/);
      const second = await open(await path(addresses.draft({ charter: found, number: 2 })));
      assert.match(await second.text(), /3\. Learn by digging/);
      const back = await open(await path(addresses.changes({ charter: found, from: 2, to: 1 })));
      assert.match(await back.text(), /<ins\s*>.*Teach.*<\/ins\s*>/s);
      for (const wrong of [`/charters/${charter}/drafts/1`, `/charters/${charter}/drafts/2/changes/1`])
        assert.equal((await open(wrong)).status, 404);
      const none = await open(await path(addresses.changes({ charter: found, from: 1, to: 9 })));
      assert.equal(none.status, 404);
    });

    it('says in a channel what changed, and nothing of anybody', async () => {
      await say(bento, `rate ${charter} 3 2`);
      await publishRenamed();

      const [card] = await stage.say(bento, channel('General'), `changes ${charter}`);

      assert.match(textOf(card!), /From draft 1 to draft 2/);
      assert.doesNotMatch(textOf(card!), /you answered/);
      assert.ok(buttonsOf(card!).some(({ verb }) => verb === 'values'));
      assert.equal((await latest()).number, 2);
    });
  });
}
