/** The fields that have a value: for building objects whose optional fields are absent rather than `undefined`. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in fields) {
    if (fields[key] !== undefined) present[key] = fields[key] as Exclude<T[typeof key], undefined>;
  }
  return present;
}
