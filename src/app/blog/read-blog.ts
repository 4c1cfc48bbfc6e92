import type { Charter } from '../../domain/charter.js';
import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { Theme } from '../../domain/theme.js';
import { draftsOf } from '../feedback/caused-changes.js';
import type { Ports } from '../ports.js';
import { localDay } from '../zoned-time.js';
import type { BlogItem, BlogNote, Heard } from './blog-note.js';
import type { BlogPart } from './intents.js';
import { postOfDraft } from './post-of-draft.js';

type Needs = Pick<Ports, 'drafts' | 'themes' | 'adoption' | 'addresses'>;

/** What there is of a charter to take to a blog, in the order in which a process brings it about. */
export async function readBlog(ports: Needs, charter: Charter): Promise<readonly BlogNote[]> {
  const { name } = charter;
  const [drafts, themes, outcome] = await Promise.all([
    draftsOf(ports, name),
    ports.themes.all(name),
    ports.adoption.outcome(name),
  ]);
  const draft = drafts.findLast(({ state }) => state !== 'withdrawn');
  if (draft === undefined) return [];
  const adopted = outcome && drafts.find(({ id }) => id === outcome.draft);
  const changes = changesNote({ draft: adopted ?? draft, drafts, themes });
  return [
    await bannerOf(ports, charter, draft),
    ...(changes.items.length > 0 ? [changes] : []),
    ...(outcome ? [await adoptedNote(ports, charter, outcome)] : []),
    ...(adopted ? [pageOf(adopted)] : []),
    { kind: 'post', post: postOfDraft(charter, adopted ?? draft) },
  ];
}

/** One of them, as Markdown. */
export async function readBlogPart(
  ports: Needs & Pick<Ports, 'writeBlog'>,
  charter: Charter,
  which: { part: BlogPart; locale: string },
): Promise<string | undefined> {
  const note = (await readBlog(ports, charter)).find(({ kind }) => kind === which.part);
  return note && ports.writeBlog(note, which.locale);
}

async function bannerOf({ addresses }: Needs, charter: Charter, { number, title }: Draft): Promise<BlogNote> {
  return { kind: 'banner', title, address: await addresses.draft({ charter, number }) };
}

async function adoptedNote(
  { addresses }: Needs,
  charter: Charter,
  { adoptedOn, recordedAt }: { readonly adoptedOn: string; readonly recordedAt: string },
): Promise<BlogNote> {
  const recordedOn = localDay(new Date(recordedAt), charter.timeZone);
  return {
    kind: 'adopted',
    adoptedOn,
    ...(recordedOn === adoptedOn ? {} : { recordedOn }),
    address: await addresses.outcome(charter),
  };
}

function pageOf({ title, leadIn, values }: Draft): BlogNote {
  return {
    kind: 'page',
    title,
    ...given({ leadIn }),
    values: values.map(({ title: called, text }) => ({ title: called, text })),
  };
}

interface Rounds {
  readonly draft: Draft;
  readonly drafts: readonly Draft[];
  readonly themes: readonly Theme[];
}

/** New titles that feedback brought about, then answers that such a title does not give already, then what follows. */
function changesNote({ draft, drafts, themes }: Rounds): Extract<BlogNote, { kind: 'changes' }> {
  const base = drafts.find(({ number }) => number === draft.changes?.base);
  const titles = titlesChanged(draft, base);
  const named = new Set(namedIn(draft));
  const heardOf = themes.filter(
    (theme) => named.has(theme.number) || (theme.answer !== undefined && isOfRound(theme, draft, base)),
  );
  const shown = new Set(titles.flatMap((title) => title.themes));
  const items: readonly BlogItem[] = [
    ...titles.map(({ before, after }) => ({ kind: 'title', before, after }) as const),
    ...heardOf.flatMap((theme) => answerOf(theme, shown)),
    ...heardOf.flatMap(({ answer }): BlogItem[] =>
      answer?.followUp === undefined ? [] : [{ kind: 'follow-up', what: answer.followUp.what }],
    ),
  ];
  return { kind: 'changes', items, heard: sumOf(heardOf.map(heardIn)) };
}

function titlesChanged(draft: Draft, base: Draft | undefined) {
  return (draft.changes?.values ?? []).flatMap(({ value, kinds, from, themes }) => {
    const before = from.length === 1 ? base?.values.find(({ id }) => id === from[0]) : undefined;
    const after = draft.values.find(({ id }) => id === value);
    const isTold = kinds.includes('title') && themes.length > 0;
    return before && after && isTold ? [{ before: before.title, after: after.title, themes }] : [];
  });
}

/** Numbers of the themes that any change of the draft points to. */
function namedIn({ changes }: Draft): readonly number[] {
  if (changes === undefined) return [];
  const { values, removed, considerations, leadIn } = changes;
  const whole = [considerations, leadIn].filter((each) => each !== undefined);
  return [...values, ...removed, ...whole].flatMap(({ themes }) => themes);
}

/** Given to the draft before or to this one; before the first draft, to the process. */
function isOfRound({ draft: of }: Theme, draft: Draft, base: Draft | undefined): boolean {
  return of === draft.id || of === base?.id;
}

function answerOf(theme: Theme, shown: ReadonlySet<number>): readonly BlogItem[] {
  const { number, title, answer } = theme;
  if (answer === undefined || (answer.status === 'done' && shown.has(number))) return [];
  const { status, reason } = answer;
  return [{ kind: 'answer', title, status, reason, heard: heardIn(theme) }];
}

function heardIn({ comments, outside }: Theme): Heard {
  return { comments: comments.length, outside: outside.length };
}

function sumOf(all: readonly Heard[]): Heard {
  return {
    comments: all.reduce((sum, { comments }) => sum + comments, 0),
    outside: all.reduce((sum, { outside }) => sum + outside, 0),
  };
}
