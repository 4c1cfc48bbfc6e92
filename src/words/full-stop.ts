/** A sentence that ends in a quotation with a full stop of its own needs no second one. */
export function oneFullStop(sentence: string): string {
  return sentence.replace(/([.!?…][”»])\.$/u, '$1');
}
