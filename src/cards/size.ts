import { mostBytes, type Card } from './card.js';

/** Throws when a card is heavier than clients take: a bug, since every builder keeps to its budget. */
export function checkSize(card: Card, kind: string): void {
  // Counting exactly costs as much as making the card, so that is done only where the rough count leaves a doubt.
  if (mostBytesOf(card) <= mostBytes) return;
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > mostBytes)
    throw new Error(`the ${kind} card has ${String(bytes)} bytes, more than ${String(mostBytes)}`);
}

/** An upper bound: no character takes more than three bytes of JSON for each of its UTF-16 units. */
function mostBytesOf(node: unknown): number {
  if (typeof node === 'string') return node.length * 3 + 3;
  if (typeof node !== 'object' || node === null) return 24;
  let sum = 2;
  for (const key in node) sum += key.length + 4 + mostBytesOf((node as Record<string, unknown>)[key]);
  return sum;
}
