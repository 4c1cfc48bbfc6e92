import type { Intent } from '../app/intent.js';
import type { Ports } from '../app/ports.js';
import { changeRulesOf, weakensSecond } from '../app/process/change-rules.js';
import { sealCharter } from '../app/process/seal.js';
import { beginning } from '../app/ledger/chain.js';
import { ledgerFile } from '../app/ledger/ledger-file.js';
import { processOf } from '../app/process/show-process.js';
import type { Charter } from '../domain/charter.js';
import { given } from '../domain/given.js';
import {
  invalidRule,
  isRuleName,
  ruleBounds,
  type ProcessRules,
  type RuleChange,
  type RuleName,
} from '../domain/process.js';
import { ok, refused, withCharter, type ApiAnswer } from './api-answer.js';
import { secondAnswer } from './second-answer.js';
import { charterSealed, problem, type Problem } from './problem.js';

/** How a charter's process works: to read, to change, to end. */
export function createProcessApi(ports: Ports) {
  const withFound = (name: string, then: (charter: Charter) => Promise<ApiAnswer>): Promise<ApiAnswer> =>
    withCharter(ports, name, async (found) => {
      const charter = await ports.charters.find(found);
      if (charter === undefined) throw new Error('a charter is gone');
      return then(charter);
    });
  return {
    readProcess: (name: string) => withFound(name, (charter) => readProcess(ports, charter)),
    /** `rules` as they came, to be checked here. */
    changeRules: (name: string, rules: unknown, token: string) =>
      withFound(name, (charter) => changeRules(ports, charter, rules, token)),
    readLedger: (name: string) => withFound(name, (charter) => readLedger(ports, charter)),
    seal: (name: string, token: string) => withFound(name, (charter) => seal(ports, charter, token)),
  };
}

/** Of facilitators their number only; their names are for members. */
async function readProcess(ports: Ports, charter: Charter): Promise<ApiAnswer> {
  const view = await processOf(ports, charter);
  const { rules, answered, opened, closes, sealed, identitiesGo, facilitators, hidden, records } = view;
  return ok(200, {
    charter: charter.name,
    timeZone: charter.timeZone,
    rules,
    answered,
    ...given({ opened: opened?.at, closes: closes?.at, sealed: sealed?.at, identitiesGo: identitiesGo?.at }),
    facilitators: facilitators.names.length + facilitators.unnamed,
    hidden: Object.fromEntries(hidden),
    waiting: (view.waiting ?? []).map(({ action, since }) => ({ action, since: since.at })),
    ...given({ terms: view.terms }),
    head: records[0]?.hash ?? beginning,
    records: records.toReversed(),
  });
}

async function readLedger({ process }: Ports, { name }: Charter): Promise<ApiAnswer> {
  return { kind: 'file', type: ledgerType, text: ledgerFile(name, await process.records(name)) };
}

async function changeRules(
  ports: Ports,
  charter: Charter,
  input: unknown,
  token: string,
): Promise<ApiAnswer> {
  const read = readWish(input);
  if ('problem' in read) return refused(read.problem);
  const { wish: rules } = read;
  if (weakensSecond(charter, rules) && !(await ports.process.isAnswered(charter.name))) {
    const intent = { kind: 'change-rules', charter: charter.name, rules } as const;
    const waits = await secondAnswer(ports, token, { charter, action: 'rules', intent });
    if (waits !== undefined) return waits;
  }
  const just = await changeRulesOf(ports, charter, rules);
  switch (just.did) {
    case 'changed':
      return changed(ports, charter, just.changes);
    case 'unchanged':
      return changed(ports, charter, []);
    case 'refused': {
      const rules = just.changes.map(({ rule }) => rule).join(', ');
      const detail = `It would weaken: ${rules}. The attempt was recorded`;
      return refused({ ...rulesWeakened, detail });
    }
    case 'unreadable':
      return refused(unreadable(just.what));
    case 'too-few-facilitators':
      return refused(tooFewFacilitators);
    case 'confidentiality-kept':
      return refused(confidentialityKept);
    case 'sealed':
      return refused(charterSealed);
  }
}

