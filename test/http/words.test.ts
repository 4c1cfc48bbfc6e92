import assert from 'node:assert/strict';

import { ada, bento, chiara } from '../support/cast.js';
import { channel, groupChat, personalChat } from '../support/places.js';
import { buttonsOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';

const general = channel('General');
const circle = groupChat('Reading circle');

describe('Words', () => {
  let stage: Stage;
  const api = createApiClient(() => stage.origin);
  beforeEach(async () => {
    stage = await startStage({ environment: apiEnvironment });
  });
  afterEach(() => stage.stop());

  const answerTo = async (...saying: Parameters<Stage['say']>): Promise<Card> => {
    const cards = await stage.say(...saying);
    assert.equal(cards.length, 1, `one card answers "${saying[2]}"`);
    return cards[0]!;
  };
  const stateOf = async (charter: string, number = 1) =>
    (await stage.bot.ports.drafts.numbered({ charter: charter as never, number }))?.state;
  const answersOf = async (member = bento, charter = 'garden'): Promise<string> =>
    textOf(await answerTo(member, personalChat(member), `answers ${charter}`));

  it('say before there is any charter that nothing has begun, and to facilitators how to begin', async () => {
    for (const word of ['values', 'considerations', 'rate', 'results', 'answers']) {
      const card = await answerTo(bento, personalChat(bento), word);
      assert.match(textOf(card), /Nothing has been begun here yet\. When/, word);
      assert.match(textOf(await answerTo(ada, personalChat(ada), word)), /You can begin: \*new draft\*/);
    }
    assert.match(
      textOf(await answerTo(bento, personalChat(bento), 'status')),
      /No charter has been opened yet/,
    );
  });

  it('answer in every scope, after a mention and without one', async () => {
    await api.publish('garden', gardenPost());

    for (const place of [personalChat(bento), circle, general]) {
      for (const word of [
        'help',
        'VALUES',
        ' status ',
        'considerations',
        'rate',
        'rate 1',
        'results',
        'answers',
      ]) {
        assert.equal((await stage.say(bento, place, word)).length, 1, `${place.kind}: ${word}`);
      }
    }
    const inPersonal = await answerTo(bento, personalChat(bento), '<at>Touchstone</at>&nbsp;values');
    assert.match(textOf(inPersonal), /Share the harvest/);
  });

  it('that are not known are answered with the nearest, or with the way to help', async () => {
    assert.match(textOf(await answerTo(bento, circle, 'reslts')), /Was \*results\* meant\?/);
    const lost = await answerTo(bento, circle, 'tell me about everything');
    assert.ok(buttonsOf(lost).some(({ verb }) => verb === 'help'));
  });

  describe('with two charters', () => {
    beforeEach(async () => {
      await api.publish('garden', gardenPost());
      await api.publish(
        'pond',
        gardenPost({ title: 'Values of the pond', values: ['Mind the frogs', 'Stay dry'] }),
      );
    });

    it('take the short name of one', async () => {
      assert.match(textOf(await answerTo(bento, personalChat(bento), 'values pond')), /Mind the frogs/);
      await stage.say(bento, personalChat(bento), 'rate pond 2 5');
      await stage.say(bento, personalChat(bento), 'rate 1 4 garden');

      assert.match(await answersOf(bento, 'pond'), /Stay dry.*\n?.*Resonates very strongly/);
      assert.match(await answersOf(bento, 'garden'), /Share the harvest.*\n?.*Resonates strongly/);
    });

    it('name the charters that there are to whoever names another', async () => {
      for (const word of [
        'values lake',
        'rate lake 1 4',
        'results lake',
        'subscribe lake',
        'considerations lake',
      ]) {
        const text = textOf(await answerTo(bento, personalChat(bento), word));
        assert.match(text, /no charter of that name\. There are: garden, pond/, word);
      }
    });

    it('ask which one is meant, and the one chosen does it', async () => {
      const place = personalChat(bento);
      const choose = async (word: string): Promise<Card> => {
        const question = await answerTo(bento, place, word);
        assert.match(textOf(question), /Which one is meant\?/, word);
        return stage.press(bento, place, question, 'pond');
      };

      assert.match(textOf(await choose('values')), /Mind the frogs/);
      assert.match(textOf(await choose('rate')), /Mind the frogs/);
      assert.match(textOf(await choose('rate 2')), /Stay dry/);
      await choose('rate 2 4');
      assert.match(await answersOf(bento, 'pond'), /Stay dry.*\n?.*Resonates strongly/);
      await choose('rate 1 unclear');
      assert.match(await answersOf(bento, 'pond'), /Mind the frogs.*\n?.*Not clear to me/);
      await choose('rate 1 withdraw');
      assert.doesNotMatch(await answersOf(bento, 'pond'), /Not clear to me/);
      assert.match(textOf(await choose('answers')), /Stay dry/);
      assert.match(textOf(await choose('considerations')), /No considerations/);
      assert.match(textOf(await choose('results')), /appear for all of us/);
    });

    it('ask facilitators which one is meant, and the one chosen does it', async () => {
      const place = personalChat(ada);
      const closing = await stage.press(ada, place, await answerTo(ada, place, 'close'), 'pond');
      assert.equal(await stateOf('pond'), 'open', 'it asks before it closes');
      await stage.press(ada, place, closing, 'Close it now');
      assert.deepEqual([await stateOf('pond'), await stateOf('garden')], ['closed', 'open']);

      await stage.press(ada, place, await answerTo(ada, place, 'close yes'), 'garden');
      assert.equal(await stateOf('garden'), 'closed');

      const deliveries = await stage.press(ada, place, await answerTo(ada, place, 'deliveries'), 'pond');
      assert.match(textOf(deliveries), /Deliveries of pond/);
    });

    it('ask which text to preview and to publish when somebody has several', async () => {
      const place = personalChat(ada);
      await stage.say(ada, place, `new draft garden\n${gardenPost({ values: gardenTitles.slice(0, 2) })}`);
      assert.equal((await stage.say(ada, place, 'preview')).length, 2, 'there is one, and no doubt');
      await stage.say(ada, place, `new draft pond\n${gardenPost({ title: 'The pond again' })}`);

      assert.match(textOf(await answerTo(ada, place, 'preview')), /Which one is meant\?/);
      assert.match(textOf(await answerTo(ada, place, 'report')), /Which one is meant\?/);
      const question = await answerTo(ada, place, 'publish');
      assert.match(textOf(question), /Which one is meant\?/);
      await stage.press(ada, place, question, 'pond');

      assert.deepEqual([await stateOf('pond', 2), await stateOf('garden', 2)], ['open', undefined]);
    });

    it('ask in a channel without showing anything of anybody there', async () => {
      const question = await answerTo(bento, general, 'rate 2 4');
      const own = await stage.press(bento, general, question, 'pond');

      assert.match(textOf(own), /Saved\. Value 2, Stay dry: \*Resonates strongly/);
      assert.doesNotMatch(textOf(question), /Resonates/);
    });
  });

  it('for facilitators work in their personal chat, and elsewhere the bot points there', async () => {
    await api.publish('garden', gardenPost());
    const words = ['new draft', 'preview', 'publish', 'deliveries', 'close', 'close yes', 'report'];

    for (const place of [circle, general]) {
      for (const word of words) {
        assert.match(
          textOf(await answerTo(ada, place, word)),
          /Facilitators do that in our personal chat/,
          word,
        );
      }
    }
    assert.equal(await stateOf('garden'), 'open');
    const pasted = await answerTo(ada, circle, `new draft garden\n${gardenPost({ title: 'Too early' })}`);
    assert.doesNotMatch(textOf(pasted), /Too early/);
    assert.match(
      textOf(await answerTo(ada, personalChat(ada), 'publish')),
      /no text to preview or publish/,
      'nothing was kept',
    );
  });

  it('for facilitators are kindly refused to everybody else, typed or pressed', async () => {
    await api.publish('garden', gardenPost());
    for (const word of ['new draft', 'preview', 'publish', 'deliveries', 'close', 'close yes', 'report']) {
      assert.match(
        textOf(await answerTo(bento, personalChat(bento), word)),
        /That is for facilitators/,
        word,
      );
    }
    const [question = {}] = await stage.say(ada, personalChat(ada), 'close');
    const refused = await stage.press(bento, personalChat(bento), question, 'Close it now');
    assert.match(textOf(refused), /That is for facilitators/);
    assert.equal(await stateOf('garden'), 'open');
  });

  it('that a member types in Spanish do the same, and are answered in Spanish', async () => {
    await api.publish('garden', gardenPost());
    const place = personalChat(chiara);
    const say = async (text: string): Promise<Card> => {
      const before = stage.connector.calls.length;
      await stage.teams.deliver(stage.activities.message(chiara, place, text, { locale: 'es-ES' }));
      const [message] = stage.connector.messages(place.id).slice(-1);
      assert.equal(stage.connector.calls.length, before + 1, text);
      const [attachment] = message?.activity['attachments'] as readonly { content: Card }[];
      return attachment!.content;
    };

    assert.match(textOf(await say('valorar 1 4')), /Resuena bastante/);
    assert.match(textOf(await say('valorar 2 no claro')), /No lo tengo claro/);
    assert.match(textOf(await say('valorar 3 sin opinión')), /Sin opinión/);
    await say('valorar 4 5');
    await say('valorar 4 retirar');
    const own = textOf(await say('respuestas'));

    assert.match(own, /Share the harvest/, 'the authors’ words stay as they are');
    assert.match(own, /Resuena bastante/);
    assert.doesNotMatch(own, /Resuena mucho/);
    assert.match(textOf(await say('reslutados')), /\*resultados\*/);
  });

  it('out of range say what there is', async () => {
    await api.publish('garden', gardenPost());
    for (const word of ['rate 0 4', 'rate 6 4', 'rate 99999 4', 'rate 6', 'rate 6 unclear']) {
      assert.match(textOf(await answerTo(bento, personalChat(bento), word)), /numbered from 1 to 5/, word);
    }
    for (const word of ['rate 1 0', 'rate 1 6', 'rate 1 55']) {
      assert.match(textOf(await answerTo(bento, personalChat(bento), word)), /Nothing was chosen/, word);
    }
    assert.match(
      textOf(await answerTo(bento, personalChat(bento), 'results 9')),
      /no draft with that number/,
    );
    assert.doesNotMatch(await answersOf(), /Resonates/);
  });
});
