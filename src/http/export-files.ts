import type { CharterExport } from '../app/export/read-export.js';
import { ledgerFile } from '../app/ledger/ledger-file.js';
import { tablesOf } from '../app/export/tables.js';
import { csvOf } from './csv.js';
import { readMeOf } from './export-read-me.js';
import { resultsMarkdown } from './export-results.js';

/** A file of an export, by the name it has below the folder. */
export interface ExportFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  markdown: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  lines: 'application/jsonl; charset=utf-8',
} as const;

/** Everything that everybody may read of a charter, as files. */
export function exportFiles(all: CharterExport): readonly ExportFile[] {
  const tables = tablesOf(all);
  return [
    { name: 'README.md', type: types.markdown, text: readMeOf(all, tables) },
    { name: 'charter.json', type: types.json, text: `${JSON.stringify(all, null, 2)}\n` },
    { name: 'ledger.jsonl', type: types.lines, text: ledgerFile(all.charter.name, all.records) },
    { name: 'results.md', type: types.markdown, text: resultsMarkdown(all) },
    ...tables.map(({ file, columns, rows }) => ({
      name: file,
      type: types.csv,
      text: csvOf(
        columns.map(({ name }) => name),
        rows,
      ),
    })),
    ...all.drafts.map(({ number, source }) => ({
      name: `drafts/${String(number)}.md`,
      type: types.markdown,
      text: source,
    })),
  ];
}
