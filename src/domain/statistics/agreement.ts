import { sizeOf, type Counts } from './counts.js';

/**
 * van der Eijk's measure of agreement A (van der Eijk 2001), made for ordered scales of three steps and more: from -1, two
 * opposite camps, over 0, evenly spread, to 1, all the same. The distribution is taken apart into layers, each of which
 * has the same number in every step that it has at all; A is the mean of their agreement, by their size.
 */
export function agreementOf(counts: Counts): number {
  const n = sizeOf(counts);
  let rest = [...counts];
  let sum = 0;
  while (rest.some((count) => count > 0)) {
    const height = Math.min(...rest.filter((count) => count > 0));
    const layer = rest.map((count) => count > 0);
    sum += height * layer.filter(Boolean).length * layerAgreement(layer);
    rest = rest.map((count) => (count > 0 ? count - height : 0));
  }
  return withoutNoise(sum / n);
}

/** How close to two opposite camps, from 0 to 1: A turned round. */
export function polarisationOf(counts: Counts): number {
  return (1 - agreementOf(counts)) / 2;
}

function layerAgreement(layer: readonly boolean[]): number {
  const filled = layer.filter(Boolean).length;
  return filled === 1 ? 1 : unimodality(layer) * (1 - (filled - 1) / (layer.length - 1));
}

/** Compares the triples of steps that have one peak (110, 011) with those that have a gap (101). */
function unimodality(layer: readonly boolean[]): number {
  const steps = layer.length;
  let peaks = 0;
  let gaps = 0;
  for (let low = 0; low < steps; low += 1)
    for (let middle = low + 1; middle < steps; middle += 1)
      for (let high = middle + 1; high < steps; high += 1) {
        if (layer[middle] && layer[low] !== layer[high]) peaks += 1;
        if (!layer[middle] && layer[low] && layer[high]) gaps += 1;
      }
  if (peaks + gaps === 0) return 1;
  return ((steps - 2) * peaks - (steps - 1) * gaps) / ((steps - 2) * (peaks + gaps));
}

/** So that what is zero, or one half, by its formula is so in comparisons. */
function withoutNoise(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}
