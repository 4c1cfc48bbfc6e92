import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage when the heap has grown by four fifths, from now on. By itself V8 lets the heap of a program that has
 * just started grow about 100 MB before it looks for the first time, and fourfold later: in a long fan-out much lives
 * for a second. Measured with thousands of recipients: about 45 MB more resident than at the start, in place of 120 MB.
 * A smaller step (30 %) saved 25 MB more and cost a press on a card a fifth of its CPU time.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=80');
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
