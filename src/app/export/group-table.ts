import type { ShownResult } from '../../domain/results.js';
import { findingCells, findingColumns, noFindingCells } from './finding-columns.js';
import type { ExportedDraft } from './read-export.js';
import type { Cell, Column } from './table.js';

export const groupColumns: readonly Column[] = [
  { name: 'draft', about: 'its number' },
  { name: 'value', about: 'id of the value' },
  { name: 'title', about: 'of the value, as it was rated' },
  { name: 'group', about: 'where members said they belong' },
  { name: 'shown', about: 'no: too small or too alike to be shown safely; which of the two is told nowhere' },
  ...findingColumns,
];

export function groupRows({ number, results }: ExportedDraft): readonly (readonly Cell[])[] {
  const shown = results?.values.filter((result): result is ShownResult => result.kind === 'shown') ?? [];
  return shown.flatMap(({ value, title, groups }) => [
    ...(groups?.shown ?? []).map((each) => [number, value, title, each.group, 'yes', ...findingCells(each)]),
    ...(groups?.hidden ?? []).map((group) => [number, value, title, group, 'no', ...noFindingCells]),
  ]);
}
