import type { ConsiderationsView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { renderSections } from './section-card.js';
import { shownConsideration } from './shown-consideration.js';

/** What frames the writing of the values: each consideration with its number and name. */
export function renderConsiderations(view: ConsiderationsView, { words }: Reader): Rendered {
  const { subject, value } = view;
  const { title, intro, none } = words.all.considerations;
  const named = view.considerations.map((consideration, index) => {
    const { name, text } = shownConsideration(consideration);
    const number = index + 1;
    const heading =
      name === undefined
        ? words.say('considerations.unnamed', { number })
        : words.say('considerations.numbered', { number, name });
    return { heading, text };
  });
  return renderSections(
    { template: 'considerations', subject, page: view.page, title, intro, none, sections: named },
    words,
    {
      pageOf: (page) => ({
        kind: 'considerations',
        about: aboutOf(subject),
        page,
        ...(value === undefined ? {} : { value: { by: 'id', id: value } }),
      }),
      actions: wayBack(view, words),
    },
  );
}

function wayBack({ subject, value }: ConsiderationsView, words: Words): readonly Action[] {
  const about = aboutOf(subject);
  if (value !== undefined) {
    return [button(words.all.considerations.back, { kind: 'ballot', about, value: { by: 'id', id: value } })];
  }
  return [button(words.all.common.values, { kind: 'values', about })];
}
