import type { ProcessRules, RuleChange, RuleName } from '../../domain/process.js';
import { rulesInOrder } from './rules-in-order.js';
import type { Words } from '../../words/catalogue.js';
import { shorten } from '../text.js';

const groupsShown = 300;
const changesShown = 7;

/** Every rule and what it says, as facts. `safe` makes what somebody wrote fit for where it stands. */
export function ruleFacts(
  rules: ProcessRules,
  words: Words,
  safe: (text: string) => string,
): readonly { readonly title: string; readonly value: string }[] {
  return rulesInOrder.map((rule) => ({
    title: words.all.process.ruleNames[rule],
    value: valueText(rule, rules[rule] ?? null, words, safe),
  }));
}

/** What changed, or would have. */
export function changesText(
  changes: readonly RuleChange[],
  words: Words,
  safe: (text: string) => string,
  key: 'process.change' | 'process.wouldChange' = 'process.change',
): string {
  const texts = changes.slice(0, changesShown).map(({ rule, from, to }) =>
    words.say(key, {
      rule: words.all.process.ruleNames[rule],
      from: valueText(rule, from, words, safe),
      to: valueText(rule, to, words, safe),
    }),
  );
  return texts.join('. ');
}

function valueText(
  rule: RuleName,
  value: RuleChange['from'],
  words: Words,
  safe: (text: string) => string,
): string {
  const { unsaid, noGroups } = words.all.process.ruleValues;
  if (value === null) return rule === 'groups' ? noGroups : unsaid;
  if (typeof value === 'number') return countText(rule, value, words);
  if (typeof value === 'string') return choiceText(value, words);
  if ('quorum' in value) return words.say('process.ruleValues.adoption', { ...value });
  if (rule === 'second') return secondText(value, words, safe);
  if (value.length === 0) return noGroups;
  return words.say('process.ruleValues.groups', { groups: safe(shorten(value.join(', '), groupsShown)) });
}

function secondText(actions: readonly string[], words: Words, safe: (text: string) => string): string {
  const { seconds, noSecond } = words.all.process.ruleValues;
  const names = actions.map((action) =>
    Object.hasOwn(seconds, action)
      ? seconds[action as keyof typeof seconds]
      : safe(shorten(action, groupsShown)),
  );
  return names.length === 0
    ? noSecond
    : words.say('process.ruleValues.second', { actions: names.join(', ') });
}

function countText(rule: RuleName, count: number, words: Words): string {
  switch (rule) {
    case 'least':
    case 'identityDays':
    case 'communitySize':
      return words.say(`process.ruleValues.${rule}`, { count });
    default:
      return String(count);
  }
}

function choiceText(choice: string, words: Words): string {
  const { results, review, page } = words.all.process.ruleValues;
  const texts: Readonly<Record<string, string>> = { ...results, ...review, ...page };
  return texts[choice] ?? words.all.process.ruleValues.unsaid;
}
