import type { WelcomeView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';
import { told } from './told.js';

const titleShown = 120;
const openShown = 3;

/** What this is for, what is open, what is announced here, and the first step. */
export function renderWelcome(view: WelcomeView, { words }: Reader): Rendered {
  const texts = words.all.welcome;
  const { summary } = texts;
  const card = expand('welcome', {
    language: words.language,
    ...told(summary),
    ...{ title: texts.title, purpose: texts.purpose },
    open: openText(view, words),
    hears: hearsText(view, words),
    facilitator: view.facilitator
      ? words.say('welcome.facilitator', { newDraft: spellingOf('newDraft', words) })
      : '',
    words: words.say(view.scope === 'personal' ? 'welcome.wordsPersonal' : 'welcome.wordsShared', {
      help: spellingOf('help', words),
    }),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function openText({ open }: WelcomeView, words: Words): string {
  const { nothingOpen } = words.all.welcome;
  if (open.length === 0) return nothingOpen;
  const lines = open.slice(0, openShown).map(({ title, number = 1 }) => {
    const shown = inline(shorten(title, titleShown));
    return `- ${words.say('welcome.openDraft', { title: shown, number })}`;
  });
  const left = open.length - lines.length;
  const more = left > 0 ? [`- ${words.say('common.more', { count: left })}`] : [];
  return [words.all.welcome.open, '', ...lines, ...more].join('\n');
}

function hearsText({ scope, subscribed }: WelcomeView, words: Words): string {
  const { personalAsk, channelOn, groupOn, sharedOff } = words.all.welcome;
  if (scope === 'personal' && subscribed)
    return words.say('welcome.personalOn', { settings: spellingOf('settings', words) });
  if (scope === 'personal') return personalAsk;
  if (!subscribed) return sharedOff;
  return scope === 'channel' ? channelOn : groupOn;
}

function actionsOf({ scope, subscribed, facilitator, open }: WelcomeView, words: Words): readonly Action[] {
  const { readAndRate, subscribe, unsubscribe, help, newDraft, status } = words.all.common;
  const [only, second] = open;
  const first =
    only !== undefined && second === undefined
      ? button(readAndRate, { kind: 'ballot', about: aboutOf(only) }, { primary: true })
      : button(status, { kind: 'status' });
  return [
    first,
    subscribed ? button(unsubscribe, { kind: 'unsubscribe' }) : button(subscribe, { kind: 'subscribe' }),
    ...(facilitator && scope === 'personal' ? [button(newDraft, { kind: 'new-draft' })] : []),
    button(help, { kind: 'help' }),
  ];
}
