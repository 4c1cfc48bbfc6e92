/* The loopback connector as a process of its own; `connector-process.ts` starts it and talks to it. */
import assert from 'node:assert/strict';
import { setPriority } from 'node:os';

import { startBotConnector, type BotConnector } from './bot-connector.js';
import type { ConnectorCall } from './connector-calls.js';
import { drawnFaults } from './connector-chance.js';
import { teamsLimits } from './connector-limits.js';
import type { ConnectorSettings, ConnectorTally, Question, Reply } from './connector-process.js';
import { channelOf } from './connector-store.js';

const outcomes: Record<string, number> = {};
/** By conversation. */
const copies = new Map<string, number>();
const awaited = new Set<number>();
let lastAt = 0;
let connector: BotConnector | undefined;

goFirst();
process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => void connector?.stop().then(() => process.exit()));

/** What waits for a busy machine would arrive here in heaps, and exceed limits that the bot has kept. */
function goFirst(): void {
  try {
    setPriority(-10);
  } catch (error) {
    // Only root may; others need a machine that is not busy.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

async function answer(question: Question): Promise<void> {
  switch (question.ask) {
    case 'start':
      connector = await startBotConnector(optionsOf(question.settings));
      return reply({ to: 'start', serviceUrl: connector.serviceUrl });
    case 'difficulty':
      connector?.inject(drawnFaults(question.seed, question.mix));
      return reply({ to: 'difficulty' });
    case 'tally':
      return reply({ to: 'tally', tally: tally() });
    case 'reaches':
      awaited.add(question.conversations);
      return tellReached();
  }
}

function optionsOf({ scale, latency }: ConnectorSettings) {
  const limits = scale === undefined ? {} : { limits: teamsLimits(scale) };
  return { ...limits, latency, oneAtATime: true, compact: true, settled: count };
}

function count({ outcome, posted, conversation }: ConnectorCall): void {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  if (!posted) return;
  const place = channelOf(conversation ?? '');
  const before = copies.get(place) ?? 0;
  copies.set(place, before + 1);
  if (before > 0) return;
  lastAt = Date.now();
  tellReached();
}

function tellReached(): void {
  for (const conversations of awaited) {
    if (copies.size < conversations) continue;
    awaited.delete(conversations);
    reply({ to: 'reaches', conversations });
  }
}

function tally(): ConnectorTally {
  return {
    requests: Object.values(outcomes).reduce((total, number) => total + number, 0),
    outcomes,
    reached: copies.size,
    doubled: [...copies.values()].filter((number) => number > 1).length,
    lastAt,
  };
}

function reply(message: Reply): void {
  assert.ok(process.send, 'The connector is a child of whoever asks it');
  process.send(message);
}
