import type { Headcount } from '../../domain/release.js';
import type { ExportedDraft } from './read-export.js';
import type { Cell, Column } from './table.js';

export const participationColumns: readonly Column[] = [
  { name: 'draft', about: 'its number' },
  { name: 'told_at', about: 'when these figures were told, in UTC' },
  { name: 'kind', about: 'closing, or interim while the draft is open' },
  { name: 'reached', about: 'members whom an announcement reached in their personal chat' },
  { name: 'places', about: 'channels and group chats in which it was posted; nobody is counted there' },
  ...headcountColumns('started', 'answered at least one value'),
  ...headcountColumns('finished', 'answered every value'),
  ...headcountColumns('declined', 'said that they would rather not answer'),
  ...headcountColumns('asked', 'all who are known to have been asked'),
  { name: 'asked_by', about: 'charter: as facilitators state it; else those who were reached or answered' },
];

export function participationRows({ number, results }: ExportedDraft): readonly (readonly Cell[])[] {
  if (results === undefined) return [];
  const { reached, places, started, finished, declined, asked } = results.participation;
  return [
    [
      ...[number, results.at, results.kind, reached, places],
      ...[started, finished, declined, asked.people].flatMap(headcountCells),
      asked.by,
    ],
  ];
}

export function headcountColumns(name: string, about: string): readonly Column[] {
  return [
    { name, about: `how many ${about}` },
    { name: `${name}_is`, about: 'how to read the number before: exactly, at-least or fewer-than' },
  ];
}

export function headcountCells({ count, kind }: Headcount): readonly Cell[] {
  return [count, kind];
}
