import type { ProcessEntry, ProcessRecord, ProcessRules, RuleChange } from '../domain/process.js';
import type { Call } from './call.js';
import { neededCharter } from './charter-meant.js';
import { ask, CommandError } from './client.js';
import { count, moment } from './say.js';
import { isWaiting, waitingText, type Waiting } from './waiting.js';

interface Process {
  readonly timeZone: string;
  readonly rules: ProcessRules;
  readonly answered: boolean;
  readonly sealed?: string;
  readonly identitiesGo?: string;
  readonly facilitators: number;
  readonly records: readonly ProcessRecord[];
}

/** How a charter's process works and what happened to it; with `--set` a rule is changed before. */
export async function processOf(call: Call): Promise<string> {
  const charter = await neededCharter(call);
  const path = `/api/charters/${charter}/process`;
  const { set } = call.options;
  const changed = set === undefined ? undefined : await change(call, path, set);
  if (changed !== undefined && isWaiting(changed)) return waitingText(charter, changed);
  const { rules, facilitators, records, timeZone, sealed, identitiesGo } = await ask<Process>(call.bot, path);
  const when = (at: string): string => moment({ at, timeZone });
  return [
    charter,
    ...(Object.entries(rules) as [string, RuleChange['to']][]).map(
      ([rule, value]) => `  ${rule}: ${valueText(value)}`,
    ),
    `  ${count(facilitators, 'facilitator')}`,
    ...(sealed === undefined ? [] : [`  sealed: ${when(sealed)}`]),
    ...(identitiesGo === undefined ? [] : [`  identities go: ${when(identitiesGo)}`]),
    ...records.map(({ at, entry }) => `${when(at)}  ${entryText(entry)}`),
  ].join('\n');
}

/** Ends the process of a charter. */
export async function seal(call: Call): Promise<string> {
  const charter = await neededCharter(call);
  if (call.options.yes !== true)
    throw new CommandError(
      `Sealing destroys the key that links answers of ${charter} to members, for ever, and ends its process.\n` +
        `If that is meant: npx touchstone seal --charter ${charter} --yes`,
    );
  const path = `/api/charters/${charter}/seal`;
  const done = await ask<{ intended: number } | Waiting>(call.bot, path, { method: 'POST' });
  if (isWaiting(done)) return waitingText(charter, done);
  const { intended } = done;
  return `${charter} is sealed: nothing links its answers to members any more. ${count(intended, 'place')} will be told.`;
}

async function change({ bot }: Call, path: string, set: string): Promise<object> {
  const [, rule, value] = /^\s*([A-Za-z]+)\s*=\s*([^]*?)\s*$/.exec(set) ?? [];
  if (rule === undefined || value === undefined)
    throw new CommandError(`Write the rule and its value: --set least=8`);
  return ask<object>(bot, path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [rule]: valueIn(rule, value) }),
  });
}

function valueIn(rule: string, value: string): unknown {
  if (rule === 'groups' || rule === 'second') {
    const names = value.split(',').map((name) => name.trim());
    return names.filter((name) => name !== '' && !(rule === 'second' && name === 'none'));
  }
  if (rule === 'confidential') return !/^(?:off|no|false)$/i.test(value);
  return /^\d+$/.test(value) ? Number(value) : value;
}

function entryText(entry: ProcessEntry): string {
  switch (entry.kind) {
    case 'rules-changed':
      return `rules changed: ${entry.changes.map(changeText).join('; ')}`;
    case 'change-refused':
      return `refused, because it would weaken what members were told: ${entry.changes.map(changeText).join('; ')}`;
    case 'confidentiality-kept':
      return 'refused to switch confidentiality off';
    case 'draft':
      return `draft ${entry.number} ${entry.became}`;
    case 'comment-hidden':
      return `a comment was hidden: ${entry.reason}`;
    case 'comment-shown-again':
      return 'a hidden comment is shown again';
    case 'sealed':
      return 'sealed: nothing links answers to members any more';
    case 'identities-erased':
      return 'identities erased';
    default: {
      const { kind, ...fields } = entry;
      return `${kind}: ${Object.entries(fields)
        .map(([name, field]) => `${name} ${String(field)}`)
        .join(', ')}`;
    }
  }
}

function changeText({ rule, from, to }: RuleChange): string {
  return `${rule} from ${valueText(from)} to ${valueText(to)}`;
}

function valueText(value: RuleChange['from']): string {
  if (value === null) return 'none';
  if (typeof value === 'object' && 'quorum' in value)
    return `quorum ${value.quorum}, at most ${value.mostObjecting} % objecting, ${value.consentDays} days`;
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}
