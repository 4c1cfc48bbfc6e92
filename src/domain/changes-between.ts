import type { Declared, DeclaredChange, DraftChanges } from './change.js';
import type { Consideration } from './charter.js';
import { formerOf, placeOf, saidIn, unknownSources } from './declared-changes.js';
import type { DraftContent, Value } from './draft.js';
import type { ImportedValue } from './imported-post.js';
import { mostSlips } from './correction.js';
import { isSameText } from './same-words.js';
import { slipsBetween } from './slip.js';
import type { IdentifiedValue } from './value-identity.js';

/** The draft before, and the text that is to follow it. */
export interface Beside {
  readonly base: Pick<DraftContent, 'number' | 'values' | 'considerations' | 'leadIn'>;
  readonly next: Pick<DraftContent, 'considerations' | 'leadIn'> & {
    readonly values: readonly IdentifiedValue[];
  };
  /** The values as the post has them. */
  readonly post: readonly Pick<ImportedValue, 'title' | 'text' | 'explicitId'>[];
  readonly declared: readonly DeclaredChange[];
}

export interface ChangesFound {
  readonly changes: Omit<DraftChanges, 'unanswered'>;
  /** What declarations are of that fit nothing. */
  readonly unfit: readonly string[];
}

/** What a text says otherwise than the draft before it, with what was declared of it. */
export function changesBetween(beside: Beside): ChangesFound {
  const { base, next, declared } = beside;
  const removed = base.values.filter(({ id }) => !next.values.some(({ from }) => from.includes(id)));
  const found = new Map<string, Declared>();
  const unfit = [...unknownSources(declared, base.values)];
  for (const each of declared) {
    const target = targetOf(each, beside, removed);
    if (target === undefined || found.has(target)) unfit.push(each.of);
    else found.set(target, saidIn(each));
  }
  const said = (target: string): Declared => found.get(target) ?? { themes: [] };
  const changes = {
    base: base.number,
    values: next.values.map(({ id, changes: kinds, from }) => ({
      ...{ value: id, kinds, from },
      ...said(valueTarget(id)),
    })),
    removed: removed.map(({ id, title }) => ({ value: id, title, ...said(valueTarget(id)) })),
    ...(reframes(beside) ? { considerations: said(considerationsTarget) } : {}),
    ...(leadsOtherwise(beside) ? { leadIn: leadInSaid(said(leadInTarget), beside) } : {}),
  };
  return { changes, unfit };
}

const considerationsTarget = 'considerations';
const leadInTarget = 'lead-in';
const valueTarget = (id: string): string => `value ${id}`;

/** What a declaration is of, if that changed: an id of the post, then what frames the values, then a title, then what is gone. */
function targetOf(
  { of, from }: DeclaredChange,
  beside: Beside,
  removed: readonly Value[],
): string | undefined {
  const { next, post, base } = beside;
  if (!post.some(({ explicitId }) => explicitId === of)) {
    if (of === considerationsTarget) return reframes(beside) ? of : undefined;
    if (of === leadInTarget) return leadsOtherwise(beside) ? of : undefined;
  }
  const named = placeOf(of, post);
  const place = named ?? (from === undefined ? placeKept(of, beside) : undefined);
  const value = place === undefined ? undefined : next.values[place];
  if (value !== undefined) {
    const isSaying = value.changes.length > 0 || from !== undefined;
    return isSaying ? valueTarget(value.id) : undefined;
  }
  const former = formerOf(of, base.values);
  return former !== undefined && removed.includes(former) ? valueTarget(former.id) : undefined;
}

/** Of a value that the post calls otherwise than the draft before did. */
function placeKept(of: string, { next, base }: Beside): number | undefined {
  const id = formerOf(of, base.values)?.id ?? of;
  const place = next.values.findIndex((value) => value.id === id);
  return place < 0 ? undefined : place;
}

/** All values are rated under it, and nobody could say of one that it is more: so it is spelling only if it is. */
function leadInSaid(said: Declared, { base, next }: Beside): Declared {
  if (said.size !== 'spelling' || isSpellingOf(base.leadIn ?? '', next.leadIn ?? '')) return said;
  const { size: _size, ...rest } = said;
  return rest;
}

function reframes({ base, next }: Beside): boolean {
  const isSame = (one: Consideration, other: Consideration | undefined): boolean =>
    other !== undefined && isSameText(one.name, other.name) && isSameText(one.text, other.text);
  return (
    base.considerations.length !== next.considerations.length ||
    !base.considerations.every((each, place) => isSame(each, next.considerations[place]))
  );
}

function leadsOtherwise({ base, next }: Beside): boolean {
  return !isSameText(base.leadIn ?? '', next.leadIn ?? '');
}

/** Whether nothing but slips is put right in the sentence before the values. */
export function isSpellingOf(before: string, after: string): boolean {
  return slipsBetween(before, after, mostSlips) !== undefined;
}