async function changed(
  { charters }: Ports,
  { name }: Charter,
  changes: readonly RuleChange[],
): Promise<ApiAnswer> {
  const rules = (await charters.find(name))?.rules;
  return ok(200, { charter: name, rules, changes });
}

async function seal(ports: Ports, charter: Charter, token: string): Promise<ApiAnswer> {
  if (charter.sealedAt !== undefined) return refused(charterSealed);
  if ((await ports.drafts.latest(charter.name))?.state === 'open') return refused(draftOpen);
  const intent = { kind: 'seal', charter: charter.name, confirmed: true } as const;
  const waits = await secondAnswer(ports, token, { charter, action: 'seal', intent });
  if (waits !== undefined) return waits;
  const outcome = await sealCharter(ports, charter);
  switch (outcome.kind) {
    case 'sealed': {
      const { announcement, intended } = outcome;
      const sealed = (await ports.charters.find(charter.name))?.sealedAt;
      return ok(200, { charter: charter.name, sealed, announcement, intended });
    }
    case 'sealed-before':
      return refused(charterSealed);
    case 'draft-open':
      return refused(draftOpen);
  }
}

/** JSON lines. */
export const ledgerType = 'application/jsonl; charset=utf-8';

type Wish = Extract<Intent, { kind: 'change-rules' }>['rules'];

/** `confidential: false` is understood, so that whoever asks for it learns what becomes of that. */
function readWish(input: unknown): { readonly wish: Wish } | { readonly problem: Problem } {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { problem: unreadable('an object with the rules to change') };
  const { confidential, ...rules } = input as Readonly<Record<string, unknown>>;
  if (confidential === false) return { wish: 'confidentiality-off' };
  const strange = Object.keys(rules).find((name) => !isRuleName(name));
  if (strange !== undefined) return { problem: unreadable(`"${strange.slice(0, 40)}" is no rule`) };
  const wish = rules as Partial<ProcessRules>;
  const wrong = Object.values(rules).includes(null) ? 'null' : invalidRule(wish);
  if (wrong === 'null') return { problem: unreadable('a rule cannot be taken away') };
  return wrong === undefined ? { wish } : { problem: unreadable(`${wrong} is ${allowed[wrong]}`) };
}

const { least, identityDays, communitySize, groups, quorum, mostObjecting, consentDays } = ruleBounds;
const allowed: Readonly<Record<RuleName, string>> = {
  least: `a whole number from ${least.from} to ${least.to}`,
  results: '"at-closing" or "interim"',
  review: '"before" or "after"',
  page: '"community" or "public"',
  identityDays: `a whole number from ${identityDays.from} to ${identityDays.to}`,
  communitySize: `a whole number, ${communitySize.from} or more`,
  adoption: `{quorum: ${quorum.from} or more, mostObjecting: ${mostObjecting.from} to ${mostObjecting.to}, consentDays: ${consentDays.from} to ${consentDays.to}}`,
  second: 'a list of "publish", "seal", "adopt", "delete"',
  groups: `none, or ${groups.from} to ${groups.to} different names of at most ${groups.longest} characters`,
};

function unreadable(detail: string): Problem {
  return problem(422, 'rules-unreadable', 'These rules cannot be read', { detail });
}

const rulesWeakened = problem(
  409,
  'rules-weakened',
  'Somebody answered already, so these rules can only get stronger; nothing was changed',
);
const confidentialityKept = problem(
  409,
  'confidentiality-kept',
  'Answers are confidential until sealing and anonymous from then on; nobody can switch this off, and the attempt was recorded',
);
const tooFewFacilitators = problem(
  409,
  'too-few-facilitators',
  'A second facilitator needs two, and there is only one; nothing was changed',
);
const draftOpen = problem(409, 'draft-open', 'A draft is still open; close it before sealing');
