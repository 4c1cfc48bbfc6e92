import type { Subject } from '../app/subject.js';
import type { AnnouncementView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import { outcomeButton } from './adoption/announced.js';

/** Whether the draft that is announced can be rated now, or (in a preview) could be. */
export function isRateable({ what, subject }: Pick<AnnouncementView, 'what' | 'subject'>): boolean {
  return what !== 'announced' && what !== 'sealed' && (subject.preview || subject.state === 'open');
}

/** What a posted card leads to: never to rating a draft that is over. */
export function announcementActions(view: AnnouncementView, words: Words): readonly Action[] {
  if (view.what === 'sealed') return afterSealing(view, words);
  const { what, subject, framing } = view;
  const about = aboutOf(subject);
  const { readAndRate, yourAnswers, values, considerations, background, results, settings } =
    words.all.common;
  const rateable = isRateable(view);
  return [
    ...(view.adoption?.outcome === undefined ? [] : [outcomeButton(view, words)]),
    ...(view.follower === undefined || view.adoption?.outcome !== undefined
      ? []
      : [towards(view.follower, words)]),
    ...(rateable ? [button(readAndRate, { kind: 'ballot', about }, { primary: true })] : []),
    ...(hasResults(subject) ? [button(results, { kind: 'results', about })] : []),
    ...(what === 'reminder' && rateable
      ? [
          button(yourAnswers, { kind: 'answers', about }),
          button(words.all.common.ratherNot, { kind: 'decline', about, confirmed: false }),
        ]
      : []),
    ...(what === 'announced' ? [] : [button(values, { kind: 'values', about })]),
    ...(rateable && view.changes !== undefined
      ? [button(words.all.revision.changes.button, { kind: 'changes', about })]
      : []),
    ...(what === 'reminder' || framing.considerations.length === 0
      ? []
      : [button(considerations, { kind: 'considerations', about })]),
    ...(what === 'reminder' || framing.background.length === 0
      ? []
      : [button(background, { kind: 'background', about })]),
    button(settings, { kind: 'settings' }),
  ];
}

function afterSealing({ subject }: AnnouncementView, words: Words): readonly Action[] {
  const { results, howItWorks, settings } = words.all.common;
  return [
    button(results, { kind: 'results', about: { charter: subject.charter } }),
    button(howItWorks, { kind: 'process', charter: subject.charter }),
    button(settings, { kind: 'settings' }),
  ];
}

/** The button to the draft that came after. */
function towards(follower: Subject, words: Words): Action {
  const about = aboutOf(follower);
  const number = follower.number ?? 1;
  if (follower.state === 'open')
    return button(words.say('common.rateDraft', { number }), { kind: 'ballot', about }, { primary: true });
  return button(words.say('common.readDraft', { number }), { kind: 'values', about });
}

function hasResults({ state, preview }: Subject): boolean {
  return !preview && state !== undefined && state !== 'open' && state !== 'withdrawn';
}
