import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { FaultMix } from './connector-chance.js';

/** What the connector in the other process is like. */
export interface ConnectorSettings {
  /** Times Teams' limits; absent: no limits. */
  readonly scale?: number;
  /** Milliseconds that every call takes. */
  readonly latency: number;
}

/** What came to it so far. */
export interface ConnectorTally {
  readonly requests: number;
  /** By status, or how else they ended. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Conversations in which a message stands, and those in which more than one does. */
  readonly reached: number;
  readonly doubled: number;
  /** When a conversation was last reached for the first time; milliseconds since 1970. */
  readonly lastAt: number;
}

/** A loopback connector in a process of its own, so that it takes no time from the program or from who measures it. */
export interface ConnectorProcess {
  readonly serviceUrl: string;
  tally(): Promise<ConnectorTally>;
  /** From now on faults come by chance. */
  beDifficult(seed: string, mix: FaultMix): Promise<void>;
  /** Resolves when so many conversations are reached. */
  reaches(conversations: number): Promise<void>;
  stop(): Promise<void>;
}

export type Question =
  | { readonly ask: 'start'; readonly settings: ConnectorSettings }
  | { readonly ask: 'tally' }
  | { readonly ask: 'difficulty'; readonly seed: string; readonly mix: FaultMix }
  | { readonly ask: 'reaches'; readonly conversations: number };

export type Reply =
  | { readonly to: 'start'; readonly serviceUrl: string }
  | { readonly to: 'tally'; readonly tally: ConnectorTally }
  | { readonly to: 'difficulty' }
  | { readonly to: 'reaches'; readonly conversations: number };

const main = fileURLToPath(new URL('./connector-main.js', import.meta.url));

export async function startConnectorProcess(settings: ConnectorSettings): Promise<ConnectorProcess> {
  const child = fork(main, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { serviceUrl } = await ask(child, { ask: 'start', settings }, isStart);
  return {
    serviceUrl,
    tally: async () => (await ask(child, { ask: 'tally' }, isTally)).tally,
    beDifficult: async (seed, mix) => {
      await ask(
        child,
        { ask: 'difficulty', seed, mix },
        (reply): reply is Reply => reply.to === 'difficulty',
      );
    },
    reaches: async (conversations) => {
      await ask(child, { ask: 'reaches', conversations }, (reply): reply is Reply => {
        return reply.to === 'reaches' && reply.conversations === conversations;
      });
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function isStart(reply: Reply): reply is Extract<Reply, { to: 'start' }> {
  return reply.to === 'start';
}

function isTally(reply: Reply): reply is Extract<Reply, { to: 'tally' }> {
  return reply.to === 'tally';
}

/** Sends a question and resolves with the reply that is one to it. */
function ask<R extends Reply>(
  child: ChildProcess,
  question: Question,
  isReply: (reply: Reply) => reply is R,
): Promise<R> {
  return new Promise((resolve, reject) => {
    const hear = (reply: Reply): void => {
      if (!isReply(reply)) return;
      child.off('message', hear);
      child.off('exit', ended);
      resolve(reply);
    };
    const ended = (): void => reject(new Error('The connector ended'));
    child.on('message', hear);
    child.on('exit', ended);
    child.send(question);
  });
}
