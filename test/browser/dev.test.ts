import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  startDev,
  startDevInShell,
  startedDev,
  told,
  type DevProcess,
  type RunningDev,
} from './dev-process.js';

describe('npm run dev', function () {
  this.timeout(30_000);
  let folder: string;
  const started: DevProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  });
  afterEach(async () => {
    for (const dev of started) dev.signal('SIGKILL');
    await Promise.all(started.splice(0).map(({ ended }) => ended));
    await rm(folder, { recursive: true });
  });

  async function running(environment: Record<string, string> = {}): Promise<RunningDev> {
    const dev = await startedDev(folder, environment);
    started.push(dev);
    return dev;
  }

  async function ending(environment: Record<string, string>): Promise<{ how: unknown; output: string }> {
    const dev = startDev(folder, environment);
    started.push(dev);
    const how = await dev.ended;
    return { how, output: dev.output() };
  }

  it('says where to look and what to type, and nothing else', async () => {
    const dev = await running();

    const said = dev.output().trim().split('\n');
    assert.match(said[0] ?? '', /^Touchstone runs on http:\/\/localhost:\d+, for this machine only/);
    assert.match(said[1] ?? '', /^An example is loaded/);
    assert.equal(said.filter((line) => /^ {2}(?:Open|Type) {3}/.test(line)).length, 4);
    assert.equal(said.at(-1), 'Ctrl+C stops both.');
    assert.equal((await fetch(dev.chat)).status, 200);
  });

  it('keeps everything in data/', async () => {
    await running();

    assert.deepEqual(await readdir(folder), ['data']);
    assert.ok((await readdir(join(folder, 'data'))).includes('touchstone.db'));
  });

  it('leaves a token beside the running bot, for the command line, and takes it away', async () => {
    const dev = await running();
    const token = await readFile(join(folder, 'data/dev-token'), 'utf8');

    const answer = await fetch(`${dev.origin}/api/charters`, {
      headers: { authorization: `Bearer ${token}` },
    });

    assert.equal(answer.status, 200);
    dev.signal('SIGTERM');
    await dev.ended;
    assert.ok(!existsSync(join(folder, 'data/dev-token')));
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`ends the bot and the chat on ${signal}`, async () => {
      const dev = await running();

      dev.signal(signal);

      assert.equal(await dev.ended, 0);
      assert.deepEqual(await Promise.all([isOpen(dev.origin), isOpen(dev.chat)]), [false, false]);
    });
  }

  it('goes on with the same data the second time', async () => {
    const first = await running();
    first.signal('SIGTERM');
    await first.ended;

    const second = await running();

    assert.doesNotMatch(second.output(), /An example is loaded/);
  });

  it('names the port that is in use, and how to take another', async () => {
    const [taken, port] = await occupiedPort();

    const { how, output } = await ending({ PORT: String(port) });

    assert.equal(how, 1);
    assert.match(
      output,
      new RegExp(`port ${String(port)} is in use[^]*PORT=${String(port + 1)} npm run dev`),
    );
    taken.close();
  });

  it('moves the chat where its port is in use, and says so', async () => {
    const [taken, port] = await occupiedPort();

    const dev = await running({ PLAYGROUND_PORT: String(port) });

    assert.match(dev.output(), new RegExp(`Port ${String(port)} is in use, so the chat is on port \\d+`));
    assert.equal((await fetch(dev.chat)).status, 200);
    taken.close();
  });

  it('names the variable that holds no port', async () => {
    const { how, output } = await ending({ PLAYGROUND_PORT: 'many' });

    assert.equal(how, 1);
    assert.match(output, /PLAYGROUND_PORT: put the port/);
  });

  // Other systems tell of processes and loopback addresses in other ways.
  if (process.platform === 'linux') {
    it('stops when the chat ends by itself, and says so', async () => {
      const dev = await running();

      process.kill(await playgroundOf(dev), 'SIGKILL');

      assert.equal(await dev.ended, 1);
      assert.match(dev.output(), /The Playground has ended, so Touchstone stops too; data\/playground\.log/);
    });

    it('leaves no chat behind when it is killed', async () => {
      const dev = await running();
      const { port } = new URL(dev.chat);
      const socket = connect(Number(port), '127.0.0.1').resume();
      await once(socket, 'connect');
      const cutOff = new Promise<void>((resolve) => {
        socket.on('error', () => undefined).on('close', () => resolve());
      });

      dev.signal('SIGKILL');

      await cutOff;
      assert.equal(await isOpen(dev.chat), false);
    });

    it('ends with the shell that npm starts it in', async () => {
      const shell = startDevInShell(folder);
      started.push(shell);
      const dev = await told(shell);

      shell.signal('SIGTERM');

      assert.equal(await shell.ended, 'SIGTERM');
      assert.deepEqual(await Promise.all([isOpen(dev.origin), isOpen(dev.chat)]), [false, false]);
    });

    it('lets nobody but this machine into the chat', async () => {
      const dev = await running();

      assert.equal(await isOpen(dev.chat.replace('localhost', '127.0.0.2')), false);
    });
  }
});

async function occupiedPort(): Promise<[Server, number]> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return [server, address.port];
}

function isOpen(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

async function playgroundOf({ pid }: DevProcess): Promise<number> {
  const children = await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
  return Number(children.trim());
}
