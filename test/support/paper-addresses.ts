import type { Addresses } from '../../src/app/ports.js';

/** Addresses that lead nowhere, for where nobody follows them. */
export const paperAddresses: Addresses = {
  results: ({ charter, number }) =>
    Promise.resolve(`https://touchstone.example/charters/${charter.name}/drafts/${String(number)}/results`),
  process: ({ name }) => Promise.resolve(`https://touchstone.example/charters/${name}/process`),
  download: (token) => `https://touchstone.example/my-data/${token}`,
};
