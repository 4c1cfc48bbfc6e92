import type { DeclaredChange, Declared, DraftChanges, ValueChange } from '../../domain/change.js';
import type { Value } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { PostText } from '../../domain/imported-post.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';

/**
 * The post of a working copy with what was found about it written down: the identity of each value, where it comes from
 * and what is said of its change. What is edited afterwards stays matched as it was seen.
 */
export function pinPost({ post, composed }: ReadWorkingCopy): PostText {
  const { report: _, values, changes: declared, ...rest } = post;
  const ids = composed.values.map(({ id }) => id);
  const former = composed.before?.values ?? [];
  const changes =
    composed.changes === undefined
      ? (declared ?? [])
      : [...declarationsOf(composed.changes, former), ...strayOnes(declared ?? [], post.values, former, ids)];
  return {
    ...rest,
    values: values.map(({ title, text }, index) => ({ title, text, ...given({ explicitId: ids[index] }) })),
    ...(changes.length === 0 ? {} : { changes }),
  };
}

function declarationsOf(changes: DraftChanges, before: readonly Value[]): readonly DeclaredChange[] {
  const known = new Set(before.map(({ id }) => id));
  const { values, removed, considerations, leadIn } = changes;
  return [
    ...values.map((change) => declarationOf(change, known.has(change.value))),
    ...removed.map(({ value, ...declared }) => ({ of: value, ...saidOf(declared) })),
    ...(considerations === undefined ? [] : [{ of: 'considerations', ...saidOf(considerations) }]),
    ...(leadIn === undefined ? [] : [{ of: 'lead-in', ...saidOf(leadIn) }]),
  ].filter(saysSomething);
}

/** Where it comes from is written only where its id does not say it already. */
function declarationOf({ value, from, ...declared }: ValueChange, isKnown: boolean): DeclaredChange {
  const usual = isKnown ? [value] : [];
  const isUsual = from.length === usual.length && from.every((id, index) => id === usual[index]);
  return { of: value, ...(isUsual ? {} : { from }), ...saidOf(declared) };
}

function saidOf({ size, why, themes }: Declared): Declared {
  return { ...given({ size, why }), themes };
}

function saysSomething({ from, size, why, themes }: DeclaredChange): boolean {
  return from !== undefined || size !== undefined || why !== undefined || themes.length > 0;
}

/** Declarations that fit nothing stay: their author is told of them, and may mend them. */
function strayOnes(
  declared: readonly DeclaredChange[],
  values: PostText['values'],
  before: readonly Value[],
  ids: readonly string[],
): readonly DeclaredChange[] {
  const known = new Set<string>([
    ...['considerations', 'lead-in'],
    ...values.flatMap(({ explicitId, title }) => [explicitId ?? title, title]),
    ...before.flatMap(({ id, title }) => [id, title]),
    ...ids,
  ]);
  return declared.filter(({ of }) => !known.has(of));
}
