/**
 * How much wider apart than the limit asks requests are sent: what is sent a little late and what arrives a little late
 * may then fall together, and still no second holds more than the limit.
 */
const margin = 1.03;

/** Milliseconds between the turns of a tenant, at so many requests a second. */
export function apartAt(perSecond: number): number {
  return (1000 / perSecond) * margin;
}
