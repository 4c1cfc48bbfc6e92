import { randomUUID } from 'node:crypto';
import type { Charter, CharterName, Framing } from '../domain/charter.js';
import { correctionBetween, type CorrectedWords } from '../domain/correction.js';
import type { Draft, Value } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { ImportedPost, ImportedValue, PostReading, Refusal } from '../domain/imported-post.js';
import { identify } from '../domain/value-identity.js';
import { carryOver } from './compose-draft.js';
import type { Correctable, Ports } from './ports.js';
import { textOfCharter, textOfDraft, type Text } from './text.js';
import type { Subject } from './subject.js';

/** What is published of a charter and can be corrected, as it reads now. */
export interface Published {
  readonly of: Correctable;
  readonly text: Text;
  /** The post. */
  readonly source: string;
}

export type Proposal =
  | { readonly kind: 'proposed'; readonly id: string; readonly changes: readonly CorrectedWords[] }
  | { readonly kind: 'refused'; readonly errors: readonly Refusal[] }
  /** It reads as it is published. */
  | { readonly kind: 'nothing' }
  /** It changes more than a slip, or other values than the published ones. */
  | { readonly kind: 'more-than-slips'; readonly changes: readonly CorrectedWords[] };

type Corrected = Pick<Text, 'framing' | 'leadIn' | 'reason' | 'values'>;
type Needs = Pick<Ports, 'drafts' | 'announcements' | 'charters' | 'corrections' | 'readPost' | 'clock'>;

/** The newest draft while it is open or closed; before there is one, the newest announcement of the process. */
export async function findPublished(ports: Needs, charter: Charter): Promise<Published | undefined> {
  const draft = await ports.drafts.latest(charter.name);
  if (draft !== undefined) return isCorrectable(draft) ? publishedDraft(ports, draft) : undefined;
  const [announcement] = await ports.announcements.latest({ charter: charter.name, limit: 1 });
  return announcement && publishedProcess(ports, charter, { announcement: announcement.id });
}

/** Keeps a correction to be decided on; nothing that members see changes. */
export async function proposeCorrection(
  ports: Needs,
  published: Published,
  { source, editor }: { source: string; editor: string },
): Promise<Proposal> {
  const reading = ports.readPost(source);
  if (reading.kind === 'refused') return reading;
  const after = correctedBy(ports, published, reading.post);
  if (after === undefined) return otherValues(published.text.values, reading.post.values);
  const correction = correctionBetween(wordsOf(published.text), wordsOf(after));
  if (correction.kind !== 'slips') return correction;
  const { changes } = correction;
  const id = randomUUID();
  const { charter } = published.text.subject;
  const at = ports.clock.now().toISOString();
  await ports.corrections.propose({ id, charter, of: published.of, editor, source, changes, at });
  return { kind: 'proposed', id, changes };
}

/** Makes a correction that was proposed. `unknown`: there is none of that id. */
export async function applyCorrection(
  ports: Needs,
  id: string,
): Promise<{ kind: 'unknown' } | { kind: 'applied' | 'overtaken'; subject: Subject }> {
  const proposed = await ports.corrections.find(id);
  const published = proposed && (await publishedNow(ports, proposed));
  const reading = proposed && ports.readPost(proposed.source);
  if (published === undefined || reading?.kind !== 'read') return { kind: 'unknown' };
  const { subject } = published.text;
  const after = correctedBy(ports, published, reading.post);
  if (after === undefined) return { kind: 'overtaken', subject };
  const { framing, leadIn, reason, values } = after;
  const at = ports.clock.now().toISOString();
  const done = await ports.corrections.apply({ id, framing, ...given({ leadIn, reason }), values, at });
  if (done === 'overtaken') return { kind: 'overtaken', subject };
  return { kind: 'applied', subject: { ...subject, title: framing.title } };
}

function isCorrectable({ state }: Draft): boolean {
  return state === 'open' || state === 'closed';
}

async function publishedNow(
  ports: Needs,
  { of, charter: name }: { of: Correctable; charter: CharterName },
): Promise<Published | undefined> {
  if (of.draft !== undefined) {
    const draft = await ports.drafts.find(of.draft);
    return draft && publishedDraft(ports, draft);
  }
  const charter = await ports.charters.find(name);
  return charter && publishedProcess(ports, charter, of);
}

async function publishedDraft(ports: Needs, draft: Draft): Promise<Published> {
  const of: Correctable = { draft: draft.id };
  const source = await ports.corrections.sourceOf(of);
  return { of, text: textOfDraft(draft), source: source ?? draft.source };
}

/** Nothing when it was announced before posts were kept. */
async function publishedProcess(
  ports: Needs,
  charter: Charter,
  of: Extract<Correctable, { draft?: undefined }>,
): Promise<Published | undefined> {
  const announcement = await ports.announcements.find(of.announcement);
  const source = await ports.corrections.sourceOf(of);
  const text = textOfCharter({ ...charter, ...announcement?.framing });
  return source === undefined ? undefined : { of, text, source };
}

/** What would be read after a correction; nothing when it has other values, or the same in another order. */
function correctedBy(
  { readPost }: Needs,
  { text, source }: Published,
  post: ImportedPost,
): Corrected | undefined {
  const values = sameValues(post.values, text.values);
  if (values === undefined) return undefined;
  const framing = carryOver(inherited(text.framing, readPost(source)), post);
  return { framing, ...given({ leadIn: post.leadIn, reason: post.reason }), values };
}

/** Without the background that the post itself has: only what it leaves unsaid is carried over. */
function inherited(framing: Framing, reading: PostReading): Framing {
  if (reading.kind === 'refused') return framing;
  const own = new Set(reading.post.background.map(({ heading }) => heading));
  return { ...framing, background: framing.background.filter(({ heading }) => !own.has(heading)) };
}

/** A value that can be known by nothing else is the one that stands in its place. */
function sameValues(
  imported: readonly ImportedValue[],
  before: readonly Value[],
): readonly Value[] | undefined {
  if (imported.length !== before.length) return undefined;
  const identified = identify(imported, before);
  const isSame = before.every(({ id }, position) => {
    const value = identified[position];
    const isUnknown = value?.change === 'added' && imported[position]?.explicitId === undefined;
    return isUnknown || value?.id === id;
  });
  if (!isSame) return undefined;
  return before.map(({ id }, position) => {
    const { title = '', text = '' } = imported[position] ?? {};
    return { id, title, text };
  });
}

/** The titles that stand in different places, or (where only their ids differ) the ids. */
function otherValues(before: readonly Value[], after: readonly ImportedValue[]): Proposal {
  const pairs = Array.from({ length: Math.max(before.length, after.length) }, (_, position) => ({
    before: before[position],
    after: after[position],
  }));
  const titles = pairs.map((pair) => ({ before: pair.before?.title ?? '', after: pair.after?.title ?? '' }));
  const ids = pairs.map((pair) => ({
    before: pair.before?.id ?? '',
    after: pair.after?.explicitId ?? pair.before?.id ?? '',
  }));
  const changes = [titles, ids]
    .map((list) => list.filter((words) => words.before !== words.after))
    .find((list) => list.length > 0);
  return { kind: 'more-than-slips', changes: changes ?? [] };
}

function wordsOf({ framing, leadIn, reason, values }: Corrected) {
  return { framing, ...given({ leadIn, reason }), values };
}
