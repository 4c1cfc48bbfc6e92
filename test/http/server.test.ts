import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';

import { logTo } from '../../src/log.js';
import { startServer, type HttpServer, type HttpSettings } from '../../src/http/server.js';

const settings: HttpSettings = {
  host: '127.0.0.1',
  port: 0,
  apiTokens: new Map(),
  receive: () => Promise.resolve({ status: 200 }),
  api: {} as HttpSettings['api'],
  pages: {} as HttpSettings['pages'],
  signer: {} as HttpSettings['signer'],
  myData: {} as HttpSettings['myData'],
  ledger: {} as HttpSettings['ledger'],
  ready: () => Promise.resolve(true),
  metrics: () => Promise.resolve(''),
};

describe('the HTTP server', () => {
  const originOf = ({ port }: HttpServer): string => `http://127.0.0.1:${String(port)}`;

  it('answers what has begun before it closes', async () => {
    let answer: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let finish: () => void = () => undefined;
    const receive = (): Promise<{ status: number; body: object }> => {
      answer();
      return new Promise((resolve) => {
        finish = () => resolve({ status: 200, body: { answered: true } });
      });
    };
    const server = await startServer({ ...settings, receive });
    const headers = { 'content-type': 'application/json' };
    const asked = fetch(`${originOf(server)}/api/messages`, { method: 'POST', headers, body: '{}' });
    await begun;

    const closed = server.close();
    finish();

    assert.deepEqual(await (await asked).json(), { answered: true });
    await closed;
    await assert.rejects(fetch(`${originOf(server)}/healthz`));
  });

  it('does not wait for ever for somebody who falls silent in the middle of a request', async () => {
    const server = await startServer({ ...settings, patience: 50 });
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    );
    await fetch(`${originOf(server)}/healthz`);

    const ended = once(socket, 'close');
    await server.close();

    await ended;
  });

  it('keeps an exception’s text to itself, and logs one line without it', async () => {
    const lines: string[] = [];
    logTo((line) => void lines.push(line));
    const fails = (): Promise<never> => Promise.reject(new Error('the secret of Ada Osei'));
    const server = await startServer({ ...settings, ready: fails, metrics: fails });

    for (const path of ['/readyz', '/metrics']) {
      const response = await fetch(`${originOf(server)}${path}`);
      assert.equal(response.status, 500);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.doesNotMatch(await response.text(), /secret|Ada/);
    }
    await server.close();

    assert.equal(lines.length, 2);
    for (const line of lines) assert.doesNotMatch(line, /secret|Ada/);
  });
});
