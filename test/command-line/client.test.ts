import assert from 'node:assert/strict';

import { ask, CommandError } from '../../src/command-line/client.js';
import { answerJson, startLoopbackServer, type LoopbackServer } from '../support/loopback-server.js';

describe('asking the running bot', () => {
  let server: LoopbackServer;
  let answer: { status: number; body: unknown };
  before(async () => {
    server = await startLoopbackServer((_request, response) => {
      if (typeof answer.body === 'string') response.end(answer.body);
      else answerJson(response, answer.status, answer.body);
      return Promise.resolve();
    });
  });
  after(() => server.stop());

  const asking = () => ask({ url: server.origin, token: 'a-token' }, '/api/charters');
  const saying = async (status: number, body: unknown): Promise<string> => {
    answer = { status, body };
    return asking().then(
      () => 'nothing is wrong',
      (error: unknown) => {
        assert.ok(error instanceof CommandError);
        return error.message;
      },
    );
  };

  it('answers what it says', async () => {
    answer = { status: 200, body: { charters: [] } };
    assert.deepEqual(await asking(), { charters: [] });
  });

  it('says a problem in the bot’s words, with its lines', async () => {
    const errors = [
      { line: 3, message: 'A title of more than 200 characters' },
      { line: 9, message: 'The same id a second time' },
    ];
    assert.equal(
      await saying(422, { title: 'The post was not taken; nothing was stored', errors }),
      'The post was not taken; nothing was stored\n' +
        '  line 3: A title of more than 200 characters\n' +
        '  line 9: The same id a second time',
    );
    assert.equal(await saying(409, { title: 'Another draft was published' }), 'Another draft was published');
    assert.equal(
      await saying(422, { title: 'This time is over already', detail: 'It is meant in UTC' }),
      'This time is over already. It is meant in UTC.',
    );
  });

  it('says what would have been changed', async () => {
    const changes = [{ before: 'spade', after: 'whole manual' }];
    assert.equal(
      await saying(409, { title: 'This changes more than slips', changes }),
      'This changes more than slips\n  “spade” → “whole manual”',
    );
  });

  it('says what is not there in the bot’s words, where it has some', async () => {
    const type = 'urn:touchstone:no-appointment';
    assert.equal(
      await saying(404, { type, title: 'Nothing of this kind is planned' }),
      'Nothing of this kind is planned',
    );
    assert.match(await saying(404, { type: 'urn:touchstone:not-found', title: 'x' }), /^Nothing is there: /);
  });

  it('says at least the status when something else answers', async () => {
    assert.equal(await saying(502, {}), 'The bot answered 502');
  });

  it('never says the token', async () => {
    for (const status of [400, 401, 404, 500]) assert.doesNotMatch(await saying(status, {}), /a-token/);
  });
});
