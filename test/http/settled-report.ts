import { setTimeout as wait } from 'node:timers/promises';

import type { ApiJson, createApiClient } from './api-client.js';

const counts = [
  'intended',
  'sent',
  'waiting',
  'sending',
  'failed',
  'skipped',
  'cancelled',
  'possiblyTwice',
] as const;

export type SettledReport = Pick<ApiJson, (typeof counts)[number]>;

/** Between two looks: each of them is work for the program that is looked at. */
const moment = 20;

/** The report of an announcement once nothing of it is waiting or on its way; asks again until then. */
export async function settledReport(
  api: ReturnType<typeof createApiClient>,
  announcement: string | null | undefined,
): Promise<SettledReport> {
  for (;;) {
    const { status, json } = await api.get(`/api/announcements/${announcement ?? 'none'}`);
    if (status !== 200) throw new Error(`there is no announcement ${announcement ?? 'none'}`);
    if (json.waiting === 0 && json.sending === 0)
      return Object.fromEntries(counts.map((count) => [count, json[count]]));
    await wait(moment);
  }
}

/** Where every delivery arrived. */
export function allSent(intended: number): SettledReport {
  const nothing = { waiting: 0, sending: 0, failed: {}, skipped: {}, cancelled: 0, possiblyTwice: 0 };
  return { intended, sent: intended, ...nothing };
}
