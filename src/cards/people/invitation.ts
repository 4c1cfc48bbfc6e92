import type { AcceptView, InvitationView } from '../../app/people/views.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';

const typedShown = 40;
/** Takes the place of the code where words are remembered: a code is not. */
const codeHere = '\u2026';

/** A code for one person, shown this one time. */
export function renderInvitation({ code, until }: InvitationView, { words, shared }: Reader): Rendered {
  const texts = words.all.people.invitation;
  const how = words.say('people.invitation.how', { accept: spellingOf('accept', words), code: codeHere });
  const shown = shared ? codeHere : code;
  const card = expand('invitation', {
    language: words.language,
    ...told(texts.summary),
    ...{ title: texts.title, intro: texts.intro, code: shown },
    lines: [
      { text: how.replace(codeHere, shown) },
      { text: words.say('people.invitation.until', { moment: momentText(until, words) }) },
    ],
    actions: [button(words.all.people.facilitators.title, { kind: 'facilitators' })],
  });
  return { card, summary: texts.summary };
}

/** The form for the code; what was typed before stays in it. */
export function renderAcceptInvitation({ wrong }: AcceptView, { words }: Reader): Rendered {
  const texts = words.all.people.accept;
  const typed = words.say('people.accept.typed', { accept: spellingOf('accept', words) });
  const just = (safe: (text: string) => string): string =>
    wrong === undefined ? '' : words.say('people.accept.wrong', { code: safe(shorten(wrong, typedShown)) });
  const summary = wrong === undefined ? texts.summary : just(plain);
  const card = expand('accept-invitation', {
    language: words.language,
    ...told(summary, typed),
    just: just(inline),
    ...{ title: texts.title, intro: texts.intro, label: texts.label, missing: texts.missing },
    value: plain(shorten(wrong ?? '', typedShown)),
    actions: [
      button(texts.button, { kind: 'accept' }, { inputs: true, primary: true }),
      button(words.all.common.notNow, { kind: 'status' }),
    ],
  });
  return { card, summary };
}
