import type { Comment, HidingReason } from '../../domain/comment.js';
import { longestComment } from '../../domain/comment.js';
import type { Value } from '../../domain/draft.js';
import type { Words } from '../../words/catalogue.js';
import { inline, plain, shorten, withoutTricks } from '../text.js';

const nameShown = 80;
const titleShown = 120;
const titleSpoken = 60;
const markLength = 6;
/** Well above the letters and hyphens of a code: somebody may paste the sentence around it. */
export const mostCode = 60;

/** A comment's own words for a TextBlock: as they were typed, each line a paragraph. */
export function wordsOf(text: string, most = longestComment): string {
  return withoutTricks(shorten(text, most))
    .split('\n')
    .map((line) => inline(line))
    .filter((line) => line !== '')
    .join('\n\n');
}

/** The same for a field to write in, which knows no Markdown. */
export function typedText(text: string): string {
  return withoutTricks(text).split('\n').map(plain).join('\n');
}

/** What stands for a comment in typed words: nobody types a whole id. */
export function markOf({ id }: { readonly id: string }): string {
  return plain(id.slice(0, markLength));
}

/** A receipt's code; what somebody typed instead of one may be anything. */
export function codeText(code: string): string {
  return shorten(plain(code), mostCode);
}

interface Place {
  readonly value?: Pick<Value, 'title'>;
  /** From 1. */
  readonly position?: number;
}

/** What is commented on. For a TextBlock. */
export function aboutLine({ value, position }: Place, words: Words): string {
  if (value === undefined) return words.all.comments.about.whole;
  return words.say('comments.about.value', {
    position: position ?? 0,
    title: inline(shorten(value.title, titleShown)),
  });
}

/** The same to be heard. */
export function aboutSpoken({ value, position }: Place, words: Words): string {
  if (value === undefined) return words.all.comments.about.wholeShort;
  return words.say('comments.about.value', {
    position: position ?? 0,
    title: plain(shorten(value.title, titleSpoken)),
  });
}

/** Who signed it, and how many of us said it. */
export function byLine(comment: Comment, words: Words): string {
  const { anonymous } = words.all.comments.by;
  const { signedBy, people } = comment;
  const by =
    signedBy === undefined
      ? anonymous
      : words.say('comments.by.signed', { name: inline(shorten(signedBy, nameShown)) });
  return people > 1 ? `${by} · ${words.say('comments.people', { people })}` : by;
}

/** "advertising: 1; off topic: 2"; empty where nothing is hidden. */
export function hiddenByReason(counts: ReadonlyMap<HidingReason, number>, words: Words): string {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([reason, count]) =>
      words.say('comments.hidden', { reason: words.all.comments.reasonNames[reason], count }),
    )
    .join('; ');
}

/** In the words of the policy, as a sentence goes on: "because it …". */
export function reasonText(reason: HidingReason | undefined, words: Words): string {
  return words.all.comments.reasons[reason ?? 'off-topic'];
}
