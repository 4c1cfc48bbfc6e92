/** What became of those who were asked, in the terms of AAPOR's standard definitions. People, each in one of them. */
export interface Dispositions {
  /** Answered every value, or said *no opinion*. */
  readonly complete: number;
  readonly partial: number;
  readonly declined: number;
  /** Reached but silent. */
  readonly silent: number;
  readonly notReachable: number;
  readonly unknown: number;
}

/** The share of those who answered everything (AAPOR's RR1), from 0 to 1; 0 when nobody was asked. */
export function responseRate(dispositions: Dispositions): number {
  return share(dispositions.complete, dispositions);
}

/** The share of those who answered anything (AAPOR's RR2). */
export function responseRateWithPartial(dispositions: Dispositions): number {
  return share(dispositions.complete + dispositions.partial, dispositions);
}

function share(part: number, dispositions: Dispositions): number {
  const { complete, partial, declined, silent, notReachable, unknown } = dispositions;
  const asked = complete + partial + declined + silent + notReachable + unknown;
  return asked === 0 ? 0 : part / asked;
}
