import type { ShownObjection } from '../../app/adoption/views.js';
import type { Words } from '../../words/catalogue.js';
import { reasonLine } from '../feedback/feedback-text.js';

const reasonShown = 600;

/** What became of an objection; that nothing did is said as well. For a TextBlock. */
export function answerText(answer: ShownObjection['answer'], words: Words, unanswered: string): string {
  if (answer === undefined) return unanswered;
  return words.say('adoption.objections.answer', {
    status: words.all.feedback.statuses[answer.status],
    reason: reasonLine(answer.reason, reasonShown),
  });
}
