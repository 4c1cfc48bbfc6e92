import { sql, type RawBuilder } from 'kysely';

type Cell = string | number | null;

/**
 * Rows that come with a statement, for a common table expression that names their columns in the same order. Numbers
 * are whole; PostgreSQL would take them for text.
 */
export function givenRows<R extends object>(rows: readonly (R & Record<keyof R, Cell>)[]): RawBuilder<R> {
  const lines = rows.map((row) => sql`(${sql.join(Object.values<Cell>(row).map(cell))})`);
  return sql<R>`(values ${sql.join(lines)})`;
}

function cell(value: Cell): RawBuilder<unknown> {
  return typeof value === 'number' ? sql`cast(${value} as integer)` : sql`${value}`;
}
