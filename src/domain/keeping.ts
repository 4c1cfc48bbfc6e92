/** Which value of a new text keeps the identity of which before, by their places: at most one each. */
export interface Keeping {
  /** Nothing, where either has its own already. */
  keep(value: number, base: number): void;
  baseOf(value: number): number | undefined;
  valueOf(base: number): number | undefined;
  isTaken(base: number): boolean;
}

export function createKeeping(): Keeping {
  const bases = new Map<number, number>();
  const values = new Map<number, number>();
  return {
    keep(value, base) {
      if (bases.has(value) || values.has(base)) return;
      bases.set(value, base);
      values.set(base, value);
    },
    baseOf: (value) => bases.get(value),
    valueOf: (base) => values.get(base),
    isTaken: (base) => values.has(base),
  };
}
