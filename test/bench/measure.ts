import { readFileSync } from 'node:fs';

import { runLoad, type Load, type LoadResult } from './load.js';

/** One round of one server. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds of the server process per request; `undefined` where the system does not tell. */
  readonly cpu: number | undefined;
}

export async function measureRound(pid: number, load: Load): Promise<Round> {
  const before = cpuSeconds(pid);
  const result = await runLoad(load);
  const after = cpuSeconds(pid);
  const cpu =
    before === undefined || after === undefined ? undefined : ((after - before) * 1000) / result.requests;
  return {
    requestsPerSecond: result.requests / result.seconds,
    p50: percentile(result, 0.5),
    p99: percentile(result, 0.99),
    cpu,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

function percentile(result: LoadResult, share: number): number {
  const last = result.latencies.length - 1;
  return result.latencies[Math.min(last, Math.floor(result.latencies.length * share))] ?? NaN;
}

/** User and system time of a process; the kernel counts it in hundredths of a second. Linux only. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The most memory a process has had resident so far, in MB. Linux only. */
export function peakMemory(pid: number): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
