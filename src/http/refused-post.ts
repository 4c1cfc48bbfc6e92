import type { Refusal, ReportLine } from '../domain/imported-post.js';
import { refused, type ApiAnswer } from './api-answer.js';
import { problem } from './problem.js';

/** How a line of the import report or a refusal is worded; handed in, since HTTP knows no catalogue. */
export interface ReportWords {
  line(report: ReportLine): string;
  refusal(refusal: Refusal): string;
}

export function refusedPost(words: ReportWords, errors: readonly Refusal[]): ApiAnswer {
  const lines = errors.map((error) => ({ line: error.line, message: words.refusal(error) }));
  return refused(
    problem(422, 'post-refused', 'The post was not taken; nothing was stored', { errors: lines }),
  );
}
