import type { ServerResponse } from 'node:http';
import type { Problem } from './problem.js';

export function send(response: ServerResponse, status: number, body?: unknown): void {
  if (body !== undefined)
    return sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
  response.writeHead(status);
  response.end();
}

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

export function sendProblem(response: ServerResponse, what: Problem): void {
  if (what.status === 413) response.setHeader('connection', 'close');
  sendText(response, what.status, 'application/problem+json', JSON.stringify(what));
}
