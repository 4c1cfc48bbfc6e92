import type { Value } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import { usualRules, type ProcessRules } from '../../domain/process.js';
import { findText, found, instead, type Found } from '../find-text.js';
import type { About, ValueRef } from '../about.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { Text } from '../text.js';

/** What comments are on: one value of a text, or the whole of it. */
export interface Commented {
  readonly text: Text;
  readonly rules: ProcessRules;
  readonly sealed: boolean;
  /** Absent: the whole. */
  readonly value?: Value;
  /** From 1. */
  readonly position?: number;
}

export async function findCommented(
  ports: Ports,
  speaker: Speaker,
  { about, value: ref, intent }: { about: About; value: ValueRef | undefined; intent: Intent },
): Promise<Found<Commented>> {
  const search = await findText(ports, speaker, about, intent);
  if (search.kind === 'instead') return search;
  const text = search.it;
  const { values, subject } = text;
  if (ref !== undefined && values.length === 0) return instead({ kind: 'notice', what: 'no-draft', subject });
  const position = ref === undefined ? undefined : positionOf(values, ref);
  const value = position === undefined ? undefined : values[position - 1];
  if (ref !== undefined && value === undefined)
    return instead({ kind: 'notice', what: 'no-such-value', subject, total: values.length });
  const charter = await ports.charters.find(subject.charter);
  const rules = charter?.rules ?? usualRules;
  const sealed = charter?.sealedAt !== undefined;
  return found({ text, rules, sealed, ...given({ value, position }) });
}

function positionOf(values: readonly Value[], ref: ValueRef): number {
  return ref.by === 'position' ? ref.position : values.findIndex(({ id }) => id === ref.id) + 1;
}
