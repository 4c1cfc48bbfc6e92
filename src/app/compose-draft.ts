import type { BackgroundSection, Charter, CharterName, Framing } from '../domain/charter.js';
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
  /** The number the next draft gets. */
  readonly number: number;
  /** The draft before, which the next one replaces. */
  readonly before?: Draft;
}

export async function compose(
  { charters, drafts }: Pick<Ports, 'charters' | 'drafts'>,
  name: CharterName,
  post: ImportedPost,
): Promise<Composed> {
  const [charter, before] = await Promise.all([charters.find(name), drafts.latest(name)]);
  return {
    framing: charter === undefined ? framingOf(post) : carryOver(charter, post),
    values: identify(post.values, before?.values ?? []),
    ...given({ leadIn: post.leadIn, reason: post.reason }),
    number: (before?.number ?? 0) + 1,
    ...given({ before }),
  };
}

/** What a post leaves unsaid stays as the charter has it. */
function carryOver(charter: Charter, post: ImportedPost): Framing {
  const mission = post.mission ?? charter.mission;
  const labels = post.labels.categories.length + post.labels.tags.length > 0 ? post.labels : charter.labels;
  return {
    title: post.title,
    authors: post.authors.length > 0 ? post.authors : charter.authors,
    labels,
    ...given({ mission, introduction: post.introduction }),
    considerations: post.considerations.length > 0 ? post.considerations : charter.considerations,
    background: joined(post.background, charter.background),
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
