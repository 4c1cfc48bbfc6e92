import { headcount } from './headcount.js';
import type { Headcount, Participation } from './release.js';

/** The people of a draft, counted. */
export interface Turnout {
  readonly started: number;
  readonly finished: number;
  readonly declined: number;
  readonly reached: number;
  /** Of those reached, the ones who answered. */
  readonly reachedAndStarted: number;
  readonly places: number;
  readonly communitySize?: number | undefined;
}

interface Telling {
  readonly least: number;
  readonly open: boolean;
  /** What was told of the same draft, in the order of time. */
  readonly told: readonly Participation[];
}

/** What may be told of who took part. */
export function participationIn(turnout: Turnout, { least, open, told }: Telling): Participation {
  const count = (of: 'started' | 'finished' | 'declined') =>
    headcount(turnout[of], { least, open, told: told.map((each) => each[of]) });
  const started = count('started');
  return {
    reached: turnout.reached,
    places: turnout.places,
    started,
    finished: count('finished'),
    declined: count('declined'),
    asked: asked(turnout, started, { least, open, told }),
  };
}

/** Never fewer than are told to have answered, and never more exactly than those are told who answered unreached. */
function asked(turnout: Turnout, started: Headcount, { least, open, told }: Telling): Participation['asked'] {
  const unreached = headcount(turnout.started - turnout.reachedAndStarted, {
    least,
    open,
    told: told.map(unreachedIn),
  });
  const people = Math.max(turnout.reached + lowestOf(unreached), lowestOf(started));
  const { communitySize } = turnout;
  if (communitySize !== undefined && communitySize >= people)
    return { people: { kind: 'exactly', count: communitySize }, by: 'charter' };
  return { people: asExactlyAs(people, { least, open }), by: 'reached-or-answered' };
}

function asExactlyAs(count: number, { least, open }: Pick<Telling, 'least' | 'open'>): Headcount {
  if (count < least) return { kind: 'fewer-than', count: least };
  return { kind: open ? 'at-least' : 'exactly', count };
}

function unreachedIn({ asked: { people, by }, reached }: Participation): Headcount {
  if (by === 'charter' || people.kind !== 'exactly') return { kind: 'fewer-than', count: 0 };
  return { kind: 'exactly', count: people.count - reached };
}

function lowestOf({ kind, count }: Headcount): number {
  return kind === 'fewer-than' ? 0 : count;
}
