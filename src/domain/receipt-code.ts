/** Crockford's base 32: no letter is taken for a digit, and none of the words that nobody wants to read arises. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Of these, each carries five bits: sixty in all. */
export const receiptLength = 12;
const group = 4;

/** The code that these bytes spell, to be read aloud and written down: `7KQ2-M4XR-0TZ9`. Takes one byte a character. */
export function receiptCodeFrom(random: Uint8Array): string {
  if (random.length < receiptLength) throw new RangeError('a receipt code needs more random bytes');
  const characters = [...random.subarray(0, receiptLength)].map((byte) => alphabet.charAt(byte & 31));
  return inGroups(characters.join(''));
}

/** A code as somebody typed it, in the one form in which it is kept; nothing when it cannot be one. */
export function parseReceiptCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = plain.length === receiptLength && [...plain].every((each) => alphabet.includes(each));
  return isCode ? inGroups(plain) : undefined;
}

function inGroups(plain: string): string {
  const parts = Array.from({ length: receiptLength / group }, (_, index) =>
    plain.slice(index * group, (index + 1) * group),
  );
  return parts.join('-');
}
