import type { Charter, CharterName } from '../../domain/charter.js';
import type { Comment, CommentId, HidingReason } from '../../domain/comment.js';
import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { ProcessRecord } from '../../domain/process.js';
import type { Release } from '../../domain/release.js';
import { resultsOf, type ValueResult } from '../../domain/results.js';
import type { Ports } from '../ports.js';
import { releaseFor } from '../results/release-for.js';

/** What everybody may read of a charter, in one piece. Whatever is exported of it comes from here. */
export interface CharterExport {
  readonly charter: Charter;
  /** Published ones, in the order of their numbers. */
  readonly drafts: readonly ExportedDraft[];
  readonly comments: readonly ExportedComment[];
  readonly hiddenComments: Readonly<Partial<Record<HidingReason, number>>>;
  readonly records: readonly ProcessRecord[];
}

export interface ExportedDraft extends Draft {
  /** What was told of it; absent while there is nothing. */
  readonly results?: Pick<Release, 'kind' | 'at' | 'least' | 'participation'> & {
    /** In the draft's order. */
    readonly values: readonly ValueResult[];
  };
}

/** A published comment: neither its author nor its day, nor what was only asked of a moderator. */
export type ExportedComment = Pick<Comment, 'sort' | 'text' | 'people' | 'signedBy' | 'support'> & {
  readonly id: CommentId;
  /** Of the draft it was written on. */
  readonly draft?: number;
  readonly value?: string;
  readonly title?: string;
};

/** Under the same suppression as everything that members read; nothing in a charter that is not there. */
export async function readExport(ports: Ports, name: CharterName): Promise<CharterExport | undefined> {
  const charter = await ports.charters.find(name);
  if (charter === undefined) return undefined;
  const drafts = await readDrafts(ports, name);
  return {
    charter,
    drafts,
    comments: await readComments(ports, name, drafts),
    hiddenComments: Object.fromEntries(await ports.comments.hidden(name)),
    records: await ports.process.records(name),
  };
}

async function readDrafts(ports: Ports, charter: CharterName): Promise<readonly ExportedDraft[]> {
  const latest = (await ports.drafts.latest(charter))?.number ?? 0;
  const drafts: ExportedDraft[] = [];
  for (let number = 1; number <= latest; number += 1) {
    const draft = await ports.drafts.numbered({ charter, number });
    if (draft !== undefined) drafts.push(await withResults(ports, draft));
  }
  return drafts;
}

async function withResults(ports: Ports, draft: Draft): Promise<ExportedDraft> {
  const release = await releaseFor(ports, draft);
  if (release === undefined) return draft;
  const { kind, at, least, participation } = release;
  const found = new Map(resultsOf(release).map((result) => [result.value, result]));
  const values = release.values.flatMap(({ value }) => found.get(value) ?? []);
  return { ...draft, results: { kind, at, least, participation, values } };
}

async function readComments(
  { comments }: Ports,
  charter: CharterName,
  drafts: readonly ExportedDraft[],
): Promise<readonly ExportedComment[]> {
  const published = (await comments.all(charter)).filter(({ state }) => state === 'published');
  return published.map(({ id, draft: on, value, sort, text, people, signedBy, support }) => {
    const draft = drafts.find((each) => each.id === on);
    const title = draft?.values.find((each) => each.id === value)?.title;
    return {
      id,
      ...given({ draft: draft?.number, value, title }),
      sort,
      text,
      people,
      ...given({ signedBy, support }),
    };
  });
}
