import { isAskedAgain } from '../../domain/asked-again.js';
import type { Declared, DraftChanges } from '../../domain/change.js';
import type { Value, ValueId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { MatchedChange, Wording } from './views.js';

/** Everything that a working copy changes, as it was found: its values, those that go, and what frames them. */
export function matchedChanges({ composed }: ReadWorkingCopy): readonly MatchedChange[] {
  const { changes } = composed;
  if (changes === undefined) return [];
  const former = composed.before?.values ?? [];
  return [
    ...composed.values.flatMap((value, index) => valueChange(changes, value, index + 1, former)),
    ...changes.removed.map(({ value, title, ...declared }) => ({
      of: { kind: 'removed' as const, id: value },
      title,
      kinds: [],
      from: named([value], former),
      ...saidOf(declared),
      asked: false,
    })),
    ...framing('considerations', changes.considerations),
    ...framing('lead-in', changes.leadIn),
  ];
}

function valueChange(
  changes: DraftChanges,
  { id, title }: Value,
  position: number,
  former: readonly Value[],
): readonly MatchedChange[] {
  const change = changes.values.find(({ value }) => value === id);
  if (change === undefined) return [];
  return [
    {
      of: { kind: 'value', id, position },
      title,
      kinds: change.kinds,
      from: named(change.from, former),
      ...saidOf(change),
      asked: isAskedAgain(changes, change),
    },
  ];
}

function framing(
  kind: 'considerations' | 'lead-in',
  declared: Declared | undefined,
): readonly MatchedChange[] {
  if (declared === undefined) return [];
  return [{ of: { kind }, title: '', kinds: [], from: [], ...saidOf(declared), asked: false }];
}

function saidOf({ size, why, themes }: Declared): Declared {
  return { ...given({ size, why }), themes };
}

function named(ids: readonly ValueId[], former: readonly Value[]): MatchedChange['from'] {
  return ids.map((id) => ({ id, title: former.find((value) => value.id === id)?.title ?? id }));
}

/** The words of a change on both sides. */
export function wordingsOf(
  { composed }: ReadWorkingCopy,
  { of, from }: MatchedChange,
): { readonly before: readonly Wording[]; readonly after?: Wording } {
  const former = composed.before;
  switch (of.kind) {
    case 'value':
    case 'removed': {
      const before = (former?.values ?? []).filter(({ id }) => from.some((each) => each.id === id));
      const after = of.kind === 'value' ? composed.values[of.position - 1] : undefined;
      return { before: before.map(wordingOf), ...given({ after: after && wordingOf(after) }) };
    }
    case 'considerations':
      return {
        before: [considerationsOf(former?.considerations ?? [])],
        after: considerationsOf(composed.framing.considerations),
      };
    case 'lead-in':
      return {
        before: [{ title: '', text: former?.leadIn ?? '' }],
        after: { title: '', text: composed.leadIn ?? '' },
      };
  }
}

export function wordingOf({ title, text }: Wording): Wording {
  return { title, text };
}

/** All of them as one text, in their order. */
export function considerationsOf(all: readonly { readonly name: string; readonly text: string }[]): Wording {
  return { title: '', text: all.map(({ text }, index) => `${String(index + 1)}. ${text}`).join('\n\n') };
}
