import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Cuts the open connections too. A second call does nothing. */
  stop(): Promise<void>;
}

/**
 * An HTTP server that only this machine reaches, on a port the system chooses. What the listener throws is answered
 * with 500 and its text; a client that went away gets nothing.
 */
export async function startLoopbackServer(
  listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    listener(request, response).catch((error: unknown) => {
      if (!request.destroyed) answerJson(response, 500, { error: String(error) });
    });
  });
  // Longer than anybody is silent here: a call that meets a connection which is just being closed fails without a fault.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** A port nobody listens on at the moment, for a server that is started as a process of its own. */
export async function freePort(): Promise<number> {
  const server = await startLoopbackServer(() => Promise.resolve());
  await server.stop();
  return Number(new URL(server.origin).port);
}
