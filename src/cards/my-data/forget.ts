import type { ForgetView } from '../../app/my-data/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, shorten } from '../text.js';
import { told } from '../told.js';

const namesShown = 400;

/** What goes and what stays, before somebody is forgotten; and that it is done. */
export function renderForget(view: ForgetView, { words, shared }: Reader): Rendered {
  // Where others look on, nobody's charters and roles stand on a card.
  const own = shared ? { ...view, sealed: [], inProgress: [], roles: [] } : view;
  return own.done === true ? renderDone(own, words) : renderAsking(own, words);
}

function renderAsking(view: ForgetView, words: Words): Rendered {
  const { title, summary, goes, stays } = words.all.myData.forgetting;
  const typed = words.say('myData.forgetting.typed', { forgetMe: spellingOf('forgetMe', words) });
  const card = expand('forget', {
    language: words.language,
    ...told(summary, typed),
    title,
    parts: [part(goes, whatGoes(view, words)), part(stays, whatStays(view, words))],
    actions: actionsOf(words),
  });
  return { card, summary };
}

function renderDone(view: ForgetView, words: Words): Rendered {
  const { done, doneText, doneSummary, stays } = words.all.myData.forgetting;
  const card = expand('forget', {
    language: words.language,
    ...told(doneSummary),
    title: done,
    parts: [part('', [doneText]), part(stays, whatStays(view, words))],
    actions: [button(words.all.common.help, { kind: 'help' })],
  });
  return { card, summary: doneSummary };
}

function part(heading: string, lines: readonly string[]): object {
  return { heading, lines: lines.map((text) => ({ text: heading === '' ? text : `- ${text}` })) };
}

function whatGoes({ inProgress, roles }: ForgetView, words: Words): readonly string[] {
  const { noAnswers, address, requests } = words.all.myData.forgetting;
  const answers =
    inProgress.length === 0
      ? noAnswers
      : words.say('myData.forgetting.answers', { charters: listed(inProgress) });
  return [answers, address, ...(roles.includes('facilitator') ? [requests] : [])];
}

function whatStays({ sealed, roles }: ForgetView, words: Words): readonly string[] {
  const { figures, work, merged, copiesOfDatabase } = words.all.myData.forgetting;
  return [
    figures,
    work,
    merged,
    ...(sealed.length === 0 ? [] : [words.say('myData.forgetting.sealed', { charters: listed(sealed) })]),
    ...roles.map((role) => words.say('myData.forgetting.roles', { role })),
    copiesOfDatabase,
  ];
}

function listed(charters: readonly string[]): string {
  return inline(shorten(charters.join(', '), namesShown));
}

function actionsOf(words: Words): readonly Action[] {
  return [
    button(words.all.myData.forgetting.button, { kind: 'forget-me', confirmed: true }, { primary: true }),
    button(words.all.common.notNow, { kind: 'my-data' }),
  ];
}
