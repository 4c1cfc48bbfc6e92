import type { Value, ValueId } from '../domain/draft.js';
import type { Answer } from '../domain/rating.js';
import type { Words } from '../words/catalogue.js';
import { bytesOf } from './card.js';
import { inline, plain, shorten } from './text.js';

/** Titles as one numbered list, and the same as the choices of an input that opens one of them. */
export interface Glance {
  readonly list: string;
  readonly choices: readonly { readonly title: string; readonly value: ValueId }[];
}

export interface GlanceOptions {
  readonly bytes: number;
  readonly words: Words;
  /** The member's own, to stand beside the titles. */
  readonly answers?: ReadonlyMap<ValueId, Answer> | undefined;
  /** Answers that were given to an earlier draft, and its number. */
  readonly carried?: ReadonlyMap<ValueId, number> | undefined;
}

const titleShown = 200;
const choiceShown = 40;
/** Quotation marks, braces and names around a choice in JSON. */
const choiceFrame = 26;

/** All titles in as many lists as it takes. At least one. */
export function glancesAt(values: readonly Value[], options: GlanceOptions): readonly [Glance, ...Glance[]] {
  const lists: { lines: string[]; choices: Glance['choices'][number][]; held: number }[] = [];
  for (const [index, value] of values.entries()) {
    const line = lineOf(value, index + 1, options);
    const choice = {
      title: plain(`${String(index + 1)}. ${shorten(value.title, choiceShown)}`),
      value: value.id,
    };
    const weight = bytesOf(line) + 2 + bytesOf(choice.title) + bytesOf(choice.value) + choiceFrame;
    const last = lists.at(-1);
    if (last === undefined || last.held + weight > options.bytes) {
      lists.push({ lines: [line], choices: [choice], held: weight });
    } else {
      last.lines.push(line);
      last.choices.push(choice);
      last.held += weight;
    }
  }
  const [first = { list: '', choices: [] }, ...others] = lists.map(({ lines, choices }) => ({
    list: lines.join('\n'),
    choices,
  }));
  return [first, ...others];
}

/** The titles that fit into one list; a last line says how many more there are. */
export function glanceAt(values: readonly Value[], options: GlanceOptions): Glance {
  const [first, ...others] = glancesAt(values, options);
  const left = others.reduce((sum, { choices }) => sum + choices.length, 0);
  if (left === 0) return first;
  return { ...first, list: `${first.list}\n\n${options.words.say('common.more', { count: left })}` };
}

function lineOf({ id, title }: Value, position: number, { answers, carried, words }: GlanceOptions): string {
  const line = `${String(position)}. ${inline(shorten(title, titleShown))}`;
  if (answers === undefined) return line;
  const answer = answers.get(id);
  const from = carried?.get(id);
  const origin =
    from === undefined ? '' : ` (${words.say('revision.answers.carried', { number: String(from) })})`;
  return `${line}: *${answer === undefined ? words.all.common.notAnswered : words.all.scale[answer]}*${origin}`;
}
