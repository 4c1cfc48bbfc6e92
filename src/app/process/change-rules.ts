import type { Charter } from '../../domain/charter.js';
import { invalidRule, type ProcessRules, type RuleName } from '../../domain/process.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import { askForSecond } from '../people/second.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import type { View } from '../views.js';
import type { WishedRules } from './intents.js';
import { termsAnnouncement } from './terms-announcement.js';
import type { RulesFormView } from './views.js';

type Wish = Extract<Intent, { kind: 'change-rules' }>;
type Needs = Pick<Ports, 'process' | 'facilitators' | 'manners' | 'clock'>;

/** What came of a wish to change the rules of a charter. */
export type RulesChanged = NonNullable<RulesFormView['just']> | { readonly did: 'sealed' };

/** Changes the rules, or says why not; whoever reads the process learns of both. */
export async function changeRules(ports: Ports, speaker: Speaker, intent: Wish): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const { subject } = textOfCharter(charter);
  if (weakensSecond(charter, intent.rules) && !(await ports.process.isAnswered(charter.name))) {
    const toConfirm = { ...intent, charter: charter.name };
    const asked = { charter, action: 'rules', intent: toConfirm, subject } as const;
    const second = await askForSecond(ports, speaker, asked);
    if (second !== undefined) return second;
  }
  const just = await changeRulesOf(ports, charter, intent.rules);
  if (just.did === 'sealed') return { kind: 'notice', what: 'charter-sealed', subject };
  const rules = (await ports.charters.find(charter.name))?.rules ?? charter.rules;
  const answered = await ports.process.isAnswered(charter.name);
  return { kind: 'rules', subject, rules, answered, just };
}

/** The same for whoever asks over the API. */
export async function changeRulesOf(
  ports: Needs,
  { name: charter, sealedAt, rules: before }: Charter,
  wish: Wish['rules'],
): Promise<RulesChanged> {
  const at = ports.clock.now().toISOString();
  if (sealedAt !== undefined) return { did: 'sealed' };
  if (wish === 'confidentiality-off') {
    await ports.process.record({ charter, entry: { kind: 'confidentiality-kept' }, at });
    return { did: 'confidentiality-kept' };
  }
  if ('unreadable' in wish) return { did: 'unreadable', what: wish.unreadable };
  const rules = completed(wish, before);
  const unreadable = unreadableIn(rules);
  if (unreadable !== undefined) return { did: 'unreadable', what: unreadable };
  if (wantsSecond(before, rules) && (await isAlone(ports))) return { did: 'too-few-facilitators' };
  const announcement = termsAnnouncement(charter, at);
  const outcome = await ports.process.changeRules({ charter, rules, at, announcement });
  switch (outcome.kind) {
    case 'changed':
    case 'refused':
      return { did: outcome.kind, changes: outcome.changes };
    case 'unchanged':
    case 'sealed':
      return { did: outcome.kind };
  }
}

/** Fewer things would need a second facilitator: that needs one too, while it is not refused altogether. */
export function weakensSecond({ rules }: Pick<Charter, 'rules'>, wish: Wish['rules']): boolean {
  if (typeof wish === 'string' || 'unreadable' in wish) return false;
  const { second } = wish;
  return Array.isArray(second) && rules.second.some((action) => !second.includes(action));
}

function wantsSecond(before: ProcessRules, { second = [] }: Partial<ProcessRules>): boolean {
  return second.some((action) => !before.second.includes(action));
}

/** One facilitator alone would wait for ever. */
async function isAlone({ facilitators, manners }: Needs): Promise<boolean> {
  return manners.everybodyFacilitates !== true && (await facilitators.listed()).length < 2;
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

/** What was left unsaid of the rule of adoption stays as it is. */
function completed({ adoption, ...wish }: WishedRules, before: ProcessRules): Partial<ProcessRules> {
  return adoption === undefined ? wish : { ...wish, adoption: { ...before.adoption, ...adoption } };
}

function unreadableIn(wish: Partial<ProcessRules>): string | undefined {
  const rule = invalidRule(wish);
  if (rule === undefined) return undefined;
  const value = wish[rule];
  const parts = typeof value === 'object' ? Object.values(value as object).map(String) : [String(value)];
  return `${spellings[rule]} ${parts.join(', ')}`;
}
