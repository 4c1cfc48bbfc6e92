import { carriedInto } from '../domain/carrying.js';
import type { DeclaredChange, DraftChanges } from '../domain/change.js';
import { changesBetween } from '../domain/changes-between.js';
import type { CharterName } from '../domain/charter.js';
import { withSources } from '../domain/declared-changes.js';
import type { Draft, DraftContent } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { ImportedPost, ReportLine } from '../domain/imported-post.js';
import type { Theme } from '../domain/theme.js';
import { identify, type IdentifiedValue } from '../domain/value-identity.js';
import type { Ports, Publication } from './ports.js';

/** What a post says otherwise than the draft before it. */
export interface SetBeside {
  readonly values: readonly IdentifiedValue[];
  /** Absent for a first draft, and for a post without values. */
  readonly changes?: DraftChanges;
  readonly carried?: NonNullable<Publication['carried']>;
  /** What it declares that fits nothing. */
  readonly warnings: readonly ReportLine[];
}

/** The drafts of a charter, the newest first, of which it is known how many there are at most. */
export async function draftsUpTo(
  { drafts }: Pick<Ports, 'drafts'>,
  charter: CharterName,
  latest: Draft | undefined,
): Promise<readonly Draft[]> {
  if (latest === undefined) return [];
  const numbers = Array.from({ length: latest.number - 1 }, (_, before) => latest.number - 1 - before);
  const earlier = await Promise.all(numbers.map((number) => drafts.numbered({ charter, number })));
  return [latest, ...earlier.filter((draft) => draft !== undefined)];
}

/** `all`: the newest first, those too that were withdrawn. */
export async function setBeside(
  ports: Pick<Ports, 'themes'>,
  post: ImportedPost,
  { all, considerations }: { all: readonly Draft[] } & Pick<DraftContent, 'considerations'>,
): Promise<SetBeside> {
  const standing = all.filter(({ state }) => state !== 'withdrawn');
  const [base] = standing;
  const known = all.filter((draft) => draft !== base).flatMap(({ values }) => values);
  const declared = post.changes ?? [];
  if (base === undefined || post.values.length === 0) {
    const warnings = declared.map(({ of }) => warning('unknown-change', of));
    return { values: identify(post.values, [], known), warnings };
  }
  const themes = await ports.themes.all(base.charter);
  const { real, unknown } = withRealThemes(declared, themes);
  const found = identify(withSources(post.values, real, base.values), base.values, known);
  const next = { values: found, considerations, ...given({ leadIn: post.leadIn }) };
  const { changes, unfit } = changesBetween({ base, next, post: post.values, declared: real });
  return {
    values: found.map((value, place) => ({ ...value, ...given({ size: changes.values[place]?.size }) })),
    changes: { ...changes, unanswered: await unansweredOf(ports, base, themes) },
    carried: carriedInto({ ...next, changes }, { base, earlier: standing }),
    warnings: [
      ...unfit.map((of) => warning('unknown-change', of)),
      ...unknown.map((number) => warning('unknown-theme', String(number))),
    ],
  };
}

/** A theme that comes to have the number later is not the one that was meant. */
function withRealThemes(declared: readonly DeclaredChange[], themes: readonly Theme[]) {
  const numbers = new Set(themes.map(({ number }) => number));
  return {
    real: declared.map((each) => ({ ...each, themes: each.themes.filter((number) => numbers.has(number)) })),
    unknown: declared.flatMap((each) => each.themes.filter((number) => !numbers.has(number))),
  };
}

async function unansweredOf(
  ports: Pick<Ports, 'themes'>,
  { charter, id: draft }: Draft,
  themes: readonly Theme[],
): Promise<DraftChanges['unanswered']> {
  const open = themes.filter((theme) => theme.draft === draft && theme.answer === undefined);
  const comments = await ports.themes.ungrouped({ charter, draft });
  return { themes: open.map(({ number }) => number), comments: comments.length };
}

/** Characters of what a warning is about. */
const most = 80;

/** Declarations stand in the front matter, with which a post begins. */
function warning(kind: 'unknown-change' | 'unknown-theme', about: string): ReportLine {
  const letters = [...about];
  return {
    line: 1,
    kind,
    about: letters.length <= most ? about : `${letters.slice(0, most - 1).join('')}…`,
  };
}
