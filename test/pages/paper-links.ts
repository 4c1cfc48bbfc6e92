import type { Links } from '../../src/pages/links.js';

/** Links of a page that nobody follows. */
export const paperLinks: Links & { readonly newest: string } = {
  here: (language) => `/charters/garden/drafts/2/results?lang=${language}`,
  process: '/charters/garden/process?lang=en',
  ledger: '/charters/garden/ledger?lang=en',
  results: (number) => Promise.resolve(`/charters/garden/drafts/${String(number)}/results?lang=en`),
  newest: '/charters/garden/drafts/2/results?lang=en',
};
