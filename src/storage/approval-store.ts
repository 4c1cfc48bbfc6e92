import type { Transaction } from 'kysely';

import type { Intent } from '../app/intent.js';
import type { Approval, ApprovalStore } from '../app/people/approval-store.js';
import type { Database } from './database.js';
import { filled } from './filled.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

export function createApprovalStore({ query }: Database): ApprovalStore {
  const approvals = query
    .selectFrom('approvals')
    .select(['id', 'charter', 'action', 'intent', 'asked_by as askedBy'])
    .select(['asked_by_name as askedByName', 'asked_at as askedAt'])
    .orderBy('asked_at')
    .orderBy('id');

  return {
    ask: (approval) => query.transaction().execute((tx) => ask(tx, approval)),

    async find(id) {
      const row = await approvals.where('id', '=', id).executeTakeFirst();
      return row && approvalOf(row);
    },

    async waiting(charter) {
      const those = charter === undefined ? approvals : approvals.where('charter', '=', charter);
      return (await those.execute()).map(approvalOf);
    },

    settle: (which) => query.transaction().execute((tx) => settle(tx, which)),
  };
}

/** Whoever asks for the same later takes its place: of each action there is one to confirm. */
async function ask(
  tx: Tx,
  { id, charter, action, intent, askedBy, askedByName, askedAt }: Approval,
): Promise<void> {
  const row = {
    ...{ id, intent: JSON.stringify(intent) },
    ...{ asked_by: askedBy, asked_by_name: askedByName ?? null, asked_at: askedAt },
  };
  await tx
    .insertInto('approvals')
    .values({ charter, action, ...row })
    .onConflict((conflict) => conflict.columns(['charter', 'action']).doUpdateSet(row))
    .execute();
  await recordEntry(tx, charter, { kind: 'second', action, became: 'asked' }, askedAt);
}

/** Of several who settle it at once, one does. */
async function settle(tx: Tx, { id, became, at }: Parameters<ApprovalStore['settle']>[0]): Promise<boolean> {
  const settled = await tx
    .deleteFrom('approvals')
    .where('id', '=', id)
    .returning(['charter', 'action'])
    .executeTakeFirst();
  if (settled === undefined) return false;
  const { charter, action } = settled;
  await recordEntry(tx, charter, { kind: 'second', action, became }, at);
  return true;
}

function approvalOf({
  intent,
  ...row
}: Omit<Approval, 'intent' | 'askedByName'> & {
  readonly intent: string;
  readonly askedByName: string | null;
}): Approval {
  return { ...filled(row), intent: JSON.parse(intent) as Intent };
}
