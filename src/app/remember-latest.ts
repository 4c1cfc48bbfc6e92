/**
 * Loads what belongs to a key once, for as long as the key is among the `most` that were asked for last. What could not
 * be loaded is loaded again when it is asked for again.
 */
export function rememberLatest<K, V>(
  most: number,
  keyOf: (of: K) => string,
  load: (of: K) => Promise<V>,
): (of: K) => Promise<V> {
  const known = new Map<string, Promise<V>>();
  return (of) => {
    const key = keyOf(of);
    const value = known.get(key) ?? load(of);
    known.delete(key);
    known.set(key, value);
    value.catch(() => known.get(key) === value && known.delete(key));
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
