import type { RulesFormView } from '../../app/process/views.js';
import { ruleBounds } from '../../domain/process.js';
import { fewestAnswers } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { changesText } from './rule-text.js';

const whatShown = 80;
const summaryShown = 380;
/** More than all groups that a charter may have take together. */
const groupsShown = 600;
const mostLeast = 1_000;
const mostDays = 365;

/** The rules, to look at and to change. What can no longer be weakened is said before somebody tries. */
export function renderRules(view: RulesFormView, { words }: Reader): Rendered {
  const { subject, rules, answered } = view;
  const { form } = words.all.process;
  const { charter } = subject;
  const { communitySize } = rules;
  const about = words.say('process.form.summary', { charter: plain(charter) });
  const summary = shorten(`${justText(view, words, plain)} ${about}`.trim(), summaryShown);
  const card = expand('rules', {
    language: words.language,
    ...told(summary, words.say('process.form.typed', { rules: spellingOf('rules', words) })),
    just: justText(view, words, inline),
    place: inline(charter),
    title: words.say('process.form.title', { charter: inline(charter) }),
    standing: answered ? form.lasting : form.changeable,
    missing: form.missing,
    ...inputsOf(view, words),
    sized: communitySize !== undefined,
    unsized: communitySize === undefined,
    size: { label: form.communitySize, value: communitySize ?? 0 },
    actions: [
      button(form.save, { kind: 'change-rules', charter, rules: {} }, { inputs: true, primary: true }),
      button(words.all.common.howItWorks, { kind: 'process', charter }),
    ],
  });
  return { card, summary };
}

/** What a form lets through is checked once more; here it only spares an attempt that is refused and recorded. */
function inputsOf({ rules, answered }: RulesFormView, words: Words): object {
  const { form, ruleValues } = words.all.process;
  return {
    least: {
      label: form.least,
      value: rules.least,
      min: answered ? rules.least : fewestAnswers,
      max: mostLeast,
    },
    results: { label: form.results, choices: choicesOf(ruleValues.results), value: rules.results },
    review: { label: form.review, choices: choicesOf(ruleValues.review), value: rules.review },
    openTo: { label: form.page, choices: choicesOf(ruleValues.page), value: rules.page },
    identities: {
      label: form.identityDays,
      value: rules.identityDays,
      min: 1,
      max: answered ? rules.identityDays : mostDays,
    },
    groups: { label: form.groups, value: plain(shorten(rules.groups.join(', '), groupsShown)) },
    second: { label: form.second, choices: choicesOf(ruleValues.seconds), value: rules.second.join(',') },
    ...adoptionInputs(rules, words),
  };
}

function adoptionInputs({ adoption }: RulesFormView['rules'], words: Words): object {
  const { form } = words.all.process;
  return {
    quorum: { label: form.quorum, value: adoption.quorum, ...rangeOf('quorum') },
    objecting: { label: form.mostObjecting, value: adoption.mostObjecting, ...rangeOf('mostObjecting') },
    consentDays: { label: form.consentDays, value: adoption.consentDays, ...rangeOf('consentDays') },
  };
}

function rangeOf(rule: 'quorum' | 'mostObjecting' | 'consentDays'): { min: number; max: number } {
  const { from, to } = ruleBounds[rule];
  return { min: from, max: to };
}

function choicesOf(texts: Readonly<Record<string, string>>): readonly { title: string; value: string }[] {
  return Object.entries(texts).map(([value, title]) => ({ title, value }));
}

function justText({ just }: RulesFormView, words: Words, safe: (text: string) => string): string {
  if (just === undefined) return '';
  const texts = words.all.process.form.just;
  switch (just.did) {
    case 'changed':
      return words.say('process.form.just.changed', { changes: changesText(just.changes, words, safe) });
    case 'refused': {
      const changes = changesText(just.changes, words, safe, 'process.wouldChange');
      return words.say('process.form.just.refused', { changes });
    }
    case 'unchanged':
      return texts.unchanged;
    case 'too-few-facilitators':
      return texts.tooFewFacilitators;
    case 'confidentiality-kept':
      return texts.confidentialityKept;
    case 'unreadable':
      return words.say('process.form.just.unreadable', { what: safe(shorten(just.what, whatShown)) });
  }
}
