/** The one-sided 90 % point of the normal distribution. */
const z90 = 1.2816;

export interface StatementSupport {
  /** The share of those who agree, from 0 to 1, drawn a little towards one half. */
  readonly share: number;
  /** How far the share is from one half, in standard errors. */
  readonly z: number;
  readonly isConsensus: boolean;
  /** Statements are ordered by it. */
  readonly weight: number;
}

/** Whether a statement is one of consensus, as Polis tells it: `agreeing` of all who `saw` it, those who passed too. */
export function statementSupport(agreeing: number, saw: number): StatementSupport {
  const share = (agreeing + 1) / (saw + 2);
  const z = 2 * Math.sqrt(saw + 1) * ((agreeing + 1) / (saw + 1) - 0.5);
  return { share, z, isConsensus: share > 0.5 && z > z90, weight: share * z };
}
