import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { homeTenant } from '../support/cast.js';
import { answerJson, startLoopbackServer } from '../support/loopback-server.js';
import { environmentOf, type TokenIssuer } from '../support/token-issuer.js';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

/** The program as `npm start` runs it, in a process of its own. */
export interface Program {
  readonly origin: string;
  readonly pid: number;
  /** What it wrote to its standard output and its standard error, line by line. */
  readonly lines: readonly string[];
  /** Resolves when such a line was written. */
  says(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** How it ended: its exit code, or the signal. */
  ended(): Promise<number | NodeJS.Signals>;
}

/** Resolves when the program listens; rejects with what it wrote when it ends before that. */
export async function startProgram(environment: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const written = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      written.emit('line', line);
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals);
  const says = async (pattern: RegExp): Promise<void> => {
    while (!lines.some((line) => pattern.test(line))) await once(written, 'line');
  };
  await Promise.race([
    says(/is listening/),
    ended.then((how): never => {
      throw new Error(`The program ended with ${String(how)}:\n${lines.join('\n')}`);
    }),
  ]);
  const port = lines.map((line) => /"port":(\d+)/.exec(line)?.[1]).find((found) => found !== undefined);
  return {
    origin: `http://127.0.0.1:${port ?? ''}`,
    pid: child.pid ?? 0,
    lines,
    says,
    kill: (signal) => void child.kill(signal),
    ended: () => ended,
  };
}

/** Plays the managed identity of a machine in Azure, the one login that is asked for over plain HTTP. */
export interface IdentityEndpoint {
  /** The environment of a process, under a name of its own. */
  environmentOf(process: string): Record<string, string>;
  /** The process that this `Authorization` header was given to. */
  holderOf(authorization: string | undefined): string | undefined;
  stop(): Promise<void>;
}

export async function startIdentityEndpoint(issuer: TokenIssuer): Promise<IdentityEndpoint> {
  const holders = new Map<string, string>();
  const server = await startLoopbackServer(async (request, response) => {
    const login = await fetch(`${issuer.url}/login/token`, { method: 'POST', body: 'grant_type=identity' });
    const { access_token: token } = (await login.json()) as { access_token: string };
    holders.set(`Bearer ${token}`, String(request.headers['x-identity-header']));
    const expires = Math.floor(Date.now() / 1000) + 86_400;
    answerJson(response, 200, { access_token: token, expires_on: String(expires), token_type: 'Bearer' });
  });
  return {
    environmentOf: (process) => ({
      ...environmentOf(issuer),
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: issuer.appId,
      MicrosoftAppTenantId: homeTenant,
      ALLOWED_SERVICE_HOSTS: '127.0.0.1',
      IDENTITY_ENDPOINT: `${server.origin}/token`,
      IDENTITY_HEADER: process,
    }),
    holderOf: (authorization = '') => holders.get(authorization),
    stop: () => server.stop(),
  };
}
