import type { Selectable } from 'kysely';

import type { Settlement } from '../app/ports.js';
import type { Tables } from './schema.js';

/** What a settlement may change. */
export const settledColumnNames = [
  'state',
  'reason',
  'task',
  'edit',
  'edit_reason',
  'message',
  'due',
  'attempts',
  'misses',
  'doubts',
  'held',
  'settled_at',
] as const;

export type SettledColumns = Pick<Selectable<Tables['deliveries']>, (typeof settledColumnNames)[number]>;

export interface Standing extends SettledColumns {
  /** Of the announcement, now. */
  readonly revision: number;
  /** Why nothing can be sent there, since it was claimed. */
  readonly unreachable: string | null;
}

/** How a delivery stands after what became of the task at hand. */
export function settledColumns(
  { revision, unreachable, ...before }: Standing,
  outcome: Settlement,
  at: string,
): SettledColumns {
  const end = before.task === 'edit' ? editEnded : sendEnded;
  switch (outcome.kind) {
    case 'done':
      return before.task === 'edit'
        ? { ...before, ...edited(outcome.revision < revision, at) }
        : { ...before, ...sent(outcome, revision, at) };
    case 'again':
      return unreachable === null
        ? { ...before, ...waiting(before, outcome.due), ...tried(before, outcome) }
        : { ...before, ...end('skipped', unreachable, at) };
    case 'held':
      return { ...before, ...waiting(before, outcome.due), held: 1 };
    case 'cancelled':
      return { ...before, ...end('cancelled', 'cancelled', at), reason: null };
    case 'failed':
    case 'skipped':
      return { ...before, ...end(outcome.kind, outcome.reason, at) };
  }
}

const afresh = { attempts: 0, misses: 0 } as const;

function sent({ message, revision }: Extract<Settlement, { kind: 'done' }>, current: number, at: string) {
  const columns = { state: 'sent', reason: null, message: message ?? null, settled_at: at } as const;
  if (revision === current) return { ...columns, task: null };
  return message === undefined
    ? ({ ...columns, task: null, edit: 'failed', edit_reason: 'no-message-id' } as const)
    : { ...columns, ...toBeEdited(at) };
}

function edited(stale: boolean, at: string) {
  return stale ? toBeEdited(at) : ({ task: null, edit: 'edited', edit_reason: null } as const);
}

function toBeEdited(due: string) {
  return { task: 'edit', edit: 'waiting', edit_reason: null, due, ...afresh } as const;
}

function waiting({ task, state }: SettledColumns, due: string) {
  return { state: task === 'edit' ? state : 'waiting', due } as const;
}

function tried(
  { task, attempts, misses, doubts }: SettledColumns,
  { missed, doubtful, untried }: Extract<Settlement, { kind: 'again' }>,
) {
  return {
    attempts: attempts + Number(untried !== true),
    misses: misses + Number(missed),
    doubts: doubts + Number(doubtful && task === 'send'),
  };
}

function sendEnded(state: 'failed' | 'skipped' | 'cancelled', reason: string, at: string) {
  return { state, reason, task: null, settled_at: at } as const;
}

/** A copy that is not to be edited any more stays as it is, for whatever reason. */
function editEnded(_: 'failed' | 'skipped' | 'cancelled', reason: string) {
  return { task: null, edit: 'failed', edit_reason: reason } as const;
}
