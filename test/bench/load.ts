import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

import type { Presses } from './presses.js';

export interface Load {
  readonly origin: string;
  readonly presses: Presses;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds from writing a request to the last byte of its answer, ascending. */
  readonly latencies: Float64Array;
}

/**
 * Presses on kept-alive connections, each waiting for its answer before the next, until the time is over and every
 * press was answered. Anything but a card makes it fail. Plain sockets, because the generator shares the machine with
 * the server it measures.
 */
export async function runLoad(load: Load): Promise<LoadResult> {
  const sockets = await Promise.all(
    Array.from({ length: load.connections }, () => open(new URL(load.origin))),
  );
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + load.seconds * 1000;
  await Promise.all(sockets.map((socket) => pressUntil(socket, end, load.presses, latencies)));
  const seconds = (performance.now() - begin) / 1000;
  sockets.forEach((socket) => socket.destroy());
  return { requests: latencies.length, seconds, latencies: Float64Array.from(latencies).sort() };
}

async function open(url: URL): Promise<Socket> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function pressUntil(socket: Socket, end: number, presses: Presses, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    let press = presses.next();
    let written = performance.now();
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isComplete(received)) return;
      const now = performance.now();
      latencies.push(now - written);
      if (!isCard(received)) {
        reject(new Error(`Not a card: ${received.toString('utf8', 0, 1000)}`));
        return;
      }
      presses.settled(press);
      received = Buffer.alloc(0);
      if (now >= end) {
        resolve();
        return;
      }
      press = presses.next();
      written = performance.now();
      socket.write(press.bytes);
    });
    socket.write(press.bytes);
  });
}

const headEnd = Buffer.from('\r\n\r\n');
const chunksEnd = Buffer.from('\r\n0\r\n\r\n');
const cardType = Buffer.from('application/vnd.microsoft.card.adaptive');

function isComplete(received: Buffer): boolean {
  const bodyStart = received.indexOf(headEnd) + headEnd.length;
  if (bodyStart < headEnd.length) return false;
  const length = /content-length: *(\d+)/i.exec(received.toString('latin1', 0, bodyStart))?.[1];
  if (length !== undefined) return received.length >= bodyStart + Number(length);
  return received.subarray(-chunksEnd.length).equals(chunksEnd);
}

function isCard(answer: Buffer): boolean {
  return answer.toString('latin1', 0, 12) === 'HTTP/1.1 200' && answer.includes(cardType);
}
