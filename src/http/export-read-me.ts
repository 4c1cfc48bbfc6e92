import type { CharterExport } from '../app/export/read-export.js';
import type { Table } from '../app/export/table.js';
import { beginning } from '../app/ledger/chain.js';
import { asText } from './markdown-text.js';

/** What is in each file, made of what the tables say of their own columns. */
export function readMeOf({ charter, records }: CharterExport, tables: readonly Table[]): string {
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
    '| `ledger.jsonl` | everything that happened to the process, as a chain |',
    '| `results.md` | the results, to be read |',
    '| `drafts/N.md` | the post of draft N as it came, or as it was corrected since |',
    ...tables.map(({ file, about }) => `| \`${file}\` | ${about} |`),
    '',
    'The tables are CSV (RFC 4180) in UTF-8, with a header line. A text that a spreadsheet would take for a formula,',
    'beginning with `=`, `+`, `-` or `@`, has an apostrophe before it: take it away where the text itself is wanted.',
    'Shares are from 0 to 1. Times are ISO-8601, in UTC.',
    '',
    '## ledger.jsonl',
    '',
    `Its head is \`${records.at(-1)?.hash ?? beginning}\`. Each entry has the hash of the one before it, so that none can be`,
    'edited, removed or moved without notice: `npx touchstone verify ledger.jsonl` checks that, and that the drafts in',
    '`charter.json` beside it say what was published. It needs nothing but these files. It holds no answer, no comment and no',
    'person. A whole new chain would look whole too: compare the head with one that you kept, or that a card showed you.',
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
