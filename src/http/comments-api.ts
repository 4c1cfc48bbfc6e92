import type { Ports } from '../app/ports.js';
import type { CharterName } from '../domain/charter.js';
import type { Comment } from '../domain/comment.js';
import type { DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { bySupport } from '../domain/support.js';
import { ok, withCharter, type ApiAnswer } from './api-answer.js';

/** What is published of comments. Reviewing them is done in chat, by people. */
export function createCommentsApi(ports: Ports) {
  return {
    readComments: (charter: string) => withCharter(ports, charter, (name) => readComments(ports, name)),
  };
}

/** As everybody can read them, the most surely supported first. */
async function readComments(ports: Ports, charter: CharterName): Promise<ApiAnswer> {
  const all = await ports.comments.all(charter);
  const published = bySupport(all.filter(({ state }) => state === 'published'));
  const numbers = await numbersOf(ports, published);
  const hidden = await ports.comments.hidden(charter);
  return ok(200, {
    charter,
    comments: published.map((comment) => describe(comment, numbers)),
    hidden: Object.fromEntries(hidden),
  });
}

async function numbersOf(
  { drafts }: Pick<Ports, 'drafts'>,
  comments: readonly Comment[],
): Promise<ReadonlyMap<DraftId, number>> {
  const ids = new Set(comments.map(({ draft }) => draft).filter((id) => id !== undefined));
  const found = await Promise.all([...ids].map((id) => drafts.find(id)));
  return new Map(found.filter((draft) => draft !== undefined).map(({ id, number }) => [id, number]));
}

function describe(comment: Comment, numbers: ReadonlyMap<DraftId, number>): object {
  const { id, draft, value, sort, text, signedBy, people, support } = comment;
  const number = draft === undefined ? undefined : numbers.get(draft);
  return {
    id,
    ...given({ draft: number, value }),
    sort,
    text,
    ...given({ signedBy }),
    people,
    ...given({ support }),
  };
}
