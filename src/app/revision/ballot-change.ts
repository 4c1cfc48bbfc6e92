import type { ValueChange } from '../../domain/change.js';
import type { Draft, Value, ValueId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { OwnHistory } from '../own-history.js';
import type { Ports } from '../ports.js';
import type { Text } from '../text.js';
import type { BallotChange } from './views.js';
import { wordingOf } from './matched-changes.js';

/**
 * What a value says otherwise than in the draft before; to whoever rated it in an earlier one, otherwise than there, with what
 * they answered then.
 */
export async function ballotChange(
  { drafts }: Pick<Ports, 'drafts'>,
  { changes, subject, draft }: Text,
  { id }: Value,
  history: OwnHistory,
): Promise<BallotChange | undefined> {
  const change = changes?.values.find(({ value }) => value === id);
  if (changes === undefined || change === undefined || change.kinds.length === 0) return undefined;
  const before = await history.before();
  const former = [...new Set([...change.from, id])].flatMap((each) => before.get(each) ?? []);
  const number = former[0]?.number ?? changes.base;
  const { kinds, size, why, themes, disputed } = change;
  const [since, words] = await wordsBefore(drafts, subject.charter, change, [number, changes.base]);
  return {
    ...{ kinds, themes, former },
    ...given({ size, why, disputed }),
    since,
    before: words.map(wordingOf),
    disputable: size === 'spelling' && disputed !== true && draft?.state === 'open',
  };
}

/** Those of the first of these drafts that has the value. */
async function wordsBefore(
  drafts: Ports['drafts'],
  charter: Draft['charter'],
  { value, from }: ValueChange,
  [number, base]: readonly [number, number],
): Promise<readonly [number, readonly Value[]]> {
  const sources: ReadonlySet<ValueId> = new Set(from.length === 0 ? [value] : from);
  for (const each of new Set([number, base])) {
    const earlier = await drafts.numbered({ charter, number: each });
    const words = earlier?.values.filter(({ id }) => sources.has(id)) ?? [];
    if (words.length > 0) return [each, words];
  }
  return [base, []];
}
