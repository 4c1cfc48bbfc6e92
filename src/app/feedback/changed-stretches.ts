import { diffOf } from '../../domain/diff.js';

/** Words that took the place of others; empty on one side where they were only added or only taken out. */
export interface ChangedStretch {
  readonly before: string;
  readonly after: string;
}

/** The stretches of words in which two texts differ, in their order. */
export function changedStretches(before: string, after: string): readonly ChangedStretch[] {
  const stretches: ChangedStretch[] = [];
  let goesOn = false;
  for (const { kind, text } of diffOf(before, after)) {
    const last = stretches.at(-1);
    if (kind === 'added' && goesOn && last !== undefined) stretches.splice(-1, 1, { ...last, after: text });
    else if (kind === 'added') stretches.push({ before: '', after: text });
    else if (kind === 'removed') stretches.push({ before: text, after: '' });
    goesOn = kind === 'removed';
  }
  return stretches;
}
