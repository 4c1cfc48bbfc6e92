import type { Charter } from '../../domain/charter.js';
import type { Comment } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import type { View } from '../views.js';
import { findNear } from './find-near.js';
import type { ModerationView } from './views.js';

/** What waits for a moderator, and what is nearly the same. Who wrote it is not known here. */
export async function showModeration(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'moderation' }>,
): Promise<View> {
  const charter = await findCharter(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  return moderationOf(ports, charter.it, { page: intent.page ?? 1 });
}

export async function moderationOf(
  ports: Ports,
  charter: Charter,
  more: Pick<ModerationView, 'page' | 'hiding' | 'just'>,
): Promise<ModerationView> {
  const waiting = await ports.comments.queue(charter.name);
  const near =
    waiting.length === 0 ? new Map<string, readonly Comment[]>() : await findNear(ports, charter.name);
  const titles = await titlesOf(ports, waiting);
  const { page, ...rest } = more;
  return {
    kind: 'moderation',
    subject: textOfCharter(charter).subject,
    waiting: waiting.map((comment) => ({
      comment,
      ...given({ value: titles.get(keyOf(comment)) }),
      near: near.get(comment.id) ?? [],
    })),
    ...rest,
    page,
  };
}

type Titled = NonNullable<ModerationView['waiting'][number]['value']>;

/** A value as the draft it was written on has it. */
async function titlesOf(
  { drafts }: Pick<Ports, 'drafts'>,
  comments: readonly Comment[],
): Promise<ReadonlyMap<string, Titled>> {
  const ids = new Set(comments.map(({ draft }) => draft).filter((id) => id !== undefined));
  const found = await Promise.all([...ids].map((id) => drafts.find(id)));
  return new Map(
    found
      .filter((draft) => draft !== undefined)
      .flatMap(({ id: draft, values }) =>
        values.map(({ id, title }) => [keyOf({ draft, value: id }), { id, title }] as const),
      ),
  );
}

function keyOf({ draft, value }: Pick<Comment, 'draft' | 'value'>): string {
  return `${draft ?? ''} ${value ?? ''}`;
}
