import type { BackgroundSection, CharterName, Framing } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { ImportedPost } from '../domain/imported-post.js';
import type { Ports } from './ports.js';
import { draftsUpTo, setBeside, type SetBeside } from './set-beside.js';

/** A post set beside what its charter already has: what the next draft will be. */
export interface Composed extends SetBeside {
  readonly framing: Framing;
  readonly leadIn?: string;
  readonly reason?: string;
  /** Of the charter from now on; absent for a new one whose post names none. */
  readonly timeZone?: string;
  /** The number the next draft gets. */
  readonly number: number;
  /** The draft that it is set beside: the newest that was not withdrawn. */
  readonly before?: Draft;
  /** What the post leaves unsaid and stays as the charter has it. */
  readonly kept: { readonly considerations: boolean; readonly background: number };
}

export async function compose(
  ports: Pick<Ports, 'charters' | 'drafts' | 'themes'>,
  name: CharterName,
  post: ImportedPost,
): Promise<Composed> {
  const [charter, latest] = await Promise.all([ports.charters.find(name), ports.drafts.latest(name)]);
  const all = await draftsUpTo(ports, name, latest);
  const framing = charter === undefined ? framingOf(post) : carryOver(charter, post);
  return {
    framing,
    ...(await setBeside(ports, post, { all, considerations: framing.considerations })),
    ...given({ leadIn: post.leadIn, reason: post.reason, timeZone: post.timeZone ?? charter?.timeZone }),
    number: (latest?.number ?? 0) + 1,
    ...given({ before: all.find(({ state }) => state !== 'withdrawn') }),
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
