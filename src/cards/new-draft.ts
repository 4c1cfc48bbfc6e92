import type { NewDraftView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { button } from './actions.js';
import { bytesOf, mostBytes, type Reader, type Rendered } from './card.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';

/** What the form weighs without the post in it, in bytes and with room to spare. */
const formBytes = 5_000;
/** Characters of the list of charters. */
const namesShown = 400;

/** The form into which a facilitator pastes a post. */
export function renderNewDraft(view: NewDraftView, { words }: Reader): Rendered {
  const texts = words.all.newDraft;
  const fits = bytesOf(view.source ?? '') <= mostBytes - formBytes;
  const note = noteOn(view, words, fits);
  const summary = `${texts.title}. ${texts.intro}`;
  const card = expand('new-draft', {
    language: words.language,
    summary,
    typed: words.say('newDraft.typed', { newDraft: spellingOf('newDraft', words) }),
    title: texts.title,
    intro: texts.intro,
    note,
    source: {
      label: texts.source,
      placeholder: texts.sourcePlaceholder,
      value: fits ? (view.source ?? '') : '',
      missing: texts.sourceMissing,
    },
    name: nameField(view, words),
    found: texts.found,
    actions: [button(texts.read, { kind: 'import', source: '' }, { inputs: true, primary: true })],
  });
  return { card, summary };
}

function nameField(view: NewDraftView, words: Words): object {
  const { charter, charters } = view;
  const texts = words.all.newDraft;
  const names = inline(shorten(charters.join(', '), namesShown));
  return {
    label: texts.name,
    placeholder: texts.namePlaceholder,
    value: plain(charter ?? (charters.length === 1 ? (charters[0] ?? '') : '')),
    required: asksForName(view),
    wrong: texts.nameWrong,
    hint:
      charters.length === 0
        ? texts.nameOfFirst
        : words.say('newDraft.nameOfNext', { count: charters.length, names }),
  };
}

/** What stands in the way of the post that came before. */
function noteOn(view: NewDraftView, words: Words, fits: boolean): string {
  const { nameNeeded, sourceTooLong } = words.all.newDraft;
  return [...(asksForName(view) ? [nameNeeded] : []), ...(fits ? [] : [sourceTooLong])].join(' ');
}

/** A post came, and neither it nor its sender said which of several charters it is for. */
function asksForName({ source, charter, charters }: NewDraftView): boolean {
  return source !== undefined && charter === undefined && charters.length > 1;
}
