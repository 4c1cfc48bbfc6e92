type Nullable<T> = { [K in keyof T]: null extends T[K] ? K : never }[keyof T];

export type Filled<T> = Omit<T, Nullable<T>> & { [K in Nullable<T>]?: Exclude<T[K], null> };

/** Without the columns that hold nothing: in the domain's types, what is absent is left out. */
export function filled<T extends object>(row: T): Filled<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Filled<T>;
}
