import type { Declared, DraftChanges, ValueChange } from '../../domain/change.js';
import type { DeclaredChange } from '../../domain/change.js';
import type { Charter } from '../../domain/charter.js';
import type { DraftContent } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { PostText } from '../../domain/imported-post.js';

/** A published draft as a post: each value under its own id, and what was said of its changes. */
export function postOfDraft(
  { name, timeZone }: Pick<Charter, 'name' | 'timeZone'>,
  draft: Omit<DraftContent, 'id' | 'source' | 'publishedAt' | 'corrections' | 'charter' | 'number'>,
): PostText {
  const { title, authors, labels, mission, introduction, leadIn, reason, considerations, background } = draft;
  const changes = draft.changes === undefined ? [] : declaredIn(draft.changes);
  return {
    ...{ title, authors, labels, charter: name, timeZone },
    ...given({ mission, introduction, leadIn, reason }),
    ...{ considerations, background },
    values: draft.values.map((value) => ({ explicitId: value.id, title: value.title, text: value.text })),
    ...(changes.length === 0 ? {} : { changes }),
  };
}

function declaredIn({ values, removed, considerations, leadIn }: DraftChanges): readonly DeclaredChange[] {
  return [
    ...values.flatMap((change) => said(change.value, change, originOf(change))),
    ...removed.flatMap((gone) => said(gone.value, gone)),
    ...(considerations === undefined ? [] : said('considerations', considerations)),
    ...(leadIn === undefined ? [] : said('lead-in', leadIn)),
  ];
}

function said(of: string, { size, why, themes }: Declared, from?: readonly string[]): DeclaredChange[] {
  const isSilent = size === undefined && why === undefined && themes.length === 0 && from === undefined;
  return isSilent ? [] : [{ of, ...given({ from, size, why }), themes }];
}

/** Where its id alone does not say which values it comes from. */
function originOf({ value, from, kinds }: ValueChange): readonly string[] | undefined {
  const isPlain = kinds.includes('added') ? from.length === 0 : from.length === 1 && from[0] === value;
  return isPlain ? undefined : from;
}
