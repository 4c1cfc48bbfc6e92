import { outcomeOf } from '../app/adoption/show-outcome.js';
import type { Ports } from '../app/ports.js';
import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { Dissent } from '../domain/outcome.js';
import { ok, refused, withCharter, type ApiAnswer } from './api-answer.js';
import { notFound } from './problem.js';

/** What a charter adopted. Proposing and adopting are done in chat, by people. */
export function createOutcomeApi(ports: Ports) {
  return {
    readOutcome: (charter: string) => withCharter(ports, charter, (name) => readOutcome(ports, name)),
  };
}

async function readOutcome(ports: Ports, name: CharterName): Promise<ApiAnswer> {
  const charter = await ports.charters.find(name);
  const view = charter && (await outcomeOf(ports, charter));
  if (view === undefined) return refused(notFound);
  const { draft: _draft, number, dissent, ...outcome } = view.outcome;
  return ok(200, {
    ...outcome,
    draft: number,
    ...given({ leadIn: view.leadIn }),
    values: view.values,
    dissent: dissent.map(describe),
    timeZone: view.timeZone,
    head: view.head,
  });
}

function describe({ comment, value, text, signedBy, support, answer }: Dissent): object {
  return { comment, ...given({ value }), text, ...given({ signedBy, support }), answer: answer ?? null };
}
