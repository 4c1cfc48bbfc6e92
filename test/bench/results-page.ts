import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { usualRules } from '../../src/domain/process.js';
import { openDatabase } from '../../src/storage/database.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { startProgram } from '../http/program.js';
import { homeTenant } from '../support/cast.js';
import { databaseNames, makeScratch } from '../support/database.js';
import { endSharedPostgres } from '../support/postgres.js';
import { environmentOf, startTokenIssuer, type TokenIssuer } from '../support/token-issuer.js';
import { aLargeCommunity } from './large-community.js';
import { cpuSeconds, median } from './measure.js';

const dialects = ['sqlite', 'postgres'] as const;
/** Requests a second. */
const atLeast = 1_000;
const connections = 16;

interface Served {
  readonly database: string;
  /** Bytes of an answer, as a browser gets it. */
  readonly bytes: number;
  readonly perSecond: number;
  /** CPU milliseconds of the program for each request; `undefined` where the system does not tell. */
  readonly cpu: number | undefined;
}

/**
 * The page with the results of a large community, opened again and again. The program is one process, whose JavaScript
 * runs on one core. Prints a table and answers whether all is as asked.
 */
export async function benchResultsPage({
  rounds,
  seconds,
}: {
  rounds: number;
  seconds: number;
}): Promise<boolean> {
  const issuer = await startTokenIssuer();
  const served: Served[] = [];
  try {
    for (const dialect of dialects) served.push(await measureOn(dialect, issuer, { rounds, seconds }));
  } finally {
    await issuer.stop();
    await endSharedPostgres({ keep: false });
  }
  console.log(['The results page from then on:', '', '| database | bytes | req/s | CPU ms/req |'].join('\n'));
  console.log(['|---|---:|---:|---:|', ...served.map(row), '', ...served.map(verdict)].join('\n'));
  return served.every(isMet);
}

async function measureOn(
  dialect: Dialect,
  issuer: TokenIssuer,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Served> {
  const scratch = await makeScratch(dialect);
  const path = await seed(scratch.url);
  const program = await startProgram({ ...environmentFor(issuer), DATABASE_URL: scratch.url });
  try {
    const request = await pageRequest(program.origin, path);
    await load(program.origin, request, seconds);
    const measured: { readonly perSecond: number; readonly cpu: number | undefined }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = cpuSeconds(program.pid);
      const count = await load(program.origin, request, seconds);
      const after = cpuSeconds(program.pid);
      const cpu = before === undefined || after === undefined ? undefined : ((after - before) * 1000) / count;
      measured.push({ perSecond: count / seconds, cpu });
      console.error(`the page, round ${String(round + 1)} of ${String(rounds)} on ${databaseNames[dialect]}`);
    }
    return {
      database: databaseNames[dialect],
      bytes: request.bytes,
      perSecond: median(measured.map(({ perSecond }) => perSecond)),
      cpu: median(measured.map(({ cpu }) => cpu ?? NaN)),
    };
  } finally {
    program.kill('SIGTERM');
    await program.ended();
    await scratch.remove();
  }
}

/** Answers the path of a page that anybody may open. */
async function seed(url: string): Promise<string> {
  const database = await openDatabase(url);
  const { draft } = await aLargeCommunity(database);
  const rules = JSON.stringify({ ...usualRules, page: 'public' });
  await database.query.updateTable('charters').set({ rules }).where('name', '=', draft.charter).execute();
  await database.close();
  return `/charters/${draft.charter}/drafts/${String(draft.number)}/results`;
}

function environmentFor(issuer: TokenIssuer): Record<string, string> {
  return {
    ...environmentOf(issuer),
    MicrosoftAppId: issuer.appId,
    MicrosoftAppPassword: randomUUID(),
    MicrosoftAppTenantId: homeTenant,
    ALLOWED_SERVICE_HOSTS: '127.0.0.1',
    NODE_ENV: 'production',
  };
}

interface PageRequest {
  readonly text: string;
  /** Of the whole answer. */
  readonly bytes: number;
}

/** As a browser asks. The first answer tells how long each will be, and that it is the page. */
async function pageRequest(origin: string, path: string): Promise<PageRequest> {
  const page = await (await fetch(origin + path)).text();
  assert.equal(page.match(/<figure>/g)?.length, 20);
  const text = `GET ${path} HTTP/1.1\r\nhost: bench\r\naccept-encoding: gzip\r\naccept-language: en\r\n\r\n`;
  const socket = await open(origin);
  socket.write(text);
  const answer = await wholeAnswer(socket);
  socket.destroy();
  return { text, bytes: answer };
}

/** Each connection asks again when its answer is there, until the time is over. Answers how many were answered. */
async function load(origin: string, request: PageRequest, seconds: number): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(origin)));
  const end = performance.now() + seconds * 1000;
  const counts = await Promise.all(sockets.map((socket) => askUntil(socket, request, end)));
  sockets.forEach((socket) => socket.destroy());
  return counts.reduce((sum, count) => sum + count);
}

function askUntil(socket: Socket, { text, bytes }: PageRequest, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let received = 0;
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (received === 0 && chunk.toString('latin1', 0, 12) !== 'HTTP/1.1 200')
        reject(new Error(`Not the page: ${chunk.toString('utf8', 0, 500)}`));
      received += chunk.length;
      if (received < bytes) return;
      received = 0;
      count += 1;
      if (performance.now() >= end) resolve(count);
      else socket.write(text);
    });
    socket.write(text);
  });
}

async function open(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  return socket;
}

async function wholeAnswer(socket: Socket): Promise<number> {
  let received = Buffer.alloc(0);
  for (;;) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    received = Buffer.concat([received, chunk]);
    const body = received.indexOf('\r\n\r\n') + 4;
    const length = /content-length: *(\d+)/i.exec(received.toString('latin1', 0, body))?.[1];
    assert.ok(length, received.toString('utf8', 0, 500));
    if (received.length >= body + Number(length)) return body + Number(length);
  }
}

function row({ database, bytes, perSecond, cpu }: Served): string {
  return `| ${[database, String(bytes), perSecond.toFixed(0), (cpu ?? NaN).toFixed(2)].join(' | ')} |`;
}

function isMet({ perSecond }: Served): boolean {
  return perSecond >= atLeast;
}

function verdict(one: Served): string {
  const found = `${one.perSecond.toFixed(0)} requests a second, to be at least ${String(atLeast)}`;
  return `${isMet(one) ? 'PASS' : 'FAIL'}  ${one.database}: ${found}`;
}
