import type { Intent } from '../app/intent.js';
import type { ChooseCharterView } from '../app/views.js';
import type { CharterName } from '../domain/charter.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

const mostButtons = 6;
const titleShown = 80;
const choicesShown = 60;

/**
 * Several charters, and the words did not say which: a button for each, or a list where there are too many. Buttons
 * bear the short names alone: a phone cuts longer ones.
 */
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
    list: many ? '' : charters.map((charter) => lineOf(charter, words)).join('\n'),
    first: charters[0]?.name ?? '',
    actions: many ? [button(words.all.chooseCharter.choose, view.intent, { inputs: true })] : buttonsOf(view),
  });
  return { card, summary };
}

function buttonsOf({ charters, intent }: ChooseCharterView): readonly Action[] {
  return charters.map((charter) => button(charter.name, withCharter(intent, charter.name)));
}

function nameOf({ title, name }: ChooseCharterView['charters'][number], words: Words): string {
  return words.say('chooseCharter.choice', { title: plain(shorten(title, titleShown)), name });
}

function lineOf({ title, name }: ChooseCharterView['charters'][number], words: Words): string {
  return words.say('chooseCharter.line', { title: inline(shorten(title, titleShown)), name: inline(name) });
}

function withCharter(intent: Intent, charter: CharterName): Intent {
  switch (intent.kind) {
    case 'help':
    case 'status':
    case 'settings':
    case 'pause':
    case 'resume':
    case 'quiet':
    case 'apply-correction':
    case 'unknown':
    case 'outdated':
    case 'import-failed':
    case 'support':
    case 'receipt':
    case 'appeal':
    case 'policy':
    case 'moderate':
    case 'my-data':
    case 'forget-me':
      return intent;
    case 'subscribe':
    case 'unsubscribe':
    case 'new-draft':
    case 'import':
    case 'import-report':
    case 'preview':
    case 'publish':
    case 'deliveries':
    case 'appointments':
    case 'cancel-appointment':
    case 'correct':
    case 'propose-correction':
    case 'retry':
    case 'process':
    case 'rules':
    case 'change-rules':
    case 'seal':
    case 'moderation':
      return { ...intent, charter };
    default:
      return 'about' in intent
        ? { ...intent, about: { ...intent.about, charter } }
        : ({ ...intent, charter } as Intent);
  }
}
