import type { PreviewView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { button } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { warningLines } from './report-lines.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';

const warningsShown = 3;
const titleShown = 200;

/** What a facilitator decides on: what was found in the post, what to look at, what publishing does. */
export function renderPreview(view: PreviewView, { words }: Reader): Rendered {
  const texts = words.all.preview;
  const { charter, title } = view.subject;
  const shortTitle = shorten(title, titleShown);
  const effect = effectOf(view, words);
  const summary = `${words.say('preview.title', { title: plain(shortTitle) })}. ${effect.join(' ')}`;
  const card = expand('preview', {
    language: words.language,
    summary,
    typed: words.say('preview.typed', { publish: spellingOf('publish', words), charter }),
    title: words.say('preview.title', { title: inline(shortTitle) }),
    found: foundFacts(view, words),
    look: lookOf(view, words),
    effect: { heading: texts.effect, lines: effect.map((text) => ({ text })) },
    below: texts.below,
    actions: [
      button(texts.publish, { kind: 'publish', charter, revision: view.revision }, { primary: true }),
    ],
  });
  return { card, summary };
}

function foundFacts(
  { subject, values, considerations, background }: PreviewView,
  words: Words,
): readonly object[] {
  const texts = words.all.preview;
  const count = (found: number): string => words.say('preview.count', { found });
  return [
    { title: texts.charter, value: inline(subject.charter) },
    { title: texts.values, value: count(values) },
    { title: texts.considerations, value: count(considerations) },
    { title: texts.background, value: words.say('preview.sections', { found: background }) },
  ];
}

function lookOf({ report, subject }: PreviewView, words: Words): object {
  const { charter } = subject;
  const warnings = warningLines(report, words);
  const left = Math.max(warnings.length - warningsShown, 0);
  return {
    heading:
      warnings.length === 0
        ? words.all.preview.nothingToLookAt
        : words.say('preview.look', { count: warnings.length }),
    lines: warnings.slice(0, warningsShown),
    more: left === 0 ? '' : words.say('preview.lookMore', { count: left }),
    actions: [
      button(words.all.preview.report, { kind: 'import-report', charter }),
      button(words.all.preview.again, { kind: 'new-draft', charter }),
    ],
  };
}

function effectOf({ subject, values, replaces }: PreviewView, words: Words): readonly string[] {
  const charter = inline(subject.charter);
  if (values === 0) return [words.say('preview.announces', { charter })];
  const number = String(subject.number ?? 'none');
  return [
    words.say('preview.opens', { number, charter }),
    ...(replaces === undefined
      ? []
      : [words.say('preview.replaces', { number, replaces: String(replaces) })]),
    words.all.preview.stays,
  ];
}
