/** How strongly a value resonates, from 1 (not at all) to 5 (very strongly). */
export type Step = 1 | 2 | 3 | 4 | 5;
export type Answer = Step | 'unclear' | 'no-opinion';

export const steps = [1, 2, 3, 4, 5] as const satisfies readonly Step[];
export const answers = [1, 2, 3, 4, 5, 'unclear', 'no-opinion'] as const satisfies readonly Answer[];

/** A member within one charter: a keyed hash that leads back to nobody without the charter's key. */
export type Pseudonym = string & { readonly brand: 'Pseudonym' };

/** An answer from its stored or sent form: `"4"`, `4`, `"unclear"`, `"no-opinion"`. */
export function parseAnswer(input: unknown): Answer | undefined {
  return answers.find((answer) => String(answer) === String(input).trim());
}
