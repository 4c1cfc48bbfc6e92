import type { CharterName } from '../../domain/charter.js';
import type { Draft } from '../../domain/draft.js';
import { makeRelease } from '../../domain/make-release.js';
import type { GroupTally, Release } from '../../domain/release.js';
import type { Ports } from '../ports.js';
import { kinIn } from './kin.js';
import { wordingOf } from './wording.js';

type Needs = Pick<Ports, 'releases' | 'charters' | 'drafts' | 'clock'>;

/**
 * The release that everybody reads of a draft now. The first who asks after closing makes it, everybody else gets the
 * same. Absent while the draft is open (unless its charter shows interim results and there are some), and for ever when
 * it was withdrawn.
 */
export async function releaseFor(ports: Needs, draft: Draft): Promise<Release | undefined> {
  if (draft.state === 'withdrawn') return undefined;
  if (draft.state === 'open') return interimFor(ports, draft);
  for (;;) {
    const standing = await ports.releases.standing(draft.id);
    if (standing?.kind === 'closing') return standing;
    const tried = await tryRelease(ports, draft, 'closing');
    if (tried !== 'overtaken') return tried;
  }
}

/** What became of the try: nothing to be told, or another release came first and what may be told depends on it. */
export async function tryRelease(
  { releases, charters, drafts, clock }: Needs,
  draft: Draft,
  kind: Release['kind'],
): Promise<Release | 'overtaken' | undefined> {
  const { sealedAt, rules } = await charterOf({ charters }, draft.charter);
  if (sealedAt !== undefined) return undefined;
  const { state, round, tallies, ...people } = await releases.gather(draft.id);
  if (state === 'withdrawn' || (state === 'open') !== (kind === 'interim')) return undefined;
  const earlier = await releases.of(draft.charter);
  const release = makeRelease({
    ...{ draft, kind, earlier, wordingOf, ...people },
    ...{ least: rules.least, communitySize: rules.communitySize },
    groups: rules.groups,
    tallies: inGroups(rules.groups, tallies),
    kin: await kinIn({ drafts }, draft),
    at: clock.now().toISOString(),
  });
  if (release === undefined) return undefined;
  return (await releases.keep(release, { round, after: earlier.length })) ? release : 'overtaken';
}

/** Whoever named a group that is not asked for any more belongs to none. */
function inGroups(groups: readonly string[], tallies: readonly GroupTally[]): readonly GroupTally[] {
  return tallies.map(({ group, ...tally }) =>
    group !== undefined && groups.includes(group) ? { ...tally, group } : tally,
  );
}

/** Of this round only: what was told before the draft was opened again is out of date until it is closed. */
async function interimFor(
  { releases, charters }: Pick<Ports, 'releases' | 'charters'>,
  draft: Draft,
): Promise<Release | undefined> {
  const { rules } = await charterOf({ charters }, draft.charter);
  return rules.results === 'interim' ? releases.standing(draft.id) : undefined;
}

async function charterOf({ charters }: Pick<Ports, 'charters'>, name: CharterName) {
  const charter = await charters.find(name);
  if (charter === undefined) throw new Error('a draft of a charter that is not there');
  return charter;
}
