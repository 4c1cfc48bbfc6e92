import type { IncomingMessage } from 'node:http';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { log } from '../log.js';
import type { Api } from './api.js';
import { addApi } from './api-routes.js';
import { addLedger, type LedgerSettings } from './ledger-routes.js';
import { addMyData, type MyDataSettings } from './my-data-routes.js';
import { addPages, type PagesSettings } from './pages-routes.js';
import { notFound, problem, wentWrong, type Problem } from './problem.js';
import { bodyProblem, mostBytes, readBody } from './read-body.js';
import { send, sendProblem, sendText } from './reply.js';

export interface HttpSettings extends PagesSettings, MyDataSettings, LedgerSettings {
  /** Absent: all interfaces. */
  readonly host?: string;
  readonly port: number;
  /** SHA-256 (hex) of each API token, under its holder's name; empty: the API answers 404. */
  readonly apiTokens: ReadonlyMap<string, string>;
  readonly receive: (authorization: string, body: unknown) => Promise<{ status: number; body?: unknown }>;
  readonly api: Api;
  readonly pages: PagesSettings['pages'];
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
  /** Milliseconds that a request may take to come to its end while the server closes. */
  readonly patience?: number;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no new connections, answers what has begun, then resolves. */
  close(): Promise<void>;
}

/** Longer than a turn that waits for Teams, shorter than the time until whoever stops the program ends it for good. */
const usualPatience = 20_000;

export async function startServer(settings: HttpSettings): Promise<HttpServer> {
  const server = restify.createServer({ name: 'touchstone' });
  addMessages(server, settings);
  addHealth(server, settings);
  addApi(server, settings);
  addPages(server, settings);
  addMyData(server, settings);
  addLedger(server, settings);
  addErrors(server);
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address();
  return { port, close: () => closeServer(server, settings.patience ?? usualPatience) };
}

/** Somebody who sends half a request and falls silent does not hold up the end of the program. */
function closeServer(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose last answer is still to come is to end with it, and not to be kept for a next request.
    server.server.keepAliveTimeout = 1;
    const cut = setTimeout(() => server.server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.server.closeIdleConnections();
  });
}

function addMessages(server: Server, { receive }: HttpSettings): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    const body = await readJson(request);
    if (body.kind === 'refused') return sendProblem(response, body.problem);
    const authorization = request.headers.authorization ?? '';
    const reply = await receive(authorization, body.json);
    return send(response, reply.status, reply.body);
  });
}

function addHealth(server: Server, { ready, metrics }: HttpSettings): void {
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    send(response, 200, { alive: true });
    next();
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const able = await ready();
    send(response, able ? 200 : 503, { ready: able });
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    sendText(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await metrics());
  });
}

/** What no route answered, in our words: restify's own would tell an exception's text. Its reply is not asked for. */
function addErrors(server: Server): void {
  server.on('restifyError', (_request: Request, response: Response, error: { statusCode?: number }) => {
    if (response.headersSent) return;
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error }, 'a request went wrong');
    sendProblem(response, unanswered.get(status) ?? (status < 500 ? notUnderstood : wentWrong));
  });
}

const notUnderstood = problem(400, 'request', 'This request cannot be understood');
const unanswered = new Map<number, Problem>([
  [404, notFound],
  [405, problem(405, 'method-not-allowed', 'This address is not for this method')],
]);

type Json =
  { readonly kind: 'read'; readonly json: unknown } | { readonly kind: 'refused'; readonly problem: Problem };

/** JSON is asked for by its media type: a web page cannot send that to a bot in development without being asked. */
async function readJson(request: IncomingMessage): Promise<Json> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return { kind: 'refused', problem: problem(415, 'media-type', 'Send application/json') };
  }
  const body = await readBody(request, mostBytes);
  if (body.kind !== 'read') return { kind: 'refused', problem: bodyProblem(body.kind) };
  try {
    return { kind: 'read', json: JSON.parse(body.bytes.toString('utf8')) };
  } catch {
    return { kind: 'refused', problem: problem(400, 'json', 'The body is not JSON') };
  }
}
