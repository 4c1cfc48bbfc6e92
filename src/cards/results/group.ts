import type { GroupView } from '../../app/results/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';

const nameShown = 60;
/** More than a charter may have. */
const choicesShown = 30;

/** Where a member belongs, to say or not. */
export function renderGroup(view: GroupView, { words, shared }: Reader): Rendered {
  const { subject, groups, least } = view;
  const texts = words.all.results.groupCard;
  const standing = shared ? texts.shared : standingText(view, words, inline);
  const summary = [texts.title + '.', shared ? texts.shared : standingText(view, words, plain)].join(' ');
  const card = expand('group', {
    language: words.language,
    ...told(summary, typedHint(view, words)),
    place: subjectLine(subject, words),
    title: texts.title,
    standing,
    lines: [texts.ask, words.say('results.groupCard.use', { least }), texts.kept].map((text) => ({ text })),
    label: texts.label,
    missing: texts.missing,
    choices: groups.slice(0, choicesShown).map((group) => ({ title: nameOf(group), value: nameOf(group) })),
    value: shared || view.chosen === undefined ? '' : nameOf(view.chosen),
    actions: actionsOf(view, shared, words),
  });
  return { card, summary };
}

/** Shorter names than this are all there are, so it is sent back as it was. */
function nameOf(group: string): string {
  return plain(shorten(group, nameShown));
}

function standingText(view: GroupView, words: Words, safe: (text: string) => string): string {
  const { notChosen, just } = words.all.results.groupCard;
  const group = safe(shorten(view.chosen ?? '', nameShown));
  if (view.just === 'unknown') return just.unknown;
  if (view.just === 'taken-back') return just.takenBack;
  if (view.chosen === undefined) return notChosen;
  return words.say(view.just === 'chosen' ? 'results.groupCard.just.chosen' : 'results.groupCard.chosen', {
    group,
  });
}

function actionsOf({ subject, chosen }: GroupView, shared: boolean, words: Words): readonly Action[] {
  const { save, takeBack } = words.all.results.groupCard;
  const about = aboutOf(subject);
  return [
    button(save, { kind: 'group', about }, { inputs: true, primary: true }),
    ...(chosen === undefined || shared ? [] : [button(takeBack, { kind: 'group', about, group: null })]),
    button(words.all.common.whoSees, { kind: 'privacy', about }),
  ];
}

function typedHint({ groups }: GroupView, words: Words): string {
  const example = nameOf(groups[0] ?? '');
  return words.say('results.groupCard.typed', { group: spellingOf('group', words), example });
}
