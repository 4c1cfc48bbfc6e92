import type { BackgroundView } from '../app/views.js';
import { aboutOf, button } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { renderSections } from './section-card.js';

/** Why and how: the sections of a post that are not to be rated. */
export function renderBackground({ subject, sections, page }: BackgroundView, { words }: Reader): Rendered {
  const about = aboutOf(subject);
  const { title, intro, none } = words.all.background;
  return renderSections({ template: 'background', subject, page, title, intro, none, sections }, words, {
    pageOf: (next) => ({ kind: 'background', about, page: next }),
    actions: [
      button(words.all.common.values, { kind: 'values', about }),
      button(words.all.common.considerations, { kind: 'considerations', about }),
    ],
  });
}
