import type { Subject } from '../app/subject.js';
import type { Value, ValueId } from '../domain/draft.js';
import type { Answer } from '../domain/rating.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import type { Glance } from './at-a-glance.js';

/** An input that names one of the values, and the button that opens it. Its id is what `ballot` reads a value from. */
export interface Picker {
  readonly any: boolean;
  readonly label: string;
  readonly choices: Glance['choices'];
  /** Preset, so that the button never lacks a value: the first without an answer, else the first. */
  readonly value: string;
  readonly actions: readonly Action[];
}

export function pickerOf(
  { choices }: Glance,
  {
    subject,
    answers,
  }: { subject: Subject; values: readonly Value[]; answers?: ReadonlyMap<ValueId, Answer> },
  words: Words,
  /** Also where nothing can be rated any more: to read. */
  { always = false } = {},
): Picker {
  const any = choices.length > 0 && (always || subject.preview || subject.state === 'open');
  const next = choices.find(({ value }) => answers?.has(value) !== true) ?? choices[0];
  const { pick, open } = words.all.common;
  return {
    any,
    label: pick,
    choices,
    value: next?.value ?? '',
    actions: [button(open, { kind: 'ballot', about: aboutOf(subject) }, { inputs: true })],
  };
}
