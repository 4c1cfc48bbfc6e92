import type { Addresses } from '../app/ports.js';
import type { Charter } from '../domain/charter.js';
import type { Words } from '../words/catalogue.js';

/** Where a page leads. Paths without a host: whoever came by another name of ours stays there. */
export interface Links {
  /** This page, in another language. */
  readonly here: (language: string) => string;
  /** The other pages of the charter, in the language of this one. */
  readonly process: string;
  /** The ledger as a file. */
  readonly ledger: string;
  readonly results: (number: number) => Promise<string>;
}

export async function linksOf(
  addresses: Addresses,
  charter: Pick<Charter, 'name' | 'rules'>,
  number: number | undefined,
  { language }: Words,
): Promise<Links> {
  const process = await addresses.process(charter);
  const here = number === undefined ? process : await addresses.results({ charter, number });
  return {
    here: (other) => pathOf(here, other),
    process: pathOf(process, language),
    ledger: pathOf(await addresses.ledger(charter), language),
    results: async (which) => pathOf(await addresses.results({ charter, number: which }), language),
  };
}

export function pathOf(address: string, language: string): string {
  const { pathname, searchParams } = new URL(address);
  searchParams.set('lang', language);
  return `${pathname}?${searchParams.toString()}`;
}
