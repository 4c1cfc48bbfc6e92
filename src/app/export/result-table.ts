import { findingCells, findingColumns, noFindingCells } from './finding-columns.js';
import type { ShownResult } from '../../domain/results.js';
import { headcountCells, headcountColumns } from './participation-table.js';
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
  ...headcountColumns('carried', 'answers were carried from an earlier draft with the same words'),
  { name: 'compared_with', about: 'number of the draft before, where those who rated in both are compared' },
  { name: 'up', about: 'of them, how many went up' },
  { name: 'same', about: 'how many stayed the same' },
  { name: 'down', about: 'how many went down' },
  { name: 'sign_test', about: 'p of the exact two-sided sign test' },
];

export function resultRows({ number, results }: ExportedDraft): readonly (readonly Cell[])[] {
  if (results === undefined) return [];
  const { at, kind, values } = results;
  return values.map((result, index) => {
    const { value, title } = result;
    const about = [number, at, kind, value, index + 1, title] as const;
    return result.kind === 'hidden'
      ? [...about, 'no', undefined, ...noFindingCells, ...noComparison]
      : [
          ...about,
          'yes',
          result.earlier === true ? 'yes' : 'no',
          ...findingCells(result),
          ...comparedCells(result),
        ];
  });
}

function comparedCells({ carried, compared }: ShownResult): readonly Cell[] {
  return [
    ...(carried === undefined ? [undefined, undefined] : headcountCells(carried)),
    ...[compared?.with, compared?.up, compared?.same, compared?.down, compared?.signTest],
  ];
}

const noComparison: readonly Cell[] = Array<undefined>(7).fill(undefined);
