import type { DisputeView, RemoveValueView } from '../../app/revision/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { notLater } from '../later.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, shorten } from '../text.js';
import { told } from '../told.js';

const titleShown = 200;

/** What removing a value does, before it is done. */
export function renderRemoveValue(
  { subject, value, revision }: RemoveValueView,
  { words }: Reader,
): Rendered {
  const texts = words.all.revision.remove;
  const { position } = value;
  const { charter } = subject;
  const title = words.say('revision.remove.title', { position });
  const summary = `${title} ${texts.effect}`;
  const typed = words.say('revision.remove.typed', { remove: spellingOf('removeValue', words), position });
  const sure = {
    kind: 'remove-value',
    charter,
    value: { by: 'id', id: value.id },
    revision,
    confirmed: true,
  } as const;
  const card = expand('confirm', {
    language: words.language,
    ...told(summary, typed),
    title,
    draft: inline(shorten(value.title, titleShown)),
    consequences: [{ text: texts.effect }],
    actions: [
      button(texts.button, sure, { primary: true }),
      button(words.all.common.notNow, { kind: 'revise', charter }),
    ],
    later: notLater,
  });
  return { card, summary };
}

/** Whether a change is more than spelling: asked once, then answered. */
export function renderDispute(view: DisputeView, reader: Reader): Rendered {
  return view.state === 'asking' ? renderAsking(view, reader) : renderAnswer(view, reader);
}

function renderAsking({ subject, value }: DisputeView, { words }: Reader): Rendered {
  const texts = words.all.revision.dispute;
  const { position } = value;
  const about = aboutOf(subject);
  const ref = { by: 'id', id: value.id } as const;
  const title = words.say('revision.dispute.title', { position });
  const summary = `${title}. ${texts.effect}`;
  const typed = words.say('revision.dispute.typed', { dispute: spellingOf('dispute', words), position });
  const card = expand('confirm', {
    language: words.language,
    ...told(summary, typed),
    title,
    draft: inline(shorten(value.title, titleShown)),
    consequences: [{ text: texts.what }, { text: texts.effect }],
    actions: [
      button(texts.button, { kind: 'dispute', about, value: ref, confirmed: true }, { primary: true }),
      button(words.all.common.notNow, { kind: 'ballot', about, value: ref }),
    ],
    later: notLater,
  });
  return { card, summary };
}

function renderAnswer({ subject, value, state }: DisputeView, { words }: Reader): Rendered {
  const summary = words.say(`revision.dispute.${state}`, { position: value.position });
  const about = aboutOf(subject);
  const card = expand('notice', {
    language: words.language,
    ...told(summary),
    notes: { any: false, all: [] },
    place: subjectLine(subject, words),
    text: summary,
    actions: [
      button(words.all.common.open, { kind: 'ballot', about, value: { by: 'id', id: value.id } }),
      changesButton(about, words),
    ],
  });
  return { card, summary };
}

function changesButton(about: ReturnType<typeof aboutOf>, words: Words) {
  return button(words.all.revision.changes.button, { kind: 'changes', about });
}
