import type { Subject } from '../app/subject.js';
import type { BallotView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { inline, plain, shorten } from './text.js';

/** What stands at the top of a card: what the press before did, and that a preview records nothing. */
export interface Notes {
  readonly any: boolean;
  readonly all: readonly { readonly text: string }[];
  /** The same to be spoken. */
  readonly spoken: string;
}

type Just = NonNullable<BallotView['just']>;
const titleShown = 80;

export function notesOf(
  { subject, just }: { subject: Subject; just?: Just | undefined },
  words: Words,
): Notes {
  const preview = subject.preview && just?.did !== 'preview' ? [{ text: words.all.common.preview }] : [];
  if (just === undefined) return { any: subject.preview, all: preview, spoken: '' };
  const title = shorten(just.title, titleShown);
  const answer = just.answer === undefined ? '' : words.all.scale[just.answer];
  const shown = { text: justText(just, { title: inline(title), answer: `*${answer}*` }, words) };
  const spoken = `${justText(just, { title: plain(title), answer }, words)} `;
  return { any: true, all: [shown, ...preview], spoken };
}

function justText({ did, position }: Just, parts: { title: string; answer: string }, words: Words): string {
  switch (did) {
    case 'rated':
      return words.say('common.rated', { position, ...parts });
    case 'withdrawn':
      return words.say('common.withdrawn', { position, ...parts });
    case 'nothing-chosen':
      return words.all.common.nothingChosen;
    case 'preview':
      return words.say('common.previewed', { position });
  }
}
