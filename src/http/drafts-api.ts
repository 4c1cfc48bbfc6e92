import { closeDraft, withdrawDraft } from '../app/close-draft.js';
import { planClosing } from '../app/plan-closing.js';
import type { Ports } from '../app/ports.js';
import { isSealed, reopenDraft } from '../app/reopen-draft.js';
import { releaseFor } from '../app/results/release-for.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { resultsOf } from '../domain/results.js';
import { ok, refused, withDraft, type ApiAnswer } from './api-answer.js';
import { plannedAnswer } from './planned-answer.js';
import { charterSealed, problem } from './problem.js';
import { readAudience, readLocalTime } from './read-query.js';

/** Charters and their published drafts: to read, to end, to open again. */
export function createDraftsApi(ports: Ports) {
  return {
    readCharters: () => readCharters(ports),
    readDraft: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => Promise.resolve(ok(200, describeDraft(draft)))),
    readResults: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => readResults(ports, draft)),
    /** Now, or at the time that the query says. */
    close: (charter: string, number: string, { token, at }: { token: string; at: string | undefined }) =>
      withDraft(ports, charter, number, (draft) =>
        at === undefined
          ? endDraft(ports, draft, closeDraft)
          : closeLater(ports, draft, { at, editor: `api:${token}` }),
      ),
    withdraw: (charter: string, number: string) =>
      withDraft(ports, charter, number, (draft) => endDraft(ports, draft, withdrawDraft)),
    reopen: (charter: string, number: string, tell: string | undefined) =>
      withDraft(ports, charter, number, (draft) => reopen(ports, draft, tell)),
  };
}

async function readCharters({ charters, drafts }: Ports): Promise<ApiAnswer> {
  const [all, deleted] = await Promise.all([charters.all(), charters.deleted()]);
  const latest = await Promise.all(all.map(({ name }) => drafts.latest(name)));
  return ok(200, {
    charters: all.map(({ name, title, timeZone }, index) => {
      const { number = null, state = null, closesAt } = latest[index] ?? {};
      return { charter: name, title, timeZone, draft: number, state, ...given({ closesAt }) };
    }),
    deleted: deleted.map(({ name, at, head }) => ({ charter: name, at, head })),
  });
}

function describeDraft(draft: Draft): object {
  const { id, charter, number, state, title, authors, labels, mission, leadIn, reason, publishedAt } = draft;
  const { considerations, background, values, closesAt, corrections } = draft;
  return {
    ...{ id, charter, draft: number, state, title, authors, labels, publishedAt },
    ...given({ closesAt, mission, leadIn, reason }),
    ...{ values, considerations, background, corrections },
  };
}

async function readResults(ports: Ports, draft: Draft): Promise<ApiAnswer> {
  const release = await releaseFor(ports, draft);
  if (draft.state === 'withdrawn') {
    return refused(problem(409, 'draft-withdrawn', 'This draft was withdrawn, so it has no results'));
  }
  if (release === undefined) {
    return refused(problem(409, 'draft-open', 'Results appear for everybody when the draft is closed'));
  }
  const { charter, number, state } = draft;
  const { at, kind, least, participation } = release;
  const order = release.values.map(({ value }) => value);
  const told = { at, interim: kind === 'interim', least, participation, order };
  return ok(200, { charter, draft: number, state, ...told, values: resultsOf(release) });
}

async function endDraft(
  ports: Ports,
  draft: Draft,
  end: (ports: Ports, draft: Draft) => Promise<boolean>,
): Promise<ApiAnswer> {
  if (!(await end(ports, draft))) return refused(notOpen);
  const ended = await ports.drafts.find(draft.id);
  return ok(200, { charter: draft.charter, draft: draft.number, state: ended?.state });
}

async function closeLater(
  ports: Ports,
  draft: Draft,
  { at, editor }: { at: string; editor: string },
): Promise<ApiAnswer> {
  if (draft.state !== 'open') return refused(notOpen);
  return plannedAnswer(await planClosing(ports, { draft, at: readLocalTime(at), editor }));
}

async function reopen(ports: Ports, draft: Draft, tell: string | undefined): Promise<ApiAnswer> {
  const told = readAudience(tell);
  if (told.problem !== undefined) return refused(told.problem);
  if (await isSealed(ports, draft)) return refused(charterSealed);
  const announcement = await reopenDraft(ports, draft, told.audience);
  if (announcement === undefined) return refused(notClosed);
  const { charter, number } = draft;
  return ok(200, { charter, draft: number, state: 'open', announcement: announcement.id });
}

const notOpen = problem(409, 'draft-not-open', 'This draft is not open any more');
const notClosed = problem(409, 'draft-not-closed', 'Only a closed draft can be opened again');
