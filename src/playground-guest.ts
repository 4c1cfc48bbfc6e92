import { Server } from 'node:net';

/**
 * Runs inside the Playground's process before the Playground does. Left alone it listens on every interface, which would
 * let the neighbours speak as facilitators, and lives on when whoever started it is gone.
 */
const { listen } = Server.prototype as { listen: (this: Server, ...parameters: unknown[]) => Server };

Server.prototype.listen = function listenOnLoopback(this: Server, ...[port, ...rest]: unknown[]): Server {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest);
};

process.once('disconnect', () => process.exit());
