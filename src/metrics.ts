import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** Tries to send an announcement, by what came of them. */
export const sends = new Counter({
  name: 'touchstone_sends_total',
  help: 'Tries to send an announcement to a place, by outcome',
  labelNames: ['outcome'] as const,
  registers: [registry],
});

/** Tries to edit the copy of an announcement, by what came of them. */
export const edits = new Counter({
  name: 'touchstone_edits_total',
  help: 'Tries to edit an announcement at a place, by outcome',
  labelNames: ['outcome'] as const,
  registers: [registry],
});

/** From the claim to the moment the request leaves. */
export const turnSeconds = new Histogram({
  name: 'touchstone_turn_wait_seconds',
  help: 'How long deliveries waited for their turn',
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
  registers: [registry],
});

export const databaseErrors = new Counter({
  name: 'touchstone_database_errors_total',
  help: 'Queries that failed, and connections that were lost',
  registers: [registry],
});

const queueLength = new Gauge({
  name: 'touchstone_queue_length',
  help: 'Deliveries to be sent or edited, now or later',
  registers: [registry],
});

const queueAge = new Gauge({
  name: 'touchstone_queue_age_seconds',
  help: 'For how long the oldest delivery that is due has been due',
  registers: [registry],
});

/** From the verified activity to the answer. */
export const pressSeconds = new Histogram({
  name: 'touchstone_card_action_seconds',
  help: 'Time to answer a pressed button',
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5, 10],
  registers: [registry],
});

/** What is to be done, and for how many seconds the oldest that is due has been. */
export interface Queue {
  readonly length: number;
  readonly age: number;
}

/** Prometheus text. Where the queue cannot be looked at, it has no number. */
export async function readMetrics(lookAtQueue: () => Promise<Queue>): Promise<string> {
  const { length, age } = await lookAtQueue().catch(() => ({ length: NaN, age: NaN }));
  queueLength.set(length);
  queueAge.set(age);
  return registry.metrics();
}
