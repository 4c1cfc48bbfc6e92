import type { Subject } from '../app/subject.js';
import type { Words } from '../words/catalogue.js';
import { inline } from './text.js';

/** Which text a card shows: "Draft 2 of coop". For a TextBlock. */
export function subjectLine({ charter, number, preview }: Subject, words: Words): string {
  if (preview) return words.say('common.previewOf', { charter: inline(charter) });
  if (number === undefined) return words.say('common.noDraft', { charter: inline(charter) });
  return words.say('common.draft', { number, charter: inline(charter) });
}

/** The same with where the draft stands: "Draft 2 of coop, closed". */
export function subjectAndState(subject: Subject, words: Words): string {
  const draft = subjectLine(subject, words);
  if (subject.state === undefined || subject.preview) return draft;
  return words.say('charter.state', { draft, state: words.all.common.states[subject.state] });
}
