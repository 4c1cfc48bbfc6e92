import { randomUUID } from 'node:crypto';
import type { Charter } from '../../domain/charter.js';
import type { Comment, CommentId } from '../../domain/comment.js';
import type { DraftId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import { feedbackLimits, type OutsideFeedback, type OutsideId, type Theme } from '../../domain/theme.js';
import { findComment, speakingFor } from '../comments/find-comment.js';
import { writtenText } from '../comments/written-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import type { View } from '../views.js';
import type { Chosen } from './belonging.js';
import { themeForm } from './edit-theme.js';
import { findTheme, findToAnswer } from './find-theme.js';
import { themesOf } from './show-themes.js';

type Saving = Extract<Intent, { kind: 'save-theme' }>;

/** Keeps a theme and what belongs to it. What cannot be kept comes back as it was, with what to do. */
export async function saveTheme(ports: Ports, speaker: Speaker, intent: Saving): Promise<View> {
  const charter = await findToAnswer(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  if (intent.number === undefined) return keep(ports, charter.it, undefined, intent);
  const theme = await findTheme(ports, charter.it, intent.number);
  return theme.kind === 'instead' ? theme.view : keep(ports, charter.it, theme.it, intent);
}

async function keep(ports: Ports, charter: Charter, theme: Theme | undefined, intent: Saving): Promise<View> {
  const title = oneLine(intent.title ?? theme?.title ?? '');
  const marked = await findMarked(ports, charter, intent);
  const chosen = chosenOf(theme, marked);
  const problem = problemWith(title, marked);
  const form = { title, chosen, ...given({ press: intent.press }) };
  if (problem !== undefined) return themeForm(ports, charter, theme, { ...form, problem });
  const kept = await store(ports, charter, theme, { title, marked, intent });
  if (kept === undefined)
    return { kind: 'notice', what: 'charter-sealed', subject: textOfCharter(charter).subject };
  if (intent.page !== undefined) return themeForm(ports, charter, kept, { page: intent.page, just: 'saved' });
  const did = theme === undefined ? 'made' : 'changed';
  return themesOf(ports, charter, { just: { did, number: kept.number } });
}

function oneLine(text: string): string {
  return writtenText(text).replace(/\s+/g, ' ');
}

/** What was named, by ids or by the marks that stand for them. */
interface Marked {
  readonly comments: readonly Comment[];
  readonly outside: readonly OutsideFeedback[];
  /** Ids of what was shown to choose from. */
  readonly shown: readonly string[];
  /** The first that names nothing that may belong to a theme of this charter. */
  readonly unknown?: string;
}

async function findMarked(ports: Ports, { name }: Charter, intent: Saving): Promise<Marked> {
  const all = await ports.themes.outside(name);
  const outsideNamed = (mark: string): OutsideFeedback | undefined =>
    all.find(({ id }) => id === mark) ??
    onlyOne(all.filter(({ id }) => mark.length > 5 && id.startsWith(mark)));
  const commentNamed = async (mark: string): Promise<Comment | undefined> => {
    const named = await findComment(ports, mark as CommentId);
    const comment = named && (await speakingFor(ports, named));
    return comment?.charter === name ? comment : undefined;
  };
  const comments: Comment[] = [];
  const outside: OutsideFeedback[] = [];
  let unknown: string | undefined;
  for (const mark of [...(intent.comments ?? []), ...(intent.outside ?? [])]) {
    const comment = await commentNamed(mark);
    const other = outsideNamed(mark);
    if (comment?.state === 'published') comments.push(comment);
    else if (other !== undefined) outside.push(other);
    else unknown ??= mark;
  }
  const shown = await Promise.all(
    (intent.shown ?? []).map(
      async (mark) => (await commentNamed(mark))?.id ?? outsideNamed(mark)?.id ?? mark,
    ),
  );
  return { comments, outside, shown, ...given({ unknown }) };
}

function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** What belongs to the theme once it is saved. */
function chosenOf(theme: Theme | undefined, { comments, outside, shown }: Marked): Chosen {
  const stays = (id: CommentId | OutsideId): boolean => !shown.includes(id);
  return {
    comments: [...(theme?.comments ?? []).filter(stays), ...comments.map(({ id }) => id)],
    outside: [...(theme?.outside ?? []).filter(stays), ...outside.map(({ id }) => id)],
  };
}

function problemWith(title: string, { unknown }: Marked) {
  if (title === '') return { what: 'untitled' } as const;
  if (title.length > feedbackLimits.title) return { what: 'too-long' } as const;
  return unknown === undefined ? undefined : ({ what: 'no-such-mark', mark: unknown } as const);
}

async function store(
  ports: Ports,
  charter: Charter,
  theme: Theme | undefined,
  { title, marked, intent }: { title: string; marked: Marked; intent: Saving },
): Promise<Theme | undefined> {
  const at = ports.clock.now().toISOString();
  const belongs = {
    charter: charter.name,
    title,
    comments: marked.comments.map(({ id }) => id),
    outside: marked.outside.map(({ id }) => id),
    at,
  };
  if (theme === undefined) {
    const draft = await draftFor(ports, charter, marked);
    return ports.themes.make({ ...belongs, ...given({ draft }), press: intent.press ?? randomUUID() });
  }
  const { number } = theme;
  const changed = await ports.themes.change({ ...belongs, number, shown: marked.shown });
  return changed ? ports.themes.numbered({ charter: charter.name, number }) : undefined;
}

/** A theme gathers the feedback on the newest draft of those it begins with. */
async function draftFor(
  { drafts }: Ports,
  { name }: Charter,
  { comments, outside }: Marked,
): Promise<DraftId | undefined> {
  const begins = [...comments, ...outside];
  const ids = new Set(begins.map(({ draft }) => draft).filter((id) => id !== undefined));
  if (ids.size === 0 && begins.length > 0) return undefined;
  const found = await Promise.all([...ids].map((id) => drafts.find(id)));
  const newest = found
    .filter((draft) => draft !== undefined)
    .toSorted((one, other) => other.number - one.number)[0];
  return (newest ?? (await drafts.latest(name)))?.id;
}
