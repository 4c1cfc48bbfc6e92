import { applyCorrection, findPublished, proposeCorrection, type Published } from '../app/correct-draft.js';
import type { Ports } from '../app/ports.js';
import type { AnnouncementId } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { CorrectedWords } from '../domain/correction.js';
import { ok, refused, withDraft, type ApiAnswer } from './api-answer.js';
import { notFound, problem } from './problem.js';
import { refusedPost, type ReportWords } from './refused-post.js';

export interface CorrectionRequest {
  /** Who holds the token. */
  readonly token: string;
  /** The whole post, as it is to read. */
  readonly source: string;
}

/** Slips in what is published, put right at once. */
export function createCorrectionsApi(ports: Ports, words: ReportWords) {
  return {
    correctDraft: (charter: string, number: string, request: CorrectionRequest) =>
      withDraft(ports, charter, number, (draft) =>
        correct(ports, words, request, draft.charter, ({ of }) => of.draft === draft.id),
      ),
    correctAnnouncement: async (id: string, request: CorrectionRequest) => {
      const found = await ports.announcements.find(id as AnnouncementId);
      if (found === undefined) return refused(notFound);
      const isMeant = ({ of }: Published): boolean =>
        found.draft === undefined ? of.announcement === found.id : of.draft === found.draft;
      return correct(ports, words, request, found.charter, isMeant);
    },
  };
}

async function correct(
  ports: Ports,
  words: ReportWords,
  { source, token }: CorrectionRequest,
  name: CharterName,
  isMeant: (published: Published) => boolean,
): Promise<ApiAnswer> {
  const charter = await ports.charters.find(name);
  const published = charter && (await findPublished(ports, charter));
  if (published === undefined || !isMeant(published)) return refused(over);
  const proposal = await proposeCorrection(ports, published, { source, editor: `api:${token}` });
  switch (proposal.kind) {
    case 'refused':
      return refusedPost(words, proposal.errors);
    case 'more-than-slips':
      return refused(problem(409, 'more-than-slips', moreThanSlips, { changes: proposal.changes }));
    case 'nothing':
      return corrected(published, []);
    case 'proposed': {
      const { kind } = await applyCorrection(ports, proposal.id);
      return kind === 'applied' ? corrected(published, proposal.changes) : refused(overtaken);
    }
  }
}

function corrected({ text: { subject } }: Published, changes: readonly CorrectedWords[]): ApiAnswer {
  return ok(200, { charter: subject.charter, draft: subject.number ?? null, changes });
}

const over = problem(
  409,
  'not-current',
  'Only the newest draft can be corrected, while it is open or closed, and before it the newest announcement',
);
const moreThanSlips = 'This changes more than slips; publish it as a new draft. Nothing was corrected';
const overtaken = problem(
  409,
  'overtaken',
  'Something else was corrected at the same moment; read it and correct again',
);
