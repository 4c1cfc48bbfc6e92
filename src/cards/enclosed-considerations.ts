import type { Consideration } from '../domain/charter.js';
import { bytesOf } from './card.js';
import { markdown } from './markdown.js';
import { shownConsideration } from './shown-consideration.js';
import { inline, shorten } from './text.js';

/** Considerations to stand on another card, as one text. */
export interface EnclosedConsiderations {
  readonly text: string;
  /** Not all of them fit. */
  readonly cut: boolean;
}

/** What they may weigh there, in bytes. */
const mostBytes = 4_000;
const nameShown = 200;

const known = new WeakMap<readonly Consideration[], EnclosedConsiderations>();

/** As many of the considerations as fit. They are as immutable as their draft, so this is worked out once. */
export function enclosed(considerations: readonly Consideration[]): EnclosedConsiderations {
  const before = known.get(considerations);
  if (before !== undefined) return before;
  const result = enclose(considerations);
  known.set(considerations, result);
  return result;
}

function enclose(considerations: readonly Consideration[]): EnclosedConsiderations {
  const texts: string[] = [];
  let bytes = 0;
  for (const [index, consideration] of considerations.entries()) {
    const { name, text } = shownConsideration(consideration);
    const number = String(index + 1);
    const heading =
      name === undefined ? `**${number}.** ` : `**${number}. ${inline(shorten(name, nameShown))}**\n\n`;
    const shown = `${heading}${markdown(text)}`;
    bytes += bytesOf(shown) + 4;
    if (bytes > mostBytes) break;
    texts.push(shown);
  }
  return { text: texts.join('\n\n'), cut: texts.length < considerations.length };
}
