import type { Comment } from '../../domain/comment.js';
import { dissentIn } from '../../domain/dissent.js';
import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { Dissent } from '../../domain/outcome.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findProposal } from './find-proposal.js';
import type { ObjectionsView, ShownObjection } from './views.js';

/** What everybody can read of objections to adopting a draft, to support or not. */
export async function showObjections(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'objections' }>,
): Promise<View> {
  const proposal = await findProposal(ports, speaker, { about: intent.about, intent });
  if (proposal.kind === 'instead') return proposal.view;
  const { draft, charter, text } = proposal.it;
  const sealed = charter.sealedAt !== undefined;
  const objections = sealed ? await recordedIn(ports, draft) : await objectionsTo(ports, draft);
  return {
    kind: 'objections',
    subject: text.subject,
    objections,
    votes: sealed ? new Map() : await ownVotes(ports, speaker, draft),
    open: !sealed,
    page: intent.page ?? 1,
  };
}

/** Those that remain, in order, each with its answer as far as it was told. */
export async function objectionsTo(
  { adoption, themes }: Pick<Ports, 'adoption' | 'themes'>,
  { id, values }: Draft,
): Promise<readonly ShownObjection[]> {
  const remaining = dissentIn(await adoption.objections(id));
  return Promise.all(
    remaining.map(async (comment) => {
      const theme = await themes.ofComment(comment.id);
      const { status, reason } = (theme?.toldAt === undefined ? undefined : theme.answer) ?? {};
      const answer = status === undefined || reason === undefined ? undefined : { status, reason };
      return { comment, ...given({ value: values.find(({ id }) => id === comment.value), answer }) };
    }),
  );
}

export function dissentOf(objections: readonly ShownObjection[]): readonly Dissent[] {
  return objections.map(({ comment: { id, value, text, signedBy, support }, answer }) => ({
    comment: id,
    text,
    ...given({ value, signedBy, support, answer }),
  }));
}

/** Of what was adopted, as it stands in the outcome for ever. */
async function recordedIn(
  { adoption, comments }: Pick<Ports, 'adoption' | 'comments'>,
  { charter, values }: Draft,
): Promise<readonly ShownObjection[]> {
  const { dissent = [] } = (await adoption.outcome(charter)) ?? {};
  const shown = await Promise.all(
    dissent.map(async ({ comment: id, value, answer }) => {
      const comment: Comment | undefined = await comments.find(id);
      if (comment === undefined) return [];
      return [{ comment, ...given({ value: values.find((each) => each.id === value), answer }) }];
    }),
  );
  return shown.flat();
}

/** For nobody else to see. */
async function ownVotes(
  ports: Ports,
  { member, overheard }: Speaker,
  { charter }: Draft,
): Promise<ObjectionsView['votes']> {
  if (overheard) return new Map();
  return ports.comments.votesOf({ charter, pseudonym: await pseudonymOf(ports, charter, member) });
}
