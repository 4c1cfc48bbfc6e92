import type { Declared, DraftChanges, ValueChange } from '../../domain/change.js';
import type { CharterName } from '../../domain/charter.js';
import type { Draft, ValueId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { Ports } from '../ports.js';
import type { CausedChange } from './views.js';

/** The drafts of a charter in the order of their numbers. */
export async function draftsOf(
  { drafts }: Pick<Ports, 'drafts'>,
  charter: CharterName,
): Promise<readonly Draft[]> {
  const latest = await drafts.latest(charter);
  const numbers = Array.from({ length: latest?.number ?? 0 }, (_, index) => index + 1);
  const found = await Promise.all(numbers.map((number) => drafts.numbered({ charter, number })));
  return found.filter((draft) => draft !== undefined);
}

/** By the number of a theme, what drafts say was changed because of it: the earliest first. What was withdrawn changed nothing. */
export function causedBy(drafts: readonly Draft[]): ReadonlyMap<number, readonly CausedChange[]> {
  const caused = new Map<number, CausedChange[]>();
  for (const draft of drafts) {
    const { changes } = draft;
    if (changes === undefined || draft.state === 'withdrawn') continue;
    const base = drafts.find(({ number }) => number === changes.base);
    for (const { declared, change } of changesIn(draft, changes, base)) {
      for (const theme of new Set(declared.themes)) caused.set(theme, [...(caused.get(theme) ?? []), change]);
    }
  }
  return caused;
}

interface DeclaredChange {
  readonly declared: Declared;
  readonly change: CausedChange;
}

function changesIn(draft: Draft, changes: DraftChanges, base: Draft | undefined): readonly DeclaredChange[] {
  const at = { draft: draft.id, number: draft.number, base: changes.base };
  const said = ({ size, why }: Declared) => given({ size, why });
  const { removed, considerations, leadIn } = changes;
  const whole = (of: 'considerations' | 'lead-in', declared: Declared | undefined): DeclaredChange[] =>
    declared === undefined
      ? []
      : [{ declared, change: { ...at, of, title: '', kinds: [], ...said(declared) } }];
  return [
    ...changes.values
      .filter(({ kinds }) => kinds.length > 0)
      .map((change) => ({
        declared: change,
        change: { ...at, ...said(change), ...ofValue(change, draft, base) },
      })),
    ...removed.map((gone) => {
      const before = textOf(base, gone.value);
      const change = { ...at, of: 'removed' as const, value: gone.value, title: gone.title, kinds: [] };
      return { declared: gone, change: { ...change, ...said(gone), ...given({ before }) } };
    }),
    ...whole('considerations', considerations),
    ...whole('lead-in', leadIn),
  ];
}

function ofValue({ value, kinds, from }: ValueChange, draft: Draft, base: Draft | undefined) {
  const after = textOf(draft, value);
  const before = from[0] === undefined ? undefined : textOf(base, from[0]);
  return { of: 'value' as const, value, kinds, title: after?.title ?? '', ...given({ before, after }) };
}

function textOf(draft: Draft | undefined, value: ValueId): CausedChange['before'] {
  const found = draft?.values.find(({ id }) => id === value);
  return found && { title: found.title, text: found.text };
}
