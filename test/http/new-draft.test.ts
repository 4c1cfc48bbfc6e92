import assert from 'node:assert/strict';

import { facilitators } from '../../src/app/ports.js';
import { ada, bento, chiara } from '../support/cast.js';
import { personalChat } from '../support/places.js';
import { cardOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { buttonTitle } from './button-title.js';
import { gardenPost, gardenTitles } from './garden-post.js';

const place = personalChat(ada);
const broken = `${gardenPost()}\n\n### ${'x'.repeat(201)}\n\nToo long a title.`;

describe('Writing a draft', () => {
  let stage: Stage;
  const api = createApiClient(() => stage.origin);
  beforeEach(async () => {
    stage = await startStage({ environment: apiEnvironment, facilitators: [ada, bento] });
  });
  afterEach(() => stage.stop());

  /** Presses “Read it” on the form; answers what takes its place, and what is posted below. */
  const paste = async (
    form: Card,
    inputs: Readonly<Record<string, string>>,
  ): Promise<{ readonly answer: Card; readonly below: readonly Card[] }> => {
    const before = stage.connector.calls.length;
    const answer = await stage.press(ada, place, form, 'Read it', inputs);
    await stage.connector.waitForAll(before + 1, ({ activity }) => activity !== undefined);
    return { answer, below: stage.connector.calls.slice(before).map(cardOf) };
  };
  const open = async (word = 'new draft'): Promise<Card> => (await stage.say(ada, place, word))[0]!;
  const copyOf = async (charter: string) =>
    (await stage.bot.ports.workingCopies.find({ charter: charter as never, editor: facilitators }))?.source;

  it('gives a refused paste back in the form, with what to change below it', async () => {
    const { answer, below } = await paste(await open(), { source: broken, name: 'garden' });

    assert.equal(inputOf(answer, 'source'), broken);
    assert.equal(inputOf(answer, 'name'), 'garden');
    assert.equal(below.length, 1);
    assert.match(textOf(below[0]!), /Your post needs a change first/);
    assert.match(textOf(below[0]!), /200 characters/);
    assert.equal(await copyOf('garden'), undefined);

    const mended = await paste(answer, { source: gardenPost(), name: 'garden' });
    assert.match(textOf(mended.answer), /Preview: Values of the garden/);
  });

  it('gives the paste back when its charter cannot have that name', async () => {
    const { answer, below } = await paste(await open(), { source: gardenPost(), name: '2nd try' });

    assert.equal(inputOf(answer, 'source'), gardenPost());
    assert.match(textOf(below[0]!), /short name of a charter/);
    assert.match(textOf(below[0]!), /2nd try/);
  });

  it('asks for the charter when there are several and the post names none, and keeps the text', async () => {
    await api.publish('garden', gardenPost());
    await api.publish('pond', gardenPost());

    const answer = await stage.press(ada, place, await open(), 'Read it', { source: gardenPost(), name: '' });

    assert.equal(inputOf(answer, 'source'), gardenPost());
    assert.match(textOf(answer), /does not say which charter/);
    const { answer: preview } = await paste(answer, { source: gardenPost(), name: 'pond' });
    assert.match(textOf(preview), /Preview/);
    assert.ok(await copyOf('pond'));
  });

  it('answers a refused typed text with what to change, and nothing else', async () => {
    const cards = await stage.say(ada, place, `new draft garden\n${broken}`);

    assert.equal(cards.length, 1);
    assert.match(textOf(cards[0]!), /Your post needs a change first/);
  });

  it('leaves the text before as it was when a new one is refused', async () => {
    await stage.say(ada, place, `new draft garden\n${gardenPost()}`);
    await stage.say(ada, place, `new draft garden\n${broken}`);

    assert.equal(await copyOf('garden'), gardenPost());
  });

  it('goes on with the text that is there already', async () => {
    await stage.say(ada, place, `new draft garden\n${gardenPost()}`);

    assert.equal(inputOf(await open('new draft garden'), 'source'), gardenPost());
    const [preview = {}] = await stage.say(ada, place, 'preview');
    const again = await stage.press(ada, place, preview, 'New version');
    assert.equal(inputOf(again, 'source'), gardenPost());
  });

  it('is the same for every facilitator; begins empty for another charter, and after publishing', async () => {
    await stage.say(ada, place, `new draft garden\n${gardenPost()}`);

    const [theirs = {}] = await stage.say(bento, personalChat(bento), 'new draft garden');
    assert.equal(inputOf(theirs, 'source'), gardenPost());
    assert.equal(inputOf(await open('new draft pond'), 'source'), '');
    await stage.say(ada, place, 'publish garden');
    assert.equal(inputOf(await open('new draft garden'), 'source'), '');
  });

  it('says when a text is too long to be put back', async () => {
    const long = `${gardenPost()}\n\n${'A long story. '.repeat(3_000)}\n\n### ${'x'.repeat(201)}`;

    const { answer } = await paste(await open(), { source: long, name: 'garden' });

    assert.equal(inputOf(answer, 'source'), '');
    assert.match(textOf(answer), /too long to be put back here/);
  });

  it('publishes what was previewed, and not what was changed since', async () => {
    const { answer: first } = await paste(await open(), { source: gardenPost(), name: 'garden' });
    await stage.say(ada, place, `new draft garden\n${gardenPost({ values: gardenTitles.slice(1) })}`);

    const refused = await stage.press(ada, place, first, 'Publish');

    assert.match(textOf(refused), /has changed since this card was made/);
    assert.equal(await stage.bot.ports.drafts.latest('garden' as never), undefined);
    const newest = await stage.press(ada, place, refused, 'Newest preview');
    assert.match(textOf(await stage.press(ada, place, newest, 'Publish')), /Published\./);
    assert.match(textOf(await stage.press(ada, place, newest, 'Publish')), /published already/);
  });

  it('posts the announcement as members will get it below the preview, and records nothing on it', async () => {
    const { below } = await paste(await open(), { source: gardenPost(), name: 'garden' });
    const ballot = await stage.press(ada, place, below[0]!, buttonTitle(below[0]!, 'ballot'));
    const after = await stage.press(ada, place, ballot, 'Save', { answer: '5' });

    assert.match(textOf(after), /Nothing was recorded/);
    assert.deepEqual(await stage.bot.ports.charters.all(), []);
    const others = await stage.press(
      chiara,
      personalChat(chiara),
      below[0]!,
      buttonTitle(below[0]!, 'ballot'),
    );
    assert.match(textOf(others), /for facilitators/, 'nobody else sees what is not published');
  });
});

function inputOf(card: Card, id: string): unknown {
  const input = (card['body'] as readonly { id?: string; value?: unknown }[]).find((each) => each.id === id);
  assert.ok(input, `no input ${id}`);
  return input.value;
}
