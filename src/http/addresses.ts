import type { Addresses } from '../app/ports.js';
import type { Charter } from '../domain/charter.js';
import type { LinkSigner } from './signed-link.js';

/** The addresses of pages under `publicUrl`; those of a charter that is not public are signed. */
export function createAddresses({
  publicUrl,
  signer,
}: {
  readonly publicUrl: string;
  readonly signer: Pick<LinkSigner, 'signatureFor'>;
}): Addresses {
  async function pageOf({ name, rules }: Pick<Charter, 'name' | 'rules'>, page: string): Promise<string> {
    const address = `${publicUrl}/charters/${name}/${page}`;
    return rules.page === 'public' ? address : `${address}?key=${await signer.signatureFor(name)}`;
  }
  return {
    results: ({ charter, number }) => pageOf(charter, `drafts/${String(number)}/results`),
    process: (charter) => pageOf(charter, 'process'),
    draft: ({ charter, number }) => pageOf(charter, `drafts/${String(number)}`),
    changes: ({ charter, from, to }) => pageOf(charter, `drafts/${String(to)}/changes/${String(from)}`),
    feedback: (charter) => pageOf(charter, 'feedback'),
    outcome: (charter) => pageOf(charter, 'outcome'),
    ledger: (charter) => pageOf(charter, 'ledger'),
    download: (token) => `${publicUrl}/my-data/${encodeURIComponent(token)}`,
  };
}
