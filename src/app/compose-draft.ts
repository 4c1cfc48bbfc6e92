import type { BackgroundSection, CharterName, Framing } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import type { ImportedPost } from '../domain/imported-post.js';
import { identify, type IdentifiedValue } from '../domain/value-identity.js';
import { given } from '../domain/given.js';
import type { Ports } from './ports.js';

/** A post set beside what its charter already has: what the next draft will be. */
export interface Composed {
  readonly framing: Framing;
  readonly values: readonly IdentifiedValue[];
  readonly leadIn?: string;
  readonly reason?: string;
  /** Of the charter from now on; absent for a new one whose post names none. */
  readonly timeZone?: string;
  /** The number the next draft gets. */
  readonly number: number;
  /** The draft before, which the next one replaces. */
  readonly before?: Draft;
  /** What the post leaves unsaid and stays as the charter has it. */
  readonly kept: { readonly considerations: boolean; readonly background: number };
}

export async function compose(
  { charters, drafts }: Pick<Ports, 'charters' | 'drafts'>,
  name: CharterName,
  post: ImportedPost,
): Promise<Composed> {
  const [charter, before] = await Promise.all([charters.find(name), drafts.latest(name)]);
  const framing = charter === undefined ? framingOf(post) : carryOver(charter, post);
  return {
    framing,
    values: identify(post.values, before?.values ?? []),
    ...given({ leadIn: post.leadIn, reason: post.reason, timeZone: post.timeZone ?? charter?.timeZone }),
    number: (before?.number ?? 0) + 1,
    ...given({ before }),
    kept: {
      considerations: post.considerations.length === 0 && framing.considerations.length > 0,
      background: framing.background.length - post.background.length,
    },
  };
}

/** What a post leaves unsaid stays as it was before. */
export function carryOver(before: Framing, post: ImportedPost): Framing {
  const mission = post.mission ?? before.mission;
  const labels = post.labels.categories.length + post.labels.tags.length > 0 ? post.labels : before.labels;
  return {
    title: post.title,
    authors: post.authors.length > 0 ? post.authors : before.authors,
    labels,
    ...given({ mission, introduction: post.introduction }),
    considerations: post.considerations.length > 0 ? post.considerations : before.considerations,
    background: joined(post.background, before.background),
  };
}

function joined(
  own: readonly BackgroundSection[],
  earlier: readonly BackgroundSection[],
): readonly BackgroundSection[] {
  const headings = new Set(own.map(({ heading }) => heading));
  return [...own, ...earlier.filter(({ heading }) => !headings.has(heading))];
}

function framingOf({
  title,
  authors,
  labels,
  mission,
  introduction,
  considerations,
  background,
}: ImportedPost): Framing {
  return {
    title,
    authors,
    labels,
    ...given({ mission, introduction }),
    considerations,
    background,
  };
}
