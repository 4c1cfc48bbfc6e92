import type { Wording } from '../../app/revision/views.js';
import { contextOf, diffOf, type DiffPart } from '../../domain/diff.js';
import { withoutMarks } from '../../domain/without-marks.js';
import type { Words } from '../../words/catalogue.js';
import { oneFullStop } from '../../words/full-stop.js';
import { bytesOf } from '../card.js';
import { remembering } from '../memo.js';
import { escapeMarkdown, inline, plain, shorten, withoutTricks } from '../text.js';

/** A difference for a TextBlock, readable without colour: `**[+ added +]**`, `*[− removed −]*`. */
export interface DiffText {
  readonly text: string;
  /** Not all of it fits. */
  readonly cut: boolean;
}

const stretchesSpoken = 3;
const stretchSpoken = 80;

/** What became of a text, word by word, as it is read aloud: without the marks of Markdown, unless these alone changed. */
function diffParts(before: string, after: string): readonly DiffPart[] {
  return computed(JSON.stringify([before, after]));
}

const computed = remembering((both: string): readonly DiffPart[] => {
  const [before = '', after = ''] = JSON.parse(both) as readonly string[];
  const read = diffOf(withoutMarks(before), withoutMarks(after));
  return read.some(({ kind }) => kind !== 'same') ? read : diffOf(before, after);
});

export function diffText(before: string, after: string, bytes: number): DiffText {
  const shown: string[] = [];
  let held = 0;
  for (const piece of contextOf(diffParts(before, after)).flatMap(piecesOf)) {
    held += bytesOf(piece) + 1;
    if (held > bytes) return { text: tidy([...shown, '…']), cut: true };
    shown.push(piece);
  }
  return { text: tidy(shown), cut: false };
}

/** A title is shown with all its words. */
export function titleDiff(before: string, after: string, most: number): string {
  const [one, other] = [shorten(before, most), shorten(after, most)];
  return tidy(diffParts(one, other).flatMap(piecesOf));
}

const paragraph = '\n\n';
/** Words of one run that a card shows in one piece; a longer run may be cut between two of them. */
const wordsInPiece = 40;

/** Marks never reach over the beginning of a paragraph: Markdown would not read them. */
function piecesOf({ kind, text }: DiffPart): readonly string[] {
  const pieces: string[] = [];
  let words: string[] = [];
  const end = (): void => {
    if (words.length > 0) pieces.push(marked(kind, words.join(' ')));
    words = [];
  };
  for (const word of text.split(' ')) {
    if (word === '¶' || word === '↵') {
      end();
      if (kind !== 'removed') pieces.push(paragraph);
    } else {
      words.push(word);
      if (words.length === wordsInPiece) end();
    }
  }
  end();
  return pieces;
}

function marked(kind: DiffPart['kind'], text: string): string {
  const safe = inline(text);
  if (safe === '') return '';
  if (kind === 'same') return safe;
  return kind === 'added' ? `**[+ ${safe} +]**` : `*[− ${safe} −]*`;
}

function tidy(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .join(' ')
    .replace(/ *\n\n */g, paragraph)
    .trim();
}

/** The same in sentences, for the ear: “Added: … Removed: …” */
export function diffSpoken({ before, after }: { before: string; after: string }, words: Words): string {
  const parts = diffParts(before, after);
  const told = (kind: 'added' | 'removed'): string => {
    const stretches = parts
      .filter((part) => part.kind === kind)
      .map(({ text }) => plain(shorten(text.replace(/[¶↵]/g, ' '), stretchSpoken)))
      .filter((text) => text !== '');
    const shown = stretches
      .slice(0, stretchesSpoken)
      .map((text) => words.say('revision.diff.quoted', { text }));
    const text = [...shown, ...(stretches.length > shown.length ? ['…'] : [])].join(', ');
    return text === '' ? '' : oneFullStop(words.say(`revision.diff.${kind}`, { text }));
  };
  const changed = parts.some(({ kind }) => kind !== 'same');
  const said = [told('added'), told('removed')].filter((text) => text !== '').join(' ');
  return said === '' && changed ? words.all.revision.diff.breaks : said;
}

/** Both sides of a change as two texts; several values that were joined are read one after the other. */
export function joinedText(wordings: readonly Wording[]): string {
  return wordings.map(({ text }) => text).join('\n\n');
}

/** Words of authors, as they were typed, in one paragraph. */
export function quotedText(text: string, most: number): string {
  return escapeMarkdown(
    withoutTricks(shorten(withoutMarks(text), most))
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
