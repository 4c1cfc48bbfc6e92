import type { CharterName } from '../../src/domain/charter.js';
import { changesPage, type DraftLinks } from '../../src/pages/changes-page.js';
import { draftPage } from '../../src/pages/draft-page.js';
import { feedbackPage } from '../../src/pages/feedback-page.js';
import { outcomePage } from '../../src/pages/outcome-page.js';
import type { Words } from '../../src/words/catalogue.js';
import { aDraft } from '../contract/made-up.js';
import { outcomeView } from '../support/sample-adoption-views.js';
import { overview, theme } from '../support/sample-feedback-views.js';
import { changes } from '../support/sample-revision-views.js';

const garden = 'garden' as CharterName;
const links: DraftLinks & { readonly results: string; readonly changes: string } = {
  here: (language) => `/charters/garden/here?lang=${language}`,
  process: '/charters/garden/process?lang=en',
  feedback: '/charters/garden/feedback?lang=en',
  draft: (number) => `/charters/garden/drafts/${String(number)}?lang=en`,
  results: '/charters/garden/drafts/2/results?lang=en',
  changes: '/charters/garden/drafts/2/changes/1?lang=en',
};
const changed = { base: 1, values: [], removed: [], unanswered: { themes: [], comments: 0 } };
const draft = { ...aDraft(garden, { number: 2, changes: changed }), state: 'replaced' } as const;

/** The pages of a draft, of what changed in it, of what was said, and of what was adopted. */
export function gardenRound(words: Words): ReadonlyMap<string, string> {
  return new Map([
    ['a draft', draftPage({ charter: { name: garden, timeZone: 'Europe/Berlin' }, draft }, links, words)],
    ['what changed', changesPage(changes, links, words)],
    ['asked, said, done', feedbackPage(overview, new Map([[1, theme.comments]]), links, words)],
    ['what was adopted', outcomePage(outcomeView, links, words)],
  ]);
}
