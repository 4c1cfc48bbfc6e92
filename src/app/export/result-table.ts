import { findingCells, findingColumns, noFindingCells } from './finding-columns.js';
import type { ExportedDraft } from './read-export.js';
import type { Cell, Column } from './table.js';

export const resultColumns: readonly Column[] = [
  { name: 'draft', about: 'its number' },
  { name: 'told_at', about: 'when these figures were told, in UTC' },
  { name: 'kind', about: 'closing, or interim while the draft is open' },
  { name: 'value', about: 'id of the value; it stays from draft to draft' },
  { name: 'position', about: 'of the value in the draft, from 1' },
  { name: 'title', about: 'of the value, as it was rated' },
  { name: 'shown', about: 'no: too few answers for any figure' },
  { name: 'earlier', about: 'yes: told before; answers that came since are too few to be told apart' },
  ...findingColumns,
];

export function resultRows({ number, results }: ExportedDraft): readonly (readonly Cell[])[] {
  if (results === undefined) return [];
  const { at, kind, values } = results;
  return values.map((result, index) => {
    const { value, title } = result;
    const about = [number, at, kind, value, index + 1, title] as const;
    return result.kind === 'hidden'
      ? [...about, 'no', undefined, ...noFindingCells]
      : [...about, 'yes', result.earlier === true ? 'yes' : 'no', ...findingCells(result)];
  });
}
