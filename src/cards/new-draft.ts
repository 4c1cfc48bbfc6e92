import type { Subject } from '../app/subject.js';
import type { NewDraftView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { button } from './actions.js';
import { bytesOf, mostBytes, type Reader, type Rendered } from './card.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

/** What the form weighs without the post in it, in bytes and with room to spare. */
const formBytes = 5_000;
/** Characters of the list of charters. */
const namesShown = 400;

/** The form into which a facilitator pastes a post, or puts a slip right in one. */
export function renderNewDraft(view: NewDraftView, reader: Reader): Rendered {
  return view.correcting === undefined
    ? renderForm(view, reader)
    : renderCorrecting(view, view.correcting, reader);
}

function renderForm(view: NewDraftView, { words }: Reader): Rendered {
  const texts = words.all.newDraft;
  const fits = sourceFits(view);
  const note = noteOn(view, words, fits);
  const summary = `${texts.title}. ${texts.intro}`;
  const card = expand('new-draft', {
    language: words.language,
    ...told(summary, words.say('newDraft.typed', { newDraft: spellingOf('newDraft', words) })),
    title: texts.title,
    intro: texts.intro,
    note,
    source: sourceField(view, words),
    name: nameField(view, words),
    found: texts.found,
    actions: [button(texts.read, { kind: 'import', source: '' }, { inputs: true, primary: true })],
  });
  return { card, summary };
}

/** What is published stands in the field; nothing of it changes before its changes were seen. */
function renderCorrecting(view: NewDraftView, of: Subject, { words }: Reader): Rendered {
  const { intro, rule, read } = words.all.newDraft.correct;
  const { charter } = of;
  const ways = { correct: spellingOf('correct', words), charter };
  const title = words.say('newDraft.correct.title', { number: String(of.number ?? 'none') });
  const summary = `${title}. ${intro}`;
  const card = expand('new-draft', {
    language: words.language,
    ...told(summary, words.say('newDraft.correct.typed', ways)),
    title,
    intro,
    note: sourceFits(view) ? '' : words.say('newDraft.correct.tooLong', ways),
    source: sourceField(view, words),
    name: noName,
    found: rule,
    actions: [
      button(read, { kind: 'propose-correction', charter, source: '' }, { inputs: true, primary: true }),
    ],
  });
  return { card, summary };
}

const noName = {
  any: false,
  label: '',
  placeholder: '',
  value: '',
  required: false,
  wrong: '',
  hint: '',
};

function sourceFits({ source = '' }: NewDraftView): boolean {
  return bytesOf(source) <= mostBytes - formBytes;
}

function sourceField(view: NewDraftView, words: Words): object {
  const { source, sourcePlaceholder, sourceMissing } = words.all.newDraft;
  return {
    label: source,
    placeholder: sourcePlaceholder,
    value: sourceFits(view) ? (view.source ?? '') : '',
    missing: sourceMissing,
  };
}

function nameField(view: NewDraftView, words: Words): object {
  const { charter, charters } = view;
  const texts = words.all.newDraft;
  const names = inline(shorten(charters.join(', '), namesShown));
  return {
    any: true,
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
function asksForName({ unnamed }: NewDraftView): boolean {
  return unnamed === true;
}
