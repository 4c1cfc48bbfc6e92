import { readFile } from 'node:fs/promises';
import { closeDraft } from '../app/close-draft.js';
import { compose } from '../app/compose-draft.js';
import type { Ports } from '../app/ports.js';
import { changeRulesOf } from '../app/process/change-rules.js';
import { pseudonymOf } from '../app/pseudonym.js';
import { publishDraft } from '../app/publish-draft.js';
import type { CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import { answers, type Answer } from '../domain/rating.js';
import { commentByMadeUpMembers } from './comment.js';
import { groupOf, groups, members } from './made-up-members.js';

const name = 'tool-library' as CharterName;

/**
 * How many of the 24 made-up members gave each of `answers`, in that order; a line for each value of the first draft. The
 * words of the third are not clear to many, and the last has two camps.
 */
const given = [
  [0, 1, 3, 9, 9, 1, 1],
  [1, 2, 5, 8, 5, 2, 1],
  [2, 1, 4, 5, 4, 6, 2],
  [5, 5, 1, 4, 6, 2, 1],
] as const;

/** Where the example posts stand, seen from the compiled file. */
const folder = new URL('../../../../src/example/', import.meta.url);

/** Forty households, each counted as one. */
const communitySize = 40;

/**
 * A made-up charter to try things on: announced, a first draft closed with made-up ratings and comments, a second one
 * open. Does nothing where there is a charter already.
 */
export async function loadExample(ports: Ports): Promise<boolean> {
  if ((await ports.charters.all()).length > 0) return false;
  await publish(ports, 'announcement.md');
  await setRules(ports);
  await publish(ports, 'draft-1.md');
  const first = await latest(ports);
  await sayWhereTheyBelong(ports);
  await rateByMadeUpMembers(ports, first);
  await commentByMadeUpMembers(ports, first);
  await closeDraft(ports, first);
  await publish(ports, 'draft-2.md');
  await commentByMadeUpMembers(ports, await latest(ports));
  return true;
}

async function latest({ drafts }: Ports): Promise<Draft> {
  const draft = await drafts.latest(name);
  if (draft === undefined) throw new Error('the example has no draft');
  return draft;
}

/** Before anybody answers: from then on they can only get stronger. */
async function setRules(ports: Ports): Promise<void> {
  const charter = await ports.charters.find(name);
  const { did } = charter
    ? await changeRulesOf(ports, charter, { groups, communitySize })
    : { did: 'nothing' };
  if (did !== 'changed') throw new Error(`the rules of the example are not set: ${did}`);
}

async function sayWhereTheyBelong(ports: Ports): Promise<void> {
  for (const member of members) {
    const group = groupOf(member);
    if (group === undefined) continue;
    const pseudonym = await pseudonymOf(ports, name, member);
    await ports.participation.chooseGroup({ charter: name, pseudonym, group });
  }
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
    for (const [turn, answer] of all.entries()) {
      // Seven has no divisor in common with their number: each member answers each value once, and variously.
      const member = members[(turn * 7 + index) % members.length];
      if (member === undefined) throw new Error('the example has no members');
      const pseudonym = await pseudonymOf(ports, name, member);
      const at = ports.clock.now().toISOString();
      const press = `example.${turn}.${index}`;
      await ports.ratings.record({ draft: draft.id, value: value.id, pseudonym, answer, press, at });
    }
  }
}
