import type { ResultsView } from '../../app/results/views.js';
import type { ValueResult } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';

/** What a value's figures ask of us next, as the template binds it. */
export interface Prompt {
  readonly any: boolean;
  readonly lines: readonly { readonly text: string }[];
  readonly actions: readonly Action[];
}

/** Answers that lie apart are listened to, and words that are not clear are asked about. No value is called bad. */
export function hasPrompt(result: ValueResult): boolean {
  return result.kind === 'shown' && (result.badge === 'split' || result.isUnclear);
}

/** Where both are called for there is one button, and the words come first: who did not grasp them felt little. */
export function promptOf(result: ValueResult, { subject }: ResultsView, words: Words): Prompt {
  if (result.kind === 'hidden' || !hasPrompt(result)) return { any: false, lines: [], actions: [] };
  const { split, splitButton, unclear, unclearButton } = words.all.results.prompts;
  const draft = {
    value: { by: 'id', id: result.value },
    sort: result.isUnclear ? 'wording' : 'framing',
  } as const;
  const title = result.isUnclear ? unclearButton : splitButton;
  return {
    any: true,
    lines: [...(result.badge === 'split' ? [split] : []), ...(result.isUnclear ? [unclear] : [])].map(
      (text) => ({ text }),
    ),
    actions: [button(title, { kind: 'comment', about: aboutOf(subject), draft })],
  };
}
