import type { MyDataIntent } from '../../app/my-data/intents.js';
import type { ProcessIntent, RulesIntent, WishedRules } from '../../app/process/intents.js';
import type { ParticipationIntent } from '../../app/results/intents.js';
import type { Fields } from '../action-fields.js';

/**
 * What the button of such an intent carries beside its kind and its text. The client merges the card's inputs into it:
 * `group`, and of the rules `least`, `results`, `review`, `openTo`, `identities`, `size`, `groups`, `second`,
 * `quorum`, `objecting`, `consentDays`.
 */
export function processFields(
  intent: ParticipationIntent | ProcessIntent | RulesIntent | MyDataIntent,
): Fields {
  switch (intent.kind) {
    case 'group':
      return intent.group === null ? { none: true } : { group: intent.group };
    case 'process':
      return { charter: intent.charter, page: intent.page };
    case 'privacy':
      return {};
    case 'rules':
      return { charter: intent.charter };
    case 'change-rules':
      return { charter: intent.charter, ...ruleFields(intent.rules) };
    case 'seal':
      return { charter: intent.charter, confirmed: intent.confirmed };
    case 'decline':
    case 'forget-me':
      return { confirmed: intent.confirmed };
    case 'my-data':
      return { page: intent.page };
  }
}

function ruleFields(rules: WishedRules | { readonly unreadable: string } | 'confidentiality-off'): Fields {
  if (rules === 'confidentiality-off') return { confidential: false };
  if ('unreadable' in rules) return { unreadable: rules.unreadable };
  return {
    least: rules.least,
    results: rules.results,
    review: rules.review,
    openTo: rules.page,
    identities: rules.identityDays,
    size: rules.communitySize,
    groups: rules.groups?.join('\n'),
    second: rules.second?.join(','),
    quorum: rules.adoption?.quorum,
    objecting: rules.adoption?.mostObjecting,
    consentDays: rules.adoption?.consentDays,
  };
}
