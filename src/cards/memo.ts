/** Texts are immutable once published, so what they become is worked out once. The oldest results make room. */
export function remembering<T>(
  compute: (text: string) => T & {},
  mostCharacters = 4_000_000,
): (text: string) => T & {} {
  const known = new Map<string, T & {}>();
  let characters = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    known.set(text, result);
    characters += text.length;
    for (const oldest of known.keys()) {
      if (characters <= mostCharacters) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return result;
  };
}
