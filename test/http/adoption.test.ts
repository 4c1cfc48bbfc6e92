import assert from 'node:assert/strict';

import { ada, bento, castMember, crowd, type CastMember } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { buttonsOf, textOf, type Card, type Inputs } from '../support/touchstone.js';
import { buttonTitle } from './button-title.js';
import { openDraftOn } from './open-draft.js';
import { settledReport } from './settled-report.js';

const twelve: readonly CastMember[] = crowd(12);
const objector = castMember('Olu Adeyemi');
const roof = 'It leaves out whoever cannot climb to the roof.';
const august = 'Nobody waters in August.';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Adoption on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    const say = async (member: CastMember, text: string): Promise<Card> => {
      const [card] = await on.stage.say(member, personalChat(member), text);
      assert.ok(card, text);
      return card;
    };
    const press = (member: CastMember, card: Card, verb: string, inputs: Inputs = {}): Promise<Card> =>
      on.stage.press(member, personalChat(member), card, buttonTitle(card, verb), inputs);
    const close = () => say(ada, `close ${on.charter} yes`);
    const propose = async (): Promise<Card> => {
      const asked = await say(ada, `open consent ${on.charter}`);
      return press(ada, asked, 'open-consent');
    };
    const end = () => say(ada, `end consent ${on.charter} yes`);
    /** Once the announcement has reached those who subscribe: no delivery mixes with answers then. */
    const told = async (kind: string) => {
      const { announcements } = on.stage.bot.ports;
      const all = await announcements.latest({ charter: on.charter as never, limit: 10 });
      return settledReport(on.api, all.find((each) => each.kind === kind)?.id);
    };
    const review = async (): Promise<void> => {
      for (;;) {
        const queue = await say(ada, `moderation ${on.charter}`);
        if (!buttonsOf(queue).some(({ title }) => title.includes('Show it'))) return;
        await on.stage.press(ada, personalChat(ada), queue, 'Show it');
      }
    };

    it('is a round of twelve with an objection answered and one not, an outcome, and cards that lead to it', async () => {
      await on.stage.say(bento, personalChat(bento), `subscribe ${on.charter}`);
      await close();
      assert.match(textOf(await propose()), /Draft 1 is proposed for adoption/);
      await told('consent');

      for (const member of twelve.slice(0, 8)) {
        const card = await say(member, `consent ${on.charter}`);
        assert.match(textOf(card), /nobody sees it, facilitators included/);
        const saved = await press(member, card, 'give-consent', { answer: 'support' });
        assert.match(textOf(saved), /Saved: Support\./);
      }
      for (const member of twelve.slice(8, 11))
        assert.match(
          textOf(await say(member, `consent ${on.charter} live with it`)),
          /Saved: Can live with it/,
        );
      const form = await say(twelve[11]!, `consent ${on.charter}`);
      const noReason = await press(twelve[11]!, form, 'give-consent', { answer: 'object', reason: '' });
      assert.match(textOf(noReason), /An objection needs a reason/);
      const objected = await press(twelve[11]!, noReason, 'give-consent', {
        answer: 'object',
        reason: roof,
        onValue: '-',
        signed: 'false',
      });
      assert.match(textOf(objected), /Your receipt: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      assert.match(textOf(await say(objector, `consent ${on.charter} object 2: ${august}`)), /you object/);
      assert.doesNotMatch(textOf(await say(ada, `consent ${on.charter}`)), /of us support|one objects/);

      await review();
      const objections = await say(bento, `objections ${on.charter}`);
      assert.match(textOf(objections), /It has no answer yet/);
      const mark = /“support ([0-9a-f]{6}) agree”[^]*/.exec(textOf(objections))?.[1];
      assert.match(textOf(await say(bento, `support ${mark ?? ''} agree`)), /You said: I agree/);
      const { ports } = on.stage.bot;
      const draft = (await ports.drafts.latest(on.charter as never))!;
      const answered = (await ports.adoption.objections(draft.id)).find(({ text }) => text === roof)!;
      const at = new Date().toISOString();
      const charter = draft.charter;
      await ports.themes.make({
        charter,
        title: 'The roof',
        comments: [answered.id],
        outside: [],
        press: charter,
        at,
      });
      const followUp = { what: 'Build a ramp', owner: 'the builders', due: '2027-03-01' };
      await ports.themes.answer({
        charter,
        number: 1,
        status: 'partly',
        reason: 'A ramp first.',
        followUp,
        at,
      });
      await ports.themes.tell({
        charter,
        announcement: { id: `told-${charter}` as never, charter, kind: 'answered', audience: 'all', at },
      });
      await told('answered');
      assert.match(textOf(await say(ada, `adopt ${on.charter}`)), /The round is still open/);
      await told('answered');
      await end();
      assert.match(
        textOf(await say(bento, `consent ${on.charter}`)),
        /8 of us support it, 3 can live with it, 2 object/,
      );

      const adoptForm = await say(ada, `adopt ${on.charter}`);
      assert.match(textOf(adoptForm), /Build a ramp: the builders, by 1 March 2027/);
      const today = at.slice(0, 10);
      const inputs = {
        adoptedOn: today,
        reviewOn: '2090-01-01',
        followUps: 'Paint the gate; Ana; 2090-02-01',
      };
      const summary = await press(ada, adoptForm, 'adopt', inputs);
      assert.match(textOf(summary), /Paint the gate: Ana, by 1 February 2090/);
      const done = await on.stage.press(ada, personalChat(ada), summary, 'Adopt and seal');
      assert.match(textOf(done), /Draft 1 is adopted and recorded/);
      assert.equal((await told('adopted')).intended, 1);

      const outcome = textOf(await say(bento, `outcome ${on.charter}`));
      assert.match(outcome, /Draft 1 is adopted as of/);
      assert.match(outcome, /leaves out whoever cannot climb[^]*The answer: Partly\. A ramp first\./);
      assert.match(outcome, /Nobody waters in August\.[^]*It was not answered\./);
      const status = await on.api.get(`/api/charters/${on.charter}/outcome`);
      const json = JSON.parse(status.text) as Readonly<Record<string, unknown>>;
      assert.deepEqual(json['figures'], { kind: 'shown', counts: { support: 8, 'live-with': 3, object: 2 } });
      assert.equal((json['dissent'] as readonly unknown[]).length, 2);
      const found = await ports.charters.find(charter);
      const page = await fetch(`${on.stage.origin}${pathOf(await ports.addresses.outcome(found!))}`);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /What we adopted[^]*Nobody waters in August/);

      assert.match(
        textOf(await press(bento, form, 'give-consent', { answer: 'support' })),
        /adopted as of|over/,
      );
      assert.match(textOf(await press(bento, form, 'values')), /Adopted as of/);
    });

    it('cannot be where fewer answered than the rule asks for, and figures of them are told to nobody', async () => {
      await close();
      await propose();
      for (const member of twelve.slice(0, 4)) await say(member, `consent ${on.charter} support`);
      await end();

      const told = textOf(await say(bento, `consent ${on.charter}`));
      const refused = textOf(await say(ada, `adopt ${on.charter} yes`));

      assert.match(told, /Fewer than 5 of us answered/);
      assert.doesNotMatch(told, /4 of us/);
      assert.match(refused, /At least 5 of us have to answer, and fewer did/);
      assert.equal((await on.api.get(`/api/charters/${on.charter}/outcome`)).status, 404);
    });

    it('takes no typed answer in a channel, and answers a press on its card to whoever pressed', async () => {
      const general = channel('General');
      await close();
      await propose();

      const [typed] = await on.stage.say(bento, general, `consent ${on.charter} object: ${roof}`);
      const [shown] = await on.stage.say(bento, general, `consent ${on.charter}`);
      const saved = await on.stage.press(bento, general, shown!, buttonTitle(shown!, 'give-consent'), {
        answer: 'support',
      });
      const [after] = await on.stage.say(bento, general, `consent ${on.charter}`);

      assert.match(textOf(typed!), /Everybody here could read your answer/);
      assert.match(textOf(saved), /Saved: Support\./);
      assert.doesNotMatch(textOf(after!), /You said/);
    });

    it('speaks Spanish as well', async () => {
      const form = await say(ada, `proponer adopción ${on.charter}`);
      assert.match(textOf(form), /Close it first|Only a closed draft/);
      await close();
      await propose();

      assert.match(
        textOf(await say(bento, `consentimiento ${on.charter} me opongo: ${august}`)),
        /you object/,
      );
      assert.match(textOf(await say(bento, `consentimiento ${on.charter} retirar`)), /Taken back/);
    });
  });
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
