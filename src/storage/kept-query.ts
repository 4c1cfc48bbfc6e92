import type { Compilable, CompiledQuery } from 'kysely';

/** Names a parameter where its value will be. */
export interface Naming<P> {
  <N extends keyof P & string>(name: N): P[N];
}

/** Stands where a parameter will be, while a query is compiled. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query compiled once and run with new parameters each time. Worth it on the path of a rating only: there, building
 * and compiling took longer than SQLite takes to answer.
 */
export function keep<P extends object, Row>(
  build: (parameter: Naming<P>) => Compilable<Row>,
): (parameters: P) => CompiledQuery<Row> {
  const compiled = build((name) => new Slot(name) as never).compile();
  return (parameters) => ({
    ...compiled,
    parameters: compiled.parameters.map((value) =>
      value instanceof Slot ? parameters[value.name as keyof P] : value,
    ),
  });
}
