import type { Intent } from '../app/intent.js';
import type { ChooseCharterView } from '../app/views.js';
import type { CharterName } from '../domain/charter.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { expand } from './template.js';
import { plain, shorten } from './text.js';
import { told } from './told.js';

const mostButtons = 6;
const titleShown = 32;
const choicesShown = 60;

/** Several charters, and the words did not say which: a button for each, or a list where there are too many. */
export function renderChooseCharter(view: ChooseCharterView, { words }: Reader): Rendered {
  const { charters } = view;
  const { title, intro, label } = words.all.chooseCharter;
  const many = charters.length > mostButtons;
  const choices = charters
    .slice(0, choicesShown)
    .map((charter) => ({ title: nameOf(charter, words), value: charter.name }));
  const names = charters.slice(0, mostButtons).map(({ name }) => name);
  const summary = words.say('chooseCharter.summary', { names: plain(names.join(', ')) });
  const card = expand('choose-charter', {
    language: words.language,
    ...told(summary),
    ...{ title, intro, label, many, choices },
    first: charters[0]?.name ?? '',
    actions: many
      ? [button(words.all.chooseCharter.choose, view.intent, { inputs: true })]
      : buttonsOf(view, words),
  });
  return { card, summary };
}

function buttonsOf({ charters, intent }: ChooseCharterView, words: Words): readonly Action[] {
  return charters.map((charter) => button(nameOf(charter, words), withCharter(intent, charter.name)));
}

function nameOf({ title, name }: ChooseCharterView['charters'][number], words: Words): string {
  return words.say('chooseCharter.choice', { title: plain(shorten(title, titleShown)), name });
}

function withCharter(intent: Intent, charter: CharterName): Intent {
  switch (intent.kind) {
    case 'help':
    case 'status':
    case 'unknown':
    case 'outdated':
    case 'import-failed':
      return intent;
    case 'subscribe':
    case 'unsubscribe':
    case 'new-draft':
    case 'import':
    case 'import-report':
    case 'preview':
    case 'publish':
    case 'deliveries':
      return { ...intent, charter };
    default:
      return { ...intent, about: { ...intent.about, charter } };
  }
}
