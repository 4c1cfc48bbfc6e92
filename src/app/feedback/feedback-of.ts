import type { Charter } from '../../domain/charter.js';
import { commentSorts, type Comment } from '../../domain/comment.js';
import type { Draft, DraftId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { OutsideFeedback, Theme } from '../../domain/theme.js';
import type { Ports } from '../ports.js';
import { textOfCharter, textOfDraft } from '../text.js';
import { causedBy, draftsOf } from './caused-changes.js';
import type { AskedSaidDidView, FeedbackRound, ToldTheme } from './views.js';

type Needs = Pick<Ports, 'themes' | 'drafts' | 'comments' | 'process'>;

/** What was asked, said and done in a charter: the same for a card, a page and the API. */
export async function feedbackOf(ports: Needs, charter: Charter): Promise<AskedSaidDidView> {
  const { name, timeZone } = charter;
  const drafts = await draftsOf(ports, name);
  const [themes, outside, comments, closings] = await Promise.all([
    ports.themes.all(name),
    ports.themes.outside(name),
    ports.comments.all(name),
    closingsOf(ports, charter),
  ]);
  const caused = causedBy(drafts);
  const grouped = new Set(themes.flatMap((theme) => theme.comments));
  const roundOf = (draft: Draft | undefined): FeedbackRound => {
    const inRound = (each: { readonly draft?: DraftId }): boolean => each.draft === draft?.id;
    const said = comments.filter((comment) => comment.state === 'published' && inRound(comment));
    return {
      ...(draft === undefined ? {} : askedIn(draft, closings, drafts)),
      ...saidIn(said),
      outside: outside.filter(inRound),
      ungrouped: said.filter(({ id }) => !grouped.has(id)).length,
      themes: themes.filter(inRound).map((theme) => toldTheme(theme, outside, caused)),
    };
  };
  const process = roundOf(undefined);
  const ofDrafts = drafts.filter(({ state }) => state !== 'withdrawn').map(roundOf);
  const latest = drafts.at(-1);
  return {
    kind: 'feedback',
    subject: (latest === undefined ? textOfCharter(charter) : textOfDraft(latest)).subject,
    timeZone,
    rounds: [...ofDrafts.toReversed(), ...(isSilent(process) && ofDrafts.length > 0 ? [] : [process])],
    page: 1,
  };
}

/** As members may read it: what facilitators have not told stays with them. */
export function toldTheme(
  theme: Theme,
  outside: readonly OutsideFeedback[],
  caused: ReadonlyMap<number, ToldTheme['changes']>,
): ToldTheme {
  const { answer, toldAt, ...rest } = theme;
  return {
    ...rest,
    ...(toldAt === undefined ? {} : given({ answer, toldAt })),
    fromOutside: outside.filter(({ id }) => theme.outside.includes(id)),
    changes: caused.get(theme.number) ?? [],
  };
}

function isSilent({ comments, outside, themes }: FeedbackRound): boolean {
  return comments + outside.length + themes.length === 0;
}

function askedIn(
  { id, number, values, publishedAt, closesAt, state }: Draft,
  closings: ReadonlyMap<number, string>,
  drafts: readonly Draft[],
): Partial<FeedbackRound> {
  const next = drafts.find(({ changes, state: its }) => changes?.base === number && its !== 'withdrawn');
  const until = state === 'open' ? closesAt : closings.get(number);
  return {
    draft: { id, number, values: values.length },
    askedAt: publishedAt,
    ...given({ until, unanswered: next && unansweredAt(next) }),
  };
}

function unansweredAt({ number, changes }: Draft): FeedbackRound['unanswered'] {
  const { themes = [], comments = 0 } = changes?.unanswered ?? {};
  return themes.length + comments === 0 ? undefined : { number, themes, comments };
}

/** When each draft ended, the last time that it did. */
async function closingsOf(
  { process }: Pick<Ports, 'process'>,
  { name }: Charter,
): Promise<ReadonlyMap<number, string>> {
  const ended = new Map<number, string>();
  for (const { at, entry } of await process.records(name)) {
    if (entry.kind !== 'draft') continue;
    if (entry.became === 'open' || entry.became === 'reopened') ended.delete(entry.number);
    else if (!ended.has(entry.number)) ended.set(entry.number, at);
  }
  return ended;
}

function saidIn(comments: readonly Comment[]): Pick<FeedbackRound, 'comments' | 'sorts'> {
  const counted = [...commentSorts, 'objection' as const].map(
    (sort) => [sort, comments.filter((comment) => comment.sort === sort).length] as const,
  );
  return { comments: comments.length, sorts: new Map(counted.filter(([, count]) => count > 0)) };
}
