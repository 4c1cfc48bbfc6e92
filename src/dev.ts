import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigurationError, readConfig } from './config.js';
import { devTokenFile } from './dev-token.js';
import { loadExample } from './example/load-example.js';
import { log } from './log.js';
import { startPlayground, type Playground } from './playground.js';
import { quietSdk } from './teams/quiet-sdk.js';
import { startTouchstone, type Touchstone } from './touchstone.js';

const playgroundLog = 'data/playground.log';

/** The bot on this machine alone, with an example charter and a Teams-like chat client in the browser. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  reachLoopbackDirectly();
  const token = randomBytes(24).toString('base64url');
  const config = readConfig({ ...process.env, API_TOKENS: withDevToken(token) }, { development: true });
  const wanted = playgroundPort();
  log.level = process.env.LOG_LEVEL ?? 'warn';
  quietSdk();
  await mkdir('data', { recursive: true });
  const touchstone = await startTouchstone(config);
  await writeFile(devTokenFile, token, { mode: 0o600 });
  const loaded = await loadExample(touchstone.ports);
  const logFile = resolve(playgroundLog);
  const playground = await startPlayground({ botPort: touchstone.port, port: wanted, logFile });
  stopTogether(touchstone, playground);
  process.stdout.write(greeting({ touchstone, playground, wanted, loaded }));
}

/**
 * A signal ends both in good order, the same signal again at once. So does the end of the Playground, and that of the
 * shell that npm starts this with: it ends on SIGTERM without passing it on.
 */
function stopTogether(touchstone: Touchstone, playground: Playground): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await playground.stop();
    await touchstone.stop();
    await rm(devTokenFile, { force: true });
  };
  const stopOrFail = (): void => void stop().catch(failed('could not stop in good order'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopOrFail);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopOrFail();
  }, 500).unref();
  void playground.ended.then(() => {
    if (stopping) return;
    process.stderr.write(
      `The Playground has ended, so Touchstone stops too; ${playgroundLog} may say why.\n`,
    );
    process.exitCode = 1;
    stopOrFail();
  });
}

function playgroundPort(): number {
  const port = Number(process.env.PLAYGROUND_PORT ?? 56_150);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigurationError(
    'PLAYGROUND_PORT: put the port of the chat in the browser here, or leave it out',
  );
}

/** A proxy that the environment names stays out of what happens on this machine. */
function reachLoopbackDirectly(): void {
  const { NO_PROXY, no_proxy: noProxy } = process.env;
  const direct = [NO_PROXY ?? noProxy, 'localhost,127.0.0.1'].filter(Boolean).join(',');
  Object.assign(process.env, { NO_PROXY: direct, no_proxy: direct });
}

function withDevToken(token: string): string {
  const digest = createHash('sha256').update(token).digest('hex');
  return [process.env.API_TOKENS, `dev:${digest}`].filter(Boolean).join(',');
}

interface Running {
  readonly touchstone: Touchstone;
  readonly playground: Playground;
  readonly wanted: number;
  readonly loaded: boolean;
}

function greeting({ touchstone, playground, wanted, loaded }: Running): string {
  const taken = wanted !== 0 && playground.port !== wanted;
  return `
Touchstone runs on http://localhost:${touchstone.port}, for this machine only, and keeps its data in data/.
${loaded ? 'An example is loaded: a closed draft with made-up ratings, and an open one.\n' : ''}${
    taken ? `Port ${wanted} is in use, so the chat is on port ${playground.port} this time.\n` : ''
  }
  Open   http://localhost:${playground.port}   (a chat like Teams, no account needed)
  Type   values      to read the open draft and rate it
  Type   results 1   to see the results of the first draft
  Type   new draft   to paste a draft of your own

You are a facilitator here. In the channels and the group chat, type @Touchstone and choose it in the list first.
From another terminal: ${commandLine(touchstone.port)} status

Ctrl+C stops both.
`;
}

function commandLine(port: number): string {
  return `${port === 3978 ? '' : `TOUCHSTONE_URL=http://localhost:${port} `}npx touchstone`;
}

/** Handles what cannot be mended here: tells it and ends. */
function failed(how: string): (error: unknown) => never {
  return (error) => {
    process.stderr.write(`Touchstone ${how}: ${explain(error)}\n`);
    process.exit(1);
  };
}

function explain(error: unknown): string {
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    return `port ${String(port)} is in use, perhaps by another npm run dev. Stop that one, or take another port:
  PORT=${Number(port) + 1} npm run dev`;
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch(failed('cannot start'));
