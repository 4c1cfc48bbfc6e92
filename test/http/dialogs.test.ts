import assert from 'node:assert/strict';

import { ada, bento } from '../support/cast.js';
import { channel, personalChat, type CastPlace } from '../support/places.js';
import { textOf, type Card } from '../support/touchstone.js';
import { openDraftOn } from './open-draft.js';

interface Task {
  readonly type: string;
  readonly value: {
    readonly title: string;
    readonly height: string;
    readonly width: string;
    readonly card: { readonly contentType: string; readonly content: Card };
  };
}

interface Submit {
  readonly type: string;
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('A window', () => {
  const on = openDraftOn('sqlite');
  const general = channel('General');

  const invoke = async (
    name: string,
    data: unknown,
    place: CastPlace = personalChat(bento),
  ): Promise<Task> => {
    const value = { data, context: { theme: 'default' } };
    const { status, body } = await on.stage.teams.deliver(
      on.stage.activities.invoke(bento, place, name, value),
    );
    assert.equal(status, 200);
    return (body as { task: Task }).task;
  };
  const submit = (task: Task, title: string, inputs: object, place?: CastPlace): Promise<Task> =>
    invoke('task/submit', { ...submitOn(task.value.card.content, title).data, ...inputs }, place);
  const open = async (inputs: object = {}, place?: CastPlace): Promise<Task> => {
    const [form] = await on.stage.say(bento, personalChat(bento), `comment ${on.charter} 1`);
    const { msteams: _, ...data } = submitOn(form!, 'Write in a window').data;
    return invoke('task/fetch', { ...data, ...inputs }, place);
  };

  it('opens with the form, and with what was written on the card', async () => {
    const { type, value } = await open({ sort: 'meaning', text: 'Begun on the card', signed: 'false' });

    assert.equal(type, 'continue');
    assert.equal(value.title, 'Your comment');
    assert.deepEqual([value.width, value.height], ['medium', 'large']);
    assert.equal(value.card.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.match(textOf(value.card.content), /On value 1, Share the harvest/);
    assert.match(textOf(value.card.content), /Begun on the card/);
    assert.doesNotMatch(JSON.stringify(value.card.content), /Action\.Execute|task\/fetch/);
  });

  it('goes on with the form while something is missing, and nothing written is lost', async () => {
    const again = await submit(await open(), 'Send', {
      sort: '',
      text: 'What about winter?',
      signed: 'true',
    });

    assert.equal(again.type, 'continue');
    assert.match(textOf(again.value.card.content), /Please choose what it is about/);
    assert.match(textOf(again.value.card.content), /What about winter\?/);
  });

  for (const [where, place] of [
    ['a personal chat', personalChat(bento)],
    ['a channel', general],
  ] as const) {
    it(`ends with the receipt, and the comment waits for review: in ${where}`, async () => {
      const form = await open({}, place);

      const sent = await submit(form, 'Send', { sort: 'framing', text: 'Begin with the work.' }, place);

      assert.equal(sent.type, 'continue');
      assert.match(textOf(sent.value.card.content), /Your receipt\n[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      const [queue] = await on.stage.say(ada, personalChat(ada), `moderation ${on.charter}`);
      assert.match(textOf(queue!), /Begin with the work\./);
    });
  }

  it('speaks the language of its reader', async () => {
    const data = submitOn((await open()).value.card.content, 'Send').data;

    const answer = await on.stage.teams.deliver(
      on.stage.activities.invoke(bento, personalChat(bento), 'task/submit', { data }, { locale: 'es-MX' }),
    );

    const { value } = (answer.body as { task: Task }).task;
    assert.equal(value.title, 'Tu comentario');
    assert.match(textOf(value.card.content), /Todavía no hay nada escrito/);
  });

  it('answers kindly whatever it does not know', async () => {
    for (const name of ['task/fetch', 'task/submit']) {
      for (const data of [undefined, null, 'text', {}, { v: 1, do: 'fly' }, { v: 99, do: 'comment' }]) {
        const { type, value } = await invoke(name, data);

        assert.equal(type, 'continue');
        assert.match(
          textOf(value.card.content),
          /from earlier and can no longer be used/,
          JSON.stringify(data),
        );
      }
    }
  });

  it('says so when something went wrong on our side', async () => {
    const form = await open();
    const { comments } = on.stage.bot.ports;
    const { write } = comments;
    Object.assign(comments, { write: () => Promise.reject(new Error('the disk is full')) });

    const answer = await submit(form, 'Send', { sort: 'framing', text: 'Begin with the work.' });

    Object.assign(comments, { write });
    assert.match(textOf(answer.value.card.content), /it is our fault, not yours/);
  });
});

function submitOn(card: Card, title: string): Submit {
  const found = submitsIn(card).find((each) => each.title === title);
  assert.ok(found, title);
  return found;
}

function submitsIn(node: unknown): readonly Submit[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { type?: unknown }).type === 'Action.Submit' ? [node as Submit] : [];
  return [...own, ...Object.values(node).flatMap(submitsIn)];
}
