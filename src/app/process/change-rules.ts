import type { Charter } from '../../domain/charter.js';
import { invalidRule, type ProcessRules, type RuleName } from '../../domain/process.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import type { View } from '../views.js';
import type { RulesFormView } from './views.js';

type Wish = Extract<Intent, { kind: 'change-rules' }>;
type Needs = Pick<Ports, 'process' | 'clock'>;

/** What came of a wish to change the rules of a charter. */
export type RulesChanged = NonNullable<RulesFormView['just']> | { readonly did: 'sealed' };

/** Changes the rules, or says why not; whoever reads the process learns of both. */
export async function changeRules(ports: Ports, speaker: Speaker, intent: Wish): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const { subject } = textOfCharter(charter);
  const just = await changeRulesOf(ports, charter, intent.rules);
  if (just.did === 'sealed') return { kind: 'notice', what: 'charter-sealed', subject };
  const rules = (await ports.charters.find(charter.name))?.rules ?? charter.rules;
  const answered = await ports.process.isAnswered(charter.name);
  return { kind: 'rules', subject, rules, answered, just };
}

/** The same for whoever asks over the API. */
export async function changeRulesOf(
  ports: Needs,
  { name: charter, sealedAt }: Charter,
  wish: Wish['rules'],
): Promise<RulesChanged> {
  const at = ports.clock.now().toISOString();
  if (sealedAt !== undefined) return { did: 'sealed' };
  if (wish === 'confidentiality-off') {
    await ports.process.record({ charter, entry: { kind: 'confidentiality-kept' }, at });
    return { did: 'confidentiality-kept' };
  }
  const unreadable = unreadableIn(wish);
  if (unreadable !== undefined) return { did: 'unreadable', what: unreadable };
  const outcome = await ports.process.changeRules({ charter, rules: wish as Partial<ProcessRules>, at });
  switch (outcome.kind) {
    case 'changed':
    case 'refused':
      return { did: outcome.kind, changes: outcome.changes };
    case 'unchanged':
    case 'sealed':
      return { did: outcome.kind };
  }
}

/** As somebody types them. */
const spellings: Readonly<Record<RuleName, string>> = {
  least: 'least',
  results: 'results',
  review: 'review',
  page: 'page',
  identityDays: 'identities',
  communitySize: 'size',
  groups: 'groups',
  adoption: 'adoption',
  second: 'second',
};

function unreadableIn(wish: Exclude<Wish['rules'], string>): string | undefined {
  if ('unreadable' in wish) return wish.unreadable;
  const rule = invalidRule(wish);
  if (rule === undefined) return undefined;
  const value = wish[rule];
  return `${spellings[rule]} ${Array.isArray(value) ? value.join(', ') : String(value)}`;
}
