import type { Words } from '../words/catalogue.js';

/** An Adaptive Card as it is sent. */
export type Card = Readonly<Record<string, unknown>>;

export interface Rendered {
  readonly card: Card;
  /** The card in a sentence or two of plain text: for notifications, and for clients that cannot show it. */
  readonly summary: string;
}

/** For whom a card is made. */
export interface Reader {
  readonly words: Words;
  /** Others see the card too: nobody's answers may stand on it. */
  readonly shared: boolean;
}

/** The most a card may weigh, in bytes of UTF-8. Teams' own limit is higher; connectors and old clients stop here. */
export const mostBytes = 28_000;
/** The most for a card that many see first, some of them on a poor connection. */
export const mostBytesAtFirst = 15_000;

/** What a text adds to a card, in bytes: UTF-8 with JSON's escapes. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
