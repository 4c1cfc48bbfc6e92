type Cell = string | number | boolean | undefined;

/** RFC 4180 with a header line. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  const text = typeof cell === 'string' ? defused(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Also behind white space, and in the wide forms that East Asian keyboards write. */
function defused(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
