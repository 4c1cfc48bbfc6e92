import { readFile } from 'node:fs/promises';
import { closeDraft } from '../app/close-draft.js';
import { compose } from '../app/compose-draft.js';
import type { Ports } from '../app/ports.js';
import { pseudonymOf } from '../app/pseudonym.js';
import { publishDraft } from '../app/publish-draft.js';
import type { CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import type { MemberId } from '../domain/place.js';
import { answers, type Answer } from '../domain/rating.js';

const name = 'tool-library' as CharterName;

/** How many of the 24 made-up members gave each of `answers`, in that order; a line for each value of the first draft. */
const given = [
  [0, 1, 3, 9, 9, 1, 1],
  [1, 2, 5, 8, 5, 2, 1],
  [2, 4, 6, 5, 3, 3, 1],
  [5, 5, 1, 4, 6, 2, 1],
] as const;

/** Where the example posts stand, seen from the compiled file. */
const folder = new URL('../../../../src/example/', import.meta.url);

/**
 * A made-up charter to try things on: announced, a first draft closed with made-up ratings, a second one open.
 * Does nothing where there is a charter already.
 */
export async function loadExample(ports: Ports): Promise<boolean> {
  if ((await ports.charters.all()).length > 0) return false;
  await publish(ports, 'announcement.md');
  await publish(ports, 'draft-1.md');
  const draft = await ports.drafts.latest(name);
  if (draft === undefined) throw new Error('the example has no first draft');
  await rateByMadeUpMembers(ports, draft);
  await closeDraft(ports, draft);
  await publish(ports, 'draft-2.md');
  return true;
}

async function publish(ports: Ports, file: string): Promise<void> {
  const source = await readFile(new URL(file, folder), 'utf8');
  const reading = ports.readPost(source);
  if (reading.kind === 'refused') throw new Error(`the example post ${file} is refused`);
  const composed = await compose(ports, name, reading.post);
  const { outcome } = await publishDraft(ports, { charter: name, composed, source });
  if (outcome.kind !== 'published')
    throw new Error(`the example post ${file} is not published: ${outcome.kind}`);
}

async function rateByMadeUpMembers(ports: Ports, draft: Draft): Promise<void> {
  for (const [index, value] of draft.values.entries()) {
    const all = answers.flatMap((answer, kind) => Array<Answer>(given[index]?.[kind] ?? 0).fill(answer));
    for (const [member, answer] of all.entries()) {
      // Seven has no divisor in common with their number: each member answers each value once, and variously.
      const pseudonym = await pseudonymOf(
        ports,
        name,
        `made-up-${(member * 7 + index) % all.length}` as MemberId,
      );
      const at = ports.clock.now().toISOString();
      const press = `example.${member}.${index}`;
      await ports.ratings.record({ draft: draft.id, value: value.id, pseudonym, answer, press, at });
    }
  }
}
