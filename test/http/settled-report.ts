import type { createApiClient } from './api-client.js';

export interface SettledReport {
  readonly intended?: number;
  readonly sent?: number;
  readonly waiting?: number;
  readonly sending?: number;
  readonly failed?: Readonly<Record<string, number>>;
  readonly skipped?: Readonly<Record<string, number>>;
}

/** The report of an announcement once nothing of it is waiting or on its way; asks again until then. */
export async function settledReport(
  api: ReturnType<typeof createApiClient>,
  announcement: string | null | undefined,
): Promise<SettledReport> {
  for (;;) {
    const { status, json } = await api.get(`/api/announcements/${announcement ?? 'none'}`);
    if (status !== 200) throw new Error(`there is no announcement ${announcement ?? 'none'}`);
    const { intended, sent, waiting, sending, failed, skipped } = json;
    if (waiting === 0 && sending === 0)
      return { intended, sent, waiting, sending, failed, skipped } as SettledReport;
  }
}

/** Where every delivery arrived. */
export function allSent(intended: number): SettledReport {
  return { intended, sent: intended, waiting: 0, sending: 0, failed: {}, skipped: {} };
}
