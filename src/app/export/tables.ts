import type { CharterExport, ExportedDraft } from './read-export.js';
import { groupColumns, groupRows } from './group-table.js';
import { participationColumns, participationRows } from './participation-table.js';
import { resultColumns, resultRows } from './result-table.js';
import type { Cell, Column, Table } from './table.js';

/** The tables of an export, by the names of their files. */
export function tablesOf(all: CharterExport): readonly Table[] {
  return [
    { file: 'results.csv', about: aboutResults, columns: resultColumns, rows: inDrafts(all, resultRows) },
    { file: 'groups.csv', about: aboutGroups, columns: groupColumns, rows: inDrafts(all, groupRows) },
    {
      file: 'participation.csv',
      about: aboutParticipation,
      columns: participationColumns,
      rows: inDrafts(all, participationRows),
    },
    { file: 'comments.csv', about: aboutComments, columns: commentColumns, rows: commentRows(all) },
    { file: 'process.csv', about: aboutProcess, columns: processColumns, rows: processRows(all) },
  ];
}

const aboutResults = 'A line for each value of each draft that has results.';
const aboutGroups = 'A line for each group of each value by which figures are told.';
const aboutParticipation = 'A line for each draft that has results.';
const aboutComments = 'A line for each published comment. Waiting, hidden and merged ones are in no file.';
const aboutProcess = 'A line for each thing that happened to the process. It names no person.';

function inDrafts(
  { drafts }: CharterExport,
  rowsOf: (draft: ExportedDraft) => readonly (readonly Cell[])[],
): readonly (readonly Cell[])[] {
  return drafts.flatMap(rowsOf);
}

const commentColumns: readonly Column[] = [
  { name: 'comment', about: 'its id; random, and saying nothing of time' },
  { name: 'draft', about: 'number of the draft it was written on' },
  { name: 'value', about: 'id of the value it is about; empty: the whole' },
  { name: 'title', about: 'title of that value' },
  { name: 'sort', about: 'wording, meaning, framing, missing or example, as its writer sorted it' },
  { name: 'text', about: 'as it was written' },
  { name: 'signed_by', about: 'the name it was signed with; empty: anonymous' },
  { name: 'people', about: 'how many said it, those included whose comments it speaks for' },
  { name: 'agree', about: 'votes told; empty: too few to be told' },
  { name: 'disagree', about: 'votes told' },
  { name: 'pass', about: 'votes told' },
];

function commentRows({ comments }: CharterExport): readonly (readonly Cell[])[] {
  return comments.map(({ id, draft, value, title, sort, text, signedBy, people, support }) => [
    ...[id, draft, value, title, sort, text, signedBy, people],
    ...[support?.agree, support?.disagree, support?.pass],
  ]);
}

const processColumns: readonly Column[] = [
  { name: 'number', about: 'from 1, without gaps' },
  { name: 'at', about: 'when, in UTC' },
  { name: 'kind', about: 'what happened' },
  { name: 'details', about: 'the rest of it, as JSON' },
];

function processRows({ records }: CharterExport): readonly (readonly Cell[])[] {
  return records.map(({ number, at, entry: { kind, ...details } }) => [
    ...[number, at, kind],
    Object.keys(details).length === 0 ? undefined : JSON.stringify(details),
  ]);
}
