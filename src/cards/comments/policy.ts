import type { PolicyView } from '../../app/comments/views.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { expand } from '../template.js';
import { inline } from '../text.js';
import { told } from '../told.js';
import { hiddenByReason } from './comment-lines.js';
import { policyText } from './policy-text.js';

/** One community runs a few charters; nobody reads a longer list. */
const chartersShown = 20;

/** What is shown and what is hidden, and how much of it was. */
export function renderPolicy(view: PolicyView, { words }: Reader): Rendered {
  const texts = words.all.comments.policy;
  const summary = `${texts.title}. ${texts.shown}`;
  const counts = view.hidden.slice(0, chartersShown).map((of) => countOf(of, words));
  const any = view.hidden.some((of) => hiddenByReason(of.counts, words) !== '');
  const card = expand('policy', {
    language: words.language,
    ...told(summary),
    title: texts.title,
    paragraphs: policyText(words),
    soFar: texts.soFar,
    none: any ? '' : texts.none,
    counts: any ? counts : [],
    any,
    actions: [
      button(words.all.comments.list.write, { kind: 'comment', about: {}, draft: {} }),
      button(texts.receipt, { kind: 'receipt' }),
    ],
  });
  return { card, summary };
}

function countOf({ charter, counts }: PolicyView['hidden'][number], words: Words): object {
  const reasons = hiddenByReason(counts, words);
  return { title: inline(charter), value: reasons === '' ? words.all.comments.policy.noneIn : reasons };
}
