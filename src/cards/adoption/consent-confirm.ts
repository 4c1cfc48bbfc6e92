import type { ConsentConfirmView } from '../../app/adoption/views.js';
import { aboutOf, button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { notLater } from '../later.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, shorten } from '../text.js';
import { told } from '../told.js';

const titleShown = 200;

/** What asking everybody means, and what it means to stop asking. */
export function renderConsentConfirm(view: ConsentConfirmView, { words }: Reader): Rendered {
  const { what, subject, rule, least } = view;
  const moment = momentText(view.closes, words);
  const { fixed, button: go } = words.all.adoption.confirm[what];
  const title = words.say(`adoption.confirm.${what}.title`, { number: subject.number ?? 0 });
  const consequences = [
    words.say(`adoption.confirm.${what}.rule`, { ...rule, moment }),
    words.say(`adoption.confirm.${what}.long`, { moment }),
    words.say(`adoption.confirm.${what}.told`, { least }),
    fixed,
  ];
  const command = spellingOf(what === 'open-consent' ? 'openConsent' : 'endConsent', words);
  const summary = title;
  const card = expand('confirm', {
    language: words.language,
    ...told(
      [title, ...consequences].join(' '),
      words.say(`adoption.confirm.${what}.typed`, { command, charter: subject.charter }),
    ),
    title,
    draft: inline(shorten(subject.title, titleShown)),
    consequences: consequences.map((text) => ({ text })),
    actions: [
      button(go, { kind: what, about: aboutOf(subject), confirmed: true }, { primary: true }),
      button(words.all.common.notNow, { kind: 'status' }),
    ],
    later: notLater,
  });
  return { card, summary };
}
