import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Task } from './one-process.js';

const program = fileURLToPath(new URL('one-process.js', import.meta.url));

/** Runs the task in one process for each URL, all at the same time, and gathers what each of them answers. */
export async function startProcesses(
  urls: readonly string[],
  task: Task,
  about = '',
): Promise<readonly unknown[]> {
  const processes = urls.map((url, index) => fork(program, [url, task, `process-${String(index)}`, about]));
  await Promise.all(processes.map(answerOf));
  const answers = processes.map(answerOf);
  for (const child of processes) child.send('go');
  return Promise.all(answers);
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The process ended early, with ${String(code ?? signal)}.`);
  });
  const answered = once(child, 'message').then(([message]) => message as unknown);
  return Promise.race([answered, ended]);
}
