import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ConfigurationError, readConfig } from './config.js';
import { devTokenFile } from './dev-token.js';
import { loadExample } from './example/load-example.js';
import { log } from './log.js';
import { quietSdk } from './teams/quiet-sdk.js';
import { startTouchstone } from './touchstone.js';

const playgroundPort = 56150;

/** The bot on this machine alone, with an example charter and a Teams-like chat client in the browser. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const token = randomBytes(24).toString('base64url');
  const digest = createHash('sha256').update(token).digest('hex');
  const tokens = [process.env.API_TOKENS, `dev:${digest}`].filter(Boolean).join(',');
  const config = readConfig({ ...process.env, API_TOKENS: tokens }, { development: true });
  log.level = process.env.LOG_LEVEL ?? 'warn';
  quietSdk();
  const touchstone = await startTouchstone(config);
  await mkdir('data', { recursive: true });
  await writeFile(devTokenFile, token, { mode: 0o600 });
  const loaded = await loadExample(touchstone.ports);
  const playground = startPlayground(touchstone.port);
  print(touchstone.port, loaded);
  const stop = (): void => {
    playground.kill();
    void touchstone.stop();
  };
  playground.once('exit', (code) => {
    if (code !== null && code !== 0)
      process.stderr.write(`The Playground ended with ${code}; is port ${playgroundPort} in use?\n`);
  });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function startPlayground(port: number): ChildProcess {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = require(manifest) as { bin: Record<string, string> };
  const script = require.resolve(`@microsoft/m365agentsplayground/${bin.agentsplayground ?? ''}`);
  const endpoint = `http://localhost:${port}/api/messages`;
  const parameters = ['-e', endpoint, '-c', 'msteams', '-p', String(playgroundPort), '--dt', 'true'];
  return spawn(process.execPath, [script, ...parameters], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function print(port: number, loaded: boolean): void {
  process.stdout.write(`
Touchstone runs on http://localhost:${port}, for this machine only, and keeps its data in data/.
${loaded ? 'An example charter is loaded: one closed draft with made-up ratings, one open draft.\n' : ''}
  Open   http://localhost:${playgroundPort}   (a chat like Teams, no account needed)
  Type   values     to read the open draft, then rate it on the card
  Type   new draft  to paste a draft of your own

Everybody is a facilitator here. In the team and the group chat, write @Test and choose the bot first.
From another terminal: npx touchstone status

Ctrl+C stops both.
`);
}

main().catch((error: unknown) => {
  const message =
    error instanceof ConfigurationError || error instanceof Error ? error.message : String(error);
  process.stderr.write(`Touchstone cannot start: ${message}\n`);
  process.exit(1);
});
