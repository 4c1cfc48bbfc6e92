import type { Ports } from '../app/ports.js';
import { changesView } from '../app/revision/show-changes.js';
import type { Charter, CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { Words } from '../words/catalogue.js';
import { changesPage, type DraftLinks } from './changes-page.js';
import { draftPage } from './draft-page.js';
import { linksOf, pathOf } from './links.js';

/** A draft as it was published; nothing where there is none. */
export async function makeDraft(
  ports: Ports,
  which: { charter: CharterName; number: number },
  words: Words,
): Promise<string | undefined> {
  const [charter, draft] = await Promise.all([
    ports.charters.find(which.charter),
    ports.drafts.numbered(which),
  ]);
  if (charter === undefined || draft === undefined) return undefined;
  const { number } = draft;
  const base = draft.changes?.base;
  const changes =
    base === undefined ? undefined : await ports.addresses.changes({ charter, from: base, to: number });
  const { results } = await linksOf(ports.addresses, charter, number, words);
  const links = {
    ...(await draftLinks(ports, charter, [number], await ports.addresses.draft({ charter, number }), words)),
    results: await results(number),
    ...given({ changes: changes === undefined ? undefined : pathOf(changes, words.language) }),
  };
  return draftPage({ charter, draft }, links, words);
}

/** What differs between two drafts; nothing where one of them is not there, or both are one. */
export async function makeChanges(
  ports: Ports,
  { charter: name, from, to }: { charter: CharterName; from: number; to: number },
  words: Words,
): Promise<string | undefined> {
  const [charter, before, after] = await Promise.all([
    ports.charters.find(name),
    ports.drafts.numbered({ charter: name, number: from }),
    ports.drafts.numbered({ charter: name, number: to }),
  ]);
  if (charter === undefined || before === undefined || after === undefined || from === to) return undefined;
  const view = await changesView(ports, before, after, {});
  const here = await ports.addresses.changes({ charter, from, to });
  return changesPage(view, await draftLinks(ports, charter, [from, to], here, words), words);
}

async function draftLinks(
  { addresses }: Pick<Ports, 'addresses'>,
  charter: Pick<Charter, 'name' | 'rules'>,
  numbers: readonly number[],
  here: string,
  { language }: Words,
): Promise<DraftLinks> {
  const drafts = new Map<number, string>();
  for (const number of numbers)
    drafts.set(number, pathOf(await addresses.draft({ charter, number }), language));
  return {
    here: (other) => pathOf(here, other),
    process: pathOf(await addresses.process(charter), language),
    feedback: pathOf(await addresses.feedback(charter), language),
    draft: (number) => drafts.get(number) ?? '',
  };
}
