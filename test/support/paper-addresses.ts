import type { Addresses } from '../../src/app/ports.js';

/** Addresses that lead nowhere, for where nobody follows them. */
export const paperAddresses: Addresses = {
  results: ({ charter, number }) =>
    Promise.resolve(`https://touchstone.example/charters/${charter.name}/drafts/${String(number)}/results`),
  process: ({ name }) => Promise.resolve(`https://touchstone.example/charters/${name}/process`),
  draft: ({ charter, number }) => page(charter.name, `drafts/${String(number)}`),
  changes: ({ charter, from, to }) => page(charter.name, `drafts/${String(to)}/changes/${String(from)}`),
  feedback: ({ name }) => page(name, 'feedback'),
  outcome: ({ name }) => page(name, 'outcome'),
  ledger: ({ name }) => page(name, 'ledger'),
  download: (token) => `https://touchstone.example/my-data/${token}`,
};

function page(charter: string, path: string): Promise<string> {
  return Promise.resolve(`https://touchstone.example/charters/${charter}/${path}`);
}
