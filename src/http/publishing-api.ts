import { createHash } from 'node:crypto';
import { compose, type Composed } from '../app/compose-draft.js';
import { importPost } from '../app/import-post.js';
import { needsSecond } from '../app/people/second.js';
import { planPublication } from '../app/plan-publication.js';
import { plannedTime } from '../app/planned-time.js';
import type { Ports, Publication } from '../app/ports.js';
import { publishDraft } from '../app/publish-draft.js';
import { draftsUpTo, setBeside } from '../app/set-beside.js';
import type { AnnouncementId, Audience } from '../domain/announcement.js';
import { parseCharterName, type Charter, type CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { ImportedPost } from '../domain/imported-post.js';
import { ok, refused, type ApiAnswer } from './api-answer.js';
import { plannedAnswer } from './planned-answer.js';
import { charterSealed, problem } from './problem.js';
import { readAudience, readLocalTime } from './read-query.js';
import { secondAnswer } from './second-answer.js';
import { refusedPost, type ReportWords } from './refused-post.js';

export interface ImportRequest {
  readonly charter: string;
  /** Who holds the token. */
  readonly token: string;
  readonly source: string;
  readonly publish: boolean;
  /** When, and who is told, as the query says it. */
  readonly at?: string;
  readonly tell?: string;
  readonly idempotencyKey?: string;
}

/** A post on its way to be a draft, or the announcement of a process. */
export function createPublishingApi(ports: Ports, words: ReportWords) {
  return { importDraft: (request: ImportRequest) => importDraft(ports, words, request) };
}

/** A post that was read, and what it will be. */
interface Incoming {
  readonly charter: CharterName;
  readonly post: ImportedPost;
  readonly composed: Composed;
}

type Described = Pick<Composed, 'framing' | 'values' | 'changes' | 'warnings'>;

async function importDraft(ports: Ports, words: ReportWords, request: ImportRequest): Promise<ApiAnswer> {
  const charter = parseCharterName(request.charter);
  if (charter === undefined) return refused(invalidName);
  if (request.at !== undefined && !request.publish) return refused(timeAlone);
  const reading = ports.readPost(request.source);
  if (reading.kind === 'refused') return refusedPost(words, reading.errors);
  const { post } = reading;
  const incoming = { charter, post, composed: await compose(ports, charter, post) };
  if (request.publish) return publish(ports, words, request, incoming);
  await importPost(ports, { source: request.source, charter, editor: editorOf(request) });
  return ok(201, describeImport(words, incoming));
}

async function publish(
  ports: Ports,
  words: ReportWords,
  request: ImportRequest,
  incoming: Incoming,
): Promise<ApiAnswer> {
  const told = readAudience(request.tell);
  if (told.problem !== undefined) return refused(told.problem);
  const { charter, composed } = incoming;
  const standing = await ports.charters.find(charter);
  if (standing?.sealedAt !== undefined) return refused(charterSealed);
  if (standing !== undefined && needsSecond(standing, 'publish'))
    return publishTogether(ports, request, standing, { ...incoming, ...told });
  const input = { charter, composed, source: request.source, ...told };
  if (request.at !== undefined) {
    const at = readLocalTime(request.at);
    return plannedAnswer(await planPublication(ports, { ...input, at, editor: editorOf(request) }));
  }
  const published = await publishDraft(ports, { ...input, ...given({ request: requestOf(request) }) });
  const { outcome, announcement, draft } = published;
  switch (outcome.kind) {
    case 'published':
      return ok(
        201,
        describeImport(words, incoming, { announcement: announcement.id, draft: draft?.number }),
      );
    case 'repeated':
      return repeated(ports, words, incoming, outcome.announcement);
    case 'key-reused':
      return refused(keyReused);
    case 'overtaken':
      return refused(overtaken);
    case 'sealed':
      return refused(charterSealed);
  }
}

/** The post waits as the working copy of the token until a facilitator confirms it. */
async function publishTogether(
  ports: Ports,
  request: ImportRequest,
  standing: Charter,
  { charter, composed, audience }: Incoming & { readonly audience?: Audience },
): Promise<ApiAnswer> {
  const { source, token } = request;
  const editor = editorOf(request);
  const at = request.at === undefined ? undefined : readLocalTime(request.at);
  const timeZone = composed.timeZone ?? standing.timeZone;
  const meant = at && plannedTime(at, { now: ports.clock.now(), timeZone });
  if (meant !== undefined && meant.kind !== 'time') return plannedAnswer(meant);
  const kept = await ports.workingCopies.find({ charter, editor });
  if (kept?.source !== source) await importPost(ports, { source, charter, editor });
  const revision = (await ports.workingCopies.find({ charter, editor }))?.revision;
  const intent = { kind: 'publish', charter, editor, ...given({ revision, audience, at }) } as const;
  const waits = await secondAnswer(ports, token, { charter: standing, action: 'publish', intent });
  if (waits === undefined) throw new Error('a second facilitator is needed and not asked');
  return waits;
}

/** The same request a second time is answered as it was the first time. */
async function repeated(
  ports: Ports,
  words: ReportWords,
  incoming: Incoming,
  id: AnnouncementId,
): Promise<ApiAnswer> {
  const { post, composed } = incoming;
  const announcement = await ports.announcements.find(id);
  const draft = announcement?.draft === undefined ? undefined : await ports.drafts.find(announcement.draft);
  const then = draft === undefined ? composed : await composedThen(ports, post, draft);
  return ok(
    201,
    describeImport(words, { ...incoming, composed: then }, { announcement: id, draft: draft?.number }),
  );
}

async function composedThen(ports: Ports, post: ImportedPost, draft: Draft): Promise<Described> {
  const [, ...all] = await draftsUpTo(ports, draft.charter, draft);
  return { framing: draft, ...(await setBeside(ports, post, { all, considerations: draft.considerations })) };
}

function describeImport(
  words: ReportWords,
  { charter, post, composed }: Omit<Incoming, 'composed'> & { readonly composed: Described },
  { draft, announcement }: { announcement?: AnnouncementId; draft?: number | undefined } = {},
): object {
  const { framing, values, changes, warnings } = composed;
  return {
    charter,
    draft: draft ?? null,
    state: announcement === undefined ? 'working-copy' : draft === undefined ? 'announced' : 'open',
    title: framing.title,
    values: values.map(({ text: _text, size = null, ...value }) => ({ ...value, size })),
    removed: changes?.removed.map(({ value, title }) => ({ id: value, title })) ?? [],
    considerations: framing.considerations.map(({ name, text }) => ({ name, text })),
    report: [...warnings, ...post.report].map((line) => ({ ...line, message: words.line(line) })),
    announcement: announcement ?? null,
  };
}

/** As working copies and appointments name who made them. */
function editorOf({ token }: ImportRequest): string {
  return `api:${token}`;
}

function requestOf(asked: ImportRequest): Publication['request'] {
  const { idempotencyKey, charter, source, token, tell } = asked;
  if (idempotencyKey === undefined) return undefined;
  const where = tell === undefined ? charter : `${charter}?tell=${tell}`;
  const fingerprint = createHash('sha256').update(`${where}\n${source}`).digest('hex');
  return { key: `${token}:${idempotencyKey}`, fingerprint };
}

const invalidName = problem(
  422,
  'charter-name',
  'A charter name is a letter followed by letters, digits and hyphens, 30 at most',
);
const timeAlone = problem(422, 'at-without-publish', 'A time goes with publish=true');
const keyReused = problem(409, 'idempotency-key-reused', 'This Idempotency-Key was used for another request');
const overtaken = problem(
  409,
  'overtaken',
  'Another draft was published at the same moment; read it and publish again',
);
