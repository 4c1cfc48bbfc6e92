import type { AskFirstView } from '../../app/feedback/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { notLater } from '../later.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { titleShown } from './feedback-text.js';

const themesShown = 10;
const titleListed = 120;

/** What telling answers, or dropping a theme, does: before it is done. */
export function renderAskFirst(view: AskFirstView, { words }: Reader): Rendered {
  const title = titleOf(view, words);
  const consequences = view.what === 'tell-answers' ? tellingOf(view, words) : droppingOf(view, words);
  const heard = view.what === 'tell-answers' ? tellingOf({ ...view, themes: [] }, words) : consequences;
  const summary = [title, ...heard].join(' ');
  const card = expand('confirm', {
    language: words.language,
    ...told(summary, typedText(view, words)),
    title,
    draft: inline(shorten(view.what === 'drop-theme' ? view.theme.title : view.subject.title, titleShown)),
    consequences: consequences.map((text) => ({ text })),
    actions: actionsOf(view, words),
    later: notLater,
  });
  return { card, summary };
}

function titleOf(view: AskFirstView, words: Words): string {
  if (view.what === 'tell-answers') return words.all.feedback.ask.tell.title;
  return words.say('feedback.ask.drop.title', { number: view.theme.number });
}

type Telling = Extract<AskFirstView, { what: 'tell-answers' }>;

function tellingOf({ themes, places, contributors, unanswered }: Telling, words: Words): readonly string[] {
  const left = themes.length - themesShown;
  const line = ({ number, title, status }: Telling['themes'][number]): string =>
    words.say('feedback.ask.tell.line', {
      number,
      title: inline(shorten(title, titleListed)),
      status: words.all.feedback.statuses[status],
    });
  const list = themes.slice(0, themesShown).map((theme) => `- ${line(theme)}`);
  return [
    ...(themes.length === 0
      ? []
      : [words.say('feedback.ask.tell.lead', { count: themes.length }), list.join('\n')]),
    ...(left > 0 ? [words.say('common.more', { count: left })] : []),
    words.say('feedback.ask.tell.places', { places }),
    words.say('feedback.ask.tell.contributors', { count: contributors, places }),
    ...(unanswered > 0 ? [words.say('feedback.ask.tell.unanswered', { count: unanswered })] : []),
    words.all.feedback.ask.tell.forGood,
  ];
}

function droppingOf(
  { theme }: Extract<AskFirstView, { what: 'drop-theme' }>,
  words: Words,
): readonly string[] {
  const count = theme.comments.length + theme.outside.length;
  return [
    words.say('feedback.ask.drop.belongs', { count }),
    ...(theme.answer === undefined ? [] : [words.all.feedback.ask.drop.answer]),
  ];
}

function typedText(view: AskFirstView, words: Words): string {
  const { yes, drop } = words.all.feedback.words;
  const charter = plain(view.subject.charter);
  if (view.what === 'tell-answers')
    return words.say('feedback.ask.tell.typed', {
      tellAnswers: spellingOf('tellAnswers', words),
      charter,
      yes,
    });
  const { number } = view.theme;
  return words.say('feedback.ask.drop.typed', { theme: spellingOf('theme', words), number, drop, yes });
}

function actionsOf(view: AskFirstView, words: Words): readonly Action[] {
  const { charter } = view.subject;
  const { tell, drop } = words.all.feedback.ask;
  const go =
    view.what === 'tell-answers'
      ? button(tell.button, { kind: 'tell-answers', charter, confirmed: true }, { primary: true })
      : button(
          drop.button,
          { kind: 'drop-theme', charter, number: view.theme.number, confirmed: true },
          { primary: true },
        );
  return [go, button(words.all.common.notNow, { kind: 'themes', charter })];
}
