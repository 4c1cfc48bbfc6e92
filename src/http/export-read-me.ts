import type { CharterExport } from '../app/export/read-export.js';
import type { Table } from '../app/export/table.js';
import { asText } from './markdown-text.js';

/** What is in each file, made of what the tables say of their own columns. */
export function readMeOf({ charter }: CharterExport, tables: readonly Table[]): string {
  return [
    `# Export of “${asText(charter.title)}”`,
    '',
    `Short name: \`${charter.name}\`. Made by Touchstone, under the rules by which members read results: nothing of a`,
    `value or a group below ${String(charter.rules.least)} answers, nothing that could be subtracted from something told before, and`,
    'nobody’s answers. Whatever is not in these files is told nowhere.',
    '',
    '| file | what it is |',
    '| --- | --- |',
    '| `charter.json` | all of it in one file |',
    '| `results.md` | the results, to be read |',
    '| `drafts/N.md` | the post of draft N as it came, or as it was corrected since |',
    ...tables.map(({ file, about }) => `| \`${file}\` | ${about} |`),
    '',
    'The tables are CSV (RFC 4180) in UTF-8, with a header line. A text that a spreadsheet would take for a formula,',
    'beginning with `=`, `+`, `-` or `@`, has an apostrophe before it: take it away where the text itself is wanted.',
    'Shares are from 0 to 1. Times are ISO-8601, in UTC.',
    ...tables.flatMap(columnsOf),
    '',
  ].join('\n');
}

function columnsOf({ file, columns }: Table): readonly string[] {
  return [
    '',
    `## ${file}`,
    '',
    '| column | what it is |',
    '| --- | --- |',
    ...columns.map(({ name, about }) => `| \`${name}\` | ${about} |`),
  ];
}
