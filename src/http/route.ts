import type { Request } from 'restify';
import type { ApiAnswer } from './api-answer.js';

/** Adds a route of the API; `holder` is the name of the token's holder. */
export type Route = (method: 'get' | 'post' | 'patch' | 'del', path: string, handle: Handler) => void;
type Handler = (request: Request, holder: string) => Promise<ApiAnswer>;

/** A part of the path, decoded. */
export function part(request: Request, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

/** What the query says, if it does. */
export function asked(request: Request, name: string): string | undefined {
  return new URL(request.url ?? '', 'http://localhost').searchParams.get(name) ?? undefined;
}
