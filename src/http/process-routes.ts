import type { Request } from 'restify';
import type { Api } from './api.js';
import type { ApiAnswer } from './api-answer.js';
import { part, type Route } from './route.js';
import { problem } from './problem.js';
import { bodyProblem, readBody } from './read-body.js';

/** Rules are short. */
const mostBytes = 16 * 1024;

export function addProcess(route: Route, api: Api): void {
  const charter = '/api/charters/:charter';
  route('get', `${charter}/process`, (request) => api.readProcess(part(request, 'charter')));
  route('patch', `${charter}/process`, (request, token) =>
    withJson(request, (rules) => api.changeRules(part(request, 'charter'), rules, token)),
  );
  route('get', `${charter}/ledger`, (request) => api.readLedger(part(request, 'charter')));
  route('get', `${charter}/outcome`, (request) => api.readOutcome(part(request, 'charter')));
  route('post', `${charter}/seal`, (request, token) => api.seal(part(request, 'charter'), token));
}

async function withJson(request: Request, then: (json: unknown) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  if (!/^application\/(?:merge-patch\+)?json\b/i.test(request.headers['content-type'] ?? ''))
    return { kind: 'problem', problem: problem(415, 'media-type', 'Send the rules as application/json') };
  const body = await readBody(request, mostBytes);
  if (body.kind !== 'read') return { kind: 'problem', problem: bodyProblem(body.kind) };
  const read = parse(body.bytes.toString('utf8'));
  if (read === undefined) return { kind: 'problem', problem: problem(422, 'json', 'The body is not JSON') };
  return then(read.json);
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
