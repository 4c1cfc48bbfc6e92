import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** Tries to send an announcement, by what came of them. */
export const sends = new Counter({
  name: 'touchstone_sends_total',
  help: 'Tries to send an announcement to a place, by outcome',
  labelNames: ['outcome'] as const,
  registers: [registry],
});

/** From the verified activity to the answer. */
export const pressSeconds = new Histogram({
  name: 'touchstone_card_action_seconds',
  help: 'Time to answer a pressed button',
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5, 10],
  registers: [registry],
});

/** Prometheus text. */
export function readMetrics(): Promise<string> {
  return registry.metrics();
}
