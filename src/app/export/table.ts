export type Cell = string | number | boolean | undefined;

export interface Column {
  readonly name: string;
  /** For the read-me. */
  readonly about: string;
}

export interface Table {
  readonly file: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
