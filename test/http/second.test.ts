import assert from 'node:assert/strict';

import { ada, bento, chiara } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { buttonTitle } from './button-title.js';
import { gardenPost } from './garden-post.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Two facilitators over HTTP, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({
        databaseUrl: url(),
        facilitators: [ada, bento],
        environment: apiEnvironment,
      });
    });
    after(() => stage.stop());

    const say = async (member: typeof ada, text: string): Promise<Card> => {
      const [card] = await stage.say(member, personalChat(member), text);
      assert.ok(card, `nothing was answered to "${text}"`);
      return card;
    };
    const patch = (charter: string, rules: unknown) =>
      api.ask('PATCH', `/api/charters/${charter}/process`, JSON.stringify(rules), {
        headers: { 'content-type': 'application/json' },
      });
    const begin = async (charter: string, ...second: readonly string[]): Promise<void> => {
      assert.equal((await api.publish(charter, gardenPost())).status, 201);
      assert.equal((await patch(charter, { second })).status, 200);
    };
    const next = gardenPost({ values: ['Rest in winter'] });
    const number = async (charter: string) => (await stage.bot.ports.drafts.latest(charter as never))?.number;

    it('the second one confirms what the first one asked to publish', async () => {
      await begin('shared', 'publish');
      await say(ada, `new draft shared\n${next}`);

      assert.match(textOf(await say(ada, 'publish shared')), /waits for a second facilitator: publishing/);
      const own = await say(ada, 'approvals');
      assert.match(textOf(own), /another facilitator has to confirm/);
      const waiting = await say(bento, 'approvals');
      assert.match(textOf(waiting), /Asked for by Ada Osei/);
      const text = await stage.press(
        bento,
        personalChat(bento),
        waiting,
        buttonTitle(waiting, 'view-approval'),
      );
      assert.match(textOf(text), /Rest in winter/);
      assert.equal(await number('shared'), 1);
      const done = await stage.press(bento, personalChat(bento), waiting, buttonTitle(waiting, 'approve'));

      assert.match(textOf(done), /Published/);
      assert.equal(await number('shared'), 2);
      assert.match(textOf(await say(bento, 'approvals')), /Nothing waits/);
      const process = textOf(await say(chiara, 'process shared'));
      assert.match(process, /A second facilitator was asked to confirm: publishing/);
      assert.doesNotMatch(process, /by Ada/);
    });

    it('two who confirm at the same time publish once', async () => {
      await begin('raced', 'publish');
      const posted = await api.publish('raced', next);
      assert.deepEqual([posted.status, posted.json.state], [202, 'waiting-for-second']);
      const cards = await Promise.all([ada, bento].map((member) => say(member, 'approvals')));
      const titles = cards.map((card) => buttonTitle(card, 'approve'));

      await Promise.all(
        [ada, bento].map((member, index) =>
          stage.press(member, personalChat(member), cards[index]!, titles[index]!),
        ),
      );

      assert.equal(await number('raced'), 2);
      const kinds = (await stage.bot.ports.process.records('raced' as never)).map(({ entry }) => entry);
      assert.equal(
        kinds.filter((entry) => entry.kind === 'second' && entry.became === 'confirmed').length,
        1,
      );
    });

    it('what a program asks for waits too: publishing, sealing, and needing fewer', async () => {
      await begin('scripted', 'publish', 'seal');
      const twice = [await api.publish('scripted', next), await api.publish('scripted', next)];
      const fewer = await patch('scripted', { second: ['publish'] });
      await api.post('/api/charters/scripted/drafts/1/close');
      const seal = await api.post('/api/charters/scripted/seal');

      assert.deepEqual(
        [...twice, fewer, seal].map(({ status }) => status),
        [202, 202, 202, 202],
      );
      assert.equal(await number('scripted'), 1);
      const waiting = await stage.bot.ports.approvals.waiting('scripted' as never);
      assert.deepEqual(waiting.map(({ action }) => action).sort(), ['publish', 'rules', 'seal']);
      const read = await api.get('/api/charters/scripted/process');
      const told = (JSON.parse(read.text) as { waiting?: readonly { action: string }[] }).waiting;
      assert.deepEqual(told?.map(({ action }) => action).sort(), ['publish', 'rules', 'seal']);
      const late = await api.ask(
        'POST',
        '/api/charters/scripted/drafts?publish=true&at=2020-01-01T09:00',
        next,
      );
      assert.equal(late.status, 422);

      const sealing = waiting.find(({ action }) => action === 'seal');
      assert.match(textOf(await say(bento, `approve ${sealing!.id.slice(0, 8)}`)), /[Ss]ealed/);
      assert.ok((await stage.bot.ports.charters.find('scripted' as never))?.sealedAt);
    });

    it('an invitation makes a third one, in their own chat', async () => {
      const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(textOf(await say(ada, 'invite')))?.[0] ?? '';

      assert.match(textOf(await say(chiara, `accept ${code}`)), /You facilitate from now on/);
      assert.match(textOf(await say(chiara, 'facilitators')), /Chiara Nowak/);
      const form = await say(ada, 'accept');
      assert.match(textOf(form), /You facilitate already/);
    });
  });
}
