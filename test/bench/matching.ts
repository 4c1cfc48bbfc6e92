import { ratesOf, type Rate } from '../domain/matching-rates.js';
import { editKinds } from '../domain/planted-edits.js';

/** Prints the table of `docs/matching.md`; takes how many revisions are made up. */
console.log(tableOf(Number(process.argv[2] ?? 4000)));

function tableOf(revisions: number): string {
  const together = ratesOf(revisions);
  const rows = editKinds.map((kind) => {
    const alone = ratesOf(Math.ceil(revisions / 4), kind).get(kind);
    return `| ${kind.padEnd(20)} | ${percent(alone)} | ${percent(together.get(kind))} |`;
  });
  const all = [...together.values()].reduce(
    (sum, { found, of }) => ({ found: sum.found + found, of: sum.of + of }),
    { found: 0, of: 0 },
  );
  return [
    '| edit                 |  alone | several |',
    '| -------------------- | -----: | ------: |',
    ...rows,
    `| ${'all'.padEnd(20)} |        | ${percent(all)} |`,
  ].join('\n');
}

function percent(rate: Rate | undefined): string {
  return rate === undefined ? '' : `${((100 * rate.found) / rate.of).toFixed(1)} %`;
}
