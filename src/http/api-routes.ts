import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { given } from '../domain/given.js';
import { log } from '../log.js';
import type { Api } from './api.js';
import type { ApiAnswer } from './api-answer.js';
import { addBlog } from './blog-routes.js';
import { addComments } from './comments-routes.js';
import { addExport } from './export-routes.js';
import { notFound, problem, wentWrong, type Problem } from './problem.js';
import { addProcess } from './process-routes.js';
import { bodyProblem, mostBytes, readBody } from './read-body.js';
import { send, sendProblem, sendText } from './reply.js';
import { asked, part, type Route } from './route.js';

export interface ApiSettings {
  readonly api: Api;
  /** SHA-256 (hex) of each API token, under its holder's name; empty: the API answers 404. */
  readonly apiTokens: ReadonlyMap<string, string>;
}

/** `/api/charters` and `/api/announcements`, for whoever has a token. */
export function addApi(server: Server, { api, apiTokens }: ApiSettings): void {
  const route: Route = (method, path, handle) => {
    server[method](path, async (request: Request, response: Response) => {
      const holder = holderOf(request, apiTokens);
      if (typeof holder === 'object') return sendProblem(response, holder);
      const answer = await handle(request, holder).catch((error: unknown): ApiAnswer => {
        log.error({ err: error, path }, 'an API request went wrong');
        return { kind: 'problem', problem: wentWrong };
      });
      sendAnswer(response, answer);
    });
  };
  addCharters(route, api);
  addDrafts(route, api);
  addAnnouncements(route, api);
  addProcess(route, api);
  addComments(route, api);
  addExport(route, api);
  addBlog(route, api);
}

function addCharters(route: Route, api: Api): void {
  const charter = '/api/charters/:charter';
  route('get', '/api/charters', () => api.readCharters());
  route('post', `${charter}/drafts`, (request, token) =>
    withPost(request, (source) =>
      api.importDraft({
        ...{ charter: part(request, 'charter'), token, source },
        publish: asked(request, 'publish') === 'true',
        ...given({ at: asked(request, 'at'), tell: asked(request, 'tell') }),
        ...given({ idempotencyKey: idempotencyKey(request) }),
      }),
    ),
  );
  route('get', `${charter}/announcements`, (request) => api.readAnnouncements(part(request, 'charter')));
  route('get', `${charter}/appointments`, (request) => api.readAppointments(part(request, 'charter')));
  route('del', `${charter}/appointments/:kind`, (request) =>
    api.cancelAppointment(part(request, 'charter'), part(request, 'kind')),
  );
}

function addDrafts(route: Route, api: Api): void {
  const draft = '/api/charters/:charter/drafts/:number';
  const which = (request: Request) => [part(request, 'charter'), part(request, 'number')] as const;
  route('get', draft, (request) => api.readDraft(...which(request)));
  route('get', `${draft}/results`, (request) => api.readResults(...which(request)));
  route('post', `${draft}/close`, (request, token) =>
    api.close(...which(request), { token, at: asked(request, 'at') }),
  );
  route('post', `${draft}/withdraw`, (request) => api.withdraw(...which(request)));
  route('post', `${draft}/reopen`, (request) => api.reopen(...which(request), asked(request, 'tell')));
  route('post', `${draft}/corrections`, (request, token) =>
    withPost(request, (source) => api.correctDraft(...which(request), { token, source })),
  );
}

function addAnnouncements(route: Route, api: Api): void {
  const announcement = '/api/announcements/:id';
  route('get', announcement, (request) => api.readAnnouncement(part(request, 'id')));
  route('get', `${announcement}/deliveries`, (request) =>
    api.readDeliveries(part(request, 'id'), prefersCsv(request) ? 'csv' : 'json'),
  );
  route('get', `${announcement}/deliveries.csv`, (request) => api.readDeliveries(part(request, 'id'), 'csv'));
  route('post', `${announcement}/retry`, (request) => api.retry(part(request, 'id')));
  route('post', `${announcement}/corrections`, (request, token) =>
    withPost(request, (source) => api.correctAnnouncement(part(request, 'id'), { token, source })),
  );
}

function sendAnswer(response: Response, answer: ApiAnswer): void {
  switch (answer.kind) {
    case 'ok':
      return send(response, answer.status, answer.body);
    case 'csv':
      return sendText(response, 200, 'text/csv; charset=utf-8; header=present', answer.csv);
    case 'file':
      return sendText(response, 200, answer.type, answer.text);
    case 'problem':
      return sendProblem(response, answer.problem);
  }
}

/** With the Markdown post in the body. */
async function withPost(request: Request, then: (source: string) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  if (!/^text\/(?:markdown|x-markdown|plain)\b/i.test(request.headers['content-type'] ?? '')) {
    return { kind: 'problem', problem: problem(415, 'media-type', 'Send the post as text/markdown') };
  }
  const body = await readBody(request, mostBytes);
  if (body.kind !== 'read') return { kind: 'problem', problem: bodyProblem(body.kind) };
  return then(body.bytes.toString('utf8'));
}

function idempotencyKey({ headers }: Request): string | undefined {
  const key = headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key.slice(0, 200) : undefined;
}

/** Whether CSV is asked for by name, and JSON not as much. */
function prefersCsv({ headers }: Request): boolean {
  const weights = new Map(
    (headers.accept ?? '').split(',').map((range) => {
      const [type = '', ...parameters] = range.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return [type, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  return (weights.get('text/csv') ?? 0) > (weights.get('application/json') ?? 0);
}

/** The name of the token's holder, or why there is none. */
function holderOf(request: Request, apiTokens: ReadonlyMap<string, string>): string | Problem {
  if (apiTokens.size === 0) return notFound;
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = createHash('sha256').update(token).digest();
  for (const [name, hex] of apiTokens) {
    if (timingSafeEqual(digest, Buffer.from(hex, 'hex'))) return name;
  }
  return problem(401, 'unauthorized', 'A valid API token is needed: Authorization: Bearer TOKEN');
}
