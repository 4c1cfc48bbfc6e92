import { createHash } from 'node:crypto';
import { closeDraft, withdrawDraft } from '../app/close-draft.js';
import { compose, type Composed } from '../app/compose-draft.js';
import { importPost } from '../app/import-post.js';
import type { Ports, Publication } from '../app/ports.js';
import { publishDraft } from '../app/publish-draft.js';
import { resultsFor } from '../app/show-results.js';
import type { AnnouncementId } from '../domain/announcement.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { ImportedPost, Refusal, ReportLine } from '../domain/imported-post.js';
import { identify } from '../domain/value-identity.js';
import { problem, type Problem } from './problem.js';

export type ApiAnswer =
  | { readonly kind: 'ok'; readonly status: 200 | 201; readonly body: object }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** How a line of the import report or a refusal is worded; handed in, since HTTP knows no catalogue. */
export interface ReportWords {
  line(report: ReportLine): string;
  refusal(refusal: Refusal): string;
}

export interface ImportRequest {
  readonly charter: string;
  /** Who holds the token. */
  readonly token: string;
  readonly source: string;
  readonly publish: boolean;
  readonly idempotencyKey?: string;
}

/** The use-cases of scripts and of the command line, each as plain data or a problem. */
export function createApi(ports: Ports, words: ReportWords) {
  return {
    importDraft: (request: ImportRequest) => importDraft(ports, words, request),
    readDraft: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => Promise.resolve(ok(200, describeDraft(draft)))),
    readResults: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => readResults(ports, draft)),
    close: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => endDraft(ports, draft, closeDraft)),
    withdraw: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => endDraft(ports, draft, withdrawDraft)),
    readCharters: () => readCharters(ports),
    readAnnouncement: (id: string) => readAnnouncement(ports, id),
    readAnnouncements: (charter: string) => readAnnouncements(ports, charter),
  };
}
export type Api = ReturnType<typeof createApi>;

async function importDraft(ports: Ports, words: ReportWords, request: ImportRequest): Promise<ApiAnswer> {
  const charter = parseCharterName(request.charter);
  if (charter === undefined) return refused(invalidName);
  const reading = ports.readPost(request.source);
  if (reading.kind === 'refused') return refusedPost(words, reading.errors);
  const { post } = reading;
  if (!request.publish) return keepWorkingCopy(ports, words, request, charter, post);
  const composed = await compose(ports, charter, post);
  const { outcome, announcement, draft } = await publishDraft(ports, {
    charter,
    composed,
    source: request.source,
    ...given({ request: requestOf(request) }),
  });
  switch (outcome.kind) {
    case 'published':
      return ok(
        201,
        describeImport(words, {
          charter,
          post,
          composed,
          announcement: announcement.id,
          ...given({ draft: draft?.number }),
        }),
      );
    case 'repeated':
      return repeated(ports, words, { charter, post, composed }, outcome.announcement);
    case 'key-reused':
      return refused(
        problem(409, 'idempotency-key-reused', 'This Idempotency-Key was used for another request'),
      );
    case 'overtaken':
      return refused(
        problem(
          409,
          'overtaken',
          'Another draft was published at the same moment; read it and publish again',
        ),
      );
  }
}

/** The same request a second time is answered as it was the first time. */
async function repeated(
  ports: Ports,
  words: ReportWords,
  { charter, post, composed }: { charter: CharterName; post: ImportedPost; composed: Composed },
  id: AnnouncementId,
): Promise<ApiAnswer> {
  const announcement = await ports.announcements.find(id);
  const draft = announcement?.draft === undefined ? undefined : await ports.drafts.find(announcement.draft);
  const before = draft && (await ports.drafts.numbered({ charter, number: draft.number - 1 }));
  const then =
    draft === undefined
      ? composed
      : { ...composed, framing: draft, values: identify(post.values, before?.values ?? []) };
  return ok(
    201,
    describeImport(words, {
      charter,
      post,
      composed: then,
      announcement: id,
      ...given({ draft: draft?.number }),
    }),
  );
}

async function keepWorkingCopy(
  ports: Ports,
  words: ReportWords,
  { source, token }: ImportRequest,
  charter: CharterName,
  post: ImportedPost,
): Promise<ApiAnswer> {
  await importPost(ports, { source, charter, editor: `api:${token}` });
  return ok(201, describeImport(words, { charter, post, composed: await compose(ports, charter, post) }));
}

