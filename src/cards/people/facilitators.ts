import type { FacilitatorsView, ListedFacilitator, RemovingView } from '../../app/people/views.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { notLater } from '../later.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';

const nameShown = 100;
const mostShown = 40;

/** Who facilitates, with what names each where somebody is to go. */
export function renderFacilitators(view: FacilitatorsView, { words }: Reader): Rendered {
  const { everybody, just } = view;
  const texts = words.all.people.facilitators;
  const listed = view.listed.slice(0, mostShown);
  const left = view.listed.length - listed.length;
  const mark = listed[0]?.mark;
  const summary = words.say('people.facilitators.summary', { count: view.listed.length });
  const card = expand('facilitators', {
    language: words.language,
    ...told([just === undefined ? '' : texts.just[just], summary].join(' ').trim(), typedText(mark, words)),
    just: just === undefined ? '' : texts.just[just],
    ...{ title: texts.title, intro: texts.intro, everybody: everybody ? texts.everybody : '' },
    lines: [
      ...listed.map((each) => ({ text: `- ${namedText(each, words, inline)}` })),
      ...(listed.length === 0 ? [{ text: texts.nobody }] : []),
      ...(left > 0 ? [{ text: words.say('people.facilitators.more', { count: left }) }] : []),
    ],
    choose: {
      any: listed.length > 0,
      ...{ label: texts.choose, missing: texts.chooseMissing },
      choices: listed.map((each) => ({ title: namedText(each, words, plain), value: each.mark })),
    },
    actions: [
      button(texts.invite, { kind: 'invite' }, { primary: true }),
      ...(listed.length === 0
        ? []
        : [button(texts.remove, { kind: 'remove-facilitator', confirmed: false }, { inputs: true })]),
      button(words.all.common.status, { kind: 'status' }),
    ],
  });
  return { card, summary };
}

/** What it means that somebody facilitates no more, before it is done. */
export function renderRemoving(view: RemovingView, { words }: Reader): Rendered {
  const { mark, own, name } = view;
  const texts = words.all.people.removing;
  const asked = (safe: (text: string) => string): string =>
    own
      ? texts.own
      : words.say('people.removing.title', {
          name: name === undefined ? texts.somebody : safe(shorten(name, nameShown)),
        });
  const consequences = [own ? texts.ownWhat : texts.what, texts.recorded, texts.back];
  const summary = asked(plain);
  const removeFacilitator = spellingOf('removeFacilitator', words);
  const card = expand('confirm', {
    language: words.language,
    ...told(
      [summary, ...consequences].join(' '),
      words.say('people.removing.typed', { removeFacilitator, mark }),
    ),
    title: asked(inline),
    draft: namedText(view, words, inline),
    consequences: consequences.map((text) => ({ text })),
    actions: [
      button(texts.button, { kind: 'remove-facilitator', mark, confirmed: true }, { primary: true }),
      button(words.all.common.notNow, { kind: 'facilitators' }),
    ],
    later: notLater,
  });
  return { card, summary };
}

function namedText(
  { mark, name, own }: ListedFacilitator,
  words: Words,
  safe: (text: string) => string,
): string {
  const shown = name === undefined ? words.all.people.facilitators.unnamed : safe(shorten(name, nameShown));
  return words.say(own ? 'people.facilitators.own' : 'people.facilitators.named', { name: shown, mark });
}

function typedText(mark: string | undefined, words: Words): string {
  if (mark === undefined) return '';
  const spellings = {
    removeFacilitator: spellingOf('removeFacilitator', words),
    invite: spellingOf('invite', words),
  };
  return words.say('people.facilitators.typed', { ...spellings, mark });
}
