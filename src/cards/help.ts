import type { HelpView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

const namesShown = 200;

/** The words that may be typed instead of pressing buttons. */
export function renderHelp(view: HelpView, { words }: Reader): Rendered {
  const texts = words.all.help;
  const { facilitator, scope } = view;
  const summary = words.say('help.summary', { words: commandNames(words) });
  const card = expand('help', {
    language: words.language,
    ...told(summary),
    title: texts.title,
    intro: scope === 'personal' ? texts.personal : texts.shared,
    list: memberLines(view, words).join('\n'),
    steps: texts.steps,
    charters: chartersText(view, words),
    facilitators: {
      any: facilitator,
      heading: texts.facilitators,
      text: scope === 'personal' ? facilitatorLines(words).join('\n') : texts.elsewhere,
    },
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function memberLines({ scope }: HelpView, words: Words): readonly string[] {
  const texts = words.all.help;
  const rate = spellingOf('rate', words);
  const others = [texts.noOpinion, texts.withdraw].map((word) => `${rate} 2 ${word}`).join('**, **');
  return [
    lineOf(spellingOf('values', words), texts.values, words),
    lineOf(spellingOf('considerations', words), texts.considerations, words),
    lineOf(spellingOf('background', words), texts.background, words),
    lineOf(rate, texts.rate, words),
    lineOf(`${rate} 2 4`, texts.rateStep, words),
    lineOf(`${rate} 2 ${texts.unclear}`, texts.rateUnclear, words),
    lineOf(others, texts.rateOther, words),
    lineOf(spellingOf('answers', words), texts.answers, words),
    lineOf(spellingOf('results', words), texts.results, words),
    lineOf(spellingOf('changes', words), words.all.revision.help.changes, words),
    lineOf(`${spellingOf('dispute', words)} 2`, words.all.revision.help.dispute, words),
    ...takingPartLines(words),
    lineOf(spellingOf('status', words), texts.status, words),
    lineOf(spellingOf('subscribe', words), texts.subscribe, words),
    lineOf(spellingOf('unsubscribe', words), texts.unsubscribe, words),
    lineOf(spellingOf('settings', words), texts.settings, words),
    lineOf(
      spellingOf('pause', words),
      words.say('help.pause', { resume: spellingOf('resume', words) }),
      words,
    ),
    ...(scope === 'personal' ? ownLines(words) : []),
  ];
}

function takingPartLines(words: Words): readonly string[] {
  const texts = words.all.help;
  const comment = words.say('help.comment', { missing: spellingOf('missing', words) });
  return [
    lineOf(`${spellingOf('comment', words)} 2`, comment, words),
    ...(['comments', 'process', 'ledger', 'privacy', 'decline'] as const).map((command) =>
      lineOf(spellingOf(command, words), texts[command], words),
    ),
    lineOf(
      spellingOf('feedback', words),
      words.say('feedback.help.feedback', { theme: spellingOf('theme', words) }),
      words,
    ),
    ...adoptionLines(['consent', 'objections', 'outcome'], words),
  ];
}

function adoptionLines(
  commands: readonly (keyof Words['all']['adoption']['help'])[],
  words: Words,
): readonly string[] {
  return commands.map((command) =>
    lineOf(spellingOf(command, words), words.all.adoption.help[command], words),
  );
}

/** What is for one pair of eyes. */
function ownLines(words: Words): readonly string[] {
  const { quiet, receipt, group, accept } = words.all.help;
  const myData = words.say('help.myData', { forgetMe: spellingOf('forgetMe', words) });
  return [
    lineOf(spellingOf('quiet', words), quiet, words),
    lineOf(spellingOf('receipt', words), receipt, words),
    lineOf(spellingOf('group', words), group, words),
    lineOf(spellingOf('myData', words), myData, words),
    lineOf(spellingOf('accept', words), accept, words),
  ];
}

function facilitatorLines(words: Words): readonly string[] {
  return [
    ...facilitatorCommands.map(([command, meaning]) =>
      lineOf(spellingOf(command, words), words.all.help[meaning], words),
    ),
    ...revisingLines(words),
    ...answeringLines(words),
    ...adoptionLines(['openConsent', 'endConsent', 'adopt', 'followUp'], words),
  ];
}

/** The next draft. */
function revisingLines(words: Words): readonly string[] {
  const { revise, edit, matching } = words.all.revision.help;
  return [
    lineOf(spellingOf('revise', words), revise, words),
    lineOf(`${spellingOf('editValue', words)} 2: …`, edit, words),
    lineOf(spellingOf('matching', words), matching, words),
  ];
}

/** What was said, gathered and answered. */
function answeringLines(words: Words): readonly string[] {
  const { themes, theme, outside, answerTheme, tellAnswers } = words.all.feedback.help;
  return [
    lineOf(spellingOf('themes', words), themes, words),
    lineOf(`${spellingOf('theme', words)} ${words.all.feedback.words.new}`, theme, words),
    lineOf(spellingOf('outside', words), outside, words),
    lineOf(`${spellingOf('answerTheme', words)} 2`, answerTheme, words),
    lineOf(spellingOf('tellAnswers', words), tellAnswers, words),
  ];
}

/** In the order in which a draft lives through them. */
const facilitatorCommands = [
  ['newDraft', 'newDraft'],
  ['preview', 'preview'],
  ['publish', 'publish'],
  ['deliveries', 'deliveries'],
  ['retry', 'retry'],
  ['correct', 'correct'],
  ['remind', 'remind'],
  ['close', 'close'],
  ['reopen', 'reopen'],
  ['withdraw', 'withdrawDraft'],
  ['appointments', 'appointments'],
  ['rules', 'rules'],
  ['moderation', 'moderation'],
  ['seal', 'seal'],
  ['blog', 'blog'],
  ['approvals', 'approvals'],
  ['facilitators', 'whoFacilitates'],
  ['deleteCharter', 'deleteCharter'],
] as const;

function lineOf(word: string, meaning: string, words: Words): string {
  return `- ${words.say('help.line', { word, meaning })}`;
}

function commandNames(words: Words): string {
  const commands = ['values', 'considerations', 'rate', 'answers', 'results', 'status', 'settings'] as const;
  return commands.map((command) => spellingOf(command, words)).join(', ');
}

/** Only where there are several to choose from. */
function chartersText({ charters }: HelpView, words: Words): string {
  const [first, ...others] = charters;
  if (first === undefined || others.length === 0) return '';
  const names = inline(shorten(charters.join(', '), namesShown));
  return words.say('help.charters', { names, example: plain(`${spellingOf('values', words)} ${first}`) });
}

function actionsOf({ facilitator, scope }: HelpView, words: Words): readonly Action[] {
  const { status, values, results, newDraft } = words.all.common;
  return [
    button(status, { kind: 'status' }),
    button(values, { kind: 'values', about: {} }),
    button(results, { kind: 'results', about: {} }),
    ...(facilitator && scope === 'personal' ? [button(newDraft, { kind: 'new-draft' })] : []),
  ];
}
