import type { ConfirmCloseView } from '../app/views.js';
import { aboutOf, button } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';

const titleShown = 200;

/** What closing does, before it is done. */
export function renderConfirmClose({ subject }: ConfirmCloseView, { words }: Reader): Rendered {
  const texts = words.all.confirmClose;
  const title = words.say('confirmClose.title', { number: String(subject.number ?? 'none') });
  const consequences = [texts.noRating, texts.results, texts.forGood];
  const summary = `${title} ${consequences.join(' ')}`;
  const card = expand('confirm-close', {
    language: words.language,
    summary,
    typed: words.say('confirmClose.typed', { close: spellingOf('close', words), charter: subject.charter }),
    title,
    draft: inline(shorten(subject.title, titleShown)),
    consequences: consequences.map((text) => ({ text })),
    actions: [
      button(texts.close, { kind: 'close', about: aboutOf(subject), confirmed: true }),
      button(texts.notNow, { kind: 'status' }),
    ],
  });
  return { card, summary };
}
