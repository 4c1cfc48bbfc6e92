import { hidingReasons } from '../../domain/comment.js';
import type { Words } from '../../words/catalogue.js';

/** What is shown and what is hidden, a TextBlock for each paragraph. */
export function policyText(words: Words): readonly { readonly text: string }[] {
  const { shown, hidden, reasons, appeal, anonymous } = words.all.comments.policy;
  const list = hidingReasons.map((reason) => `- ${reasons[reason]}`).join('\n');
  return [shown, hidden, list, appeal, anonymous].map((text) => ({ text }));
}
