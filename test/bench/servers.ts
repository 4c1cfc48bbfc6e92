import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';

import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId, ValueId } from '../../src/domain/draft.js';
import { dataFor } from '../../src/cards/action-data.js';
import { freePort } from '../support/loopback-server.js';
import { environmentOf, type TokenIssuer } from '../support/token-issuer.js';
import { values } from './ballot.js';
import type { PressTarget } from './presses.js';
import type { Tally } from './tally.js';

export interface Server extends PressTarget {
  readonly name: string;
  readonly pid: number;
  /** What is stored by now. */
  tally(): Promise<Tally>;
  stop(): Promise<void>;
}

/** What all servers share: one registration, one tenant, one issuer of tokens, one folder for databases. */
export interface Surroundings {
  readonly issuer: TokenIssuer;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly tokens: readonly string[];
  readonly folder: string;
}

/** The program as `npm start` runs it, with the ballot's values published over its HTTP API. */
export async function startTouchstone(around: Surroundings): Promise<Server> {
  const file = join(around.folder, 'touchstone.db');
  const apiToken = randomUUID();
  const child = await startChild('Touchstone', '../../src/main.js', () => [], {
    ...environmentFor(around),
    HOST: '127.0.0.1',
    DATABASE_URL: `sqlite:${file}`,
    ALLOWED_SERVICE_HOSTS: '127.0.0.1',
    API_TOKENS: `bench:${createHash('sha256').update(apiToken).digest('hex')}`,
  });
  const { draft, valueIds } = await publishBallot(child.origin, apiToken);
  return {
    ...targetOf(around, child),
    name: 'Touchstone',
    valueIds,
    action: (value, answer, unique) => {
      const about = { charter: 'bench' as CharterName, draft };
      const data = dataFor({
        kind: 'rate',
        about,
        value: { by: 'id', id: value as ValueId },
        answer: undefined,
        press: unique,
      });
      return { type: 'Action.Execute', title: 'Save', verb: 'rate', data: { ...data, answer } };
    },
    tally: () =>
      Promise.resolve(readTally(file, `SELECT value || ' ' || answer, count(*) FROM ratings GROUP BY 1`)),
  };
}

async function publishBallot(
  origin: string,
  apiToken: string,
): Promise<{ draft: DraftId; valueIds: string[] }> {
  const post = [
    '# Values of our community',
    ...values.map(({ id, title, text }) => `## ${title} {#${id}}\n\n${text}`),
  ];
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'text/markdown' };
  const drafts = `${origin}/api/charters/bench/drafts`;
  const published = await fetch(`${drafts}?publish=true`, {
    method: 'POST',
    headers,
    body: post.join('\n\n'),
  });
  if (published.status !== 201) throw new Error(`Publishing was refused: ${await published.text()}`);
  const { id, values: stored } = (await (await fetch(`${drafts}/1`, { headers })).json()) as StoredDraft;
  return { draft: id, valueIds: stored.map((value) => value.id) };
}

interface StoredDraft {
  readonly id: DraftId;
  readonly values: readonly { readonly id: string }[];
}

export async function startFloor(around: Surroundings): Promise<Server> {
  const file = join(around.folder, 'floor.db');
  const child = await startChild(
    'floor',
    './floor.js',
    (port) => [String(port), file],
    environmentFor(around),
  );
  return {
    ...targetOf(around, child),
    name: 'floor',
    valueIds: values.map((value) => value.id),
    action: plainAction,
    tally: () =>
      Promise.resolve(readTally(file, `SELECT value || ' ' || answer, count(*) FROM rating GROUP BY 1`)),
  };
}

export async function startPlainBot(around: Surroundings): Promise<Server> {
  const child = await startChild(
    'plain bot',
    './plain-bot.js',
    (port) => [String(port)],
    environmentFor(around),
  );
  return {
    ...targetOf(around, child),
    name: 'plain bot',
    valueIds: values.map((value) => value.id),
    action: plainAction,
    tally: async () => (await (await fetch(`${child.origin}/tally`)).json()) as Tally,
  };
}

function plainAction(value: string, answer: string, press: string): unknown {
  return { type: 'Action.Execute', title: 'Save', verb: 'rate', data: { value, answer, press } };
}

function environmentFor(around: Surroundings): Record<string, string> {
  return {
    ...environmentOf(around.issuer),
    MicrosoftAppId: around.issuer.appId,
    MicrosoftAppPassword: randomUUID(),
    MicrosoftAppTenantId: around.tenantId,
    MicrosoftAppType: 'SingleTenant',
    NODE_ENV: 'production',
  };
}

function targetOf(around: Surroundings, child: Child) {
  const { issuer, tenantId, serviceUrl, tokens } = around;
  return { ...child, appId: issuer.appId, tenantId, serviceUrl, tokens };
}

interface Child {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A server as a process of its own; resolves when it is ready. */
async function startChild(
  name: string,
  script: string,
  argumentsFor: (port: number) => readonly string[],
  environment: Record<string, string>,
): Promise<Child> {
  const port = await freePort();
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...argumentsFor(port)], {
    env: { PATH: process.env['PATH'], PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${String(port)}`;
  await untilReady(name, child, origin);
  return { origin, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

async function untilReady(name: string, child: ChildProcess, origin: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server "${name}" ended with ${String(child.exitCode)}`);
    // Only Touchstone knows this address; the others are ready as soon as they answer anything.
    const answered = await fetch(`${origin}/readyz`).then(
      (response) => response.status !== 503,
      () => false,
    );
    if (answered) return;
    await delay(100);
  }
  await stopChild(child);
  throw new Error(`The server "${name}" did not start within 30 seconds`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

function readTally(file: string, query: string): Tally {
  const db = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(db.prepare<[], [string, number]>(query).raw().all());
  } finally {
    db.close();
  }
}