function describeImport(
  words: ReportWords,
  {
    charter,
    post,
    composed,
    draft,
    announcement,
  }: {
    charter: CharterName;
    post: ImportedPost;
    composed: Composed;
    draft?: number;
    announcement?: AnnouncementId;
  },
): object {
  return {
    charter,
    draft: draft ?? null,
    state: announcement === undefined ? 'working-copy' : draft === undefined ? 'announced' : 'open',
    title: composed.framing.title,
    values: composed.values.map(({ id, title, change }) => ({ id, title, change })),
    considerations: composed.framing.considerations.map(({ name, text }) => ({ name, text })),
    report: post.report.map((line) => ({ ...line, message: words.line(line) })),
    announcement: announcement ?? null,
  };
}

function describeDraft(draft: Draft): object {
  const { id, charter, number, state, title, authors, labels, mission, leadIn, reason, publishedAt } = draft;
  const { considerations, background, values } = draft;
  return {
    ...{ id, charter, draft: number, state, title, authors, labels, publishedAt },
    ...given({ mission, leadIn, reason }),
    ...{ values, considerations, background },
  };
}

async function readResults(ports: Ports, draft: Draft): Promise<ApiAnswer> {
  const results = await resultsFor(ports, draft);
  if (draft.state === 'withdrawn') {
    return refused(problem(409, 'draft-withdrawn', 'This draft was withdrawn, so it has no results'));
  }
  if (results === undefined) {
    return refused(problem(409, 'draft-open', 'Results appear for everybody when the draft is closed'));
  }
  const { charter, number, state } = draft;
  return ok(200, { charter, draft: number, state, values: results });
}

async function endDraft(
  ports: Ports,
  draft: Draft,
  end: (ports: Ports, draft: Draft) => Promise<boolean>,
): Promise<ApiAnswer> {
  if (!(await end(ports, draft))) {
    return refused(problem(409, 'draft-not-open', `This draft is not open any more`));
  }
  const ended = await ports.drafts.find(draft.id);
  return ok(200, { charter: draft.charter, draft: draft.number, state: ended?.state });
}

async function readCharters({ charters, drafts }: Ports): Promise<ApiAnswer> {
  const all = await charters.all();
  const latest = await Promise.all(all.map(({ name }) => drafts.latest(name)));
  return ok(200, {
    charters: all.map(({ name, title }, index) => {
      const draft = latest[index];
      return { charter: name, title, draft: draft?.number ?? null, state: draft?.state ?? null };
    }),
  });
}

async function readAnnouncement({ announcements }: Ports, id: string): Promise<ApiAnswer> {
  const announcement = await announcements.find(id as AnnouncementId);
  if (announcement === undefined) return refused(notFound);
  return ok(200, { ...announcement, ...(await announcements.report(announcement.id)) });
}

async function readAnnouncements({ charters, announcements }: Ports, name: string): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  if (charter === undefined || (await charters.find(charter)) === undefined) return refused(notFound);
  const latest = await announcements.latest({ charter, limit: 10 });
  const reports = await Promise.all(latest.map(({ id }) => announcements.report(id)));
  return ok(200, {
    announcements: latest.map((announcement, index) => ({ ...announcement, ...reports[index] })),
  });
}

async function withDraft(
  { drafts }: Ports,
  name: string,
  number: string,
  then: (draft: Draft) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : undefined;
  if (charter === undefined || wanted === undefined) return refused(notFound);
  const draft = await drafts.numbered({ charter, number: wanted });
  return draft === undefined ? refused(notFound) : then(draft);
}

function requestOf({ idempotencyKey, charter, source, token }: ImportRequest): Publication['request'] {
  if (idempotencyKey === undefined) return undefined;
  const fingerprint = createHash('sha256').update(`${charter}\n${source}`).digest('hex');
  return { key: `${token}:${idempotencyKey}`, fingerprint };
}

function refusedPost(words: ReportWords, errors: readonly Refusal[]): ApiAnswer {
  const lines = errors.map((error) => ({ line: error.line, message: words.refusal(error) }));
  return refused(
    problem(422, 'post-refused', 'The post was not taken; nothing was stored', { errors: lines }),
  );
}

const invalidName = problem(
  422,
  'charter-name',
  'A charter name is a letter followed by letters, digits and hyphens, 30 at most',
);
const notFound = problem(404, 'not-found', 'There is nothing at this address');

function ok(status: 200 | 201, body: object): ApiAnswer {
  return { kind: 'ok', status, body };
}

function refused(why: Problem): ApiAnswer {
  return { kind: 'problem', problem: why };
}
