import type { CorrectionView } from '../app/views.js';
import type { CorrectedWords } from '../domain/correction.js';
import type { Words } from '../words/catalogue.js';
import { button } from './actions.js';
import { bytesOf, type Reader, type Rendered } from './card.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';
import { told } from './told.js';

const titleShown = 200;
const wordsShown = 300;
/** For all changes together. */
const changesBytes = 14_000;
/** What a pair of facts weighs around its texts. */
const frameBytes = 260;

/** What a correction would change, before and after, to decide on. */
export function renderCorrection({ id, subject, changes }: CorrectionView, { words }: Reader): Rendered {
  const { effect, button: correct, change } = words.all.correction;
  const { charter } = subject;
  const shown = fitting(changes.map((each) => factsOf(each, words)));
  const left = changes.length - shown.length;
  const summary = words.say('correction.summary', { count: changes.length });
  const card = expand('correction', {
    language: words.language,
    ...told(summary),
    title: words.say('correction.title', { number: String(subject.number ?? 'none') }),
    of: inline(shorten(subject.title, titleShown)),
    changes: shown.map((facts) => ({ facts })),
    more: left > 0 ? words.say('correction.more', { count: left }) : '',
    effect,
    actions: [
      button(correct, { kind: 'apply-correction', correction: id }, { primary: true }),
      button(change, { kind: 'correct', charter }),
      button(words.all.common.notNow, { kind: 'status' }),
    ],
  });
  return { card, summary };
}

type Facts = readonly { readonly title: string; readonly value: string }[];

function factsOf({ before, after }: CorrectedWords, words: Words): Facts {
  const { now, then, nothing } = words.all.correction;
  const shown = (text: string): string => inline(shorten(text.trim(), wordsShown)) || nothing;
  return [
    { title: now, value: shown(before) },
    { title: then, value: shown(after) },
  ];
}

function fitting(all: readonly Facts[]): readonly Facts[] {
  let held = 0;
  return all.filter((facts) => {
    held += frameBytes + facts.reduce((sum, { value }) => sum + bytesOf(value), 0);
    return held <= changesBytes;
  });
}
