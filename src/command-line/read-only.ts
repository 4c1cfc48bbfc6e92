import { isTaken, reportWordsFor } from '../cards/report-words.js';
import type { Call } from './call.js';
import { postIn } from './post-file.js';
import { count } from './say.js';

/** What would be taken for what; no bot is asked. */
export async function readOnly({ operand }: Call): Promise<string> {
  const { post } = await postIn(operand);
  const words = reportWordsFor('en');
  const width = String(post.report.at(-1)?.line ?? 0).length;
  return [
    ...post.report.map((line) => {
      const mark = isTaken(line.kind) ? ' ' : '!';
      return `${mark} ${String(line.line).padStart(width)}  ${words.line(line)}`;
    }),
    '',
    `${count(post.values.length, 'value')}, ${count(post.considerations.length, 'consideration')}, ` +
      `${count(post.background.length, 'background section')}. Nothing was sent.`,
  ].join('\n');
}
